import type { FastifyReply } from 'fastify'
import type { Db } from '../db/db.ts'
import { eventsAfter, newestPosition, publicEvent, type SealedEvent } from '../modules/audit/index.ts'
import type { Log } from '../platform/log.ts'

/** Sealed events, as they are sealed, to everybody who listens: one look at the table for all of them. */
export type EventStream = {
  /** Takes the connection over. `lastEventId`: where this reader was before. */
  attach(reply: FastifyReply, organizationId: string, lastEventId: string | undefined): Promise<void>
  /** Something was sealed in this process: looks at once. Where the sealer is another process, the next look finds it. */
  look(): void
  /** Ends every connection; readers come back by themselves. */
  close(): void
}

const LOOK_EVERY_MS = 200
const PING_EVERY_MS = 15_000
/** Who missed more than this reads everything again: cheaper than a list of what to read again. */
const RESUME_AT_MOST = 5_000
/** A reader who does not keep up is let go, and comes back with its position. */
const MAX_UNREAD_BYTES = 1024 * 1024

type Reader = { readonly organizationId: string; position: number; readonly reply: FastifyReply }

export function createEventStream(db: Db, log: Log): EventStream {
  const readers = new Set<Reader>()
  let look: NodeJS.Timeout | undefined
  let pinged = performance.now()
  let looking = false
  let again = false

  const end = (reader: Reader) => {
    readers.delete(reader)
    reader.reply.raw.end()
    if (readers.size === 0) stop()
  }
  const stop = () => {
    clearTimeout(look)
    look = undefined
  }
  const next = () => {
    if (readers.size > 0) look = setTimeout(() => void round(), LOOK_EVERY_MS).unref()
  }
  const round = async () => {
    looking = true
    do {
      again = false
      try {
        await tellAll(db, [...readers])
      } catch (error) {
        log.warn('events.not-read', { readers: readers.size }, error) // the next look reads them
      }
    } while (again)
    looking = false
    if (performance.now() - pinged > PING_EVERY_MS) {
      pinged = performance.now()
      for (const reader of readers) reader.reply.raw.write(': ping\n\n')
    }
    for (const reader of readers) if (reader.reply.raw.writableLength > MAX_UNREAD_BYTES) end(reader)
    next()
  }

  return {
    async attach(reply, organizationId, lastEventId) {
      const newest = await newestPosition(db, organizationId)
      const since = resumeAt(lastEventId, newest)
      const reader = { organizationId, position: since ?? newest, reply }
      reply.hijack()
      reply.raw.writeHead(200, HEADERS)
      reply.raw.write(
        since === undefined && lastEventId !== undefined
          ? `retry: 1000\nid: ${newest}\nevent: reset\ndata: {}\n\n`
          : `retry: 1000\nid: ${reader.position}\n\n`,
      )
      reply.raw.on('close', () => end(reader))
      readers.add(reader)
      if (look === undefined) next()
    },
    look() {
      again = true
      if (looking || readers.size === 0) return
      clearTimeout(look)
      void round()
    },
    close() {
      stop()
      for (const reader of readers) end(reader)
    },
  }
}

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no', // a proxy that collects would deliver the news late
  'x-content-type-options': 'nosniff',
}

/** Undefined: nothing to resume from; too old, or from another database. */
function resumeAt(lastEventId: string | undefined, newest: number): number | undefined {
  if (lastEventId === undefined || !/^\d{1,15}$/.test(lastEventId)) return undefined
  const since = Number(lastEventId)
  return since > newest || newest - since > RESUME_AT_MOST ? undefined : since
}

/** One query per organization and position: readers who are up to date share it. */
async function tellAll(db: Db, readers: readonly Reader[]): Promise<void> {
  for (const [organizationId, own] of Map.groupBy(readers, (reader) => reader.organizationId)) {
    for (const [position, together] of Map.groupBy(own, (reader) => reader.position)) {
      const events = await eventsAfter(db, organizationId, position)
      const text = events.map(lineOf).join('')
      const last = events.at(-1)?.position ?? position
      for (const reader of together) {
        reader.position = last
        if (text !== '') reader.reply.raw.write(text)
      }
    }
  }
}

function lineOf(event: SealedEvent): string {
  const shown = publicEvent(event)
  return shown ? `id: ${event.position}\nevent: ${shown.type}\ndata: ${JSON.stringify(shown)}\n\n` : ''
}
