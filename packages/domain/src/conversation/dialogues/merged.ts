import type { Action, Purpose, VisitRef } from '../action.ts'
import { answer, type Scene, type Turn } from '../answer.ts'
import type { Effect } from '../effect.ts'
import type { OwnVisit } from '../facts.ts'
import { talkToUs, visitOptions, visitRow } from '../options.ts'
import { MAX_ROWS, type Option, type VisitNow } from '../reply.ts'
import { refOf, see, type Sight } from '../sight.ts'
import { wordsOf } from '../words-of.ts'
import { confirm } from './confirm.ts'
import { noVisit, truth } from './outdated.ts'

type Known = Exclude<Sight, { is: 'missing' }>

/** Confirm on a merged reminder means all of it; visits that have changed since are told, not confirmed. */
export function confirmAll(scene: Scene, visits: readonly VisitRef[]): Turn {
  const refs = once(visits)
  const sights = known(scene, refs)
  const [first, ...others] = refs
  if (first === undefined || sights.length === 0) return noVisit(scene)
  if (others.length === 0) return confirm(scene, first)
  const current = sights.filter((sight) => sight.is === 'open' && sight.fresh).map(({ visit }) => visit)
  const effects = current
    .filter(({ confirmation }) => confirmation !== 'confirmed')
    .map((visit): Effect => ({ do: 'confirm-visit', visit: refOf(visit) }))
  if (current.length === refs.length)
    return answer(scene, 'confirmed-all', { visits: current.map(wordsOf) }, { effects })
  const confirmed = new Set(current.map(({ id }) => id))
  return answer(
    scene,
    'visits-now',
    { visits: sights.map((sight) => now(sight, confirmed)) },
    { effects, options: rowsFor(openOf(sights), 'any'), about: openOf(sights) },
  )
}

/** "Change one": which of them? A list changes nothing, so it shows each visit as it is now. */
export function changeOne(scene: Scene, refs: readonly VisitRef[]): Turn {
  const sights = known(scene, once(refs))
  const [only, ...others] = openOf(sights)
  if (only === undefined) return sights[0] ? truth(scene, sights[0]) : noVisit(scene)
  return others.length === 0 ? visitActions(scene, only) : whichVisit(scene, [only, ...others], 'any')
}

export function chooseVisit(scene: Scene, ref: VisitRef): Turn {
  const sight = see(scene.facts, ref, scene.now)
  return sight.is === 'open' && sight.fresh ? visitActions(scene, sight.visit) : truth(scene, sight)
}

/** One visit, and what can be done with it. */
export const visitActions = (scene: Scene, visit: OwnVisit): Turn =>
  answer(scene, 'visit-actions', { visit: wordsOf(visit) }, { options: visitOptions(visit), about: [visit] })

/** Asks which visit a word was meant for; a bare yes may mean all of them. */
export const whichVisit = (scene: Scene, visits: readonly OwnVisit[], purpose: Purpose): Turn =>
  answer(
    scene,
    'which-visit',
    { visits: visits.map(wordsOf), purpose },
    { options: rowsFor(visits, purpose), about: visits },
  )

function rowsFor(visits: readonly OwnVisit[], purpose: Purpose): readonly Option[] {
  if (visits.length === 0) return []
  const all: readonly Option[] =
    purpose === 'confirm'
      ? [{ key: 'all-visits', params: {}, action: { do: 'confirm-all', visits: visits.map(refOf) } }]
      : []
  const rows = visits.slice(0, MAX_ROWS - 1 - all.length).map((visit) => visitRow(visit, actionFor(visit, purpose)))
  return [...all, ...rows, talkToUs(visits)]
}

function actionFor(visit: VisitRef, purpose: Purpose): Action {
  switch (purpose) {
    case 'confirm':
    case 'reschedule':
    case 'cancel':
      return { do: purpose, visit: refOf(visit) }
    case 'any':
      return { do: 'choose-visit', visit: refOf(visit) }
  }
}

const once = (refs: readonly VisitRef[]): readonly VisitRef[] => [...new Map(refs.map((ref) => [ref.id, ref])).values()]

const known = (scene: Scene, refs: readonly VisitRef[]): readonly Known[] =>
  refs.map((ref) => see(scene.facts, ref, scene.now)).filter((sight) => sight.is !== 'missing')

const openOf = (sights: readonly Known[]): readonly OwnVisit[] =>
  sights.filter(({ is }) => is === 'open').map(({ visit }) => visit)

function now(sight: Known, confirmed: ReadonlySet<string>): VisitNow {
  const words = wordsOf(sight.visit)
  switch (sight.is) {
    case 'open':
      return {
        ...words,
        now: sight.visit.confirmation === 'confirmed' || confirmed.has(sight.visit.id) ? 'confirmed' : 'booked',
      }
    case 'cancelled':
    case 'gone':
      return { ...words, now: 'cancelled' }
    case 'over':
      return { ...words, now: 'over' }
  }
}
