import type { Overview, Warning } from '@recado/contracts/overview'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CloudOff, Info, PauseCircle, Siren } from 'lucide-react'
import { paths } from '../api/paths.ts'
import { queries } from '../api/queries.ts'
import { useTexts } from '../texts/use-texts.tsx'
import { Notice } from '../ui/notice.tsx'
import classes from './banners.module.css'

/** What concerns every screen, the worst first. */
export function Banners({ online }: { readonly online: boolean }) {
  const { t } = useTexts()
  const { data } = useSuspenseQuery(queries.overview())
  const emergencies = data.queues.emergency ?? 0
  return (
    <div className={classes.banners}>
      {emergencies > 0 && (
        <Notice
          tone="bad"
          icon={Siren}
          says="at-once"
          action={
            <Link to={paths.people} search={{ queue: 'emergency' }} className={classes.link}>
              {t('people.emergencyOpen')}
            </Link>
          }
        >
          <strong>{t('people.emergency', { count: emergencies })}</strong>{' '}
          <span className={classes.more}>{t('people.emergencyBody')}</span>
        </Notice>
      )}
      {!online && (
        <Notice tone="warn" icon={CloudOff} says="politely">
          {t('app.offline')}
        </Notice>
      )}
      {data.sending.paused && (
        <Notice tone="warn" icon={PauseCircle} says="politely">
          <PausedWords data={data} />
        </Notice>
      )}
      {data.warnings.filter(isUrgent).map((warning) => (
        <Notice key={warning.code} tone="calm" icon={Info} action={<WarningLink warning={warning} />}>
          <WarningWords warning={warning} />
        </Notice>
      ))}
    </div>
  )
}

/** What can wait is counted at the settings and said there. */
const CAN_WAIT: ReadonlySet<Warning['code']> = new Set(['bundled-database', 'hours-proposed', 'sending-off'])
const isUrgent = ({ code }: Warning): boolean => !CAN_WAIT.has(code)

function PausedWords({ data: { sending, sites } }: { readonly data: Overview }) {
  const { t, format } = useTexts()
  const { since, by, reason } = sending
  if (!since || !by || !reason) return t('sending.bannerPlain')
  return t('sending.banner', { time: format.time(since, sites[0]?.zone ?? 'UTC'), name: by, reason })
}

export function WarningWords({ warning: { code, params = {} } }: { readonly warning: Warning }) {
  const { t } = useTexts()
  const count = Number(params['count'] ?? 1)
  switch (code) {
    case 'source-stale':
      return t('warning.source-stale', { source: params['source'] ?? '', time: params['time'] ?? '' })
    case 'template-not-approved':
    case 'hours-proposed':
    case 'sending-off':
      return t(`warning.${code}`, { count })
    case 'bundled-database':
    case 'sender-paused':
    case 'missing-rows-brake':
      return t(`warning.${code}`)
  }
}

function WarningLink({ warning: { code } }: { readonly warning: Warning }) {
  const { t } = useTexts()
  if (code !== 'missing-rows-brake' && code !== 'source-stale') return null
  return (
    <Link to={paths.imports} className={classes.link}>
      {t('warning.open')}
    </Link>
  )
}
