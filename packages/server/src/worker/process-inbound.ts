import { sql } from 'kysely'
import type { Instant } from '@recado/domain/shared/instant'
import type { Db } from '../db/db.ts'
import { businessNow } from '../db/db.ts'
import { withWrites, type Writes } from '../db/writes.ts'
import { takeTurns, type Clinic, type Received } from '../modules/conversations/index.ts'
import { replanFor } from '../modules/journeys/index.ts'
import {
  applyAccountEvents,
  applyStatuses,
  lockStored,
  readEvent,
  settleEvents,
  type DeliveryPart,
  type InboundPart,
  type ReadEvent,
} from '../modules/messaging/index.ts'
import type { ContentCipher } from '../platform/content-cipher.ts'
import { newId } from '../platform/ids.ts'
import type { Log } from '../platform/log.ts'
import { inOrganization } from '../platform/postgres/tenancy.ts'
import { isTransient } from '../platform/postgres/transient.ts'

export type InboundDeps = {
  readonly db: Db
  readonly log: Log
  readonly clinic: Clinic
  readonly cipher: ContentCipher
  /** Which of our senders a WhatsApp number is; undefined for one that is not ours. */
  readonly senderOf: (phoneNumberId: string | undefined) => string | undefined
}

/** Deliveries that are taken at once: enough to share the round trips, few enough to answer within milliseconds. */
export const BATCH = 120
/** A delivery that fails this often alone is set aside for a person; the others go on (R-21). */
const MAX_ATTEMPTS = 5

/** Two transactions that were in each other's way are not so again at once. */
const TRIES = 3

/**
 * Applies stored deliveries: all of a batch in one transaction, or each alone when the batch fails, so that one bad item
 * never takes its neighbours along (invariant 4). Answers how many it took. @throws what is wrong for the moment (see
 * isTransient): nothing is applied then and nothing counted against a delivery
 */
export async function processInbound(deps: InboundDeps): Promise<number> {
  try {
    return await patiently(() => processBatch(deps, { limit: BATCH, except: [] }))
  } catch (error) {
    if (isTransient(error)) throw error
    deps.log.warn('inbound.batch-failed', { organizationId: deps.clinic.organizationId }, error)
    return processOneByOne(deps)
  }
}

async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (!isTransient(error) || tries >= TRIES) throw error
    }
  }
}

type Wanted = {
  readonly limit: number
  /** Deliveries that failed in this round. */
  readonly except: readonly string[]
  /** Told before anything is applied. */
  readonly taken?: (ids: readonly string[]) => void
}

async function processBatch(deps: InboundDeps, { limit, except, taken }: Wanted): Promise<number> {
  const { organizationId } = deps.clinic
  return inOrganization(
    deps.db,
    organizationId,
    async (trx) => {
      const [stored, now] = await Promise.all([lockStored(trx, organizationId, limit, except), businessNow(trx)])
      if (stored.length === 0) return 0
      taken?.(stored.map(({ id }) => id))
      const read = stored.map((event) => readEvent(event, deps.cipher))
      await withWrites(async (writes) => {
        await applyRead(trx, deps, read, now, writes)
        writes.begin(settleEvents(trx, organizationId, read.map(({ event, records }) => ({ id: event.id, parts: records })))) // prettier-ignore
      })
      return stored.length
    },
    'kept',
  )
}

/** Each failure counts once a round: what comes after a bad delivery is applied before it is tried again. */
async function processOneByOne(deps: InboundDeps): Promise<number> {
  const failed: string[] = []
  for (let done = 0; done < BATCH; done++) {
    let current: string | undefined
    const taken = ([id]: readonly string[]) => void (current = id)
    try {
      if ((await patiently(() => processBatch(deps, { limit: 1, except: failed, taken }))) === 0) return done
    } catch (error) {
      if (isTransient(error) || current === undefined) throw error
      deps.log.warn('inbound.event-failed', { organizationId: deps.clinic.organizationId, eventId: current }, error)
      failed.push(current)
      await setAside(deps, current, error)
    }
  }
  return BATCH
}

/** Counts the failure of a delivery; after a few it is parked with the kind of error, and shown. */
async function setAside({ db, clinic: { organizationId } }: InboundDeps, id: string, error: unknown): Promise<void> {
  const why = error instanceof Error ? error.name : 'unknown error'
  await inOrganization(db, organizationId, (trx) =>
    sql`
      update inbound_event e
         set attempts = e.attempts + 1, state = case when e.attempts + 1 >= ${MAX_ATTEMPTS} then 'parked' else 'stored' end,
             parts = case when e.attempts + 1 >= ${MAX_ATTEMPTS}
                     then jsonb_build_array(jsonb_build_object('kind', 'delivery', 'state', 'parked', 'why', ${`our processing failed: ${why}`}::text)) end
       where e.organization_id = ${organizationId} and e.id = ${id} and e.state = 'stored'`.execute(trx),
  )
}

async function applyRead(
  trx: Db,
  deps: InboundDeps,
  read: readonly ReadEvent[],
  now: Instant,
  writes: Writes,
): Promise<void> {
  const { organizationId } = deps.clinic
  const at = places(read)
  const statuses = at.filter(({ part }) => part.kind === 'status')
  const { known, contactIds } = await applyStatuses(trx, organizationId, now, statuses.map(({ part }) => part as DeliveryPart)) // prettier-ignore
  statuses.forEach((place, index) => {
    if (!known[index]) park(place, 'no message of ours is known under this id yet')
  })
  await applyAccountEvents(trx, organizationId, now, at.map(({ part }) => part)) // prettier-ignore
  const messages = at.filter(({ part }) => part.kind === 'message')
  const received = messages.flatMap((place): Received[] => {
    const senderId = deps.senderOf(place.part.phoneNumberId)
    if (senderId === undefined) return park(place, 'it was sent to a number that is not set up here')
    return [{ id: newId(), eventId: place.event.event.id, senderId, receivedAt: now, part: place.part as InboundPart }]
  })
  await takeTurns(trx, { clinic: deps.clinic, cipher: deps.cipher, now }, received, writes)
  await replanFor(trx, organizationId, contactIds, now)
}

type Place = { readonly event: ReadEvent; readonly index: number; readonly part: ReadEvent['parts'][number] }

const places = (read: readonly ReadEvent[]): Place[] =>
  read.flatMap((event) => event.parts.map((part, index) => ({ event, index, part })))

function park({ event, index }: Place, why: string): [] {
  const record = event.records[index]
  if (record) event.records[index] = { ...record, state: 'parked', why }
  return []
}
