import type { Instant } from './instant.ts'

/** FHIR R4 AppointmentStatus with the words of other books that it lacks. */
export const APPOINTMENT_STATUSES = [
  'proposed', 'pending', 'booked', 'arrived', 'in-progress', 'fulfilled', 'cancelled', 'noshow',
  'waitlist', 'entered-in-error', 'unknown',
] as const // prettier-ignore
export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number]

/** What the patient said about the visit; a state of its own, never read from the status. */
export const CONFIRMATIONS = ['none', 'requested', 'confirmed', 'declined', 'reschedule-requested'] as const
export type Confirmation = (typeof CONFIRMATIONS)[number]

/** A visit that is still going to happen, as far as the book knows. */
export const UPCOMING_STATUSES: ReadonlySet<AppointmentStatus> = new Set(['proposed', 'pending', 'booked'])
/** A visit whose patient came. */
export const ATTENDED_STATUSES: ReadonlySet<AppointmentStatus> = new Set(['arrived', 'in-progress', 'fulfilled'])

/**
 * Why we talk to somebody; consent is given per purpose (reference: CONTRACT "consent purposes").
 * `safety` and `reply` are not purposes but kinds of message: they rest on other grounds (invariant 2).
 */
export const PURPOSES = [
  'appointment_logistics', 'care_followup', 'results_notice', 'refill', 'billing', 'campaign', 'survey', 'media_intake',
] as const // prettier-ignore
export type Purpose = (typeof PURPOSES)[number]

/** initiated: we begin; reply: the answer to the person's own message; safety: emergency answer or opt-out receipt. */
export type MessageKind = 'initiated' | 'reply' | 'safety'

/** Order in which messages leave when not all can (smaller first). */
export const LANES = { safety: 0, reply: 1, nearReminder: 2, farReminder: 3, campaign: 4 } as const
export type Lane = (typeof LANES)[keyof typeof LANES]

/** The part of an appointment that planning and the gate look at. `startAt` is absent for a visit known by day only. */
export type VisitFacts = {
  readonly id: string
  readonly version: number
  readonly status: AppointmentStatus
  readonly confirmation: Confirmation
  readonly startAt?: Instant
  /** YYYY-MM-DD in `zone`. */
  readonly date: string
  readonly zone: string
  readonly durationMin?: number
  /** When this version of the visit was made or last moved. */
  readonly settledAt: Instant
  readonly fulfilledAt?: Instant
}
