import { sql } from 'kysely'
import type { Db } from '../../db/db.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'
import { listOrganizations } from '../organizations/index.ts'

/** What waits, in numbers: for those who watch over the installation. */
export type Backlog = {
  readonly outboxDue: number
  readonly outboxOldestDueSeconds: number
  readonly outboxUnknown: number
  /** Messages that a person got twice, because the outcome of the first attempt was told too late. */
  readonly outboxDuplicates: number
  readonly inboundStored: number
  readonly inboundParked: number
  readonly eventsUnsealed: number
  readonly conversationsWaiting: number
  readonly sendersPaused: number
}

const NOTHING: Backlog = {
  outboxDue: 0, outboxOldestDueSeconds: 0, outboxUnknown: 0, outboxDuplicates: 0, inboundStored: 0, inboundParked: 0, eventsUnsealed: 0,
  conversationsWaiting: 0, sendersPaused: 0,
} // prettier-ignore

/** Of all organizations together: counts are summed, the oldest message is the oldest of all. */
export async function readBacklog(db: Db): Promise<Backlog> {
  let total = NOTHING
  for (const { id } of await listOrganizations(db)) total = together(total, await backlogOf(db, id))
  return total
}

function together(a: Backlog, b: Backlog): Backlog {
  const keys = Object.keys(NOTHING) as (keyof Backlog)[]
  const sum = Object.fromEntries(keys.map((key) => [key, a[key] + b[key]])) as Backlog
  return { ...sum, outboxOldestDueSeconds: Math.max(a.outboxOldestDueSeconds, b.outboxOldestDueSeconds) }
}

/** Each figure has a partial index as small as the backlog itself. */
const backlogOf = (db: Db, organizationId: string): Promise<Backlog> =>
  inOrganization(db, organizationId, async (trx) => {
    const { rows } = await sql<Backlog>`
      with due as (
        select m.due_at from generate_series(0, 4) as l (lane), outbound_message m
         where m.organization_id = ${organizationId} and m.lane = l.lane and m.waiting
           and m.due_at <= (select business_now()))
      select (select count(*)::int from due) as "outboxDue",
             (select coalesce(extract(epoch from business_now() - min(due_at)), 0)::float8 from due) as "outboxOldestDueSeconds",
             (select count(*)::int from outbound_message where organization_id = ${organizationId} and unclear) as "outboxUnknown",
             (select count(*)::int from send_attempt where organization_id = ${organizationId} and reconciled_duplicate) as "outboxDuplicates",
             (select count(*)::int from inbound_event where organization_id = ${organizationId} and state = 'stored') as "inboundStored",
             (select count(*)::int from inbound_event where organization_id = ${organizationId} and state = 'parked') as "inboundParked",
             (select count(*)::int from event where organization_id = ${organizationId} and position is null) as "eventsUnsealed",
             (select count(*)::int from conversation where organization_id = ${organizationId} and queue is not null
                 and waiting_since is not null) as "conversationsWaiting",
             (select count(*)::int from sender where organization_id = ${organizationId} and paused_at is not null) as "sendersPaused"`.execute(
      trx,
    )
    return rows[0] ?? NOTHING
  })
