import type { Instant } from '../shared/instant.ts'
import type { Action, CancelReason, Preference, Purpose } from './action.ts'

/** A visit in words: the texts turn instant, date and zone into the patient's language. */
export type VisitWords = {
  readonly date: string
  readonly zone: string
  /** Absent when the book knows the day only. */
  readonly startAt?: Instant
  readonly patient?: string
  readonly practitioner?: string
  readonly service?: string
  readonly site?: string
}
export type VisitNow = VisitWords & { readonly now: 'confirmed' | 'booked' | 'cancelled' | 'over' }
type OfVisit = { readonly visit: VisitWords }
type OfVisits = { readonly visits: readonly VisitWords[] }
type Nothing = Readonly<Record<never, never>>

/** The messages of the bot and what each needs to be said. */
export type ReplyParams = {
  confirmed: OfVisit
  'confirmed-all': OfVisits
  'already-confirmed': OfVisit
  cancelled: OfVisit & { readonly undoUntil: Instant }
  'already-cancelled': OfVisit
  /** Confirm came after the patient had cancelled. */
  'still-cancelled': OfVisit
  'reason-noted': Nothing
  'cancel-undone': OfVisit
  'undo-too-late': OfVisit
  /** The old time was given away before the undo. */
  'undo-taken': OfVisit
  /** "Undo" or a reason for cancelling, but the visit stands. */
  'still-booked': OfVisit
  'slots-offered': OfVisit
  'more-slots': OfVisit
  'slot-lost': OfVisit
  moved: OfVisit
  kept: OfVisit
  'ask-preference': OfVisit
  /** Every time is taken: staff will look. */
  'no-slots': OfVisit
  'no-more-slots': OfVisit
  /** The chosen time went to somebody else and no other is free: staff will look. */
  'slot-lost-none-left': OfVisit
  'preference-noted': OfVisit
  'already-with-staff': OfVisit
  /** The message that was answered speaks of an earlier time; this is what holds now. */
  'outdated-moved': OfVisit
  /** The clinic cancelled it, or it left the book. */
  'no-longer-booked': OfVisit
  'past-visit': OfVisit
  /** Some visits of a merged reminder have changed: what holds now. */
  'visits-now': { readonly visits: readonly VisitNow[] }
  'which-visit': OfVisits & { readonly purpose: Purpose }
  'visit-actions': OfVisit
  'no-visit': Nothing
  'handed-to-staff': { readonly after: 'words' | 'media' | 'voice' | 'wish' }
  unsupported: Nothing
  'follow-up-thanks': Nothing
  'follow-up-question': Nothing
  'not-a-choice': { readonly count: number }
  'opted-out': Nothing
  'already-opted-out': Nothing
  'opted-in': Nothing
}
export type ReplyKey = keyof ReplyParams

/** What a button or a row says. */
export type OptionParams = {
  confirm: Nothing
  reschedule: Nothing
  cancel: Nothing
  undo: Nothing
  'another-time': Nothing
  'more-times': Nothing
  keep: Nothing
  'talk-to-us': Nothing
  'all-visits': Nothing
  'start-again': Nothing
  slot: { readonly startAt: Instant; readonly zone: string }
  visit: OfVisit
  reason: { readonly reason: CancelReason }
  preference: { readonly preference: Preference }
}
export type OptionKey = keyof OptionParams
export type Option = {
  readonly [K in OptionKey]: { readonly key: K; readonly params: OptionParams[K]; readonly action: Action }
}[OptionKey]

/** WhatsApp's limits (Cloud API, interactive messages): 3 reply buttons, or a list of 10 rows in all. */
export const MAX_BUTTONS = 3
export const MAX_ROWS = 10

/**
 * One message to the patient. Up to three options are sent as buttons, more as one list; digits answer them in order.
 * `safety` rests on nothing but itself (opt-out receipt), `reply` on the patient's own message (invariant 2).
 */
export type Reply = {
  readonly [K in ReplyKey]: {
    readonly key: K
    readonly params: ReplyParams[K]
    readonly options: readonly Option[]
    readonly kind: 'reply' | 'safety'
  }
}[ReplyKey]
