import { shift, type Instant } from '../shared/instant.ts'
import { latestDecent } from '../policy/decent-hours.ts'
import type { Step } from './journey.ts'
import type { Subject } from './plan-types.ts'

/** When a step of a journey falls for one visit. */
export type Timing = {
  readonly anchorAt: Instant
  readonly intendedAt: Instant
  /** Nothing of this step goes out before: the booking has settled, or the visit is over. */
  readonly notBefore: Instant
  /** The latest decent moment up to `intendedAt`: earlier, never later. Absent when there is none. */
  readonly dueAt?: Instant
  readonly expiresAt: Instant
}

/** Undefined when the step has nothing to count from: a visit known by its day only, or one that is not over yet. */
export function timingOf(step: Step, subject: Subject): Timing | undefined {
  const { startAt, fulfilledAt } = subject.visit
  const anchorAt = step.anchor === 'appointment.start' ? startAt : fulfilledAt
  if (anchorAt === undefined) return undefined
  const intendedAt = shift(anchorAt, step.at)
  const dueAt = latestDecent(intendedAt, {
    zone: subject.patientZone,
    hours: subject.decentHours[step.messageClass],
    holidays: subject.holidays,
    avoidHolidays: step.avoidsHolidays,
  })
  const expiresAt = shift(anchorAt, step.anchor === 'appointment.start' ? Math.min(step.expires, 0) : step.expires)
  const notBefore = step.anchor === 'appointment.start' ? shift(madeAt(subject), subject.settleMs) : anchorAt
  return { anchorAt, intendedAt, notBefore, expiresAt, ...(dueAt === undefined ? {} : { dueAt }) }
}

/**
 * When the visit got its time. A book that comes once a day shows a booking hours after it was made, so its own word
 * counts for the first version; every later version was made by the move that we saw.
 */
export const madeAt = ({ visit, bookedAt }: Subject): Instant =>
  visit.version === 1 && bookedAt !== undefined ? bookedAt : visit.settledAt
