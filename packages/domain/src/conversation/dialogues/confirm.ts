import type { VisitRef } from '../action.ts'
import { answer, dropOffer, type Scene, type Turn } from '../answer.ts'
import type { OwnVisit } from '../facts.ts'
import { afterCancel } from '../options.ts'
import { refOf, see } from '../sight.ts'
import { wordsOf } from '../words-of.ts'
import { truth } from './outdated.ts'

export function confirm(scene: Scene, ref: VisitRef): Turn {
  const sight = see(scene.facts, ref, scene.now)
  if (sight.is === 'open' && sight.fresh) return confirmOpen(scene, sight.visit)
  if (sight.is === 'cancelled') {
    return answer(
      scene,
      'still-cancelled',
      { visit: wordsOf(sight.visit) },
      { options: afterCancel(sight.visit, scene.now), about: [sight.visit] },
    )
  }
  return truth(scene, sight)
}

function confirmOpen(before: Scene, visit: OwnVisit): Turn {
  const { scene, effects } = dropOffer(before, visit) // whoever confirms is not moving
  const said = { visit: wordsOf(visit) }
  if (visit.confirmation === 'confirmed') return answer(scene, 'already-confirmed', said, { effects })
  return answer(scene, 'confirmed', said, { effects: [{ do: 'confirm-visit', visit: refOf(visit) }, ...effects] })
}

/** "Keep my time", said while other times were on offer: the visit stands, and is thereby confirmed. */
export function keep(before: Scene, ref: VisitRef): Turn {
  const sight = see(before.facts, ref, before.now)
  if (sight.is !== 'open' || !sight.fresh) return truth(before, sight)
  const { scene, effects } = dropOffer(before, ref)
  const confirms = sight.visit.confirmation !== 'confirmed'
  return answer(
    scene,
    'kept',
    { visit: wordsOf(sight.visit) },
    { effects: [...(confirms ? [{ do: 'confirm-visit', visit: refOf(ref) } as const] : []), ...effects] },
  )
}
