import type { Source } from '@recado/contracts/catalogue'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Database, Hourglass } from 'lucide-react'
import { queries } from '../../api/queries.ts'
import { useNow } from '../../parts/use-now.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import { EmptyMessage } from '../../ui/empty.tsx'
import { Notice } from '../../ui/notice.tsx'
import classes from './settings-screen.module.css'
import { SourceForm } from './source-form.tsx'

export function SourceList() {
  const { t } = useTexts()
  const { data } = useSuspenseQuery(queries.sources())
  if (data.items.length === 0) {
    return <EmptyMessage icon={<Database />} title={t('settings.sourcesEmpty')} body={t('settings.emptyBody')} />
  }
  return (
    <ul className={classes.list}>
      {data.items.map((source) => (
        <li key={source.id}>
          <SourceRow source={source} />
        </li>
      ))}
    </ul>
  )
}

function SourceRow({ source }: { readonly source: Source }) {
  const { t, format } = useTexts()
  const now = useNow()
  const { lastSeenAt, expectedEveryHours: every, assumeFulfilledAfterMin: assume } = source
  const facts = [
    lastSeenAt ? t('settings.lastSeen', { time: format.relative(Date.parse(lastSeenAt) - now) }) : t('settings.never'),
    every === undefined ? t('settings.noSchedule') : t('settings.every', { count: every }),
    assume === undefined ? t('settings.noAssume') : t('settings.assume', { count: assume }),
    source.missingMeansCancelled ? t('settings.missing') : t('settings.missingKept'),
    t(`settings.tell.${source.tellChanges}`),
    t(`settings.journey.${source.journey}`),
  ]
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <bdi>{source.name}</bdi>
        {facts.map((fact) => (
          <p key={fact}>{fact}</p>
        ))}
      </div>
      {source.stale && (
        <Notice tone="warn" icon={Hourglass}>
          {t('settings.stale')}
        </Notice>
      )}
      <details className={classes.hours}>
        <summary>{t('settings.sourceOf', { name: source.name })}</summary>
        <SourceForm key={JSON.stringify(source)} source={source} />
      </details>
    </div>
  )
}
