import type { Slot } from '../scheduling/slot.ts'

/**
 * A visit as the patient was told of it. `version` rises whenever the time, the practitioner or the place changes, and
 * may rise by one when the visit is cancelled or restored; it never rises because the patient confirmed.
 */
export type VisitRef = { readonly id: string; readonly version: number }

/** Why a visit is cancelled, as far as a button can say it. */
export const CANCEL_REASONS = ['cannot-come', 'feeling-better', 'booked-elsewhere', 'other'] as const
export type CancelReason = (typeof CANCEL_REASONS)[number]

/** When the patient would rather come, while no times can be offered. */
export const PREFERENCES = ['morning', 'afternoon', 'any-time'] as const
export type Preference = (typeof PREFERENCES)[number]

/** What an ambiguous word ("yes", with two visits ahead) was meant to do; `any`: asked by "change one". */
export type Purpose = 'confirm' | 'reschedule' | 'cancel' | 'any'

/**
 * What a button, a list row or a digit means. The shell keeps it behind a random reference and never sends it; a
 * template's buttons (confirm, reschedule, cancel; confirm-all, change-one; all-well, ask-question) mean the same actions as the bot's own.
 */
export type Action =
  | { readonly do: 'confirm'; readonly visit: VisitRef }
  | { readonly do: 'reschedule'; readonly visit: VisitRef }
  | { readonly do: 'cancel'; readonly visit: VisitRef }
  | { readonly do: 'confirm-all'; readonly visits: readonly VisitRef[] }
  | { readonly do: 'change-one'; readonly visits: readonly VisitRef[] }
  | { readonly do: 'choose-visit'; readonly visit: VisitRef }
  | { readonly do: 'cancel-reason'; readonly visit: VisitRef; readonly reason: CancelReason }
  | { readonly do: 'undo-cancel'; readonly visit: VisitRef }
  | { readonly do: 'pick-slot'; readonly visit: VisitRef; readonly slot: Slot }
  | { readonly do: 'more-slots'; readonly visit: VisitRef }
  | { readonly do: 'keep'; readonly visit: VisitRef }
  | { readonly do: 'prefer'; readonly visit: VisitRef; readonly preference: Preference }
  /** The two buttons of the message after the visit. */
  | { readonly do: 'all-well'; readonly visit: VisitRef }
  | { readonly do: 'ask-question'; readonly visit: VisitRef }
  | { readonly do: 'ask-staff'; readonly visits: readonly VisitRef[] }
  | { readonly do: 'opt-in' }
export type ActionName = Action['do']
