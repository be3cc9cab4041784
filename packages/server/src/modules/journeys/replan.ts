import { sql } from 'kysely'
import { CHANGE_JOURNEY, staleNotices, toldAtOf } from '@recado/domain/planning/notice'
import type { ExistingTouch } from '@recado/domain/planning/change'
import type { SkippedTouch } from '@recado/domain/planning/plan-types'
import { plan } from '@recado/domain/planning/plan'
import { reconcile } from '@recado/domain/planning/reconcile'
import { WAITING_REASONS } from '@recado/domain/planning/skip-rules'
import type { Instant } from '@recado/domain/shared/instant'
import { arrayOf } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import type { Writes } from '../../db/writes.ts'
import { loadSubjects, subjectOf, type PlannedSubject, type SubjectFacts } from './subjects.ts'
import { insertTouches, loadTouches, OPEN, writeChanges, type Decided, type Replanned } from './touch-rows.ts'

export type { Replanned } from './touch-rows.ts'

/**
 * Plans the touches of these visits again and writes the difference to what is planned already. What is on the wire or
 * over is history and stays.
 */
export async function replan(
  trx: Db,
  organizationId: string,
  visitIds: readonly string[],
  now: Instant,
): Promise<Replanned[]> {
  if (visitIds.length === 0) return []
  const [subjects, existing] = await Promise.all([
    loadSubjects(trx, organizationId, visitIds),
    loadTouches(trx, organizationId, visitIds),
  ])
  const decided = decide(subjects, existing, now)
  await writeChanges(trx, organizationId, decided, now)
  return decided.map(planned)
}

/** Plans visits that were made in this transaction, from what their maker knows of them: there is nothing to load or to compare with. */
export function planFresh(
  trx: Db,
  organizationId: string,
  visits: readonly SubjectFacts[],
  now: Instant,
  writes: Writes,
): Replanned[] {
  const decided = visits.map((visit): Decided => {
    const subject = subjectOf(visit)
    const wanted = plan(subject.journey, subject.subject, now)
    return { subject, wanted, changes: reconcile([], wanted) }
  })
  insertTouches(trx, organizationId, decided, now, writes)
  return decided.map(planned)
}

/** Steps of a visit that have neither a time nor a row yet: they wait until the patient has come. */
export async function waitingSteps(
  trx: Db,
  organizationId: string,
  visitId: string,
  now: Instant,
): Promise<SkippedTouch[]> {
  const subjects = await loadSubjects(trx, organizationId, [visitId])
  return subjects.flatMap(({ journey, subject }) =>
    plan(journey, subject, now).skipped.filter(({ reason }) => WAITING_REASONS.has(reason)),
  )
}

const decide = (
  subjects: readonly PlannedSubject[],
  existing: ReadonlyMap<string, readonly ExistingTouch[]>,
  now: Instant,
): Decided[] =>
  subjects.map((subject) => {
    const known = Map.groupBy(existing.get(subject.subject.visit.id) ?? [], isNotice)
    const notices = known.get(true) ?? []
    const toldAt = toldAtOf(notices, subject.subject)
    const wanted = plan(subject.journey, { ...subject.subject, ...(toldAt === undefined ? {} : { toldAt }) }, now)
    const changes = [...reconcile(known.get(false) ?? [], wanted), ...staleNotices(notices, subject.subject)]
    return { subject, wanted, changes }
  })

const isNotice = ({ key }: ExistingTouch): boolean => key.startsWith(`${CHANGE_JOURNEY}/`)

const planned = ({ subject, wanted: { touches, skipped } }: Decided): Replanned => ({
  touches,
  skipped,
  zone: subject.subject.visit.zone,
})

/** Plans again what is ahead of everybody who is reached at these contacts: whether messages get there has changed. */
export async function replanFor(
  trx: Db,
  organizationId: string,
  contactIds: readonly string[],
  now: Instant,
): Promise<void> {
  if (contactIds.length === 0) return
  const { rows } = await sql<{ id: string }>`
    select distinct m.appointment_id as id from patient_contact pc
      join appointment a on a.organization_id = pc.organization_id and a.patient_id = pc.patient_id
      join outbound_message m on m.organization_id = a.organization_id and m.appointment_id = a.id
     where pc.organization_id = ${organizationId} and pc.contact_point_id = any (${arrayOf('uuid', contactIds)})
       and a.contact_point_id = pc.contact_point_id and m.state in ${OPEN} and m.due_at > to_timestamp(${now}::float8 / 1000)`.execute(
    trx,
  )
  await replan(trx, organizationId, rows.map(({ id }) => id), now) // prettier-ignore
}
