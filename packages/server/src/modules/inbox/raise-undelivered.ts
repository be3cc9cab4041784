import { sql } from 'kysely'
import { CHANGE_JOURNEY } from '@recado/domain/planning/notice'
import { HOUR, shift, type Instant } from '@recado/domain/shared/instant'
import { insertMany } from '../../db/bulk.ts'
import { businessNow, type Db } from '../../db/db.ts'
import { newId } from '../../platform/ids.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'
import { recordEvents } from '../audit/index.ts'

/** A visit that is further away will be announced once more; a nearer one needs a call. */
const NEAR_MS = 72 * HOUR

/**
 * Visits are near and their message did not arrive: somebody should call. Puts the conversation into the queue
 * `undelivered`, once for each failure; whoever closed it since has dealt with it. Safe to run twice.
 */
export function raiseUndelivered(db: Db, organizationId: string): Promise<number> {
  return inOrganization(db, organizationId, async (trx) => {
    const now = await businessNow(trx)
    const failures = await findFailures(trx, organizationId, now)
    const rows = failures.map((failure) => ({
      id: newId(),
      ...failure,
      queue: 'undelivered',
      owner: 'queue',
      waiting_since: now,
      updated_at: now,
    }))
    const raised = await insertMany<(typeof rows)[number], { id: string }>(
      trx, organizationId, 'conversation', COLUMNS, rows,
      sql`on conflict (organization_id, contact_point_id, sender_id) do update
            set queue = excluded.queue, reason = excluded.reason, owner = excluded.owner, waiting_since = excluded.waiting_since,
                updated_at = excluded.updated_at
          where conversation.queue is null and conversation.owner = 'bot' returning id`,
    ) // prettier-ignore
    await recordEvents(trx, organizationId, now, raised.map(({ id }) => ({ actor: 'system:timer', action: 'conversation.changed', subject: `conversation:${id}`, details: { change: 'undelivered' } }))) // prettier-ignore
    return raised.length
  })
}

const COLUMNS = {
  id: 'uuid', sender_id: 'uuid', contact_point_id: 'uuid', queue: 'text', reason: 'text', owner: 'text', waiting_since: 'instant',
  updated_at: 'instant',
} as const // prettier-ignore

type Failure = { readonly sender_id: string; readonly contact_point_id: string; readonly reason: string }

/**
 * Messages that failed about visits to come, and news of a change that came too late to be sent, of people in whose
 * conversation nothing has happened since.
 */
async function findFailures(trx: Db, organizationId: string, now: Instant): Promise<Failure[]> {
  const { rows } = await sql<Failure>`
    select distinct on (m.contact_point_id, n.sender_id) n.sender_id, m.contact_point_id,
           case when c.unreachable_at is not null then 'not-on-whatsapp' else coalesce(m.reason, 'undeliverable') end as reason
      from appointment a
      join outbound_message m on m.organization_id = a.organization_id and m.appointment_id = a.id
       and m.appointment_version = a.version
      cross join lateral (
        select coalesce(m.sender_id, (select min(s.id::text)::uuid from sender s where s.organization_id = m.organization_id)) as sender_id) n
      join contact_point c on c.organization_id = m.organization_id and c.id = m.contact_point_id
      left join conversation k on k.organization_id = m.organization_id and k.contact_point_id = m.contact_point_id and k.sender_id = n.sender_id
     where a.organization_id = ${organizationId} and (a.status in ('proposed', 'pending', 'booked') and a.confirmation <> 'confirmed' and m.state = 'failed' and m.sender_id is not null
            or m.journey = ${CHANGE_JOURNEY} and m.state in ('failed', 'expired'))
       and a.start_at > to_timestamp(${now}::float8 / 1000) and a.start_at <= to_timestamp(${shift(now, NEAR_MS)}::float8 / 1000)
       and (k.id is null or k.queue is null and k.owner = 'bot' and k.updated_at < m.settled_at)
     order by m.contact_point_id, n.sender_id, m.settled_at desc`.execute(trx)
  return rows
}
