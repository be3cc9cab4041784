import { sql, type RawBuilder } from 'kysely'
import type { AppointmentStatus, Confirmation } from '@recado/domain/shared/appointment'
import type { Instant } from '@recado/domain/shared/instant'
import type { Observed, PendingChange } from '@recado/domain/records/observe'
import { arrayOf, type Columns } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'

/** An appointment as it is stored. */
export type VisitRow = {
  readonly id: string
  readonly source_id: string
  readonly external_id: string
  readonly version: number
  readonly status: AppointmentStatus
  readonly confirmation: Confirmation
  readonly start_local: string | null
  readonly date: string
  readonly zone: string
  readonly start_at: Instant | null
  readonly duration_min: number | null
  readonly patient_id: string
  readonly practitioner_id: string | null
  readonly service_id: string | null
  readonly site_id: string
  readonly contact_point_id: string | null
  readonly settled_at: Instant
  readonly fulfilled_at: Instant | null
  readonly cancelled_by: string | null
  readonly cancel_reason: string | null
  readonly cancelled_at: Instant | null
  readonly undo_until: Instant | null
  readonly observed: Observed
  readonly observed_hash: string
  readonly observed_at: Instant
  readonly missing_since: Instant | null
  readonly pending: readonly PendingChange[]
}

/** What each visit has of its own. */
export const OWN_COLUMNS = {
  id: 'uuid', external_id: 'text', status: 'text', start_local: 'text', date: 'text', zone: 'text', start_at: 'instant', duration_min: 'int',
  patient_id: 'uuid', practitioner_id: 'uuid', service_id: 'uuid', site_id: 'uuid', contact_point_id: 'uuid', fulfilled_at: 'instant',
  observed: 'jsonb', observed_hash: 'text',
} as const satisfies Columns<VisitRow> // prettier-ignore

/** What all visits share that one source shows for the first time at one moment. */
export const FIRST_SIGHT_COLUMNS = {
  source_id: 'uuid', version: 'int', confirmation: 'text', settled_at: 'instant', cancelled_by: 'text', cancel_reason: 'text',
  cancelled_at: 'instant', undo_until: 'instant', observed_at: 'instant', missing_since: 'instant', pending: 'jsonb',
} as const satisfies Columns<VisitRow> // prettier-ignore

export const VISIT_COLUMNS: Columns<VisitRow> = { ...OWN_COLUMNS, ...FIRST_SIGHT_COLUMNS }

/** The columns of a VisitRow, for a query over `appointment` under this alias. */
export const visitColumns = (alias: string): RawBuilder<unknown> =>
  sql.raw(Object.keys(VISIT_COLUMNS).map((name) => `${alias}.${name}`).join(', ')) // prettier-ignore

const SELECTED = visitColumns('a')

/**
 * Which of these a source said in the very same words before, by their ids there: nothing is to be done about them. They are
 * looked up one by one through the index: while an import fills the table, the planner still takes it for empty.
 */
export async function saidBefore(
  trx: Db,
  organizationId: string,
  sourceId: string,
  keys: readonly string[],
  hashes: readonly string[],
): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set()
  const { rows } = await sql<{ key: string }>`
    select w.key from unnest(${arrayOf('text', keys)}, ${arrayOf('text', hashes)}) as w (key, hash)
     cross join lateral (
       select a.observed_hash, a.missing_since from appointment a
        where a.organization_id = ${organizationId} and a.source_id = ${sourceId} and a.external_id = w.key offset 0) a
     where a.observed_hash = w.hash and a.missing_since is null`.execute(trx)
  return new Set(rows.map(({ key }) => key))
}

/** The visits of a source by their ids there, locked as lockVisits() does. */
export async function lockBySource(
  trx: Db,
  organizationId: string,
  sourceId: string,
  externalIds: readonly string[],
): Promise<VisitRow[]> {
  const { rows } = await sql<VisitRow>`
    select ${SELECTED} from appointment a
     where a.organization_id = ${organizationId} and a.id = any (array(
       select a.id from unnest(${arrayOf('text', externalIds)}) as w (external_id)
        cross join lateral (
          select a.id from appointment a
           where a.organization_id = ${organizationId} and a.source_id = ${sourceId} and a.external_id = w.external_id offset 0) a))
     order by a.id for update`.execute(trx)
  return rows
}

/** Visits by id, locked in one order so that two transactions never wait for each other in a circle. */
export async function lockVisits(trx: Db, organizationId: string, ids: readonly string[]): Promise<VisitRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<VisitRow>`
    select ${SELECTED} from appointment a
     where a.organization_id = ${organizationId} and a.id = any (${arrayOf('uuid', ids)})
     order by a.id for update`.execute(trx)
  return rows
}
