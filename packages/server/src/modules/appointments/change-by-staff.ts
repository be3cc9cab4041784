import { DESK_SETTLE_MS } from '@recado/domain/planning/notice'
import { deskOutcome } from '@recado/domain/planning/outcome'
import type { VisitChange } from '@recado/domain/records/change-visit'
import { UPCOMING_STATUSES } from '@recado/domain/shared/appointment'
import { Failure } from '@recado/domain/shared/failure'
import type { Instant } from '@recado/domain/shared/instant'
import { businessNow, type Db } from '../../db/db.ts'
import { recordEvents } from '../audit/index.ts'
import { planNotices, replan } from '../journeys/index.ts'
import { releaseClaims } from '../scheduling/index.ts'
import { factsOf } from './assume-outcomes.ts'
import { changedRow, storeVisits } from './change-visits.ts'
import { lockVisits, type VisitRow } from './visit-rows.ts'

export type StaffOrder = {
  readonly organizationId: string
  readonly visitId: string
  /** The version that the person looked at; absent: whatever it is. */
  readonly version: number | undefined
  /** As the audit log names who orders it. */
  readonly actor: string
  /** Whether the patient is told, where there is something to tell. */
  readonly tell?: boolean | undefined
}

/** What to do, decided from the visit under its lock; undefined when it is so already. @throws Failure when it can't be done */
export type Decide = (visit: VisitRow, now: Instant) => VisitChange | undefined | Promise<VisitChange | undefined>

/**
 * One change of one visit by a person or a program: load, decide, apply, in the caller's transaction. Touches are planned
 * again, times that the visit no longer needs are given back, and the audit log says what became different.
 */
export async function changeByStaff(trx: Db, order: StaffOrder, decide: Decide): Promise<void> {
  const { organizationId, visitId, version, actor, tell = true } = order
  const now = await businessNow(trx)
  const [visit] = await lockVisits(trx, organizationId, [visitId])
  if (!visit) throw new Failure('not-found', 'There is no such appointment.')
  if (version !== undefined && version !== visit.version) {
    throw new Failure('conflict', 'The visit was changed meanwhile. Look at it again.', { version: visit.version })
  }
  const change = await decide(visit, now)
  const next = change && changedRow(visit, visit.observed.practitioner, change, actor, now)
  if (!next) return
  await storeVisits(trx, organizationId, [next])
  if (next.status === 'cancelled' || next.status === 'noshow') await releaseClaims(trx, organizationId, [visitId])
  await planNotices(trx, organizationId, [{ id: visitId, before: visit, after: next, settleMs: DESK_SETTLE_MS, unwanted: tell ? undefined : 'not-wanted' }], now) // prettier-ignore
  await replan(trx, organizationId, [visitId], now)
  await recordEvents(trx, organizationId, now, [{ actor, action: 'appointment.changed', subject: `appointment:${visitId}`, details: detailsOf(visit, next) }]) // prettier-ignore
}

/** States and wall times: nothing in the audit log says whose visit it is. */
function detailsOf(before: VisitRow, { status, confirmation, version, start_local }: VisitRow) {
  const moved = before.start_local === start_local ? {} : { was: before.start_local, is: start_local }
  return { status, confirmation, version, via: 'desk', ...moved }
}

/** Confirming on behalf of the patient: they said so on the phone. */
export const confirmed: Decide = (visit) => {
  requireUpcoming(visit)
  return { kind: 'confirm' }
}

export const cancelled =
  (reason: string | undefined): Decide =>
  (visit) => {
    if (visit.status === 'cancelled') return undefined
    requireUpcoming(visit)
    return { kind: 'cancel', ...(reason ? { reason } : {}) }
  }

/** The buttons "Arrived" and "Did not come". */
export const outcomeGiven =
  (word: 'arrived' | 'noshow'): Decide =>
  (visit, now) => {
    const decision = deskOutcome(factsOf(visit), word === 'noshow' ? 'did-not-come' : 'arrived', now)
    switch (decision.kind) {
      case 'already-so':
        return undefined
      case 'refuse':
        throw new Failure('conflict', REFUSED[decision.reason], { reason: decision.reason })
      case 'set': {
        const { kind: _, ...outcome } = decision
        return { kind: 'outcome', ...outcome }
      }
    }
  }

const REFUSED = {
  'not-booked': 'The visit is not booked.',
  'not-begun': 'The visit has not begun: nobody can have missed it yet.',
} as const

export function requireUpcoming(visit: VisitRow): void {
  if (UPCOMING_STATUSES.has(visit.status)) return
  throw new Failure('conflict', 'The visit is not to come any more.', { status: visit.status })
}
