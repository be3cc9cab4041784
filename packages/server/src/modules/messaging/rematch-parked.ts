import { sql } from 'kysely'
import { businessNow, type Db } from '../../db/db.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'

/**
 * Statuses can arrive before we have committed what they are about: parked deliveries that hold one go back to be read
 * again for a day, as soon as the message is known. Everything in them is idempotent.
 */
export function rematchParked(db: Db, organizationId: string): Promise<number> {
  return inOrganization(db, organizationId, async (trx) => {
    const now = await businessNow(trx)
    const { rows } = await sql`
      update inbound_event e set state = 'stored'
       where e.organization_id = ${organizationId} and e.id in (
         select p.id from inbound_event p
          where p.organization_id = ${organizationId} and p.state = 'parked'
            and p.received_at > to_timestamp(${now}::float8 / 1000) - interval '1 day'
            and exists (
              select from jsonb_array_elements(p.parts) part
                join send_attempt a on a.organization_id = p.organization_id and a.wamid = part ->> 'wamid'
               where part ->> 'state' = 'parked' and part ->> 'kind' = 'status')
          order by p.received_at limit 200 for update skip locked)
      returning e.id`.execute(trx)
    return rows.length
  })
}
