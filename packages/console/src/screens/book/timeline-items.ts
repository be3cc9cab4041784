import type { Timeline, TimelineEvent, Touch } from '@recado/contracts/timeline'

export type TimelineItem =
  | { readonly kind: 'event'; readonly key: string; readonly at: string; readonly event: TimelineEvent }
  | { readonly kind: 'touch'; readonly key: string; readonly at: string | undefined; readonly touch: Touch }

/** Business time at which a touch belongs: when it was tried, else when it is or was due. */
const timeOf = (touch: Touch): string | undefined => touch.attempts.at(-1)?.at ?? touch.dueAt

/**
 * One story out of two lists, by time. What never had a time comes at the end of its part: it explains a silence, not a moment.
 * `toCome` holds what is still open.
 */
export function storyOf({ events, touches }: Timeline): { soFar: TimelineItem[]; toCome: TimelineItem[] } {
  const items: TimelineItem[] = [
    ...events.map((event) => ({ kind: 'event' as const, key: event.id, at: event.at, event })),
    ...touches.map((touch) => ({ kind: 'touch' as const, key: touch.id, at: timeOf(touch), touch })),
  ]
  const sorted = items.toSorted((a, b) => (a.at ?? '\uffff').localeCompare(b.at ?? '\uffff'))
  return { soFar: sorted.filter((item) => !isOpen(item)), toCome: sorted.filter(isOpen) }
}

const OPEN: ReadonlySet<Touch['state']> = new Set(['planned', 'held', 'attempting'])

/** A question after the visit has no time yet, but it is not left out either. */
export const waitsForVisit = ({ reason }: Touch): boolean => reason === 'not-fulfilled-yet'

const isOpen = (item: TimelineItem): boolean =>
  item.kind === 'touch' && (OPEN.has(item.touch.state) || waitsForVisit(item.touch))
