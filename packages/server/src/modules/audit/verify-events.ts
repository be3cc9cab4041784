import { sql } from 'kysely'
import type { Db } from '../../db/db.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'
import { chain, type EventRow } from './seal-events.ts'

export type Verified = {
  /** Sealed events that were looked at. */
  readonly events: number
  /** The first position that is missing, or whose event is not the one that was sealed. */
  readonly brokenAt?: number
}

type Sealed = EventRow & { readonly position: number; readonly hash: Buffer }

const GROUP = 5_000

/** Reads an organization's whole journal in its order and computes the chain again. */
export async function verifyEvents(db: Db, organizationId: string): Promise<Verified> {
  let hash: Buffer = Buffer.alloc(32)
  let position = 0
  for (;;) {
    const rows = await sealedAfter(db, organizationId, position)
    for (const row of rows) {
      hash = chain(hash, row)
      if (row.position !== position + 1 || !hash.equals(row.hash)) return { events: position, brokenAt: position + 1 }
      position += 1
    }
    if (rows.length < GROUP) return { events: position }
  }
}

const sealedAfter = (db: Db, organizationId: string, position: number): Promise<Sealed[]> =>
  inOrganization(db, organizationId, async (trx) => {
    const { rows } = await sql<Sealed>`
      select id, at, actor, action, subject, details, position, hash from event
       where organization_id = ${organizationId} and position > ${position} order by position limit ${GROUP}`.execute(
      trx,
    )
    return rows
  })
