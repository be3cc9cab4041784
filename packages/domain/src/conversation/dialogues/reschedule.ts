import { offer } from '../../scheduling/offer.ts'
import type { Slot } from '../../scheduling/slot.ts'
import { HOUR, MINUTE, shift } from '../../shared/instant.ts'
import type { Preference, VisitRef } from '../action.ts'
import { answer, dropOffer, type Scene, type Turn } from '../answer.ts'
import type { Effect, Hold } from '../effect.ts'
import type { OwnVisit } from '../facts.ts'
import { keepIt, moreTimes, preferenceOptions, slotOptions, talkToUs } from '../options.ts'
import { openQuestion } from '../question.ts'
import { canUndo, openVisits, refOf, see, type Sight } from '../sight.ts'
import { wordsAt, wordsOf } from '../words-of.ts'
import { oldSlot, tooLate } from './cancel.ts'
import { truth } from './outdated.ts'

/** The times on offer are kept for the patient this long; afterwards they may be gone (docs/adr/0021). */
export const HOLD_MS = 10 * MINUTE
/** A new time this near is confirmed by choosing it; a later one is asked about again by its own reminder. */
export const CHOICE_CONFIRMS_MS = 72 * HOUR

type Movable = Extract<Sight, { is: 'open' | 'cancelled' }>
type OfferKey = 'slots-offered' | 'more-slots' | 'slot-lost'

export const reschedule = (scene: Scene, ref: VisitRef): Turn =>
  ifMovable(scene, ref, (sight) => offerTimes(anew(scene), sight, 'slots-offered'))

export const moreSlots = (scene: Scene, ref: VisitRef): Turn =>
  ifMovable(scene, ref, (sight) => offerTimes(scene, sight, 'more-slots'))

/** The old time is given up only when the new one is won: `move-visit` does both or neither. */
export const pickSlot = (scene: Scene, ref: VisitRef, slot: Slot): Turn =>
  ifMovable(scene, ref, (sight) => {
    if (slot.startAt <= scene.now) return offerTimes(seenToo(scene, ref, slot), sight, 'slot-lost')
    const visit = refOf(sight.visit)
    const confirms = slot.startAt - scene.now <= CHOICE_CONFIRMS_MS
    return answer(
      anew(scene),
      'moved',
      { visit: wordsAt(sight.visit, slot) },
      {
        effects: [
          { do: 'move-visit', visit, slot, reinstate: sight.is === 'cancelled', confirms },
          { do: 'release-holds', visit },
        ],
      },
    )
  })

/** The shell could not carry out the effect: apology and what is left. It never asks for a conditional effect again. */
export const slotLost = (scene: Scene, ref: VisitRef, slot: Slot, wanted: 'move' | 'undo'): Turn =>
  ifMovable(scene, ref, (sight) =>
    wanted === 'undo'
      ? tooLate(scene, sight.visit, 'undo-taken')
      : offerTimes(seenToo(scene, ref, slot), sight, 'slot-lost'),
  )

export const prefer = (scene: Scene, ref: VisitRef, preference: Preference): Turn =>
  ifMovable(scene, ref, ({ visit }) => {
    const dropped = dropOffer(scene, visit)
    const effects = [...dropped.effects, ...toStaff(visit, preference)]
    return answer(dropped.scene, 'preference-noted', { visit: wordsOf(visit) }, { effects })
  })

function ifMovable(scene: Scene, ref: VisitRef, then: (sight: Movable) => Turn): Turn {
  const sight = see(scene.facts, ref, scene.now)
  const movable = (sight.is === 'open' || sight.is === 'cancelled') && sight.fresh
  return movable ? then(sight) : truth(scene, sight)
}

function offerTimes(scene: Scene, sight: Movable, key: OfferKey): Turn {
  const { visit } = sight
  const free = scene.facts.slots[visit.id]
  if (free === undefined) return { ...askPreference(scene, visit, 'ask-preference'), wants: { slotsOf: visit.id } }
  if (free === 'by-staff') return askPreference(scene, visit, 'ask-preference')
  const shown = shownOf(scene, visit)
  const { slots, more } = offer({
    free,
    shown,
    now: scene.now,
    zone: visit.zone,
    busy: expectedAt(scene),
    ...(visit.startAt === undefined ? {} : { usualAt: visit.startAt }),
  })
  if (slots.length === 0) return nothingToOffer(scene, visit, key)
  const offered = { visit: refOf(visit), slots: [...shown, ...slots] }
  return answer(
    { ...scene, state: { ...scene.state, offered } },
    key,
    { visit: wordsOf(visit) },
    {
      effects: [...wantsToMove(sight), { do: 'hold-slots', visit: refOf(visit), holds: holdsFor(scene, sight, slots) }],
      options: [
        ...slotOptions(visit, slots),
        ...(more ? [moreTimes(visit)] : []),
        talkToUs([visit]),
        ...(sight.is === 'open' ? [keepIt(visit)] : []),
      ],
      about: [visit],
    },
  )
}

