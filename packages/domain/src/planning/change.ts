import type { Instant } from '../shared/instant.ts'
import type { PlannedTouch, SkippedTouch, SkipReason, TouchKey } from './plan-types.ts'

/** What became of a touch, in the words of its row in the outbox. */
export type TouchState =
  | 'planned'
  /** Part of another message that is still open. Once that message is on its way, pass its state instead. */
  | 'merged'
  | 'attempting' | 'unknown' | 'accepted' | 'failed' | 'expired' | 'denied'
  | 'skipped' | 'withdrawn' // prettier-ignore

/** One row about this visit and this journey, whatever its version. */
export type ExistingTouch = {
  readonly key: TouchKey
  readonly version: number
  readonly state: TouchState
  /** Of the touch as planned, before merging pulled it earlier. */
  readonly dueAt?: Instant
  readonly expiresAt?: Instant
  readonly reason?: string
}

/** `superseded`: the visit moved and a newer version is planned; `step-removed`: the journey no longer has the step. */
export type WithdrawReason = SkipReason | 'superseded' | 'step-removed'

export type Change =
  /** Insert an open row. */
  | { readonly kind: 'schedule'; readonly touch: PlannedTouch }
  /** Update times of an open row. */
  | { readonly kind: 'move'; readonly touch: PlannedTouch }
  /** Close an open row. */
  | { readonly kind: 'withdraw'; readonly key: TouchKey; readonly reason: WithdrawReason }
  /** Insert a row that says why nothing goes out, or put the reason of a skipped row right. */
  | { readonly kind: 'skip'; readonly touch: SkippedTouch }
  /** Open a skipped or withdrawn row again: what kept it back is gone. */
  | { readonly kind: 'revive'; readonly touch: PlannedTouch }
