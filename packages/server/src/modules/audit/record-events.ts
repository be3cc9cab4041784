import { insertMany } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import type { Instant } from '@recado/domain/shared/instant'
import { newId } from '../../platform/ids.ts'

/** Something that changed and who did it. `subject` is `kind:id`; details are ids and codes, never a person's data. */
export type NewEvent = {
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly details?: Readonly<Record<string, unknown>>
}

/** Writes events unchained, in the transaction of the change; the sealer gives them their place within a second. */
export async function recordEvents(
  trx: Db,
  organizationId: string,
  now: Instant,
  events: readonly NewEvent[],
): Promise<void> {
  const rows = events.map((event) => ({ id: newId(), at: now, ...event, details: event.details ?? {} }))
  await insertMany(
    trx,
    organizationId,
    'event',
    { id: 'uuid', at: 'instant', actor: 'text', action: 'text', subject: 'text', details: 'jsonb' },
    rows,
  )
}
