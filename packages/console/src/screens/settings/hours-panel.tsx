import { Loader } from '@mantine/core'
import type { Practitioner, PractitionerHours, WeeklyHours } from '@recado/contracts/catalogue'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queries } from '../../api/queries.ts'
import { AFTER_HOURS } from '../../api/made-old.ts'
import { useAct } from '../../api/use-act.ts'
import { ActionError } from '../../parts/action-error.tsx'
import { useSession } from '../../parts/use-session.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { HoursEditor } from './hours-editor.tsx'
import classes from './settings-screen.module.css'
import { weekdayDate } from './week.ts'
import { Group } from '../../ui/group.tsx'

export function HoursPanel({ practitioner }: { readonly practitioner: Practitioner }) {
  const { t } = useTexts()
  const { data: hours, error } = useQuery(queries.hours(practitioner.id))
  const [editing, setEditing] = useState(false)
  if (!hours) return error ? <ActionError error={error} /> : <Loader size="sm" aria-label={t('app.loading')} />
  return (
    <Group className={classes.panel} label={t('settings.hoursOf', { name: practitioner.name })}>
      <p>{t('settings.hoursBody')}</p>
      {editing ? (
        <HoursEditor practitioner={practitioner} hours={hours} onDone={() => setEditing(false)} />
      ) : (
        <Shown practitioner={practitioner} hours={hours} onEdit={() => setEditing(true)} />
      )}
    </Group>
  )
}

type ShownProps = {
  readonly practitioner: Practitioner
  readonly hours: PractitionerHours
  readonly onEdit: () => void
}

function Shown({ practitioner, hours, onEdit }: ShownProps) {
  const { t } = useTexts()
  const { can } = useSession()
  const accept = useAct('acceptPractitionerHours', AFTER_HOURS)
  const off = can('catalogue.write') ? undefined : t('off.permission')
  return (
    <>
      {hours.state !== 'none' && <Week hours={hours.state === 'accepted' ? hours.accepted : hours.proposed} />}
      {hours.state === 'proposed' && <p>{t('settings.hoursSeen', { count: hours.visitsSeen })}</p>}
      {hours.state === 'none' && <p>{t('settings.hoursTooFew')}</p>}
      <ActionError error={accept.error} />
      <div className={classes.buttons}>
        {hours.state === 'proposed' && (
          <ActionButton
            disabledReason={off}
            loading={accept.isPending}
            onClick={() => accept.mutate({ params: { id: practitioner.id } })}
          >
            {t('settings.accept')}
          </ActionButton>
        )}
        <ActionButton variant="default" disabledReason={off} onClick={onEdit}>
          {t('settings.edit')}
        </ActionButton>
      </div>
    </>
  )
}

function Week({ hours }: { readonly hours: readonly WeeklyHours[] }) {
  const { format } = useTexts()
  return (
    <dl className={classes.week}>
      {hours
        .toSorted((a, b) => a.weekday - b.weekday || a.start.localeCompare(b.start))
        .map(({ weekday, start, end, siteId }) => (
          <div key={`${siteId} ${weekday} ${start}`}>
            <dt>{format.longWeekday(weekdayDate(weekday))}</dt>
            <dd>
              {start}–{end}
            </dd>
          </div>
        ))}
    </dl>
  )
}
