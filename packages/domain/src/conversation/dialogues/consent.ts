import { answer, dropOffer, type Scene, type Turn } from '../answer.ts'
import type { Option } from '../reply.ts'

const startAgain: Option = { key: 'start-again', params: {}, action: { do: 'opt-in' } }

/**
 * STOP wins from every state and whoever owns the conversation, and is carried out each time; what was on offer is freed.
 * One that reaches us after the START that the person sent later is over: they are told what holds.
 */
export function optOut(before: Scene): Turn {
  if (before.facts.laterConsent === 'opt-in')
    return answer(before, 'opted-in', {}, { effects: [{ do: 'opt-out', startedAgain: true }] })
  const { offered } = before.state
  const { scene, effects } = offered ? dropOffer(before, offered.visit) : { scene: before, effects: [] }
  return answer(
    scene,
    before.facts.optedOut ? 'already-opted-out' : 'opted-out',
    {},
    {
      effects: [{ do: 'opt-out' }, ...effects],
      options: [startAgain],
    },
  )
}

/** A START that reaches us after the STOP that the person sent later must never undo that STOP. */
export function optIn(scene: Scene): Turn {
  if (scene.facts.laterConsent === 'opt-out') return answer(scene, 'already-opted-out', {}, { options: [startAgain] })
  return answer(scene, 'opted-in', {}, { effects: [{ do: 'opt-in' }] })
}
