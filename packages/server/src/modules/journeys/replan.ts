import { sql } from 'kysely'
import type { Change, ExistingTouch } from '@recado/domain/planning/change'
import type { Plan, PlannedTouch, SkippedTouch } from '@recado/domain/planning/plan-types'
import { CHANGE_JOURNEY, staleNotices, toldAtOf, type SkippedNotice } from '@recado/domain/planning/notice'
import { plan } from '@recado/domain/planning/plan'
import { reconcile } from '@recado/domain/planning/reconcile'
import type { Instant } from '@recado/domain/shared/instant'
import { insertMany, rowsAs } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import type { Writes } from '../../db/writes.ts'
import { newId } from '../../platform/ids.ts'
import { loadSubjects, subjectOf, type PlannedSubject, type SubjectFacts } from './subjects.ts'

export type Replanned = {
  readonly touches: readonly (PlannedTouch & { readonly zone: string })[]
  /** How many steps were left out, by reason. */
  readonly notPlanned: ReadonlyMap<string, number>
}

/**
 * Plans the touches of these visits again and writes the difference to what is planned already. What is on the wire or
 * over is history and stays.
 */
export async function replan(
  trx: Db,
  organizationId: string,
  visitIds: readonly string[],
  now: Instant,
): Promise<Replanned> {
  if (visitIds.length === 0) return NOTHING
  const [subjects, existing] = await Promise.all([
    loadSubjects(trx, organizationId, visitIds),
    loadTouches(trx, organizationId, visitIds),
  ])
  const decided = decide(subjects, existing, now)
  await writeChanges(trx, organizationId, decided, now)
  return summaryOf(decided)
}

/** Plans visits that were made in this transaction, from what their maker knows of them: there is nothing to load or to compare with. */
export function planFresh(
  trx: Db,
  organizationId: string,
  visits: readonly SubjectFacts[],
  now: Instant,
  writes: Writes,
): Replanned {
  const decided = decide(visits.map(subjectOf), NO_TOUCHES, now)
  const rows = decided.flatMap(({ subject, changes }) => changes.flatMap((change) => rowOf(subject, change, now) ?? []))
  writes.begin(insertMany(trx, organizationId, 'outbound_message', OUTBOX_COLUMNS, rows))
  return summaryOf(decided)
}

const NOTHING: Replanned = { touches: [], notPlanned: new Map() }
const NO_TOUCHES: ReadonlyMap<string, ExistingTouch[]> = new Map()

