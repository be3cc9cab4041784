import type { AppointmentStatus, VisitFacts } from '../shared/appointment.ts'
import { MINUTE, shift, type Instant } from '../shared/instant.ts'

/** What becomes of a visit whose outcome nobody has told us. */
export type AssumedOutcome =
  | { readonly kind: 'fulfilled'; readonly fulfilledAt: Instant }
  | { readonly kind: 'wait'; readonly until: Instant }
  | { readonly kind: 'leave'; readonly reason: 'off' | 'settled' | 'date-only' | 'patient-declined' | 'not-booked' }

/**
 * Whether a visit counts as fulfilled because it ended `assumeAfterMs` ago and nobody said otherwise (per source,
 * default off). Never for a patient who said no or asked for another time: a person decides that.
 */
export function assumeFulfilled(visit: VisitFacts, assumeAfterMs: number | undefined, now: Instant): AssumedOutcome {
  if (visit.status === 'fulfilled' || visit.status === 'noshow') return { kind: 'leave', reason: 'settled' }
  if (!OPEN_VISITS.has(visit.status)) return { kind: 'leave', reason: 'not-booked' }
  if (assumeAfterMs === undefined) return { kind: 'leave', reason: 'off' }
  const endAt = plannedEnd(visit)
  if (endAt === undefined) return { kind: 'leave', reason: 'date-only' }
  const came = visit.status === 'arrived' || visit.status === 'in-progress'
  if (!came && REFUSALS.has(visit.confirmation)) return { kind: 'leave', reason: 'patient-declined' }
  const until = shift(endAt, assumeAfterMs)
  return until <= now ? { kind: 'fulfilled', fulfilledAt: visit.fulfilledAt ?? endAt } : { kind: 'wait', until }
}

/**
 * From when follow-ups of a visit count that its source calls attended: its planned end, whenever we hear of it. The
 * thanks for an old visit would be due in the past, and a book of last year brings none. Undefined for a visit known by
 * its day only.
 */
export const attendedAt = (visit: Pick<VisitFacts, 'startAt' | 'durationMin'>): Instant | undefined => plannedEnd(visit)

/** What a person at the desk says with a button. */
export type DeskWord = 'arrived' | 'did-not-come'
export type DeskDecision =
  | { readonly kind: 'set'; readonly status: 'arrived'; readonly fulfilledAt: Instant }
  | { readonly kind: 'set'; readonly status: 'noshow' }
  | { readonly kind: 'already-so' }
  | { readonly kind: 'refuse'; readonly reason: 'not-booked' | 'not-begun' }

/**
 * Arrived / Did not come. Each may correct the other. `fulfilledAt`, from which follow-ups count, is the planned end of
 * the visit, or now where that is later or not known.
 */
export function deskOutcome(visit: VisitFacts, word: DeskWord, now: Instant): DeskDecision {
  if (!OPEN_VISITS.has(visit.status) && !DECIDED.has(visit.status)) return { kind: 'refuse', reason: 'not-booked' }
  if (word === 'arrived') return arrived(visit, now)
  if (visit.status === 'noshow') return { kind: 'already-so' }
  const begun = visit.startAt === undefined || visit.startAt <= now
  return begun ? { kind: 'set', status: 'noshow' } : { kind: 'refuse', reason: 'not-begun' }
}

function arrived(visit: VisitFacts, now: Instant): DeskDecision {
  if (ALREADY_HERE.has(visit.status)) return { kind: 'already-so' }
  const endAt = plannedEnd(visit) ?? now
  return { kind: 'set', status: 'arrived', fulfilledAt: endAt > now ? endAt : now }
}

const OPEN_VISITS: ReadonlySet<AppointmentStatus> = new Set(['proposed', 'pending', 'booked', 'arrived', 'in-progress'])
const DECIDED: ReadonlySet<AppointmentStatus> = new Set(['fulfilled', 'noshow'])
const ALREADY_HERE: ReadonlySet<AppointmentStatus> = new Set(['arrived', 'in-progress', 'fulfilled'])
const REFUSALS: ReadonlySet<string> = new Set(['declined', 'reschedule-requested'])

const plannedEnd = ({ startAt, durationMin = 0 }: Pick<VisitFacts, 'startAt' | 'durationMin'>): Instant | undefined =>
  startAt === undefined ? undefined : shift(startAt, durationMin * MINUTE)
