import type { Instant } from '../shared/instant.ts'
import { act } from './act.ts'
import type { Scene, Turn } from './answer.ts'
import { optIn, optOut } from './dialogues/consent.ts'
import { handOver, passOn } from './dialogues/hand-over.ts'
import { visitActions, whichVisit } from './dialogues/merged.ts'
import { prefersInWords, slotLost } from './dialogues/reschedule.ts'
import type { TurnFacts } from './facts.ts'
import type { Inbound, Word } from './inbound.ts'
import { openVisits, see } from './sight.ts'
import type { ConversationState } from './state.ts'
import { onChoice, onWord } from './typed.ts'

export type { Turn }

/**
 * One turn: what the bot makes of one message. Pure and total; returns data, nothing happens here. Stop words win from
 * every state, then a tap or an exact word counts, and everything else reaches a person.
 */
export function turn(state: ConversationState, inbound: Inbound, facts: TurnFacts, now: Instant): Turn {
  const scene = { state: withOwner(state, facts), facts, now }
  switch (inbound.kind) {
    case 'word':
      return onAnyWord(scene, inbound.word)
    case 'tap':
      return act(scene, inbound.action)
    case 'choice':
      return onChoice(scene, inbound.n)
    case 'text':
      return onText(scene)
    case 'unread':
      return handOver(scene, inbound.what === 'audio' ? 'voice' : 'media')
    case 'unsupported':
      return handOver(scene, 'unsupported')
    case 'notice':
      return passOn(scene, inbound.what)
    case 'unknown-tap':
      return onUnknownTap(scene)
    case 'reaction':
      return onReaction(scene, inbound.removed)
    case 'revoke':
      return { state: scene.state, effects: [] } // nothing was asked; the thread shows it
    case 'slot-lost':
      return slotLost(scene, inbound.visit, inbound.slot, inbound.wanted)
  }
}

/** Back with the bot, the hand-over is done: the next one is told again. */
function withOwner(state: ConversationState, { owner }: TurnFacts): ConversationState {
  if (owner !== 'bot') return state
  const { handedOverAt: _done, ...rest } = state
  return rest
}

const onText = (scene: Scene): Turn => prefersInWords(scene) ?? handOver(scene, 'free-text')

function onAnyWord(scene: Scene, word: Word): Turn {
  switch (word) {
    case 'opt-out':
      return optOut(scene)
    case 'opt-in':
      return optIn(scene)
    case 'opt-in-again':
      return scene.facts.optedOut ? optIn(scene) : onText(scene)
    case 'confirm':
    case 'reschedule':
    case 'cancel':
    case 'undo':
      return onWord(scene, word)
  }
}

/** Its meaning is lost, the patient's wish is not: show what can be done now. */
function onUnknownTap(scene: Scene): Turn {
  const [only, ...others] = openVisits(scene.facts, scene.now)
  if (only === undefined) return handOver(scene, 'unknown-button')
  return others.length === 0 ? visitActions(scene, only) : whichVisit(scene, [only, ...others], 'any')
}

/** A thumb on the reminder looks like a yes and is none: ask. Any other emoji needs no answer. */
function onReaction(scene: Scene, removed: boolean): Turn {
  const { about } = scene.facts
  const [ref, ...others] = about?.how === 'quoted' ? about.visits : []
  const silent = { state: scene.state, effects: [] }
  if (removed || ref === undefined || others.length > 0 || scene.facts.owner === 'person') return silent
  const sight = see(scene.facts, ref, scene.now)
  const asked = sight.is === 'open' && sight.fresh && sight.visit.confirmation === 'requested'
  return asked ? visitActions(scene, sight.visit) : silent
}