const decide = (
  subjects: readonly PlannedSubject[],
  existing: ReadonlyMap<string, ExistingTouch[]>,
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

function summaryOf(decided: readonly Decided[]): Replanned {
  const notPlanned = new Map<string, number>()
  for (const { wanted } of decided)
    for (const { reason } of wanted.skipped) notPlanned.set(reason, (notPlanned.get(reason) ?? 0) + 1)
  const touches = decided.flatMap(({ subject, wanted }) =>
    wanted.touches.map((touch) => ({ ...touch, zone: subject.subject.visit.zone })),
  )
  return { touches, notPlanned }
}

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
     where pc.organization_id = ${organizationId} and pc.contact_point_id = any (${contactIds}::uuid[])
       and a.contact_point_id = pc.contact_point_id and m.state in ${OPEN} and m.due_at > to_timestamp(${now}::float8 / 1000)`.execute(
    trx,
  )
  await replan(trx, organizationId, rows.map(({ id }) => id), now) // prettier-ignore
}

type TouchRow = {
  readonly appointment_id: string
  readonly dedupe_key: ExistingTouch['key']
  readonly appointment_version: number
  readonly state: ExistingTouch['state']
  readonly reason: string | null
  readonly due_at: Instant
  readonly expires_at: Instant
}

async function loadTouches(
  trx: Db,
  organizationId: string,
  visitIds: readonly string[],
): Promise<Map<string, ExistingTouch[]>> {
  const { rows } = await sql<TouchRow>`
    select m.appointment_id, m.dedupe_key, m.appointment_version, m.reason, m.due_at, m.expires_at,
           case when m.state = 'merged' and l.state <> 'planned' then l.state else m.state end as state
      from outbound_message m
      left join outbound_message l on l.organization_id = m.organization_id and l.id = m.merged_into
     where m.organization_id = ${organizationId} and m.appointment_id = any (${visitIds}::uuid[]) and m.journey is not null`.execute(
    trx,
  )
  const byVisit = new Map<string, ExistingTouch[]>()
  for (const row of rows) {
    const touch: ExistingTouch = {
      key: row.dedupe_key,
      version: row.appointment_version,
      state: row.state,
      dueAt: row.due_at,
      expiresAt: row.expires_at,
      ...(row.reason === null ? {} : { reason: row.reason }),
    }
    const touches = byVisit.get(row.appointment_id)
    if (touches) touches.push(touch)
    else byVisit.set(row.appointment_id, [touch])
  }
  return byVisit
}

type Decided = { readonly subject: PlannedSubject; readonly wanted: Plan; readonly changes: readonly Change[] }

export const OUTBOX_COLUMNS = {
  id: 'uuid', kind: 'text', lane: 'int', purpose: 'text', state: 'text', reason: 'text', dedupe_key: 'text',
  contact_point_id: 'uuid', patient_id: 'uuid', appointment_id: 'uuid', appointment_version: 'int', journey: 'text', step: 'text',
  template: 'text', language: 'text', due_at: 'instant', expires_at: 'instant', created_at: 'instant', settled_at: 'instant',
} as const // prettier-ignore

/** Rows that the planner may still change; all others are history. The database looks again, under the row's lock. */
export const OPEN = sql.raw(`('planned', 'skipped', 'withdrawn', 'merged')`)

async function writeChanges(trx: Db, organizationId: string, decided: readonly Decided[], now: Instant): Promise<void> {
  const rows = decided.flatMap(({ subject, changes }) => changes.flatMap((change) => rowOf(subject, change, now) ?? []))
  await insertMany(
    trx,
    organizationId,
    'outbound_message',
    OUTBOX_COLUMNS,
    rows,
    sql`on conflict (organization_id, dedupe_key) do update
          set state = excluded.state, reason = excluded.reason, due_at = excluded.due_at, expires_at = excluded.expires_at,
              contact_point_id = excluded.contact_point_id, language = excluded.language, settled_at = excluded.settled_at,
              lane = excluded.lane, purpose = excluded.purpose, template = excluded.template,
              merged_into = null, trace = null
        where outbound_message.state in ${OPEN}`,
  )
  const withdrawn = decided.flatMap(({ changes }) => changes.flatMap((c) => (c.kind === 'withdraw' ? [{ key: c.key, reason: c.reason }] : []))) // prettier-ignore
  if (withdrawn.length === 0) return
  await sql`
    update outbound_message m
       set state = 'withdrawn', reason = w.reason, merged_into = null, settled_at = to_timestamp(${now}::float8 / 1000)
      from ${rowsAs('w', { key: 'text', reason: 'text' }, withdrawn)}
     where m.organization_id = ${organizationId} and m.dedupe_key = w.key and m.state in ${OPEN}`.execute(trx)
}

const rowOf = (subject: PlannedSubject, change: Change, now: Instant) =>
  change.kind === 'withdraw' ? null : outboxRow(subject, change.touch, now)

/** A touch as its row in the outbox; one that is left out carries its reason. */
export function outboxRow(
  { patientId, contactPointId, language }: PlannedSubject,
  touch: PlannedTouch | SkippedTouch | SkippedNotice,
  now: Instant,
) {
  const skipped = 'reason' in touch
  const dueAt = touch.dueAt ?? now
  return {
    id: newId(),
    kind: 'initiated',
    lane: 'lane' in touch ? touch.lane : 3,
    purpose: 'purpose' in touch ? touch.purpose : 'appointment_logistics',
    state: skipped ? 'skipped' : 'planned',
    reason: skipped ? touch.reason : null,
    dedupe_key: touch.key,
    contact_point_id: contactPointId,
    patient_id: patientId,
    appointment_id: touch.visitId,
    appointment_version: touch.version,
    journey: touch.journey,
    step: touch.step,
    template: 'template' in touch ? touch.template : null,
    language,
    due_at: dueAt,
    expires_at: 'expiresAt' in touch ? touch.expiresAt : dueAt,
    created_at: now,
    settled_at: skipped ? now : null,
  }
}
