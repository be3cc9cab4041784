import type { Db } from '../db/db.ts'
import { assumeOutcomes } from '../modules/appointments/index.ts'
import { sealEvents } from '../modules/audit/index.ts'
import { raiseUndelivered } from '../modules/inbox/index.ts'
import { rematchParked, recoverExpired, settleUnknowns } from '../modules/messaging/index.ts'
import type { Log } from '../platform/log.ts'
import { refreshStatistics } from '../platform/postgres/statistics.ts'

export type TimerDeps = {
  readonly db: Db
  /** Where the journal is sealed: see WorkerDeps.line. */
  readonly journal: Db
  readonly log: Log
  readonly organizationId: string
  readonly wakeDispatchers: () => void
  /** New events have their place: readers in this process need not wait for their next look. */
  readonly sealed?: (() => void) | undefined
}

/** A task that looks for what is due. It answers how much it did; failing is logged and tried again at the next beat. */
type Timer = {
  readonly name: string
  readonly everyMs: number
  readonly run: (db: Db, organizationId: string) => Promise<number>
}

/** Named and ordered: what changes messages comes before what looks at them. All of them are safe to run twice. */
export const timers: readonly Timer[] = [
  { name: 'recover-expired-attempts', everyMs: 2_000, run: recoverExpired },
  { name: 'settle-unknown-attempts', everyMs: 1_000, run: settleUnknowns },
  { name: 'assume-outcomes', everyMs: 5_000, run: assumeOutcomes },
  { name: 'rematch-parked', everyMs: 5_000, run: rematchParked },
  { name: 'refresh-statistics', everyMs: 2_000, run: refreshStatistics },
  { name: 'raise-undelivered', everyMs: 5_000, run: raiseUndelivered },
]

/** The journal is sealed this often at the latest; readers of the stream see a change within this. */
const SEAL_EVERY_MS = 200
/** What is known to be new is sealed at once, but under load no more often than this: then many events share a round. */
const SEAL_APART_MS = 80
/** The answer that the same moment brought goes first. */
const SEAL_AFTER_MS = 25

export type Timers = {
  /** Something was written: seals it without waiting for the beat. */
  sealSoon(): void
  /** Runs every timer once, now: for the demo clock. Answers how much was done. */
  runAll(): Promise<number>
  stop(): Promise<void>
}

export function startTimers(deps: TimerDeps): Timers {
  const { db, journal, log, organizationId } = deps
  const running = new Map<string, Promise<number>>()
  const beats: NodeJS.Timeout[] = []

  const beat = (name: string, run: () => Promise<number>): Promise<number> => {
    const current = running.get(name)
    if (current) return current
    const next = run()
      .catch((error: unknown) => {
        log.warn('timer.failed', { timer: name }, error)
        return 0
      })
      .finally(() => running.delete(name))
    running.set(name, next)
    return next
  }
  const runTimer = async ({ name, run }: Timer): Promise<number> => {
    const done = await beat(name, () => run(db, organizationId))
    if (done > 0) deps.wakeDispatchers()
    return done
  }

  for (const timer of timers) beats.push(setInterval(() => void runTimer(timer), timer.everyMs))
  let sealedAt = Number.NEGATIVE_INFINITY
  let soon: NodeJS.Timeout | undefined
  const seal = async () => {
    const sealed = await sealEvents(journal, organizationId)
    if (sealed === 0) return 0
    sealedAt = performance.now()
    deps.sealed?.()
    return sealed
  }
  beats.push(setInterval(() => void beat('seal', seal), SEAL_EVERY_MS))
  return {
    sealSoon() {
      soon ??= setTimeout(
        () => {
          soon = undefined
          void beat('seal', seal)
        },
        Math.max(SEAL_AFTER_MS, sealedAt + SEAL_APART_MS - performance.now()),
      )
    },
    async runAll() {
      let done = 0
      for (const timer of timers) done += await runTimer(timer)
      return done
    },
    async stop() {
      for (const one of beats) clearInterval(one)
      clearTimeout(soon)
      await Promise.all(running.values())
    },
  }
}
