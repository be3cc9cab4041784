import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Instant } from '@recado/domain/shared/instant'
import { rowsAs } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'

export type EventRow = {
  readonly id: string
  readonly at: Instant
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly details: unknown
}

/** As many as one round seals; a burst takes several rounds, a fifth of a second each. */
const GROUP = 2_000

/**
 * Chains new events and gives each its position, without gaps: one sealer at a time, so that a reader who has seen a
 * position has seen everything before it, however many writers there are. Answers how many were sealed.
 */
export function sealEvents(db: Db, organizationId: string): Promise<number> {
  return inOrganization(
    db,
    organizationId,
    async (trx) => {
      const lock = await sql<{
        got: boolean
      }>`select pg_try_advisory_xact_lock(hashtextextended(${`seal/${organizationId}`}, 0)) as got`.execute(trx)
      if (!lock.rows[0]?.got) return 0
      const { rows } = await sql<EventRow>`
      select id, at, actor, action, subject, details from event
       where organization_id = ${organizationId} and position is null order by recorded_at, id limit ${GROUP}`.execute(
        trx,
      )
      if (rows.length === 0) return 0
      const last = await sql<{ position: number; hash: Buffer }>`
      select position, hash from event where organization_id = ${organizationId} and position is not null
       order by position desc limit 1`.execute(trx)
      let hash: Buffer = last.rows[0]?.hash ?? Buffer.alloc(32)
      let position = last.rows[0]?.position ?? 0
      const sealed = rows.map((row) => {
        hash = chain(hash, row)
        position += 1
        return { id: row.id, position, hash }
      })
      await sql`
      update event e set position = s.position, hash = s.hash
        from ${rowsAs('s', { id: 'uuid', position: 'bigint', hash: 'bytea' }, sealed)}
       where e.organization_id = ${organizationId} and e.id = s.id and e.position is null`.execute(trx)
      return sealed.length
    },
    'kept',
  )
}

/** The hash of an event and everything before it. Keys are sorted: JSON stored as jsonb loses its order. */
export const chain = (before: Uint8Array, { id, at, actor, action, subject, details }: EventRow): Buffer =>
  createHash('sha256')
    .update(before)
    .update(canonical([id, at, actor, action, subject, details]))
    .digest()

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(',')}}`
}
