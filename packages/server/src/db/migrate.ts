import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Failure } from '@recado/domain/shared/failure'
import { Migrator, type Kysely, type Migration } from 'kysely'
import type pg from 'pg'
import type { Log } from '../platform/log.ts'
import { createDatabase, createPool } from '../platform/postgres/pool.ts'
import { prepareAppRole } from './roles.ts'

const FOLDER = join(import.meta.dirname, 'migrations')
const NAME = /^\d{4}-[a-z0-9-]+\.ts$/

/** How the application then connects: the login, and the role that each session takes, if its own could see too much. */
export type AppAccess = { readonly url: string; readonly role: string | undefined }

export type MigrateOptions = {
  /** Login that owns the tables. */
  readonly ownerUrl: string
  /** Login of the application; may be the same. */
  readonly appUrl: string
  readonly log: Log
}

/**
 * Brings the database to the newest schema and gives the application its rights. Several processes may do this at once: one
 * works, the others wait for it (an advisory lock on the database).
 * @throws Failure `unavailable` when a migration fails (it is rolled back whole) or the database is newer than this program
 */
export async function migrate(options: MigrateOptions): Promise<AppAccess & { applied: readonly string[] }> {
  const { ownerUrl, log } = options
  const pool = createPool({
    url: ownerUrl,
    name: 'recado-migrate',
    log,
    max: 3,
    statementTimeoutMs: 0,
    lockTimeoutMs: 0,
  })
  const db = createDatabase<unknown>(pool)
  try {
    await requireVersion(pool)
    return await alone(pool, () => migrateAlone(db, pool, options))
  } finally {
    await db.destroy()
  }
}

async function migrateAlone(db: Kysely<unknown>, pool: pg.Pool, { ownerUrl, appUrl, log }: MigrateOptions) {
  const migrator = new Migrator({ db, provider: { getMigrations: readMigrations } })
  const { error, results = [] } = await migrator.migrateToLatest()
  const applied = results.filter((result) => result.status === 'Success').map((result) => result.migrationName)
  if (error) throw migrationFailure(error)
  const role = await prepareAppRole(pool, { ownerUrl, appUrl, log })
  if (applied.length > 0) log.info('database.migrated', { applied: applied.length, newest: applied.at(-1) })
  return { url: appUrl, role, applied }
}

/** Kysely's own lock covers the migrations, but not the grants after them: two grants at once fail. */
async function alone<Result>(pool: pg.Pool, work: () => Promise<Result>): Promise<Result> {
  const client = await pool.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('recado migrate'))`)
    return await work()
  } finally {
    client.release(true) // the lock ends with its session
  }
}

/** The migrations in the order of their names, which is the order in which they run. */
export async function readMigrations(): Promise<Record<string, Migration>> {
  const names = await migrationNames()
  const modules = names.map(async (name) => {
    const module = (await import(pathToFileURL(join(FOLDER, name)).href)) as Migration
    return [name.replace(/\.ts$/, ''), module] as const
  })
  return Object.fromEntries(await Promise.all(modules))
}

export const migrationNames = async (): Promise<string[]> =>
  (await readdir(FOLDER)).filter((name) => NAME.test(name)).sort()
export const migrationsFolder: string = FOLDER

const OLDEST = 150_000

async function requireVersion(pool: { query(text: string): Promise<{ rows: unknown[] }> }): Promise<void> {
  const { rows } = await pool.query(`select current_setting('server_version_num')::int as version`)
  const version = (rows[0] as { version: number }).version
  if (version < OLDEST) throw new Failure('unavailable', 'The PostgreSQL of DATABASE_URL is older than version 15.')
}

function migrationFailure(error: unknown): Failure {
  const text = error instanceof Error ? error.message : ''
  if (text.startsWith('corrupted migrations'))
    return new Failure(
      'unavailable',
      'The database was made by a newer version of Recado: start that version or restore a backup.',
      {},
      { cause: error },
    )
  const code = (error as { code?: unknown }).code
  return new Failure(
    'unavailable',
    `A migration of the database failed and was rolled back${code ? ` (${String(code)})` : ''}: ${text}`,
    {},
    { cause: error },
  )
}
