import { sql } from 'kysely'
import type { MessageKind } from '@recado/domain/shared/appointment'
import { SECOND, type Instant } from '@recado/domain/shared/instant'
import { arrayOf, rowsAs } from '../../db/bulk.ts'
import { businessNow, type Db } from '../../db/db.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'
import { settleUnknown, unknownUntil } from './after-attempt.ts'
import { ATTEMPT_LEASE_MS } from './attempt-lease.ts'
import type { Lease } from './sender-lease.ts'

type Lost = {
  readonly id: string
  readonly message_id: string
  readonly kind: MessageKind
  readonly expires_at: Instant
}

/**
 * Attempts whose process is gone become `unknown`: those under an older lease of this sender at once, all others when
 * their own time is over. They are never sent again blindly (invariant 3); their status or the policy settles them.
 */
export function recoverAttempts(db: Db, lease: Lease): Promise<number> {
  return markUnknown(db, lease.organizationId, sql`a.sender_id = ${lease.senderId} and a.lease_token < ${lease.token}`)
}

export const recoverExpired = (db: Db, organizationId: string): Promise<number> =>
  markUnknown(
    db,
    organizationId,
    sql`a.committed_at < clock_timestamp() - make_interval(secs => ${ATTEMPT_LEASE_MS / SECOND})`,
  )

/** Attempts first, then their messages: as everybody who settles them does. A message that another attempt has settled stays so. */
async function markUnknown(db: Db, organizationId: string, which: ReturnType<typeof sql>): Promise<number> {
  return inOrganization(db, organizationId, async (trx) => {
    const now = await businessNow(trx)
    const { rows } = await sql<Lost>`
      select a.id, a.message_id, m.kind, m.expires_at from send_attempt a
        join outbound_message m on m.organization_id = a.organization_id and m.id = a.message_id
       where a.organization_id = ${organizationId} and a.outcome = 'pending' and ${which}
       order by a.id for update of a skip locked`.execute(trx)
    if (rows.length === 0) return 0
    const attemptIds = rows.map(({ id }) => id)
    await sql`
      update send_attempt a set outcome = 'unknown', finished_at = to_timestamp(${now}::float8 / 1000), error_class = 'process-lost'
       where a.organization_id = ${organizationId} and a.id = any (${arrayOf('uuid', attemptIds)})`.execute(trx)
    const lost = rows.map(({ id, message_id, kind, expires_at }) => ({
      id,
      message_id,
      due_at: unknownUntil({ kind, expiresAt: expires_at }, now),
    }))
    await sql`
      update outbound_message m set state = 'unknown', due_at = l.due_at
        from ${rowsAs('l', { id: 'uuid', message_id: 'uuid', due_at: 'instant' }, lost)}
       where m.organization_id = ${organizationId} and m.id = l.message_id and m.last_attempt_id = l.id
         and m.state = 'attempting'`.execute(trx)
    return rows.length
  })
}

type Unknown = {
  readonly id: string
  readonly kind: MessageKind
  readonly expires_at: Instant
  readonly resends: number
}

/** Messages whose outcome stayed unknown past their time: one labelled repeat, or an end that staff can see. */
export async function settleUnknowns(db: Db, organizationId: string): Promise<number> {
  return inOrganization(db, organizationId, async (trx) => {
    const now = await businessNow(trx)
    const { rows } = await sql<Unknown>`
      select m.id, m.kind, m.expires_at,
             (select count(*)::int from send_attempt a where a.organization_id = m.organization_id and a.message_id = m.id
                 and a.resent_after_unknown) as resends
        from outbound_message m
       where m.organization_id = ${organizationId} and m.unclear and m.due_at <= to_timestamp(${now}::float8 / 1000)
       order by m.due_at limit 500 for update skip locked`.execute(trx)
    const settled = rows.map((row) => {
      const decision = settleUnknown({ kind: row.kind, expiresAt: row.expires_at, resends: row.resends }, now)
      return decision.kind === 'resend'
        ? { id: row.id, state: 'planned', reason: 'resend-after-unknown' }
        : { id: row.id, state: 'failed', reason: decision.reason }
    })
    if (settled.length === 0) return 0
    await sql`
      update outbound_message m
         set state = s.state, reason = s.reason,
             settled_at = case when s.state = 'failed' then to_timestamp(${now}::float8 / 1000) end
        from ${rowsAs('s', { id: 'uuid', state: 'text', reason: 'text' }, settled)}
       where m.organization_id = ${organizationId} and m.id = s.id`.execute(trx)
    return settled.length
  })
}
