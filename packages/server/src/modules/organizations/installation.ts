import { sql } from 'kysely'
import type { Db } from '../../db/db.ts'
import { ConfigError } from '../../platform/config.ts'

export type Mode = 'demo' | 'trial' | 'live'

/**
 * Stamps the mode into a new database, and refuses to open one that was made in another mode: demo patients and real
 * ones must never share a database. @throws ConfigError with one sentence (exit 2)
 */
export async function ensureInstallation(db: Db, mode: Mode): Promise<void> {
  await sql`insert into installation (mode) values (${mode}) on conflict do nothing`.execute(db)
  const { rows } = await sql<{ mode: Mode }>`select mode from installation`.execute(db)
  const stamped = rows[0]?.mode
  // A trial grows into live by getting its access token; nothing else changes.
  if (stamped === mode) return
  if (stamped === 'trial' && mode === 'live') return void (await sql`update installation set mode = 'live'`.execute(db))
  throw new ConfigError([
    `This database was made in ${stamped} mode and cannot be opened in ${mode} mode: set RECADO_MODE=${stamped === 'demo' ? 'demo' : 'live'} or use another database.`,
  ])
}
