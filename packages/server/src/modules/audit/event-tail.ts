import { sql } from 'kysely'
import { EVENT_TYPES, type EventType, type ServerEvent } from '@recado/contracts/events'
import type { Db } from '../../db/db.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'

export type SealedEvent = {
  readonly position: number
  readonly action: string
  readonly subject: string
  readonly details: { readonly ids?: unknown }
}

/** As many as one reader is given at once; the rest follows with the next look. */
const GROUP = 1_000

/** The newest sealed position; 0 before the first. Whoever has read up to it has missed nothing. */
export const newestPosition = (db: Db, organizationId: string): Promise<number> =>
  inOrganization(db, organizationId, async (trx) => {
    const { rows } = await sql<{ position: number }>`
      select coalesce(max(position), 0) as position from event where organization_id = ${organizationId} and position is not null`.execute(
      trx,
    )
    return rows[0]?.position ?? 0
  })

/** Sealed events after a position, in their order. */
export const eventsAfter = (db: Db, organizationId: string, position: number): Promise<SealedEvent[]> =>
  inOrganization(db, organizationId, async (trx) => {
    const { rows } = await sql<SealedEvent>`
      select position, action, subject, details from event
       where organization_id = ${organizationId} and position > ${position} order by position limit ${GROUP}`.execute(
      trx,
    )
    return rows
  })

const TYPES: ReadonlySet<string> = new Set(EVENT_TYPES)
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What the public stream says of an event: ids alone. Undefined for what is nobody's business but the auditor's. */
export function publicEvent({ action, subject, details }: SealedEvent): ServerEvent | undefined {
  if (!TYPES.has(action)) return undefined
  const listed = Array.isArray(details.ids) ? details.ids : [subject.slice(subject.indexOf(':') + 1)]
  const ids = listed.filter((id): id is string => typeof id === 'string' && UUID.test(id))
  return { type: action as EventType, ids }
}