function nothingToOffer(scene: Scene, visit: OwnVisit, key: OfferKey): Turn {
  const said = { visit: wordsOf(visit) }
  switch (key) {
    case 'slots-offered':
      return askPreference(scene, visit, 'no-slots')
    case 'more-slots':
      return answer(scene, 'no-more-slots', said, { options: [talkToUs([visit])], about: [visit] })
    case 'slot-lost': {
      const dropped = dropOffer(scene, visit)
      return answer(dropped.scene, 'slot-lost-none-left', said, { effects: [...dropped.effects, ...toStaff(visit)] })
    }
  }
}

const shownOf = ({ state: { offered } }: Scene, visit: VisitRef): readonly Slot[] =>
  offered?.visit.id === visit.id ? offered.slots : []

const wantsToMove = ({ is, visit }: Movable): readonly Effect[] =>
  is === 'open' && visit.confirmation !== 'reschedule-requested'
    ? [{ do: 'request-reschedule', visit: refOf(visit), by: 'bot' }]
    : []

/** The new times, and, while the cancellation can be taken back, the old one. */
function holdsFor(scene: Scene, { is, visit }: Movable, slots: readonly Slot[]): readonly Hold[] {
  const holds = slots.map((slot) => ({ slot, until: shift(scene.now, HOLD_MS) }))
  const old = is === 'cancelled' && canUndo(visit, scene.now) ? oldSlot(visit) : undefined
  return old && visit.undoUntil !== undefined ? [{ slot: old, until: visit.undoUntil }, ...holds] : holds
}

/** Times at which this patient, or the household that shares the phone, is already expected; the old time is one of them. */
const expectedAt = (scene: Scene): readonly Slot[] =>
  openVisits(scene.facts, scene.now).flatMap((visit) => oldSlot(visit) ?? [])

/** No times to offer: the patient says roughly when, and staff find it. They are told now, not when the patient answers. */
function askPreference(before: Scene, visit: OwnVisit, key: 'ask-preference' | 'no-slots'): Turn {
  const { scene, effects } = dropOffer(before, visit)
  const said = { visit: wordsOf(visit) }
  const withStaff = visit.confirmation === 'reschedule-requested' && scene.facts.owner !== 'bot'
  if (withStaff) return answer(scene, 'already-with-staff', said, { effects })
  const options = preferenceOptions(visit)
  return answer(scene, key, said, { effects: [...effects, ...toStaff(visit)], options, about: [visit] })
}

/** Free text after "when would suit you?" is the preference itself: staff, who have the wish already, read it. */
export function prefersInWords(scene: Scene): Turn | undefined {
  const question = openQuestion(scene)
  if (scene.facts.owner === 'person' || (question?.key !== 'ask-preference' && question?.key !== 'no-slots'))
    return undefined
  const [ref] = question.visits
  if (ref === undefined) return undefined
  const sight = see(scene.facts, ref, scene.now)
  if (sight.is !== 'open' && sight.is !== 'cancelled') return undefined
  const turn = answer(
    scene,
    'preference-noted',
    { visit: wordsOf(sight.visit) },
    { effects: [...toStaff(sight.visit), { do: 'mark-unread' }] },
  )
  return { ...turn, state: { ...turn.state, handedOverAt: scene.now } }
}

const toStaff = (visit: OwnVisit, preference?: Preference): readonly Effect[] => [
  {
    do: 'request-reschedule',
    visit: refOf(visit),
    by: 'staff',
    ...(preference === undefined ? {} : { preference }),
  },
  { do: 'escalate', queue: 'scheduling', reason: 'wants-to-move', priority: 'normal', visit: refOf(visit) },
]

/** Forgets which times were shown; the holds that come next replace those on them. */
function anew(scene: Scene): Scene {
  const { offered: _forgotten, ...state } = scene.state
  return { ...scene, state }
}

function seenToo(scene: Scene, ref: VisitRef, slot: Slot): Scene {
  const offered = { visit: refOf(ref), slots: [...shownOf(scene, ref), slot] }
  return { ...scene, state: { ...scene.state, offered } }
}
