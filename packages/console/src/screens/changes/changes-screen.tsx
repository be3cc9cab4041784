import { Button, Text } from '@mantine/core'
import type { PendingChange } from '@recado/contracts/changes'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Check, ClipboardCheck, Download } from 'lucide-react'
import { downloads, paths } from '../../api/paths.ts'
import { queries } from '../../api/queries.ts'
import { useAct } from '../../api/use-act.ts'
import { ActionError } from '../../parts/action-error.tsx'
import { PersonName } from '../../parts/person-name.tsx'
import { useNow } from '../../parts/use-now.ts'
import { useSession } from '../../parts/use-session.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { EmptyMessage } from '../../ui/empty.tsx'
import { Screen } from '../../ui/screen.tsx'
import { changeText, wordOf } from './change-text.ts'
import classes from './changes-screen.module.css'

export function ChangesScreen() {
  const { t } = useTexts()
  const { data } = useSuspenseQuery(queries.changes())
  const none = data.items.length === 0
  return (
    <Screen title={t('changes.title')} toolbar={none ? undefined : <CsvLink />}>
      {none ? (
        <EmptyMessage icon={<ClipboardCheck />} title={t('changes.empty')} body={t('changes.emptyBody')} />
      ) : (
        <>
          <Text size="sm" c="dimmed">
            {t('changes.body')}
          </Text>
          <ul className={classes.list}>
            {data.items.map((change) => (
              <li key={change.id}>
                <Row change={change} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Screen>
  )
}

function CsvLink() {
  const { t } = useTexts()
  return (
    <Button
      component="a"
      href={downloads.changesCsv}
      download
      variant="default"
      ml="auto"
      leftSection={<Download size={16} aria-hidden />}
    >
      {t('changes.download')}
    </Button>
  )
}

function Row({ change }: { readonly change: PendingChange }) {
  const { t, format } = useTexts()
  const { can } = useSession()
  const now = useNow()
  const done = useAct('markChangeDone', ['changes', 'overview', 'book', 'appointment'])
  const what = changeText(t, change, format.localDateTime)
  const when = change.startLocal ? format.localDateTime(change.startLocal) : format.date(change.date)
  const by = change.by.name ?? t(`by.${change.by.kind}`)
  return (
    <div className={classes.row}>
      <div className={classes.visit}>
        <Link to={paths.book} search={{ date: change.date, visit: change.appointmentId }}>
          <PersonName person={change.patient} />
        </Link>
        <span>
          {when}
          {change.practitioner && (
            <>
              {' · '}
              <bdi>{change.practitioner}</bdi>
            </>
          )}
        </span>
      </div>
      <div className={classes.what}>
        <strong>{what}</strong>
        {change.was !== undefined && (
          <span>{t('changes.was', { value: wordOf(t, change.field, change.was, format.localDateTime) })}</span>
        )}
      </div>
      <div className={classes.number}>
        <bdi className={classes.id}>{change.externalId}</bdi>
        <span>
          {format.relative(Date.parse(change.since) - now)} · <bdi>{by}</bdi>
        </span>
      </div>
      <ActionButton
        variant="default"
        leftSection={<Check size={16} aria-hidden />}
        aria-label={t('changes.doneLabel', { what: `${what}, ${when}` })}
        disabledReason={can('changes.write') ? undefined : t('off.permission')}
        loading={done.isPending}
        onClick={() => done.mutate({ params: { id: change.id } })}
      >
        {t('changes.done')}
      </ActionButton>
      <ActionError error={done.error} />
    </div>
  )
}
