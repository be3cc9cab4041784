import type { Action, ActionName, Purpose, VisitRef } from './action.ts'
import { act } from './act.ts'
import type { Scene, Turn } from './answer.ts'
import { noVisit, truth } from './dialogues/outdated.ts'
import { handOver } from './dialogues/hand-over.ts'
import { changeOne, visitActions, whichVisit } from './dialogues/merged.ts'
import type { OwnVisit } from './facts.ts'
import type { Word } from './inbound.ts'
import { mergedActions, visitOptions } from './options.ts'
import { askAgain, openQuestion } from './question.ts'
import type { ReplyKey } from './reply.ts'
import { openVisits, refOf, see, type Sight } from './sight.ts'
import type { Question } from './state.ts'

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
  if (question) return wordAgainstQuestion(scene, word, question)
  return scene.facts.owner === 'person' ? handOver(scene, 'free-text') : wordAboutVisits(scene, word)
}

function wordAgainstQuestion(scene: Scene, word: VisitWord, question: Question): Turn {
  const matches = question.options.map(({ action }) => action).filter((action) => MEANS[word].includes(action.do))
  const [only, ...others] = matches
  if (only && others.length === 0) return act(scene, only)
  if (!CHOOSE_ONE.has(question.key)) return wordAboutVisits(scene, word)
  return word === 'cancel' || word === 'undo' ? changeOne(scene, question.visits) : askAgain(scene, question)
}

function wordAboutVisits(scene: Scene, word: VisitWord): Turn {
  if (word === 'undo') return undoLatest(scene)
  const subject = subjectOf(scene)
  switch (subject.are) {
    case 'one-message':
      return actOn(scene, word, subject.refs)
    case 'several':
      return whichVisit(scene, subject.visits, word)
    case 'unasked':
      return withoutQuestion(scene, word)
  }
}

/** What an answer that names no visit is about. */
type Subject =
  /** The message that was quoted, or the last one when no other visit waits for an answer. */
  | { readonly are: 'one-message'; readonly refs: readonly VisitRef[]; readonly actions: readonly Action[] }
  /** Several reminders are unanswered. */
  | { readonly are: 'several'; readonly visits: readonly OwnVisit[] }
  /** Nobody was asked anything: a stray "yes" confirms nothing. */
  | { readonly are: 'unasked' }

function subjectOf({ facts, now }: Scene): Subject {
  const { about } = facts
  const refs = about?.visits.filter((ref) => about.how === 'quoted' || see(facts, ref, now).is !== 'over') ?? []
  const message: Subject = { are: 'one-message', refs, actions: about?.actions ?? [] }
  if (about?.how === 'quoted' && refs.length > 0) return withAnnounced(message)
  const asked = openVisits(facts, now).filter(({ confirmation }) => confirmation === 'requested')
  if (refs.length > 0 && asked.every(({ id }) => refs.some((ref) => ref.id === id))) return withAnnounced(message)
  const [only, ...others] = asked
  if (only === undefined) return { are: 'unasked' }
  if (others.length > 0) return { are: 'several', visits: asked }
  return withAnnounced({ are: 'one-message', refs: [refOf(only)], actions: [] })
}

/** A message without buttons of its own (two hours before) is answered with the digits of the first reminder. */
function withAnnounced(subject: Extract<Subject, { are: 'one-message' }>): Subject {
  const [only, ...others] = subject.refs
  if (subject.actions.length > 0 || only === undefined) return subject
  const actions = others.length === 0 ? visitOptions(only).map(({ action }) => action) : mergedActions(subject.refs)
  return { ...subject, actions }
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
