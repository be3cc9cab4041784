import type { Action, VisitRef } from './action.ts'
import type { Scene } from './answer.ts'
import type { OwnVisit } from './facts.ts'
import { mergedActions, visitOptions } from './options.ts'
import { openVisits, refOf, see } from './sight.ts'

/** What an answer that names no visit is about. */
export type Subject =
  /** The message that was quoted, or the last one when no other visit waits for an answer. No refs: what it was about is over. */
  | { readonly are: 'one-message'; readonly refs: readonly VisitRef[]; readonly actions: readonly Action[] }
  /** Several reminders are unanswered. */
  | { readonly are: 'several'; readonly visits: readonly OwnVisit[] }
  /** Nobody was asked anything: a stray "yes" confirms nothing. */
  | { readonly are: 'unasked' }

type OneMessage = Extract<Subject, { are: 'one-message' }>

export function subjectOf({ facts, now }: Scene): Subject {
  const { about } = facts
  const asked = openVisits(facts, now).filter(({ confirmation }) => confirmation === 'requested')
  const isQuoted = about?.how === 'quoted' && about.visits.length > 0
  if (about && (isQuoted || asked.every(({ id }) => about.visits.some((ref) => ref.id === id)))) {
    const refs = about.visits.filter((ref) => isQuoted || see(facts, ref, now).is !== 'over')
    const message = withAnnounced({ are: 'one-message', refs, actions: about.actions ?? [] })
    if (message.actions.length > 0) return message
  }
  const [only, ...others] = asked
  if (only === undefined) return { are: 'unasked' }
  if (others.length > 0) return { are: 'several', visits: asked }
  return withAnnounced({ are: 'one-message', refs: [refOf(only)], actions: [] })
}

/** A message without buttons of its own (two hours before) is answered with the digits of the first reminder. */
function withAnnounced(subject: OneMessage): OneMessage {
  const [only, ...others] = subject.refs
  if (subject.actions.length > 0 || only === undefined) return subject
  const actions = others.length === 0 ? visitOptions(only).map(({ action }) => action) : mergedActions(subject.refs)
  return { ...subject, actions }
}
