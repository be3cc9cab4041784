import type { Instant } from '../shared/instant.ts'
import { MINUTE, shift } from '../shared/instant.ts'
import type { GateFacts, GateReason, Pause, Verdict } from './gate-types.ts'

export const allow: Verdict = { kind: 'allow' }
export const deny = (reason: GateReason): Verdict => ({ kind: 'deny', reason })
export const hold = (until: Instant, reason: GateReason): Verdict => ({ kind: 'hold', until, reason })

/** How long to wait before looking again at something whose end nobody knows: a review, a switch, a late file. */
export const LOOK_AGAIN_MS = MINUTE

export const lookAgain = ({ now }: GateFacts, reason: GateReason): Verdict => hold(shift(now, LOOK_AGAIN_MS), reason)

/** A pause that is over by its own word holds nothing. */
export function heldBy(pause: Pause | undefined, facts: GateFacts, reason: GateReason): Verdict {
  if (!pause || (pause.until !== undefined && pause.until <= facts.now)) return allow
  return pause.until === undefined ? lookAgain(facts, reason) : hold(pause.until, reason)
}
