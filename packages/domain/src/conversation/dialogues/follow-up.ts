import type { VisitRef } from '../action.ts'
import { answer, type Scene, type Turn } from '../answer.ts'
import { refOf } from '../sight.ts'

export const allWell = (scene: Scene): Turn => answer(scene, 'follow-up-thanks', {})

/** Staff hear of the question before it is written: a patient who gets no further is still seen. */
export function askQuestion(scene: Scene, ref: VisitRef): Turn {
  const visit = refOf(ref)
  const turn = answer(
    scene,
    'follow-up-question',
    {},
    {
      effects: [{ do: 'escalate', queue: 'unanswered', reason: 'follow-up-question', priority: 'normal', visit }],
    },
  )
  return { ...turn, state: { ...turn.state, handedOverAt: scene.now } }
}
