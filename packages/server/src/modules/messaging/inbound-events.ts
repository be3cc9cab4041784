import { sql } from 'kysely'
import type { Instant } from '@recado/domain/shared/instant'
import { arrayOf, rowsAs } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'

export type StoredEvent = {
  readonly id: string
  readonly channel_id: string
  readonly received_at: Instant
  readonly body: Buffer
  readonly key_id: number
  readonly attempts: number
}

/** Stored deliveries in the order in which they came, locked; what another worker holds is skipped, and what is `except`ed. */
export async function lockStored(
  trx: Db,
  organizationId: string,
  limit: number,
  except: readonly string[] = [],
): Promise<StoredEvent[]> {
  const { rows } = await sql<StoredEvent>`
    select e.id, e.channel_id, e.received_at, e.body, e.key_id, e.attempts from inbound_event e
     where e.organization_id = ${organizationId} and e.state = 'stored' ${except.length > 0 ? sql`and e.id <> all (${arrayOf('uuid', except)})` : sql``}
     order by e.id limit ${limit} for update skip locked`.execute(trx)
  return rows
}

/** What became of one item of a delivery. The wamid is kept for people who look into it; it never goes to a log. */
export type PartRecord = {
  readonly kind: string
  readonly wamid?: string
  readonly state: 'applied' | 'parked' | 'unreadable'
  readonly why?: string
}

export type EventRecord = { readonly id: string; readonly parts: readonly PartRecord[] }

const RANK = { applied: 0, parked: 1, unreadable: 2 } as const

/** Settles deliveries: as applied only when all of their items were. */
export async function settleEvents(trx: Db, organizationId: string, records: readonly EventRecord[]): Promise<void> {
  if (records.length === 0) return
  const rows = records.map(({ id, parts }) => ({ id, parts, state: worstOf(parts) }))
  await sql`
    update inbound_event e set state = r.state, parts = r.parts::jsonb, attempts = e.attempts + 1
      from ${rowsAs('r', { id: 'uuid', parts: 'jsonb', state: 'text' }, rows)}
     where e.organization_id = ${organizationId} and e.id = r.id`.execute(trx)
}

const worstOf = (parts: readonly PartRecord[]): PartRecord['state'] =>
  parts.reduce<PartRecord['state']>((worst, { state }) => (RANK[state] > RANK[worst] ? state : worst), 'applied')
