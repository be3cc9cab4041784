import { sql } from 'kysely'
import { ERROR_ROWS } from '../../channels/whatsapp/error-table.ts'
import { arrayOf } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'

const STOPS = ERROR_ROWS.filter((row) => row.class === 'recipient-stop').map((row) => row.code)
const STOPPING: ReadonlySet<number> = new Set(STOPS)

/** This failure says something about the phone: it is not on WhatsApp, or has blocked us. */
export const stopsRecipient = (code: number): boolean => STOPPING.has(code)

/**
 * Says of these phones whether messages reach them, from all that the ledger knows: what was told last of a phone counts,
 * by the time at which it happened and not by that at which we heard of it, so that reports may come in any order. A
 * message that one device refused and another took has arrived. Answers the contacts for which it changed.
 */
export async function judgeReachability(
  trx: Db,
  organizationId: string,
  contactIds: readonly string[],
): Promise<string[]> {
  if (contactIds.length === 0) return []
  const { rows } = await sql<{ id: string; reach_changed: boolean }>`
    with told as (
      select a.contact_point_id, greatest(a.delivered_at, a.read_at, a.played_at) as arrived_at,
             case when a.outcome = 'rejected' then a.finished_at else a.failed_at end as refused_at,
             case when a.outcome = 'rejected' then a.error_code
                  else (select min(code) from unnest(a.failure_codes) code where code = any (${arrayOf('int', STOPS)})) end as code
        from send_attempt a
       where a.organization_id = ${organizationId} and a.contact_point_id = any (${arrayOf('uuid', contactIds)})
    ), arrived as (
      select contact_point_id, max(arrived_at) as at from told group by contact_point_id
    ), refused as (
      select distinct on (contact_point_id) contact_point_id, refused_at as at, code from told
       where arrived_at is null and refused_at is not null and code = any (${arrayOf('int', STOPS)})
       order by contact_point_id, refused_at desc, code
    ), judged as (
      select v.contact_point_id as id, case when r.at > coalesce(v.at, '-infinity') then r.at end as at,
             case when r.at > coalesce(v.at, '-infinity') then r.code end as code
        from arrived v left join refused r on r.contact_point_id = v.contact_point_id
    ), before as (
      select c.id, c.unreachable_at from contact_point c
       where c.organization_id = ${organizationId} and c.id = any (${arrayOf('uuid', contactIds)}) order by c.id for update
    )
    update contact_point c set unreachable_at = j.at, unreachable_code = j.code
      from judged j join before b on b.id = j.id
     where c.organization_id = ${organizationId} and c.id = j.id
       and (c.unreachable_at, c.unreachable_code) is distinct from (j.at, j.code)
    returning c.id, (b.unreachable_at is null) <> (j.at is null) as reach_changed`.execute(trx)
  return rows.flatMap(({ id, reach_changed }) => (reach_changed ? [id] : []))
}
