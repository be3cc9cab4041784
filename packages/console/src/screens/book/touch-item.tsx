import { VisuallyHidden } from '@mantine/core'
import type { Touch } from '@recado/contracts/timeline'
import { Check, CircleSlash, Hourglass } from 'lucide-react'
import { reasonText, ruleText, stepText } from '../../texts/console-texts.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import { Bubble } from '../../ui/bubble.tsx'
import { waitsForVisit } from './timeline-items.ts'
import classes from './visit-timeline.module.css'

type Props = {
  readonly touch: Touch
  readonly zone: string
  readonly current: number
  readonly at: string | undefined
}

const VERDICT_ICONS = { allow: Check, hold: Hourglass, deny: CircleSlash } as const

/** One message: gone, to come or left out, its reason in the first line, everything else on request. */
export function TouchItem({ touch, zone, current, at }: Props) {
  const { t, codes, format } = useTexts()
  const statuses = touch.attempts.flatMap((attempt) => attempt.statuses).filter(({ status }) => status !== 'accepted')
  const state = t(`touch.${touch.state}`)
  const reason = touch.reason === undefined ? undefined : reasonText(codes, touch.reason)
  const later = waitsForVisit(touch)
  return (
    <>
      <p className={classes.head}>
        <strong>{stepText(t, touch.step)}</strong>
        {at && <time dateTime={at}>{format.dateTime(at, zone)}</time>}
        {!at && !later && <span>{t('timeline.noTime')}</span>}
      </p>
      {(statuses.length === 0 || touch.reason !== undefined) && (
        <p className={classes.more} data-state={later ? 'planned' : touch.state}>
          {reason === undefined || later ? (reason ?? state) : t('chip.why', { state, reason })}
          {touch.version !== current && ` · ${t('timeline.version')}`}
        </p>
      )}
      {statuses.length > 0 && <Statuses statuses={statuses} zone={zone} />}
      {touch.preview && (
        <details className={classes.details}>
          <summary>{t('timeline.message')}</summary>
          <Bubble from="us" lang={touch.language} buttons={touch.buttons}>
            {touch.preview}
          </Bubble>
        </details>
      )}
      {touch.trace && touch.trace.length > 0 && <Rules trace={touch.trace} zone={zone} />}
    </>
  )
}

type StatusesProps = { readonly statuses: Touch['attempts'][number]['statuses']; readonly zone: string }

function Statuses({ statuses, zone }: StatusesProps) {
  const { t, format } = useTexts()
  return (
    <p className={classes.statuses}>
      {statuses.map(({ status, at }) => (
        <span key={`${status} ${at}`}>
          {t(`delivery.${status}`)} {format.time(at, zone)}
        </span>
      ))}
    </p>
  )
}

function Rules({ trace, zone }: { readonly trace: NonNullable<Touch['trace']>; readonly zone: string }) {
  const { t, codes, format } = useTexts()
  return (
    <details className={classes.details}>
      <summary>{t('timeline.rules')}</summary>
      <ol className={classes.rules}>
        {trace.map(({ rule, verdict, reason, until }) => {
          const Icon = VERDICT_ICONS[verdict]
          return (
            <li key={rule} data-verdict={verdict}>
              <Icon size={13} aria-hidden />
              <VisuallyHidden>{t(`timeline.${verdict}`)}</VisuallyHidden>
              <span>{ruleText(codes, rule)}</span>
              {reason && <em>{reasonText(codes, reason)}</em>}
              {until && <time dateTime={until}>{format.dateTime(until, zone)}</time>}
            </li>
          )
        })}
      </ol>
    </details>
  )
}
