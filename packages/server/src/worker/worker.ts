import type { WhatsAppClient } from '../channels/whatsapp/client.ts'
import type { Db } from '../db/db.ts'
import type { Clinic } from '../modules/conversations/index.ts'
import type { SenderRow } from '../modules/organizations/index.ts'
import type { MachineClock } from '../platform/clock.ts'
import type { ContentCipher } from '../platform/content-cipher.ts'
import type { Log } from '../platform/log.ts'
import { startDispatcher } from './dispatcher.ts'
import { startPresence } from './presence.ts'
import { startReceiver } from './receiver.ts'
import { startTimers } from './timers.ts'

export type WorkerDeps = {
  readonly db: Db
  /**
   * One connection for one loop, kept open: plans are made once for each connection, and what answers patients must not
   * wait for a plan whenever a pool hands it another one. One transaction at a time.
   */
  readonly line: () => Db
  readonly log: Log
  readonly clock: MachineClock
  readonly cipher: ContentCipher
  readonly client: Pick<WhatsAppClient, 'send'>
  readonly clinic: Clinic
  readonly senders: readonly SenderRow[]
  /** Who we are, for leases. */
  readonly owner: string
  readonly settleMs: number
  /** New events have their place in the journal. */
  readonly sealed?: () => void
}

export type Worker = {
  /** A webhook was stored. */
  wakeReceiver(): void
  /** Something may be due. */
  wake(): void
  /** Nothing is being applied or on the wire in this process. */
  idle(): boolean
  /** Runs every timer once, now. */
  runTimers(): Promise<number>
  stop(): Promise<void>
}

/** Everything that happens without anybody asking, for one organization: receiving, sending, what falls due. */
export function startWorker(deps: WorkerDeps): Worker {
  const { db, line, log, clock, cipher, client, clinic, senders } = deps
  const { organizationId } = clinic
  const numbers = new Map(senders.map((sender) => [sender.phone_number_id, sender.id]))
  const presence = startPresence(db, deps.owner, log)
  const dispatchers = senders.map((sender) =>
    startDispatcher({
      db,
      claims: line(),
      outcomes: line(),
      log,
      clock,
      cipher,
      client,
      organizationId,
      senderId: sender.id,
      throughputMps: sender.throughput_mps,
      presence,
      settleMs: deps.settleMs,
    }),
  )
  const wakeDispatchers = () => dispatchers.forEach((dispatcher) => dispatcher.wake())
  const timers = startTimers({ db, journal: line(), log, organizationId, wakeDispatchers, sealed: deps.sealed })
  const wake = () => {
    wakeDispatchers()
    timers.sealSoon()
  }
  const receiver = startReceiver({ db: line(), log, clinic, cipher, senderOf: (id) => numbers.get(id ?? '') }, wake)
  return {
    wakeReceiver: receiver.wake,
    wake,
    idle: () => receiver.idle() && dispatchers.every((dispatcher) => dispatcher.idle()),
    runTimers: timers.runAll,
    async stop() {
      await timers.stop()
      await receiver.stop()
      await Promise.all(dispatchers.map((dispatcher) => dispatcher.stop()))
      await presence.stop()
    },
  }
}
