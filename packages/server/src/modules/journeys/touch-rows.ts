import { sql } from 'kysely'
import type { Change, ExistingTouch } from '@recado/domain/planning/change'
import type { SkippedNotice } from '@recado/domain/planning/notice'
import type { Plan, PlannedTouch, SkippedTouch } from '@recado/domain/planning/plan-types'
import type { Instant } from '@recado/domain/shared/instant'
import { arrayOf, insertMany, rowsAs } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import type { Writes } from '../../db/writes.ts'
import { newId } from '../../platform/ids.ts'
import type { PlannedSubject } from './subjects.ts'

/** What planning decided for one visit: the whole plan, and how it differs from what is there. */
export type Decided = { readonly subject: PlannedSubject; readonly wanted: Plan; readonly changes: readonly Change[] }

/** What planning came to for one visit, and the zone in which its people read the clock. */
export type Replanned = {
  readonly touches: readonly PlannedTouch[]
  readonly skipped: readonly { readonly reason: string }[]
  readonly zone: string
}

/** Rows that the planner may still change; all others are history. The database looks again, under the row's lock. */
export const OPEN = sql.raw(`('planned', 'skipped', 'withdrawn', 'merged')`)

/** The index that knows a touch by its visit, for `on conflict`. */
export const SAME_TOUCH = sql.raw(
  `(organization_id, appointment_id, appointment_version, journey, step) where appointment_id is not null`,
)

/** The key of a touch `m` in the planner's words (TouchKey), which its columns say. */
const KEY = sql.raw(`m.journey || '/' || m.step || '/' || m.appointment_id || '@' || m.appointment_version`)

type TouchRow = {
  readonly appointment_id: string
  readonly key: ExistingTouch['key']
  readonly appointment_version: number
  readonly state: ExistingTouch['state']
  readonly reason: string | null
  readonly due_at: Instant
  readonly expires_at: Instant
}

