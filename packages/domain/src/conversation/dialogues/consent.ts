import { answer, dropOffer, type Scene, type Turn } from '../answer.ts'

/** STOP wins from every state and whoever owns the conversation, and is carried out each time; what was on offer is freed. */
export function optOut(before: Scene): Turn {
  const { offered } = before.state
  const { scene, effects } = offered ? dropOffer(before, offered.visit) : { scene: before, effects: [] }
  return answer(
    scene,
    before.facts.optedOut ? 'already-opted-out' : 'opted-out',
    {},
    {
      effects: [{ do: 'opt-out' }, ...effects],
      options: [{ key: 'start-again', params: {}, action: { do: 'opt-in' } }],
    },
  )
}

export const optIn = (scene: Scene): Turn => answer(scene, 'opted-in', {}, { effects: [{ do: 'opt-in' }] })
