import { sql, type RawBuilder } from 'kysely'
import type { SendOutcome } from '@recado/domain/messaging/send-outcome'
import type { Instant } from '@recado/domain/shared/instant'
import { arrayOf, rowsAs, valueOf } from '../../db/bulk.ts'
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

/** The statement that writes the attempts. The database refuses initiated ones without a live grant (trigger attempt_needs_a_grant). */
export function beginAttempts(
  organizationId: string,
  leaseToken: number,
  now: Instant,
  attempts: readonly NewAttempt[],
): RawBuilder<unknown> {
  const rows = attempts.map((a) => ({
    id: a.id, message_id: a.messageId, sender_id: a.senderId, kind: a.kind, purpose: a.purpose, contact_point_id: a.contactPointId,
    patient_ids: a.patientIds, resent: a.resentAfterUnknown,
  })) // prettier-ignore
  return sql`
    insert into send_attempt (organization_id, id, message_id, sender_id, kind, purpose, contact_point_id, patient_ids,
                              lease_token, begun_at, resent_after_unknown)
    select ${organizationId}::uuid, a.id, a.message_id, a.sender_id, a.kind, a.purpose, a.contact_point_id,
           ${sql.raw(valueOf('a', 'patient_ids', 'ids'))}, ${leaseToken}, to_timestamp(${now}::float8 / 1000), a.resent
      from ${rowsAs('a', ATTEMPT_COLUMNS, rows)}`
}

const ATTEMPT_COLUMNS = {
  id: 'uuid', message_id: 'uuid', sender_id: 'uuid', kind: 'text', purpose: 'text', contact_point_id: 'uuid', patient_ids: 'ids',
  resent: 'boolean',
} as const // prettier-ignore

/** What one attempt came to, and what follows for its message; both decided by the caller. */
export type SettledAttempt = {
  readonly attemptId: string
  readonly messageId: string
  /** Its message had been tried before. */
  readonly again: boolean
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
 * what Meta took must not depend on who held the row. All else counts for the message only while the attempt is its
 * newest one: what a first try came to says nothing once the repeat is under way. A settled attempt is left alone.
 */
export async function recordOutcomes(
  trx: Db,
  organizationId: string,
  now: Instant,
  settled: readonly SettledAttempt[],
): Promise<void> {
  if (settled.length === 0) return
  const rows = settled.map(({ attemptId, outcome, message }) => ({
    id: attemptId, outcome: outcome.kind, wamid: wamidOf(outcome), code: codeOf(outcome), class: classOf(outcome),
    state: message.state, reason: 'reason' in message ? message.reason : null, due_at: 'dueAt' in message ? message.dueAt : null,
  })).toSorted((a, b) => (a.id < b.id ? -1 : 1)) // prettier-ignore
  await sql`
    with s as (select * from ${rowsAs('r', OUTCOME_COLUMNS, rows)}), taken as (
      update send_attempt a
         set outcome = s.outcome, finished_at = to_timestamp(${now}::float8 / 1000), wamid = coalesce(a.wamid, s.wamid),
             error_code = s.code, error_class = s.class
        from s
       where a.organization_id = ${organizationId} and a.id = s.id
         and (a.outcome = 'pending' or a.outcome = 'unknown' and s.outcome <> 'unknown')
      returning a.id, a.message_id)
    update outbound_message m
       set state = s.state, reason = s.reason, due_at = coalesce(s.due_at, m.due_at),
           attempts = m.attempts + (s.outcome <> 'not-sent')::int,
           settled_at = case when s.state in ('accepted', 'failed') then to_timestamp(${now}::float8 / 1000) end
      from taken t join s on s.id = t.id
     where m.organization_id = ${organizationId} and m.id = t.message_id
       and case when s.outcome = 'accepted' then m.state not in ('accepted', 'merged')
                else m.last_attempt_id = t.id and m.state in ('attempting', 'unknown') end`.execute(trx)
  await releaseRiders(trx, organizationId, settled)
  await markDuplicates(trx, organizationId, settled.flatMap(({ again, outcome, messageId }) => (again && outcome.kind === 'accepted' ? [messageId] : []))) // prettier-ignore
}

const OUTCOME_COLUMNS = {
  id: 'uuid', outcome: 'text', wamid: 'text', code: 'int', class: 'text', state: 'text', reason: 'text', due_at: 'instant',
} as const // prettier-ignore

/**
 * Nothing of it left: its words are written anew when it does, from what is true then, and what rode along in it is
 * planned again by itself.
 */
async function releaseRiders(trx: Db, organizationId: string, settled: readonly SettledAttempt[]): Promise<void> {
  const ids = settled.flatMap(({ message, messageId }) => (message.state === 'planned' ? [messageId] : []))
  if (ids.length === 0) return
  await sql`
    with again as (
      update outbound_message m set content = null, key_id = null, reply_ref = null, options = null
       where m.organization_id = ${organizationId} and m.id = any (${arrayOf('uuid', ids)}) and m.state = 'planned' and m.journey is not null
         and not ${isRepeat('m')}
      returning m.id)
    update outbound_message r set state = 'planned', merged_into = null
      from again where r.organization_id = ${organizationId} and r.merged_into = again.id and r.state = 'merged'`.execute(
    trx,
  )
}

/**
 * Whether an earlier try of a message may have reached the person: without a clear outcome, and never settled as not sent.
 * What leaves now is then a repeat, and labelled.
 */
export const isRepeat = (message: 'm') =>
  sql.raw(`(${message}.last_attempt_id is not null and exists (
    select from send_attempt u where u.organization_id = ${message}.organization_id and u.message_id = ${message}.id and u.outcome = 'unknown'))`)

/** Of these messages, every accepted attempt after the first is a duplicate that the person got: linked and counted. */
export async function markDuplicates(trx: Db, organizationId: string, messageIds: readonly string[]): Promise<void> {
  if (messageIds.length === 0) return
  await sql`
    update send_attempt a set reconciled_duplicate = true
     where a.organization_id = ${organizationId} and a.message_id = any (${arrayOf('uuid', messageIds)}) and a.outcome = 'accepted'
       and not a.reconciled_duplicate
       and exists (select from send_attempt b where b.organization_id = a.organization_id and b.message_id = a.message_id
                      and b.outcome = 'accepted' and (b.committed_at, b.id) < (a.committed_at, a.id))`.execute(trx)
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
