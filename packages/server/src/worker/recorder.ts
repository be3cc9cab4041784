import type { Instant } from '@recado/domain/shared/instant'
import { businessNow, type Db } from '../db/db.ts'
import { recordEvents } from '../modules/audit/index.ts'
import { replanFor } from '../modules/journeys/index.ts'
import { flagRefused, markRequested, recordOutcomes, type SettledAttempt } from '../modules/messaging/index.ts'
import type { Log } from '../platform/log.ts'
import { inOrganization } from '../platform/postgres/tenancy.ts'

export type Finished = SettledAttempt & { readonly contactPointId: string; readonly appointmentIds: readonly string[] }

/** Records what attempts came to, in groups: while one group is written, the next one fills. */
export type Recorder = {
  add(finished: Finished): void
  /** How many wait to be written. */
  size(): number
  /** Resolves when everything handed in so far is written, or has failed for good. */
  drain(): Promise<void>
}

const RETRY_MS = 500

/**
 * An outcome that cannot be written is tried again as long as the process lives: the attempt is committed, so that after
 * a crash it is `unknown` and settled by its status, never sent blindly.
 */
export function createRecorder(db: Db, organizationId: string, log: Log, written: () => void): Recorder {
  let waiting: Finished[] = []
  let writing: Promise<void> | undefined

  const pump = (): void => {
    if (writing || waiting.length === 0) return
    const group = waiting
    waiting = []
    writing = write(db, organizationId, group)
      .catch(async (error: unknown) => {
        log.warn('outbox.record-failed', { count: group.length }, error)
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
        waiting = [...group, ...waiting]
      })
      .finally(() => {
        writing = undefined
        written()
        pump()
      })
  }

  return {
    add(finished) {
      waiting.push(finished)
      setImmediate(pump)
    },
    size: () => waiting.length + (writing ? 1 : 0),
    async drain() {
      while (waiting.length > 0 || writing) {
        pump()
        await writing
      }
    },
  }
}

async function write(db: Db, organizationId: string, group: readonly Finished[]): Promise<void> {
  await inOrganization(
    db,
    organizationId,
    async (trx) => {
      const now: Instant = await businessNow(trx)
      const accepted = group.filter(({ outcome }) => outcome.kind === 'accepted')
      await Promise.all([
      recordOutcomes(trx, organizationId, now, group),
      markRequested(trx, organizationId, accepted.filter(({ appointmentIds }) => appointmentIds.length > 0).map(({ messageId }) => messageId)),
    ]) // prettier-ignore
      await replanFor(trx, organizationId, await flagRefused(trx, organizationId, now, group), now)
      const ids = [...new Set(group.flatMap(({ appointmentIds }) => appointmentIds))]
      if (ids.length > 0) {
        await recordEvents(trx, organizationId, now, [
          { actor: 'system:dispatcher', action: 'touch.changed', subject: 'appointments', details: { ids } },
        ])
      }
    },
    'kept',
  )
}
