import type { Instant } from '../shared/instant.ts'
import type { VisitFacts } from '../shared/appointment.ts'
import type { Slot } from '../scheduling/slot.ts'
import type { VisitRef } from './action.ts'

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
  /** Until when the patient may take the cancellation back; set by `cancelVisit`. */
  readonly undoUntil?: Instant
}

/** What the message that the patient answered was about. */
export type About = {
  readonly visits: readonly VisitRef[]
  /** `quoted`: the answer names the message (context id). `latest`: it is simply the last reminder that we sent. */
  readonly how: 'quoted' | 'latest'
  readonly sentAt: Instant
}

/** Everything one turn looks at, loaded before it. */
export type TurnFacts = {
  /** Visits from today on and those of the last days, cancelled ones too, in any order. */
  readonly visits: readonly OwnVisit[]
  readonly about?: About
  /**
   * Every free slot per visit id, soonest first, where the bot may offer times itself (the hours are accepted). No entry:
   * not loaded; `turn` then says so in `wants` and is called again. Empty: there is none, or hours are not accepted.
   */
  readonly slots: Readonly<Record<string, readonly Slot[]>>
  readonly owner: 'bot' | 'queue' | 'person'
  /** True when this contact has no live grant left because of its own STOP. */
  readonly optedOut: boolean
}
