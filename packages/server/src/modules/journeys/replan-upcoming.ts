import { sql, type RawBuilder } from 'kysely'
import type { Instant } from '@recado/domain/shared/instant'
import type { Db } from '../../db/db.ts'
import { replan } from './replan.ts'

/** Visits that are planned again in one statement. */
const GROUP = 1_000

/** Of a visit `a`: still to come, as far as the book knows. Served by appointment_by_time, and by the date for those without a time. */
export const isUpcoming = (now: Instant): RawBuilder<unknown> =>
  sql`(a.start_at > to_timestamp(${now}::float8 / 1000)
       or a.start_at is null and a.date >= to_char(to_timestamp(${now}::float8 / 1000) at time zone a.zone, 'YYYY-MM-DD'))`

/** Plans the touches of all visits to come for which `where` holds again: what kept them back, or let them go, has changed. */
export async function replanUpcoming(
  trx: Db,
  organizationId: string,
  where: RawBuilder<unknown>,
  now: Instant,
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select a.id from appointment a where a.organization_id = ${organizationId} and ${isUpcoming(now)} and (${where}) order by a.id`.execute(
    trx,
  )
  for (let from = 0; from < rows.length; from += GROUP) {
    await replan(trx, organizationId, rows.slice(from, from + GROUP).map(({ id }) => id), now) // prettier-ignore
  }
  return rows.length
}
