import { sql } from 'kysely'
import type { Delivery } from '@recado/domain/messaging/delivery-status'
import type { SendOutcome } from '@recado/domain/messaging/send-outcome'
import type { Instant } from '@recado/domain/shared/instant'
import type { Db } from '../../db/db.ts'

/** One try to send, committed before the request leaves (invariant 3). Its id travels in `biz_opaque_callback_data`. */
export type NewAttempt = {
  readonly id: string
  readonly messageId: string
  readonly senderId: string
  readonly kind: string
  readonly purpose: string | null
  readonly contactPointId: string
  readonly patientIds: readonly string[]
  readonly resentAfterUnknown: boolean
}

/** Writes the attempts. The database refuses initiated ones without a live grant (trigger attempt_needs_a_grant). */
export async function beginAttempts(
  trx: Db,
  organizationId: string,
  leaseToken: number,
  now: Instant,
  attempts: readonly NewAttempt[],
): Promise<void> {
  if (attempts.length === 0) return
  await sql`
    insert into send_attempt (organization_id, id, message_id, sender_id, kind, purpose, contact_point_id, patient_ids,
                              lease_token, begun_at, resent_after_unknown)
    select ${organizationId}::uuid, a.id, a.message_id, a.sender_id, a.kind, a.purpose, a.contact_point_id,
           string_to_array(a.patient_ids, ',')::uuid[], ${leaseToken}, to_timestamp(${now}::float8 / 1000), a.resent
      from unnest(${attempts.map((a) => a.id)}::uuid[], ${attempts.map((a) => a.messageId)}::uuid[],
                  ${attempts.map((a) => a.senderId)}::uuid[], ${attempts.map((a) => a.kind)}::text[],
                  ${attempts.map((a) => a.purpose)}::text[], ${attempts.map((a) => a.contactPointId)}::uuid[],
                  ${attempts.map((a) => a.patientIds.join(','))}::text[], ${attempts.map((a) => a.resentAfterUnknown)}::boolean[])
           as a (id, message_id, sender_id, kind, purpose, contact_point_id, patient_ids, resent)`.execute(trx)
}

/** What one attempt came to, and what follows for its message; both decided by the caller. */
export type SettledAttempt = {
  readonly attemptId: string
  readonly messageId: string
  readonly outcome: SendOutcome
  readonly message: MessageAfterAttempt
}

export type MessageAfterAttempt =
  | { readonly state: 'accepted' }
  | { readonly state: 'unknown'; readonly dueAt: Instant }
  | { readonly state: 'planned'; readonly dueAt: Instant; readonly reason: string }
  | { readonly state: 'failed'; readonly reason: string }

/**
 * Records outcomes in bulk. An acceptance always counts, also when it comes after the lease was lost: the truth about
 * what Meta took must not depend on who held the row. An attempt that is already settled is left alone.
 */
export async function recordOutcomes(
  trx: Db,
  organizationId: string,
  now: Instant,
  settled: readonly SettledAttempt[],
): Promise<void> {
  if (settled.length === 0) return
  await sql`
    update send_attempt a
       set outcome = s.outcome, finished_at = to_timestamp(${now}::float8 / 1000), wamid = coalesce(a.wamid, s.wamid),
           error_code = s.code, error_class = s.class
      from unnest(${settled.map((s) => s.attemptId)}::uuid[], ${settled.map((s) => s.outcome.kind)}::text[],
                  ${settled.map((s) => wamidOf(s.outcome))}::text[], ${settled.map((s) => codeOf(s.outcome))}::int[],
                  ${settled.map((s) => classOf(s.outcome))}::text[]) as s (id, outcome, wamid, code, class)
     where a.organization_id = ${organizationId} and a.id = s.id and a.outcome in ('pending', 'unknown')`.execute(trx)
  await sql`
    update outbound_message m
       set state = s.state, reason = s.reason, due_at = coalesce(to_timestamp(s.due_at / 1000), m.due_at),
           lease_until = null, attempts = m.attempts + 1,
           settled_at = case when s.state in ('accepted', 'failed') then to_timestamp(${now}::float8 / 1000) end
      from unnest(${settled.map((s) => s.messageId)}::uuid[], ${settled.map((s) => s.message.state)}::text[],
                  ${settled.map((s) => ('reason' in s.message ? s.message.reason : null))}::text[],
                  ${settled.map((s) => ('dueAt' in s.message ? s.message.dueAt : null))}::float8[]) as s (id, state, reason, due_at)
     where m.organization_id = ${organizationId} and m.id = s.id and m.state in ('attempting', 'unknown')`.execute(trx)
}

