import { Loader } from '@mantine/core'
import type { AppointmentDetail } from '@recado/contracts/appointments'
import type { TimelineEvent } from '@recado/contracts/timeline'
import { useQuery } from '@tanstack/react-query'
import { queries } from '../../api/queries.ts'
import { ActionError } from '../../parts/action-error.tsx'
import { useTexts } from '../../texts/use-texts.tsx'
import { storyOf, waitsForVisit } from './timeline-items.ts'
import type { TimelineItem } from './timeline-items.ts'
import { TouchItem } from './touch-item.tsx'
import drawer from './visit-drawer.module.css'
import classes from './visit-timeline.module.css'
import { Status } from '../../ui/status.tsx'

/** Everything that was said, was not, and will be, with the reasons. */
export function VisitTimeline({ visit }: { readonly visit: AppointmentDetail }) {
  const { t } = useTexts()
  const { data: timeline, error, isPending } = useQuery(queries.timeline(visit.id))
  const story = timeline && storyOf(timeline)
  return (
    <section className={drawer.section}>
      <h3>{t('timeline.title')}</h3>
      <ActionError error={error} />
      {isPending && <Loader size="sm" aria-label={t('app.loading')} />}
      {story && story.soFar.length + story.toCome.length === 0 && <Status>{t('timeline.empty')}</Status>}
      {story && story.soFar.length > 0 && <Part visit={visit} label={t('timeline.sofar')} items={story.soFar} />}
      {story && story.toCome.length > 0 && (
        <>
          <p className={classes.divider}>{t('timeline.toCome')}</p>
          <Part visit={visit} label={t('timeline.toCome')} items={story.toCome} />
        </>
      )}
    </section>
  )
}

type PartProps = { readonly visit: AppointmentDetail; readonly label: string; readonly items: readonly TimelineItem[] }

const Part = ({ visit, label, items }: PartProps) => (
  <ol className={classes.line} aria-label={label}>
    {items.map((item) => (
      <li key={item.key} className={classes.item} data-kind={kindOf(item)}>
        {item.kind === 'touch' ? (
          <TouchItem touch={item.touch} zone={visit.zone} current={visit.version} at={item.at} />
        ) : (
          <EventItem event={item.event} zone={visit.zone} />
        )}
      </li>
    ))}
  </ol>
)

const kindOf = (item: TimelineItem): string =>
  item.kind === 'event' ? item.event.kind : waitsForVisit(item.touch) ? 'planned' : item.touch.state

function EventItem({ event, zone }: { readonly event: TimelineEvent; readonly zone: string }) {
  const { t, format } = useTexts()
  const who = event.by.kind === 'source' ? undefined : (event.by.name ?? t(`by.${event.by.kind}`))
  return (
    <>
      <p className={classes.head}>
        <span>
          <strong>{eventText(t, event, format.localDateTime)}</strong>
          {who && ` · ${t('app.by', { name: who })}`}
        </span>
        <time dateTime={event.at}>{format.dateTime(event.at, zone)}</time>
      </p>
      {event.text && (
        <p className={classes.more} dir="auto">
          “{event.text}”
        </p>
      )}
    </>
  )
}

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

function eventText(t: ReturnType<typeof useTexts>['t'], event: TimelineEvent, time: (local: string) => string): string {
  const words = (value = ''): string => (LOCAL.test(value) ? time(value) : value)
  if (event.kind === 'moved') return t('event.moved', { was: words(event.was), is: words(event.is) })
  if (event.kind === 'imported') return t('event.imported', { name: event.by.name ?? t('by.source') })
  return t(`event.${event.kind}`)
}
