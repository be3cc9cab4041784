import { sql } from 'kysely'
import type { SendingState } from '@recado/contracts/overview'
import { formatInstant, type Instant } from '@recado/domain/shared/instant'
import type { Db } from '../../db/db.ts'
import { loadActors } from '../staff/index.ts'

type SendingRow = {
  readonly paused_at: Instant
  readonly paused_by: string | null
  readonly pause_reason: string | null
}

/** Paused by a person, or because no sender of ours may send. */
export async function readSending(trx: Db, organizationId: string): Promise<SendingState> {
  const { rows } = await sql<SendingRow>`
    select o.paused_at, o.paused_by, o.pause_reason from organization o where o.id = ${organizationId} and o.paused_at is not null
    union all
    select max(s.paused_at), null, max(s.pause_reason) from sender s where s.organization_id = ${organizationId}
    having count(*) > 0 and bool_and(s.paused_at is not null)`.execute(trx)
  const [row] = rows
  if (!row) return { paused: false }
  const { name } = (await loadActors(trx, organizationId, row.paused_by === null ? [] : [row.paused_by]))(
    row.paused_by ?? '',
  )
  return { paused: true, since: formatInstant(row.paused_at), by: name, reason: row.pause_reason ?? undefined }
}
