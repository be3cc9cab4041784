import { sql } from 'kysely'
import type { Instant } from '@recado/domain/shared/instant'
import type { Db } from '../../db/db.ts'
import { recordEvents } from '../audit/index.ts'
import type { SettledAttempt } from './ledger.ts'
import { judgeReachability } from './reachability.ts'

type Refused = SettledAttempt & { readonly contactPointId: string }

/**
 * What a refusal says about more than its message: this phone cannot be reached, or this number may not send at all.
 * Answers the contacts that turned out to be unreachable.
 */
export async function flagRefused(
  trx: Db,
  organizationId: string,
  now: Instant,
  settled: readonly Refused[],
): Promise<string[]> {
  const refused = settled.flatMap(({ outcome, contactPointId }) =>
    outcome.kind === 'rejected' && outcome.class === 'recipient-stop' ? [contactPointId] : [],
  )
  const stop = settled.find(
    ({ outcome }) =>
      outcome.kind === 'rejected' && (outcome.class === 'tenant-stop' || outcome.class === 'sender-stop'),
  )
  if (stop?.outcome.kind === 'rejected') await pauseSender(trx, organizationId, now, stop.attemptId, stop.outcome.code)
  return judgeReachability(trx, organizationId, [...new Set(refused)])
}

/** Nothing more leaves from this number until a person has repaired it and resumed sending; what is due waits. */
async function pauseSender(
  trx: Db,
  organizationId: string,
  now: Instant,
  attemptId: string,
  code: number,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update sender s set paused_at = to_timestamp(${now}::float8 / 1000), pause_reason = ${`whatsapp-${code}`}
      from send_attempt a
     where a.organization_id = ${organizationId} and a.id = ${attemptId} and s.organization_id = a.organization_id
       and s.id = a.sender_id and s.paused_at is null
    returning s.id`.execute(trx)
  await recordEvents(trx, organizationId, now, rows.map(({ id }) => ({ actor: 'system:dispatcher', action: 'sending.changed', subject: `sender:${id}`, details: { code } }))) // prettier-ignore
}