const wamidOf = (outcome: SendOutcome) => (outcome.kind === 'accepted' ? outcome.wamid : null)
const codeOf = (outcome: SendOutcome) => ('code' in outcome ? (outcome.code ?? null) : null)
const classOf = (outcome: SendOutcome): string | null => {
  switch (outcome.kind) {
    case 'accepted':
      return null
    case 'rejected':
      return outcome.class
    case 'not-sent':
    case 'unknown':
      return outcome.why
  }
}

/** An attempt as the statuses find it. */
export type AttemptRow = {
  readonly id: string
  readonly message_id: string
  readonly appointment_id: string | null
  readonly contact_point_id: string
  readonly wamid: string | null
  readonly outcome: string
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
    select a.id, a.message_id, m.appointment_id, a.contact_point_id, a.wamid, a.outcome, a.finished_at, a.sent_at,
           a.delivered_at, a.read_at, a.played_at, a.failed_at, a.failure_codes, c.unreachable_at is not null as unreachable
      from send_attempt a
      join outbound_message m on m.organization_id = a.organization_id and m.id = a.message_id
      join contact_point c on c.organization_id = a.organization_id and c.id = a.contact_point_id
     where a.organization_id = ${organizationId}
       and (a.id = any (${ids}::uuid[]) or a.wamid = any (${wamids}::text[]))
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

/** Stores folded deliveries. A status proves acceptance: an attempt that was open or unknown becomes accepted by it. */
export async function storeDeliveries(
  trx: Db,
  organizationId: string,
  now: Instant,
  updates: readonly DeliveryUpdate[],
): Promise<void> {
  if (updates.length === 0) return
  const instants = (status: 'sent' | 'delivered' | 'read' | 'played' | 'failed') =>
    updates.map((u) => u.delivery.at[status] ?? null)
  await sql`
    update send_attempt a
       set sent_at = to_timestamp(u.sent / 1000), delivered_at = to_timestamp(u.delivered / 1000), read_at = to_timestamp(u.read / 1000),
           played_at = to_timestamp(u.played / 1000), failed_at = to_timestamp(u.failed / 1000),
           failure_codes = string_to_array(u.codes, ',')::int[], wamid = coalesce(a.wamid, u.wamid),
           outcome = case when a.outcome in ('pending', 'unknown') then 'accepted' else a.outcome end,
           finished_at = coalesce(a.finished_at, to_timestamp(${now}::float8 / 1000))
      from unnest(${updates.map((u) => u.attempt.id)}::uuid[], ${updates.map((u) => u.wamid)}::text[],
                  ${instants('sent')}::float8[], ${instants('delivered')}::float8[], ${instants('read')}::float8[],
                  ${instants('played')}::float8[], ${instants('failed')}::float8[],
                  ${updates.map((u) => u.delivery.failureCodes.join(','))}::text[])
           as u (id, wamid, sent, delivered, read, played, failed, codes)
     where a.organization_id = ${organizationId} and a.id = u.id`.execute(trx)
  await sql`
    update outbound_message m
       set state = case when u.failed then 'failed' else 'accepted' end,
           reason = case when u.failed then 'undeliverable' end,
           lease_until = null, settled_at = coalesce(m.settled_at, to_timestamp(${now}::float8 / 1000))
      from unnest(${updates.map((u) => u.attempt.message_id)}::uuid[], ${updates.map((u) => u.failed)}::boolean[]) as u (id, failed)
     where m.organization_id = ${organizationId} and m.id = u.id
       and (m.state in ('attempting', 'unknown') or (m.state = 'accepted' and u.failed) or (m.state = 'failed' and not u.failed))`.execute(
    trx,
  )
}