/** The rows of these visits' journeys, by visit. */
export async function loadTouches(
  trx: Db,
  organizationId: string,
  visitIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ExistingTouch[]>> {
  const { rows } = await sql<TouchRow>`
    select m.appointment_id, ${KEY} as key, m.appointment_version, m.reason, m.due_at, m.expires_at,
           case when m.state = 'merged' and l.state <> 'planned' then l.state else m.state end as state
      from outbound_message m
      left join outbound_message l on l.organization_id = m.organization_id and l.id = m.merged_into
     where m.organization_id = ${organizationId} and m.appointment_id = any (${arrayOf('uuid', visitIds)}) and m.journey is not null`.execute(
    trx,
  )
  const byVisit = Map.groupBy(rows, (row) => row.appointment_id)
  return new Map([...byVisit].map(([id, own]) => [id, own.map(touchOf)]))
}

const touchOf = ({ key, appointment_version, state, reason, due_at, expires_at }: TouchRow): ExistingTouch => ({
  key,
  version: appointment_version,
  state,
  dueAt: due_at,
  expiresAt: expires_at,
  ...(reason === null ? {} : { reason }),
})

/** Writes the touches of visits that had none; rows of one step that were decided alike share most of what they say. */
export function insertTouches(
  trx: Db,
  organizationId: string,
  decided: readonly Decided[],
  now: Instant,
  writes: Writes,
): void {
  const alike = new Map<string, { kind: TouchKind; rows: TouchOfVisit[] }>()
  for (const { subject, changes } of decided) {
    for (const change of changes) {
      if (change.kind === 'withdraw') continue
      const { touch } = change
      const name = 'reason' in touch ? `${touch.journey}/${touch.step} ${touch.reason}` : touch.template
      const group = alike.get(name) ?? { kind: kindOf(touch, now), rows: [] }
      if (group.rows.push(ofVisit(subject, touch, now)) === 1) alike.set(name, group)
    }
  }
  for (const { kind, rows } of alike.values()) {
    const shared = { columns: KIND_COLUMNS, values: kind }
    writes.begin(insertMany(trx, organizationId, 'outbound_message', VISIT_COLUMNS, rows, sql``, shared))
  }
}

/** Writes changes of touches that may be there already. */
export async function writeChanges(
  trx: Db,
  organizationId: string,
  decided: readonly Decided[],
  now: Instant,
): Promise<void> {
  const rows = decided.flatMap(({ subject, changes }) => changes.flatMap((change) => (change.kind === 'withdraw' ? [] : [outboxRow(subject, change.touch, now)]))) // prettier-ignore
  const written = insertMany(
    trx,
    organizationId,
    'outbound_message',
    OUTBOX_COLUMNS,
    rows,
    sql`on conflict ${SAME_TOUCH} do update
          set state = excluded.state, reason = excluded.reason, due_at = excluded.due_at, expires_at = excluded.expires_at,
              contact_point_id = excluded.contact_point_id, language = excluded.language, settled_at = excluded.settled_at,
              lane = excluded.lane, purpose = excluded.purpose, template = excluded.template,
              merged_into = null, trace = null
        where outbound_message.state in ${OPEN}`,
  )
  await Promise.all([written, withdraw(trx, organizationId, decided, now)])
}

async function withdraw(trx: Db, organizationId: string, decided: readonly Decided[], now: Instant): Promise<void> {
  const gone = decided.flatMap(({ subject, changes }) => changes.flatMap((c) => (c.kind === 'withdraw' ? [{ id: subject.subject.visit.id, key: c.key, reason: c.reason }] : []))) // prettier-ignore
  if (gone.length === 0) return
  await sql`
    update outbound_message m
       set state = 'withdrawn', reason = w.reason, merged_into = null, settled_at = to_timestamp(${now}::float8 / 1000)
      from ${rowsAs('w', { id: 'uuid', key: 'text', reason: 'text' }, gone)}
     where m.organization_id = ${organizationId} and m.appointment_id = w.id and m.journey is not null and ${KEY} = w.key
       and m.state in ${OPEN}`.execute(trx)
}

/** What a row has of its visit. */
const VISIT_COLUMNS = {
  id: 'uuid', contact_point_id: 'uuid', patient_id: 'uuid', appointment_id: 'uuid', appointment_version: 'int', language: 'text',
  due_at: 'instant', expires_at: 'instant',
} as const // prettier-ignore

/** What a row has of its step, and of what was decided about it. */
const KIND_COLUMNS = {
  kind: 'text', lane: 'int', purpose: 'text', state: 'text', reason: 'text', journey: 'text', step: 'text', template: 'text',
  created_at: 'instant', settled_at: 'instant',
} as const // prettier-ignore

export const OUTBOX_COLUMNS = { ...VISIT_COLUMNS, ...KIND_COLUMNS } as const

type AnyTouch = PlannedTouch | SkippedTouch | SkippedNotice
type TouchOfVisit = ReturnType<typeof ofVisit>
type TouchKind = ReturnType<typeof kindOf>

function ofVisit({ patientId, contactPointId, language }: PlannedSubject, touch: AnyTouch, now: Instant) {
  const dueAt = touch.dueAt ?? now
  return {
    id: newId(),
    contact_point_id: contactPointId,
    patient_id: patientId,
    appointment_id: touch.visitId,
    appointment_version: touch.version,
    language,
    due_at: dueAt,
    expires_at: 'expiresAt' in touch ? touch.expiresAt : dueAt,
  }
}

function kindOf(touch: AnyTouch, now: Instant) {
  const skipped = 'reason' in touch
  return {
    kind: 'initiated',
    lane: 'lane' in touch ? touch.lane : 3,
    purpose: 'purpose' in touch ? touch.purpose : 'appointment_logistics',
    state: skipped ? 'skipped' : 'planned',
    reason: skipped ? touch.reason : null,
    journey: touch.journey,
    step: touch.step,
    template: 'template' in touch ? touch.template : null,
    created_at: now,
    settled_at: skipped ? now : null,
  }
}

/** A touch as its row in the outbox; one that is left out carries its reason. */
export const outboxRow = (subject: PlannedSubject, touch: AnyTouch, now: Instant) => ({
  ...ofVisit(subject, touch, now),
  ...kindOf(touch, now),
})
