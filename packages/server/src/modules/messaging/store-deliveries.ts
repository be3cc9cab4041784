import { sql } from 'kysely'
import type { Delivery } from '@recado/domain/messaging/delivery-status'
import { standingOf, type AttemptStanding, type MessageStanding } from '@recado/domain/messaging/message-standing'
import type { Instant } from '@recado/domain/shared/instant'
import { arrayOf, rowsAs, valueOf } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import { markDuplicates } from './ledger.ts'

/** An attempt as the statuses find it. */
export type AttemptRow = {
  readonly id: string
  readonly message_id: string
  readonly appointment_id: string | null
  readonly contact_point_id: string
  readonly wamid: string | null
  readonly outcome: string
  /** Its message was tried more than once. */
  readonly several: boolean
  readonly finished_at: Instant | null
  readonly sent_at: Instant | null
  readonly delivered_at: Instant | null
  readonly read_at: Instant | null
  readonly played_at: Instant | null
  readonly failed_at: Instant | null
  readonly failure_codes: number[]
  /** Its phone counts as unreachable until now. */
  readonly unreachable: boolean
}

/** Locks the attempts that reports are about, found by our own id or by the channel's. Ordered, so that two batches never deadlock. */
export async function lockAttempts(
  trx: Db,
  organizationId: string,
  ids: readonly string[],
  wamids: readonly string[],
): Promise<AttemptRow[]> {
  const { rows } = await sql<AttemptRow>`
    select a.id, a.message_id, m.appointment_id, a.contact_point_id, a.wamid, a.outcome,
           (a.id <> m.last_attempt_id or m.attempts > 1 or a.resent_after_unknown) as several, a.finished_at, a.sent_at,
           a.delivered_at, a.read_at, a.played_at, a.failed_at, a.failure_codes, c.unreachable_at is not null as unreachable
      from send_attempt a
      join outbound_message m on m.organization_id = a.organization_id and m.id = a.message_id
      join contact_point c on c.organization_id = a.organization_id and c.id = a.contact_point_id
     where a.organization_id = ${organizationId}
       and (a.id = any (${arrayOf('uuid', ids)}) or a.wamid = any (${arrayOf('text', wamids)}))
     order by a.id
       for update of a`.execute(trx)
  return rows
}

export type DeliveryUpdate = {
  readonly attempt: AttemptRow
  readonly delivery: Delivery
  readonly wamid: string
  readonly failed: boolean
}

/** Stores folded deliveries. A status proves acceptance, whatever the answer to the attempt was, or none. */
export async function storeDeliveries(
  trx: Db,
  organizationId: string,
  now: Instant,
  updates: readonly DeliveryUpdate[],
): Promise<void> {
  if (updates.length === 0) return
  const rows = updates.map(({ attempt, wamid, delivery: { at, failureCodes } }) => ({
    id: attempt.id, wamid, sent: at.sent, delivered: at.delivered, read: at.read, played: at.played, failed: at.failed, codes: failureCodes,
  })) // prettier-ignore
  await sql`
    update send_attempt a
       set sent_at = u.sent, delivered_at = u.delivered, read_at = u.read, played_at = u.played, failed_at = u.failed,
           failure_codes = ${sql.raw(valueOf('u', 'codes', 'list'))}::int[], wamid = coalesce(a.wamid, u.wamid), outcome = 'accepted',
           finished_at = coalesce(a.finished_at, to_timestamp(${now}::float8 / 1000))
      from ${rowsAs('u', DELIVERY_UPDATE, rows)}
     where a.organization_id = ${organizationId} and a.id = u.id`.execute(trx)
  await settleMessages(trx, organizationId, now, await verdictsOf(trx, organizationId, updates))
  await markDuplicates(trx, organizationId, severalOf(updates))
}

const DELIVERY_UPDATE = {
  id: 'uuid', wamid: 'text', sent: 'instant', delivered: 'instant', read: 'instant', played: 'instant', failed: 'instant', codes: 'list',
} as const // prettier-ignore

const severalOf = (updates: readonly DeliveryUpdate[]) => [
  ...new Set(updates.flatMap(({ attempt }) => (attempt.several ? [attempt.message_id] : []))),
]

type Verdict = { readonly id: string; readonly standing: MessageStanding }

/** What follows for each message from all of its attempts; those that were tried once need no look at the others. */
async function verdictsOf(trx: Db, organizationId: string, updates: readonly DeliveryUpdate[]): Promise<Verdict[]> {
  const once = updates.filter(({ attempt }) => !attempt.several)
  const verdicts = once.map(({ attempt, failed }) => ({ id: attempt.message_id, standing: standingOf([{ outcome: 'accepted', failed }]) })) // prettier-ignore
  const several = severalOf(updates)
  if (several.length === 0) return verdicts
  const { rows } = await sql<AttemptStanding & { message_id: string }>`
    select a.message_id, a.outcome,
           a.failed_at is not null and coalesce(a.delivered_at, a.read_at, a.played_at) is null as failed
      from send_attempt a where a.organization_id = ${organizationId} and a.message_id = any (${arrayOf('uuid', several)})`.execute(
    trx,
  )
  const tries = Map.groupBy(rows, (row) => row.message_id)
  return [...verdicts, ...[...tries].map(([id, attempts]) => ({ id, standing: standingOf(attempts) }))]
}

/** An acceptance ends whatever the message was waiting for, a repeat that is planned too; so does a failure, unless one is under way. */
async function settleMessages(
  trx: Db,
  organizationId: string,
  now: Instant,
  verdicts: readonly Verdict[],
): Promise<void> {
  const rows = verdicts.flatMap(({ id, standing }) => (standing === 'open' ? [] : [{ id, failed: standing === 'undeliverable' }])) // prettier-ignore
  if (rows.length === 0) return
  await sql`
    update outbound_message m
       set state = case when u.failed then 'failed' else 'accepted' end,
           reason = case when u.failed then 'undeliverable' end,
           settled_at = coalesce(m.settled_at, to_timestamp(${now}::float8 / 1000))
      from ${rowsAs('u', { id: 'uuid', failed: 'boolean' }, rows)}
     where m.organization_id = ${organizationId} and m.id = u.id
       and case when u.failed then m.state in ('attempting', 'unknown', 'planned', 'accepted')
                else m.state not in ('accepted', 'merged') end`.execute(trx)
}
