import { sql } from 'kysely'
import { Failure } from '@recado/domain/shared/failure'
import { rowsAs } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import type { ContentCipher } from '../../platform/content-cipher.ts'
import { newId } from '../../platform/ids.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'

export type Channel = { readonly id: string; readonly organizationId: string }
type Waiting = {
  readonly channel: Channel
  readonly body: Uint8Array
  readonly done: () => void
  readonly failed: (cause: unknown) => void
}

/** Stores raw webhooks in groups: many requests, one INSERT, one commit, then all of them are acknowledged. */
export type InboundStore = {
  /** Resolves when the bytes are durable. @throws Failure `unavailable` when they could not be stored: answer 503. */
  append(channel: Channel, body: Uint8Array): Promise<void>
  /** Resolves when everything handed in so far is settled. */
  close(): Promise<void>
}

/** Bounds memory while the database is slow: beyond it the sender is told to come again (Meta redelivers for 7 days). */
const MAX_WAITING = 5_000
const GROUP = 400
/** One group is written while the next one fills; a second in flight hides the commit's latency. */
const WRITERS = 2

export function createInboundStore(
  db: Db,
  cipherOf: (organizationId: string) => ContentCipher,
  stored: () => void,
): InboundStore {
  const waiting: Waiting[] = []
  const writers = new Set<Promise<void>>()

  const pump = () => {
    while (writers.size < WRITERS && waiting.length > 0) {
      const writer = write(takeGroup(waiting)).finally(() => {
        writers.delete(writer)
        pump()
      })
      writers.add(writer)
    }
  }

  async function write(group: readonly Waiting[]): Promise<void> {
    try {
      await insertGroup(db, cipherOf, group)
    } catch (cause) {
      for (const item of group) item.failed(cause)
      return
    }
    for (const item of group) item.done()
    stored()
  }

  return {
    append(channel, body) {
      if (waiting.length >= MAX_WAITING)
        return Promise.reject(new Failure('unavailable', 'Too many webhooks are waiting.'))
      return new Promise((resolve, reject) => {
        const failed = (cause: unknown) =>
          reject(new Failure('unavailable', 'The webhook could not be stored.', {}, { cause }))
        waiting.push({ channel, body, done: resolve, failed })
        // Requests that arrive in the same turn of the event loop share a group.
        setImmediate(pump)
      })
    },
    async close() {
      while (writers.size > 0) await Promise.all(writers)
    },
  }
}

/** The next items of one organization, in order. */
function takeGroup(waiting: Waiting[]): Waiting[] {
  const organizationId = waiting[0]?.channel.organizationId
  let end = 0
  while (end < GROUP && waiting[end]?.channel.organizationId === organizationId && end < waiting.length) end++
  return waiting.splice(0, end)
}

async function insertGroup(
  db: Db,
  cipherOf: (organizationId: string) => ContentCipher,
  group: readonly Waiting[],
): Promise<void> {
  const [first] = group
  if (!first) return
  const { organizationId } = first.channel
  const rows = group.map(({ channel, body }) => {
    const sealed = cipherOf(organizationId).seal(body)
    return { id: newId(), channel_id: channel.id, body: sealed.bytes, key_id: sealed.keyId }
  })
  await inOrganization(db, organizationId, async (_trx, last) =>
    last(sql`
      insert into inbound_event (organization_id, id, channel_id, received_at, body, key_id)
      select ${organizationId}::uuid, e.id, e.channel_id, business_now(), e.body, e.key_id
        from ${rowsAs('e', STORED, rows)}`),
  )
}

const STORED = { id: 'uuid', channel_id: 'uuid', body: 'bytea', key_id: 'int' } as const
