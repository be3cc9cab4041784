import { sql } from 'kysely'
import type { Db } from '../db/db.ts'
import { lockPresence, unlockPresence } from '../modules/messaging/index.ts'
import type { Log } from '../platform/log.ts'
import { createWake } from './wake.ts'

/** The sign that this process lives: a lock that PostgreSQL itself gives up when the connection ends, however it ends. */
export type Presence = {
  readonly owner: string
  /** Nobody can take us for dead at present. */
  isSeen(): boolean
  stop(): Promise<void>
}

const BEAT_MS = 1_000
const AGAIN_MS = 250

/** Keeps one connection for it. While that is broken, others may take over what we own (fenced, as ever). */
export function startPresence(db: Db, owner: string, log: Log): Presence {
  const wake = createWake()
  let seen = false
  let stopping = false

  const hold = (): Promise<void> =>
    db.getExecutor().provideConnection(async (connection) => {
      const executor = db.getExecutor().withConnectionProvider({ provideConnection: (use) => use(connection) })
      const own = { getExecutor: () => executor }
      await lockPresence(own, owner)
      seen = true
      while (!stopping) {
        await wake.wait(BEAT_MS)
        await sql`select 1`.execute(own)
      }
      await unlockPresence(own, owner)
    })

  async function run(): Promise<void> {
    while (!stopping) {
      try {
        await hold()
      } catch (error) {
        if (seen) log.warn('worker.presence-lost', { owner }, error)
        seen = false
        await wake.wait(AGAIN_MS)
      }
    }
    seen = false
  }

  const running = run()
  return {
    owner,
    isSeen: () => seen,
    async stop() {
      stopping = true
      wake.now()
      await running
    },
  }
}
