import { sql } from 'kysely'
import type { AppointmentStatus } from '@recado/domain/shared/appointment'
import type { Instant } from '@recado/domain/shared/instant'
import { arrayOf } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'

/** A visit as the gate judges it and as its reminder speaks of it. */
export type VisitNowRow = {
  readonly id: string
  readonly version: number
  readonly status: AppointmentStatus
  readonly start_at: Instant | null
  readonly date: string
  readonly zone: string
  readonly settled_at: Instant
  readonly patient_id: string
  readonly patient_name: string
  readonly given: string | null
  readonly practitioner: string | null
  readonly site: string
  readonly address: string | null
  readonly country: string
  readonly holidays: string[]
  /** Since when its source is overdue; null while it is not. */
  readonly stale_since: Instant | null
}

/**
 * The visits of a batch, share-locked until it is committed, so that no message leaves about a version that a committed
 * change has replaced (invariant 6). A visit that is being changed right now is left out: its message waits.
 */
export async function lockVisitsOf(
  trx: Db,
  organizationId: string,
  ids: readonly string[],
  now: Instant,
): Promise<Map<string, VisitNowRow>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<VisitNowRow>`
    select a.id, a.version, a.status, a.start_at, a.date, a.zone, a.settled_at, a.patient_id, p.name as patient_name, p.given,
           r.name as practitioner, s.name as site, s.address, s.country, s.holidays,
           case when o.last_import_at + make_interval(hours => o.schedule_hours) < to_timestamp(${now}::float8 / 1000)
                then o.last_import_at + make_interval(hours => o.schedule_hours) end as stale_since
      from appointment a
      join patient p on p.organization_id = a.organization_id and p.id = a.patient_id
      join site s on s.organization_id = a.organization_id and s.id = a.site_id
      join source o on o.organization_id = a.organization_id and o.id = a.source_id
      left join practitioner r on r.organization_id = a.organization_id and r.id = a.practitioner_id
     where a.organization_id = ${organizationId} and a.id = any (${arrayOf('uuid', ids)})
     order by a.id for share of a skip locked`.execute(trx)
  return new Map(rows.map((row) => [row.id, row]))
}
