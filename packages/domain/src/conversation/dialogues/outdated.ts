import type { VisitRef } from '../action.ts'
import { answer, type Scene, type Turn } from '../answer.ts'
import { afterCancel, talkToUs, visitOptions } from '../options.ts'
import type { Sight } from '../sight.ts'
import { wordsOf } from '../words-of.ts'

/** The answer to a tap on something that does not hold any more: says what is true now and changes no visit. */
export function truth(scene: Scene, sight: Sight): Turn {
  switch (sight.is) {
    case 'missing':
      return noVisit(scene)
    case 'open':
      return answer(
        scene,
        'outdated-moved',
        { visit: wordsOf(sight.visit) },
        { options: visitOptions(sight.visit), about: [sight.visit] },
      )
    case 'cancelled':
      return answer(
        scene,
        'already-cancelled',
        { visit: wordsOf(sight.visit) },
        { options: afterCancel(sight.visit, scene.now), about: [sight.visit] },
      )
    case 'gone':
      return gone(scene, sight.visit, wordsOf(sight.visit))
    case 'over':
      return answer(
        scene,
        'past-visit',
        { visit: wordsOf(sight.visit) },
        { options: [talkToUs([sight.visit])], about: [sight.visit] },
      )
  }
}

/** Somebody expects a visit that nobody can find: a person has to look whose it is. */
export const noVisit = (scene: Scene): Turn =>
  answer(
    scene,
    'no-visit',
    {},
    { effects: [{ do: 'escalate', queue: 'identity', reason: 'no-visit-found', priority: 'normal' }] },
  )

/** A patient who answers a visit that the clinic took away may still be on the way to it. */
const gone = (scene: Scene, { id, version }: VisitRef, visit: ReturnType<typeof wordsOf>): Turn =>
  answer(
    scene,
    'no-longer-booked',
    { visit },
    {
      effects: [
        {
          do: 'escalate',
          queue: 'scheduling',
          reason: 'gone-from-book',
          priority: 'high',
          visit: { id, version },
        },
      ],
    },
  )
