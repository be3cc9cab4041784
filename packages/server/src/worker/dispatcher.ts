import type { WhatsAppClient } from '../channels/whatsapp/client.ts'
import type { Db } from '../db/db.ts'
import {
  acquireLease, afterAttempt, dispatchBatch, recoverAttempts, releaseLease, renewLease, LEASE_MS, RENEW_EVERY_MS,
  type Lease, type Outgoing,
} from '../modules/messaging/index.ts' // prettier-ignore
import type { MachineClock } from '../platform/clock.ts'
import type { ContentCipher } from '../platform/content-cipher.ts'
import type { Log } from '../platform/log.ts'
import type { Instant } from '@recado/domain/shared/instant'
import type { Presence } from './presence.ts'
import { createRecorder } from './recorder.ts'
import { createTokenBucket } from './token-bucket.ts'
import { createWake } from './wake.ts'

export type DispatcherDeps = {
  /** For the lease, which must not wait for a batch. */
  readonly db: Db
  /** Where messages are claimed, and where their outcomes are recorded: see WorkerDeps.line. */
  readonly claims: Db
  readonly outcomes: Db
  readonly log: Log
  readonly clock: MachineClock
  readonly cipher: ContentCipher
  readonly client: Pick<WhatsAppClient, 'send'>
  readonly organizationId: string
  readonly senderId: string
  /** Messages a second that this number may send. */
  readonly throughputMps: number
  readonly presence: Presence
  readonly settleMs: number
}

export type Dispatcher = {
  /** Something may be due: look now. */
  wake(): void
  /** Nothing is on the wire or waits to be recorded. */
  idle(): boolean
  /** Takes nothing new, lets what is on the wire come back, records it, gives the sender back. */
  stop(): Promise<void>
}

/** Requests under way at once; the client needs as many connections, so that none waits on this side of the wire. */
export const MAX_IN_FLIGHT = 128
const BATCH = 100
/** Below this much room a claim is not worth its round trips, unless nothing else is going on. */
const MIN_ROOM = 16
const IDLE_MS = 250
const NO_LEASE_MS = 1_000
const NOT_SEEN_MS = 20
/** A request that starts this close to the end of the lease could outlive it. */
const LEASE_MARGIN_MS = 2_000
/**
 * What has not begun to leave this long after it was let through is looked at again: the person may have said STOP, or the
 * visit moved, while this process stood still or its connections were taken. From the commit, and from the first look.
 */
const FRESH_MS = 1_000
const FRESH_FROM_LOOK_MS = 5_000

/**
 * Sends for one number: claims what is due, puts it on the wire, records what it came to. One dispatcher a number at a
 * time (lease); within the number's throughput; the most urgent lane first.
 */
export function startDispatcher(deps: DispatcherDeps): Dispatcher {
  const { db, log, clock } = deps
  const wake = createWake()
  const bucket = createTokenBucket(deps.throughputMps)
  const recorder = createRecorder(deps.outcomes, deps.organizationId, log, wake.now)
  let lease: Lease | undefined
  let leaseUntil = 0
  let inFlight = 0
  let claiming = false
  let stopping = false

  const owned = () => lease !== undefined && clock.elapsedMs() < leaseUntil - LEASE_MARGIN_MS

  async function takeLease(): Promise<void> {
    lease = undefined
    if (!deps.presence.isSeen()) return wake.wait(NOT_SEEN_MS)
    const begun = clock.elapsedMs()
    lease = await acquireLease(db, deps.organizationId, deps.senderId, deps.presence.owner)
    if (!lease) return wake.wait(NO_LEASE_MS)
    leaseUntil = begun + LEASE_MS
    await recoverAttempts(db, lease)
  }

  async function keepLease(): Promise<void> {
    const held = lease
    if (!held) return
    const begun = clock.elapsedMs()
    const kept = await renewLease(db, held).catch(() => undefined) // unreachable database: the lease runs out by itself
    if (kept === false && lease === held) lease = undefined
    if (kept) leaseUntil = begun + LEASE_MS
  }

  async function send(outgoing: Outgoing, now: Instant, mayStart: () => boolean): Promise<void> {
    const outcome = mayStart()
      ? await deps.client.send(outgoing.message, outgoing.attemptId, { mayStart })
      : ({ kind: 'not-sent', why: 'aborted-before-start', retryAfterMs: 0 } as const)
    inFlight--
    const message = afterAttempt(outgoing, outcome, now, Math.random())
    if (outcome.kind === 'rejected')
      log.warn('outbox.rejected', { attemptId: outgoing.attemptId, code: outcome.code, class: outcome.class })
    recorder.add({ ...outgoing, outcome, message })
    wake.now()
  }

  async function round(): Promise<void> {
    if (!lease || !owned()) return takeLease()
    const room = Math.min(MAX_IN_FLIGHT - inFlight, BATCH, bucket.available(clock.elapsedMs()))
    if (room < (inFlight === 0 ? 1 : MIN_ROOM)) return wake.wait(inFlight === 0 ? 20 : IDLE_MS)
    claiming = true
    const lookedAt = clock.elapsedMs()
    const batch = await dispatchBatch(deps.claims, deps.cipher, lease, room, deps.settleMs).finally(
      () => (claiming = false),
    )
    bucket.take(batch.outgoing.length)
    inFlight += batch.outgoing.length
    const committedAt = clock.elapsedMs()
    const mayStart = () => {
      const now = clock.elapsedMs()
      return owned() && now - committedAt < FRESH_MS && now - lookedAt < FRESH_FROM_LOOK_MS
    }
    for (const outgoing of batch.outgoing) void send(outgoing, batch.now, mayStart)
    if (batch.claimed < room) await wake.wait(IDLE_MS)
  }

  async function run(): Promise<void> {
    while (!stopping) {
      try {
        await round()
      } catch (error) {
        log.warn('outbox.round-failed', { senderId: deps.senderId }, error)
        if ((error as { code?: unknown }).code === 'conflict') lease = undefined
        await wake.wait(IDLE_MS)
      }
    }
  }

  const renewing = setInterval(() => void keepLease(), RENEW_EVERY_MS)
  const running = run()
  return {
    wake: wake.now,
    idle: () => inFlight === 0 && recorder.size() === 0 && !claiming,
    async stop() {
      stopping = true
      wake.now()
      await running
      while (inFlight > 0) await wake.wait(100)
      await recorder.drain()
      clearInterval(renewing)
      if (lease) await releaseLease(db, lease).catch(() => undefined) // it runs out by itself
    },
  }
}
