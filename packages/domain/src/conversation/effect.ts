import type { Instant } from '../shared/instant.ts'
import type { Slot } from '../scheduling/slot.ts'
import type { CancelReason, Preference, VisitRef } from './action.ts'
import type { Reply } from './reply.ts'

export type Queue = 'unanswered' | 'identity' | 'scheduling'
export type EscalationReason =
  | 'free-text'
  | 'media'
  | 'voice'
  | 'unsupported'
  | 'asked-for-staff'
  | 'wants-to-move'
  | 'no-visit-found'
  | 'choice-not-understood'
  | 'unknown-button'
  | 'gone-from-book'
  | 'undo-too-late'
  | 'follow-up-question'
  | 'changed-person'
  | 'group-message'

/**
 * What a turn decided. Every effect is idempotent: applied twice it is applied once. `visit.version` is the version that
 * the decision looked at; the applier compares it under its lock.
 */
export type Effect =
  /** In order; each becomes one outbox row. */
  | { readonly do: 'reply'; readonly reply: Reply }
  | { readonly do: 'confirm-visit'; readonly visit: VisitRef }
  | { readonly do: 'cancel-visit'; readonly visit: VisitRef; readonly undoUntil: Instant }
  | { readonly do: 'note-cancel-reason'; readonly visit: VisitRef; readonly reason: CancelReason }
  /** Booked again at its old time, and confirmed. Conditional: if somebody has the time, `turn` again with `slot-lost`. */
  | { readonly do: 'undo-cancel'; readonly visit: VisitRef }
  /** confirmation = reschedule-requested (of a cancelled visit only the wish is kept). `by`: who looks for the new time. */
  | {
      readonly do: 'request-reschedule'
      readonly visit: VisitRef
      readonly by: 'bot' | 'staff'
      readonly preference?: Preference
    }
  /**
   * Replaces all holds of this visit. Best effort: a slot that somebody else holds by now is left out without an error,
   * the offer stands and the claim decides. After `cancel-visit` it holds the old time for the undo: what the visit had
   * claimed before is given up first, or the hold would go with it.
   */
  | { readonly do: 'hold-slots'; readonly visit: VisitRef; readonly holds: readonly Hold[] }
  | { readonly do: 'release-holds'; readonly visit: VisitRef }
  /**
   * The new time is won and the old one given up in one step, or neither: if it is lost, discard this turn (state and
   * effects) and call `turn` with the state from before, `slot-lost` and fresh slots. `reinstate`: the visit was
   * cancelled by the patient and lives again. `confirms`: the new time is so near that choosing it is the confirmation.
   */
  | {
      readonly do: 'move-visit'
      readonly visit: VisitRef
      readonly slot: Slot
      readonly reinstate: boolean
      readonly confirms: boolean
    }
  /** Into the queue; one that waits already keeps its waiting time, and one that a person owns becomes unread there. */
  | {
      readonly do: 'escalate'
      readonly queue: Queue
      readonly reason: EscalationReason
      readonly priority: 'normal' | 'high'
      readonly visit?: VisitRef
    }
  /** Something new to read for the person or the queue that has the conversation already. */
  | { readonly do: 'mark-unread' }
  /** `startedAgain`: the person has said START since; only what a START does not bring back stays withdrawn. */
  | { readonly do: 'opt-out'; readonly startedAgain?: true }
  | { readonly do: 'opt-in' }

export type Hold = { readonly slot: Slot; readonly until: Instant }
export type EffectName = Effect['do']
