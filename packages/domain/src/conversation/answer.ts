import type { Instant } from '../shared/instant.ts'
import type { VisitRef } from './action.ts'
import type { Effect } from './effect.ts'
import type { TurnFacts } from './facts.ts'
import type { Option, Reply, ReplyKey, ReplyParams } from './reply.ts'
import { refOf } from './sight.ts'
import type { ConversationState } from './state.ts'

/** `wants`: load the free slots of this visit into `facts.slots` and decide again; until then staff would be asked. */
export type Turn = {
  readonly state: ConversationState
  readonly effects: readonly Effect[]
  readonly wants?: { readonly slotsOf: string }
}

/** What every dialogue looks at. */
export type Scene = { readonly state: ConversationState; readonly facts: TurnFacts; readonly now: Instant }

export type Answer = {
  readonly options?: readonly Option[]
  /** The visits that the question is about. */
  readonly about?: readonly VisitRef[]
  readonly effects?: readonly Effect[]
}

/** Says one thing. With options it becomes the open question; without, the question before is settled. */
export function answer<K extends ReplyKey>(scene: Scene, key: K, params: ReplyParams[K], rest: Answer = {}): Turn {
  const { options = [], about = [], effects = [] } = rest
  const { question: _settled, ...state } = scene.state
  const asked = { key, askedAt: scene.now, visits: about.map(refOf), options }
  return {
    state: options.length === 0 ? state : { ...state, question: asked },
    effects: [...effects, { do: 'reply', reply: replyOf(key, params, options) }],
  }
}

// The one place where a key and its parameters are tied together; the caller's types have checked the pair.
const replyOf = <K extends ReplyKey>(key: K, params: ReplyParams[K], options: readonly Option[]): Reply =>
  ({ key, params, options, kind: RECEIPTS.has(key) ? 'safety' : 'reply' }) as Reply

/** What a person is owed who said STOP: it needs no consent (invariant 2). */
const RECEIPTS: ReadonlySet<ReplyKey> = new Set(['opted-out', 'already-opted-out'])

/** Forgets the times on offer, and frees them, when they were for this visit. */
export function dropOffer(scene: Scene, visit: VisitRef): { scene: Scene; effects: readonly Effect[] } {
  const { offered, ...state } = scene.state
  if (offered?.visit.id !== visit.id) return { scene, effects: [] }
  return { scene: { ...scene, state }, effects: [{ do: 'release-holds', visit: refOf(visit) }] }
}
