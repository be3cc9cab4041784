import type { Lane, Purpose, VisitFacts } from '../shared/appointment.ts'
import type { Instant } from '../shared/instant.ts'
import type { DecentHoursByClass, Holidays } from '../policy/decent-hours.ts'
import type { MessageClass } from '../policy/message-class.ts'

/** Why nobody can be reached: there is no usable way, or the person does not want it. */
export type UnreachableReason =
  'no-contact-point' | 'unusable-number' | 'not-on-whatsapp' | 'wrong-person' | 'opted-out'
/** What arrives with an import is switched off until a person switches it on. */
export type DisabledReason = 'site-disabled' | 'practitioner-disabled' | 'service-disabled'

/** Everything that planning looks at, for one visit and the contact point that would get its messages. */
export type Subject = {
  readonly visit: VisitFacts
  readonly patientZone: string
  readonly reachable: true | UnreachableReason
  /** Purposes with a live grant for this patient at this contact point. */
  readonly granted: ReadonlySet<Purpose>
  /** Empty when everything is switched on. */
  readonly sendingDisabled: readonly DisabledReason[]
  /** The source declares how often it comes and is overdue: nothing new is planned from what it said. */
  readonly sourceStale?: boolean
  readonly holidays: Holidays
  readonly decentHours: DecentHoursByClass
  /** No touch within this of a booking or a move: desks edit right after booking, and the patient knows anyway. */
  readonly settleMs: number
  /** When the patient is told of this version by a notice: what follows keeps its distance. */
  readonly toldAt?: Instant
  /** When the visit was booked according to the source; without it `visit.settledAt` counts. */
  readonly bookedAt?: Instant
}

/** `journey/step/appointment@version`: planning twice can never send twice, and a moved visit has keys of its own. */
export type TouchKey = `${string}/${string}/${string}@${number}`

export type PlannedTouch = {
  readonly key: TouchKey
  readonly journey: string
  readonly step: string
  readonly visitId: string
  readonly version: number
  /** Where the words are; see templateBase(). */
  readonly template: string
  readonly purpose: Purpose
  readonly lane: Lane
  readonly messageClass: MessageClass
  readonly askConfirmation: boolean
  /** What the step counts from. */
  readonly anchorAt: Instant
  /** When the step would go out if every hour were decent; never before `dueAt`. */
  readonly intendedAt: Instant
  readonly dueAt: Instant
  /** The booking has settled, or the visit is over: merging never pulls the touch before this. */
  readonly notBefore: Instant
  readonly expiresAt: Instant
  /** The visit's local day and the span that one message may cover; see merge(). */
  readonly visitDate: string
  readonly mergeWithinMs: number
}

export type SkipReason =
  | 'visit-cancelled'
  | 'visit-not-booked'
  | 'visit-over'
  | 'patient-declined'
  | 'did-not-come'
  | 'not-fulfilled-yet'
  | 'date-only'
  | DisabledReason
  | UnreachableReason
  | 'no-consent'
  | 'already-answered'
  | 'lead-too-short'
  | 'booked-too-late'
  | 'no-decent-hour'
  | 'too-close'
  | 'due-passed'
  | 'source-stale'

export type SkippedTouch = {
  readonly key: TouchKey
  readonly journey: string
  readonly step: string
  readonly visitId: string
  readonly version: number
  readonly reason: SkipReason
  /** When it would have gone out; absent when it never had a time. */
  readonly dueAt?: Instant
}

/** For each step of the journey, in order, either a touch or the reason why there is none. */
export type Plan = {
  readonly journey: string
  readonly visitId: string
  readonly version: number
  readonly touches: readonly PlannedTouch[]
  readonly skipped: readonly SkippedTouch[]
}
