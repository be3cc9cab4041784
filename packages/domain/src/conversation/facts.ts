import type { Instant } from '../shared/instant.ts'
import type { VisitFacts } from '../shared/appointment.ts'
import type { Slot } from '../scheduling/slot.ts'
import type { Action, VisitRef } from './action.ts'

/** A visit that this contact may answer for. */
export type OwnVisit = VisitFacts & {
  readonly practitionerId?: string
  readonly siteId: string
  /** What a message to this contact may say; policy leaves out the rest (invariant 7). */
  readonly show: {
    /** Given name, where the household allows it or the phone has one patient only. */
    readonly patient?: string
    readonly practitioner?: string
    readonly service?: string
    readonly site?: string
  }
  /** Who cancelled it; absent counts as the clinic. */
  readonly cancelledBy?: 'patient' | 'clinic'
  /** What was booked at this time since then is in the way of an undo; what overlapped before is how this clinic books. */
  readonly cancelledAt?: Instant
  /** Until when the patient may take the cancellation back; set by `cancelVisit`. */
  readonly undoUntil?: Instant
}

/** What the message that the patient answered was about. */
export type About = {
  readonly visits: readonly VisitRef[]
  /** What its buttons mean, in their order: digits are read against them. Absent: as the first reminder announced them. */
  readonly actions?: readonly Action[]
  /** `quoted`: the answer names the message (context id), ours of any kind. `latest`: the last one that we began (reminder). */
  readonly how: 'quoted' | 'latest'
  readonly sentAt: Instant
}

/** Everything one turn looks at, loaded before it. */
export type TurnFacts = {
  /** Visits from today on and those of the last days, cancelled ones too, in any order. */
  readonly visits: readonly OwnVisit[]
  readonly about?: About
  /**
   * Free slots per visit id, in any order. No entry: not loaded; `turn` then says so in `wants` and is called again.
   * `by-staff`: the hours are not accepted yet, or nobody knows with whom: the bot asks for a preference.
   */
  readonly slots: Readonly<Record<string, readonly Slot[] | 'by-staff'>>
  /** This contact said STOP and has not taken it back. */
  readonly optedOut: boolean
  /** The STOP or START that this person sent after this message, but that reached us before it. Absent: there is none. */
  readonly laterConsent?: 'opt-out' | 'opt-in'
  readonly owner: 'bot' | 'queue' | 'person'
  /** When a member of staff last wrote in this conversation: an answer after it may be meant for them. */
  readonly lastStaffMessageAt?: Instant
}
