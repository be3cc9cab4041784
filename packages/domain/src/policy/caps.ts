import { DAY, shift, type Instant } from '../shared/instant.ts'
import type { MessageClass } from './message-class.ts'

/** An initiated message that left for a contact point. */
export type RecentSend = { readonly at: Instant; readonly messageClass: MessageClass }

/** At most this many in any stretch of this length. */
export type Cap = { readonly atMost: number; readonly withinMs: number }
export type Caps = Readonly<Record<MessageClass, readonly Cap[]>>

/**
 * Being written to too often is a loud complaint of patients; two touches a visit are our default, three allowed. A
 * phone that a family shares gets a few visits' worth a day. A clinic may change these figures.
 */
export const DEFAULT_CAPS: Caps = {
  reminder: [
    { atMost: 8, withinMs: DAY },
    { atMost: 24, withinMs: 7 * DAY },
  ],
  notice: [], // somebody changed the visit: the patient has to know, and its settle time keeps several edits one message
  'follow-up': [{ atMost: 3, withinMs: DAY }],
  campaign: [
    { atMost: 1, withinMs: DAY },
    { atMost: 2, withinMs: 7 * DAY },
  ],
}

/** How far back `recent` has to reach for these caps, in milliseconds. */
export const capsReachMs = (caps: Caps): number =>
  Math.max(0, ...Object.values(caps).flatMap((list) => list.map((cap) => cap.withinMs)))

/** When one more message of this class is within its caps again; undefined when it is now. */
export function cappedUntil(
  caps: Caps,
  messageClass: MessageClass,
  recent: readonly RecentSend[],
  now: Instant,
): Instant | undefined {
  let until: Instant | undefined
  for (const cap of caps[messageClass]) {
    if (recent.length < cap.atMost) continue
    const free = freeAt(cap, messageClass, recent, now)
    if (free !== undefined && (until === undefined || free > until)) until = free
  }
  return until
}

/** When enough of the messages within the cap's stretch have left it. */
function freeAt(
  cap: Cap,
  messageClass: MessageClass,
  recent: readonly RecentSend[],
  now: Instant,
): Instant | undefined {
  const counted = recent
    .filter((sent) => sent.messageClass === messageClass && now - sent.at < cap.withinMs)
    .map((sent) => sent.at)
    .toSorted((a, b) => b - a)
  const blocking = counted[cap.atMost - 1]
  return blocking === undefined ? undefined : shift(blocking, cap.withinMs)
}
