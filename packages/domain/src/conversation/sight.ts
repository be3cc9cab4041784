import { UPCOMING_STATUSES, ATTENDED_STATUSES } from '../shared/appointment.ts'
import type { Instant } from '../shared/instant.ts'
import { localDate } from '../shared/zoned.ts'
import type { VisitRef } from './action.ts'
import type { OwnVisit, TurnFacts } from './facts.ts'

/**
 * What is true now of the visit that a message spoke of. `fresh`: nothing that the patient was told has changed since.
 * Only a fresh sight may change a visit; everything else is answered with what is true.
 */
export type Sight =
  | { readonly is: 'missing' }
  | { readonly is: 'open'; readonly visit: OwnVisit; readonly fresh: boolean }
  /** Cancelled by the patient and still ahead: it may live again. */
  | { readonly is: 'cancelled'; readonly visit: OwnVisit; readonly fresh: boolean }
  /** Cancelled by the clinic, or in a state in which nobody can come to it. */
  | { readonly is: 'gone'; readonly visit: OwnVisit }
  | { readonly is: 'over'; readonly visit: OwnVisit }

export function see(facts: TurnFacts, ref: VisitRef, now: Instant): Sight {
  const visit = facts.visits.find(({ id }) => id === ref.id)
  if (!visit) return { is: 'missing' }
  if (isOver(visit, now)) return { is: 'over', visit }
  if (UPCOMING_STATUSES.has(visit.status)) return { is: 'open', visit, fresh: visit.version === ref.version }
  if (visit.status === 'cancelled' && visit.cancelledBy === 'patient') {
    // Books that count a cancellation as a version raise it by one; the patient was told of it in this chat.
    return { is: 'cancelled', visit, fresh: visit.version === ref.version || visit.version === ref.version + 1 }
  }
  return { is: 'gone', visit }
}

function isOver(visit: OwnVisit, now: Instant): boolean {
  if (ATTENDED_STATUSES.has(visit.status) || visit.status === 'noshow') return true
  return visit.startAt === undefined ? visit.date < localDate(now, visit.zone) : visit.startAt <= now
}

export const refOf = ({ id, version }: VisitRef): VisitRef => ({ id, version })

/** Visits that are still to come, soonest first. */
export const openVisits = (facts: TurnFacts, now: Instant): readonly OwnVisit[] =>
  facts.visits.filter((visit) => see(facts, visit, now).is === 'open').toSorted(bySoonest)

const bySoonest = (a: OwnVisit, b: OwnVisit): number =>
  a.date.localeCompare(b.date, 'en') || (a.startAt ?? 0) - (b.startAt ?? 0) || (a.id < b.id ? -1 : 1)

/** Whether the cancellation of this visit can still be taken back. */
export const canUndo = (visit: OwnVisit, now: Instant): boolean =>
  visit.undoUntil !== undefined && now <= visit.undoUntil
