import type { Db } from '../db/db.ts'
import { loadConfig } from '../platform/config.ts'
import { createLog } from '../platform/log.ts'
import { startBundledPostgres } from '../platform/postgres/bundled.ts'
import { createDatabase, createPool } from '../platform/postgres/pool.ts'
import { findRunning, isRunningOn } from '../platform/postgres/running.ts'
import { Failure } from '@recado/domain/shared/failure'

/**
 * Gives a command the installation's database, whether Recado runs or not. @throws Failure `unavailable` when it runs
 * under a user whose server cannot be asked
 */
export async function withDatabase<T>(run: (db: Db) => Promise<T>): Promise<T> {
  const config = loadConfig()
  if (config.databaseUrl) return using(config.databaseUrl, run)
  if (await isRunningOn(config.dataDir)) {
    const url = await findRunning(config.dataDir)
    if (!url) throw new Failure('unavailable', 'The database runs but cannot be asked: stop Recado, and try again.')
    return using(url, run)
  }
  const server = await startBundledPostgres({ dataDir: config.dataDir, log: createLog('warn') })
  try {
    return await using(server.url, run)
  } finally {
    await server.stop()
  }
}

async function using<T>(url: string, run: (db: Db) => Promise<T>): Promise<T> {
  const db = createDatabase<unknown>(createPool({ url, name: 'recado-command', log: createLog('warn'), max: 2 }))
  try {
    return await run(db)
  } finally {
    await db.destroy()
  }
}
