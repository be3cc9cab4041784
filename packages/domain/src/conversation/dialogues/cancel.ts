import { lasting, type Slot } from '../../scheduling/slot.ts'
import { instant, MINUTE, shift, type Instant } from '../../shared/instant.ts'
import type { CancelReason, VisitRef } from '../action.ts'
import { answer, dropOffer, type Scene, type Turn } from '../answer.ts'
import type { Effect } from '../effect.ts'
import type { OwnVisit } from '../facts.ts'
import { afterCancel, justCancelled } from '../options.ts'
import { canUndo, refOf, see } from '../sight.ts'
import { wordsOf } from '../words-of.ts'
import { truth } from './outdated.ts'

export const UNDO_MS = 15 * MINUTE

/**
 * A cancellation counts at once: a patient who never answers "why?" has still freed the time. What makes it safe is the
 * undo, for which the old time stays held.
 */
export function cancel(before: Scene, ref: VisitRef): Turn {
  const sight = see(before.facts, ref, before.now)
  if (sight.is !== 'open' || !sight.fresh) return truth(before, sight)
  const { visit } = sight
  const { scene, effects } = dropOffer(before, visit)
  const undoUntil = undoLimit(visit, before.now)
  return answer(
    scene,
    'cancelled',
    { visit: wordsOf(visit), undoUntil },
    {
      effects: [...effects, { do: 'cancel-visit', visit: refOf(visit), undoUntil }, ...holdOldTime(visit, undoUntil)],
      options: justCancelled(visit),
      about: [visit],
    },
  )
}

/** Nobody can take back a cancellation once the visit would have begun. */
const undoLimit = ({ startAt }: OwnVisit, now: Instant): Instant => {
  const limit = shift(now, UNDO_MS)
  return startAt === undefined ? limit : instant(Math.min(limit, startAt))
}

function holdOldTime(visit: OwnVisit, until: Instant): readonly Effect[] {
  const slot = oldSlot(visit)
  return slot ? [{ do: 'hold-slots', visit: refOf(visit), holds: [{ slot, until }] }] : []
}

/** The time that the visit has in the book; none where the book knows the day only, or not with whom. */
export function oldSlot({ startAt, durationMin, practitionerId, siteId, zone }: OwnVisit): Slot | undefined {
  if (startAt === undefined || durationMin === undefined || practitionerId === undefined) return undefined
  return { ...lasting(startAt, durationMin), practitionerId, siteId, zone }
}

export function noteReason(scene: Scene, ref: VisitRef, reason: CancelReason): Turn {
  const sight = see(scene.facts, ref, scene.now)
  if (sight.is === 'open' && sight.fresh) return answer(scene, 'still-booked', { visit: wordsOf(sight.visit) })
  if (sight.is !== 'cancelled' || !sight.fresh) return truth(scene, sight)
  return answer(
    scene,
    'reason-noted',
    {},
    {
      effects: [{ do: 'note-cancel-reason', visit: refOf(sight.visit), reason }],
      options: afterCancel(sight.visit, scene.now),
      about: [sight.visit],
    },
  )
}

/** Whoever takes a cancellation back means to come: the visit is booked again, and confirmed. */
export function undoCancel(before: Scene, ref: VisitRef): Turn {
  const sight = see(before.facts, ref, before.now)
  if (sight.is === 'open' && sight.fresh) return answer(before, 'still-booked', { visit: wordsOf(sight.visit) })
  if (sight.is !== 'cancelled' || !sight.fresh) return truth(before, sight)
  if (!canUndo(sight.visit, before.now)) return tooLate(before, sight.visit)
  const visit = refOf(sight.visit)
  const { offered: _forgotten, ...state } = before.state
  return answer(
    { ...before, state },
    'cancel-undone',
    { visit: wordsOf(sight.visit) },
    {
      effects: [
        { do: 'undo-cancel', visit },
        { do: 'release-holds', visit },
      ],
    },
  )
}

/** The quarter of an hour has passed, or the time was given away (`taken`): a person helps. */
export const tooLate = (scene: Scene, visit: OwnVisit, key: 'undo-too-late' | 'undo-taken' = 'undo-too-late'): Turn =>
  answer(
    scene,
    key,
    { visit: wordsOf(visit) },
    {
      effects: [
        { do: 'escalate', queue: 'scheduling', reason: 'undo-too-late', priority: 'normal', visit: refOf(visit) },
      ],
      options: afterCancel({ ...visit, undoUntil: instant(0) }, scene.now),
      about: [visit],
    },
  )
