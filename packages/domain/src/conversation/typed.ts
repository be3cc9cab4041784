import type { Action, ActionName, Purpose, VisitRef } from './action.ts'
import { act } from './act.ts'
import type { Scene, Turn } from './answer.ts'
import { noVisit, truth } from './dialogues/outdated.ts'
import { handOver } from './dialogues/hand-over.ts'
import { changeOne, visitActions, whichVisit } from './dialogues/merged.ts'
import type { Effect } from './effect.ts'
import type { OwnVisit } from './facts.ts'
import type { Word } from './inbound.ts'
import { askAgain, openQuestion } from './question.ts'
import type { ReplyKey } from './reply.ts'
import { openVisits, refOf, see, type Sight } from './sight.ts'
import { HASTE_MS, type Question } from './state.ts'
import { subjectOf } from './subject.ts'

type VisitPurpose = Exclude<Purpose, 'any'>
type VisitWord = Extract<Word, VisitPurpose | 'undo'>

/** What each word does when it is among the choices of the open question. */
const MEANS: Readonly<Record<VisitWord, readonly ActionName[]>> = {
  confirm: ['confirm', 'confirm-all'],
  reschedule: ['reschedule'],
  cancel: ['cancel'],
  undo: ['undo-cancel'],
}

/** Questions that a bare "yes" does not answer: yes to which of them? */
const CHOOSE_ONE: ReadonlySet<ReplyKey> = new Set([
  'slots-offered', 'more-slots', 'slot-lost', 'which-visit', 'ask-preference', 'no-slots', 'not-a-choice',
]) // prettier-ignore

/** The order in which a reminder announces its digits. */
const DIGITS: readonly VisitPurpose[] = ['confirm', 'reschedule', 'cancel']

/** A digit means what the last question numbered so; without a question, what the reminder announced. */
export function onChoice(scene: Scene, n: number): Turn {
  const question = openQuestion(scene)
  if (question) {
    const chosen = question.options[n - 1]
    return chosen ? act(scene, chosen.action) : askAgain(scene, question)
  }
  if (scene.facts.owner === 'person') return handOver(scene, 'free-text')
  const subject = subjectOf(scene)
  const word = DIGITS[n - 1]
  if (subject.are === 'several' && word) return whichVisit(scene, subject.visits, word)
  const action = subject.are === 'one-message' ? subject.actions[n - 1] : undefined
  return action ? act(scene, action) : handOver(scene, 'choice-not-understood')
}

export function onWord(scene: Scene, word: VisitWord): Turn {
  const question = openQuestion(scene)
  if (!question && scene.facts.owner === 'person') return handOver(scene, 'free-text')
  const matches =
    question?.options.map(({ action }) => action).filter(({ do: what }) => MEANS[word].includes(what)) ?? []
  const [only, ...others] = matches
  if (only && others.length === 0) return remembered(scene, word, act(scene, only))
  const again = repeated(scene, word)
  if (again) return act(scene, again)
  if (question && CHOOSE_ONE.has(question.key)) return unchosen(scene, word, question)
  return remembered(scene, word, wordAboutVisits(scene, word))
}

/** A word that chooses nothing from a list; to cancel or to undo is more than a slip, and may mean the visit itself. */
const unchosen = (scene: Scene, word: VisitWord, question: Question): Turn =>
  word === 'cancel' || word === 'undo' ? changeOne(scene, question.visits) : askAgain(scene, question)

/** The same word again, in haste: about the visit that it changed a moment ago. */
function repeated({ state: { said }, facts, now }: Scene, word: VisitWord): Action | undefined {
  if (said?.word !== word || now - said.at > HASTE_MS) return undefined
  if (facts.about && (facts.about.how === 'quoted' || facts.about.sentAt > said.at)) return undefined
  const visit = facts.visits.find(({ id }) => id === said.visitId)
  return visit && { do: word === 'undo' ? 'undo-cancel' : word, visit: refOf(visit) }
}

const CHANGED = new Set<Effect['do']>(['confirm-visit', 'cancel-visit', 'undo-cancel'])

function remembered({ now }: Scene, word: VisitWord, taken: Turn): Turn {
  const [visit, ...others] = taken.effects.flatMap((effect) =>
    CHANGED.has(effect.do) && 'visit' in effect ? [effect.visit] : [],
  )
  if (visit === undefined || others.length > 0) return taken
  return { ...taken, state: { ...taken.state, said: { word, visitId: visit.id, at: now } } }
}

function wordAboutVisits(scene: Scene, word: VisitWord): Turn {
  if (word === 'undo') return undoLatest(scene)
  const subject = subjectOf(scene)
  switch (subject.are) {
    case 'one-message':
      return subject.refs.length > 0 ? actOn(scene, word, subject.refs) : withoutQuestion(scene, word)
    case 'several':
      return whichVisit(scene, subject.visits, word)
    case 'unasked':
      return withoutQuestion(scene, word)
  }
}

function actOn(scene: Scene, word: VisitPurpose, refs: readonly VisitRef[]): Turn {
  const [only, ...others] = refs
  if (only !== undefined && others.length === 0) return act(scene, { do: word, visit: refOf(only) })
  if (word === 'confirm') return act(scene, { do: 'confirm-all', visits: refs.map(refOf) })
  const visits = openVisits(scene.facts, scene.now).filter(({ id }) => refs.some((ref) => ref.id === id))
  return visits.length > 1 ? whichVisit(scene, visits, word) : changeOne(scene, refs)
}

/** Nothing waits for an answer: what is ahead is shown with its buttons, else what was last. */
function withoutQuestion(scene: Scene, word: VisitPurpose): Turn {
  const [only, ...others] = openVisits(scene.facts, scene.now)
  if (only === undefined) return latest(scene)
  if (others.length > 0) return whichVisit(scene, [only, ...others], word)
  if (word === 'confirm' && only.confirmation === 'confirmed') return act(scene, { do: 'confirm', visit: refOf(only) })
  return visitActions(scene, only)
}

/** Nothing is ahead: a cancellation that could still be put right, else the last visit there was. */
function latest(scene: Scene): Turn {
  const sights = scene.facts.visits.toSorted(byLatest).map((visit) => see(scene.facts, visit, scene.now))
  const sight = sights.find(({ is }) => is === 'cancelled') ?? sights[0]
  return sight ? truth(scene, sight) : noVisit(scene)
}

/** "Undo" is about the cancellation that ran last; without one, the visit that stands is shown. */
function undoLatest(scene: Scene): Turn {
  const [last] = scene.facts.visits
    .map((visit) => see(scene.facts, visit, scene.now))
    .filter((sight): sight is Extract<Sight, { is: 'cancelled' }> => sight.is === 'cancelled')
    .toSorted((a, b) => (b.visit.undoUntil ?? 0) - (a.visit.undoUntil ?? 0))
  if (last) return act(scene, { do: 'undo-cancel', visit: refOf(last.visit) })
  const [open, ...others] = openVisits(scene.facts, scene.now)
  if (open === undefined) return latest(scene)
  if (others.length > 0) return whichVisit(scene, [open, ...others], 'any')
  return act(scene, { do: 'undo-cancel', visit: refOf(open) })
}

const byLatest = (a: OwnVisit, b: OwnVisit): number => b.date.localeCompare(a.date, 'en') || (a.id < b.id ? -1 : 1)
