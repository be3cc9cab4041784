import type { Kysely } from 'kysely'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest'
import { silentLog } from '../platform/log.ts'
import { createDatabase, createPool } from '../platform/postgres/pool.ts'
import type { TestDatabaseAddress } from './test-server.ts'

/** The database of this test file (or of this test). Its fields can be read inside tests and hooks, not before. */
export type TestDatabase<Schema> = {
  /** As the application: bound by row-level security. */
  readonly db: Kysely<Schema>
  readonly pool: pg.Pool
  /** As the owner of the tables. */
  readonly owner: Kysely<Schema>
  /** For starting services on it: see AppAccess. Whoever connects must disconnect before the file ends. */
  readonly access: TestDatabaseAddress
}

export type TestDatabaseOptions = {
  /** `file` (default): the tests of a file share one database. `test`: each begins with a fresh one, 70 ms dearer. */
  readonly fresh?: 'file' | 'test'
  /** Connections of `pool` at most. */
  readonly max?: number
}

/** A copy of the migrated template. Call it at the top of a test file; a connection left open fails the file. */
export function withTestDatabase<Schema = unknown>(options: TestDatabaseOptions = {}): TestDatabase<Schema> {
  let open: Opened<Schema> | undefined
  const begin = async () => void (open = await openTestDatabase<Schema>(options.max))
  const end = async () => {
    const closing = open
    open = undefined
    await closing?.close()
  }
  if (options.fresh === 'test') {
    beforeEach(begin)
    afterEach(end)
  } else {
    beforeAll(begin)
    afterAll(end)
  }
  const current = () => {
    if (!open) throw new Error('the test database is there inside tests and hooks only')
    return open
  }
  return {
    get db() {
      return current().db
    },
    get pool() {
      return current().pool
    },
    get owner() {
      return current().owner
    },
    get access() {
      return current().access
    },
  }
}

export type Opened<Schema> = TestDatabase<Schema> & { close(): Promise<void> }

/** As withTestDatabase, opened and closed by hand. `close` fails when a connection was left open. */
export async function openTestDatabase<Schema = unknown>(max = 10): Promise<Opened<Schema>> {
  const access = (await callDesk('POST', '')) as TestDatabaseAddress
  const { url, role, ownerUrl } = access
  const pool = createPool({ url, role, name: 'test', log: silentLog, max })
  const ownerPool = createPool({ url: ownerUrl, name: 'test owner', log: silentLog, max: 2 })
  const close = async () => {
    const held = [pool, ownerPool].reduce((sum, it) => sum + it.totalCount - it.idleCount, 0)
    if (held === 0) await Promise.all([pool.end(), ownerPool.end()])
    const left = held > 0 ? [`${held} not given back to the pool`] : await sessionsLeft(access)
    await callDesk('DELETE', access.name)
    if (left.length > 0) throw new Error(`connections were left open: ${left.join('; ')}`)
  }
  return { db: createDatabase<Schema>(pool), pool, owner: createDatabase<Schema>(ownerPool), access, close }
}

const LEAVING_MS = 1_000

/** Sessions of others on this database. A session that was just closed needs a moment to leave. */
async function sessionsLeft({ superuserUrl, name }: TestDatabaseAddress): Promise<string[]> {
  const elsewhere = new URL(superuserUrl)
  elsewhere.pathname = '/postgres'
  const client = new pg.Client({ connectionString: elsewhere.href })
  await client.connect()
  try {
    const until = performance.now() + LEAVING_MS
    for (;;) {
      const { rows } = await client.query<{ left: string }>(
        `select application_name || ' (' || coalesce(state, '') || ')' as left from pg_stat_activity
          where datname = $1 and backend_type = 'client backend'`,
        [name],
      )
      if (rows.length === 0 || performance.now() > until) return rows.map((row) => row.left)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  } finally {
    await client.end()
  }
}

async function callDesk(method: 'POST' | 'DELETE', name: string): Promise<unknown> {
  const desk = inject('recadoTestDatabases')
  if (!desk)
    throw new Error('no test databases in this run: does the file import test-db.ts itself? See vitest.config.ts')
  const response = await fetch(`${desk}/${encodeURIComponent(name)}`, { method })
  if (!response.ok) throw new Error(await response.text())
  return response.json()
}
