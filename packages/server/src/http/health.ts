import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Db } from '../db/db.ts'
import type { Log } from '../platform/log.ts'

export type HealthDeps = { readonly db: Db; readonly log: Log }

/** A database that takes longer than this serves nobody. */
const PATIENCE_MS = 2_000

/** `GET /healthz`: the process is alive. `GET /readyz`: it can serve; 503 with the reason otherwise. */
export const health =
  ({ db, log }: HealthDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    app.get('/healthz', async () => ({ status: 'ok' }))
    app.get('/readyz', async (_request, reply) => {
      try {
        await withinPatience(sql`select 1`.execute(db))
        return { status: 'ready' }
      } catch (error) {
        log.warn('health.not-ready', {}, error)
        return reply.status(503).send({ status: 'unavailable', reason: 'The database does not answer.' })
      }
    })
  }

async function withinPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), PATIENCE_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
