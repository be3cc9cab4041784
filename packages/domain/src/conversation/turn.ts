import type { Effect } from './effect.ts'
import type { TurnFacts } from './facts.ts'
import type { Inbound } from './inbound.ts'
import type { Instant } from '../shared/instant.ts'
import type { ConversationState } from './state.ts'

/** `wants`: load the free slots of this visit into `facts.slots` and decide again; until then staff would be asked. */
export type Turn = {
  readonly state: ConversationState
  readonly effects: readonly Effect[]
  readonly wants?: { readonly slotsOf: string }
}

export type TakeTurn = (state: ConversationState, inbound: Inbound, facts: TurnFacts, now: Instant) => Turn
