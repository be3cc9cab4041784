import type {} from 'vitest'
import { createHash } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { silentLog } from '../platform/log.ts'
import { startBundledPostgres } from '../platform/postgres/bundled.ts'
import { migrate, migrationNames, migrationsFolder } from './migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test file asks for a database of its own, see test-db.ts. */
    recadoTestDatabases: string
  }
}

/** A fresh, migrated database for one test file. */
export type TestDatabaseAddress = {
  readonly name: string
  /** Login of the application. */
  readonly url: string
  /** Role that its sessions take, see AppAccess. */
  readonly role: string | undefined
  readonly ownerUrl: string
  readonly superuserUrl: string
}

export type TestServer = {
  create(): Promise<TestDatabaseAddress>
  drop(name: string): Promise<void>
  stop(): Promise<void>
}

type Logins = {
  readonly superuserUrl: string
  readonly ownerUrl: string
  readonly appUrl: string
  stop(): Promise<void>
}

// What is thrown away needs no durability. The tests about crashes start a server of their own.
const FORGETFUL = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', autovacuum_naptime: '60s' }

/** One server for a whole run of tests: the bundled one in a folder of its own, or that of DATABASE_URL. */
export async function startTestServer(databaseUrl: string | undefined): Promise<TestServer> {
  const logins = databaseUrl ? ownServer(databaseUrl) : await bundledServer()
  const admin = new pg.Pool({ connectionString: logins.superuserUrl, max: 2, application_name: 'recado tests' })
  admin.on('error', () => undefined)
  const template = `recado_template_${await hashOfMigrations()}`
  const role = await makeTemplate(admin, logins, template)
  let made = 0
  return {
    async create() {
      const name = `recado_test_${process.pid}_${++made}`
      await copyDatabase(admin, template, name, new URL(logins.ownerUrl).username)
      const inside = (url: string) => withDatabase(url, name)
      return {
        name,
        url: inside(logins.appUrl),
        role,
        ownerUrl: inside(logins.ownerUrl),
        superuserUrl: inside(logins.superuserUrl),
      }
    },
    drop: async (name) => void (await admin.query(`drop database if exists "${name}" with (force)`)),
    async stop() {
      await admin.end()
      await logins.stop()
    },
  }
}

async function bundledServer(): Promise<Logins> {
  const dataDir = await mkdtemp(join(tmpdir(), 'recado-test-'))
  await chmod(dataDir, 0o755) // else root's server could not reach it and would be put elsewhere
  const server = await startBundledPostgres({
    dataDir,
    log: silentLog,
    settings: FORGETFUL,
    extraInitdb: ['--no-sync'],
  })
  const stop = async () => {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { superuserUrl: server.superuserUrl, ownerUrl: server.ownerUrl, appUrl: server.url, stop }
}

/** The login must be allowed to make databases and roles. */
const ownServer = (url: string): Logins => ({
  superuserUrl: url,
  ownerUrl: url,
  appUrl: url,
  stop: async () => undefined,
})

/** The migrated database that the others are copies of; on a server of one's own it stays for the next run. */
async function makeTemplate(admin: pg.Pool, logins: Logins, template: string): Promise<string | undefined> {
  const client = await admin.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('recado test template'))`)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
    if (!rowCount) await client.query(`create database ${template} owner "${new URL(logins.ownerUrl).username}"`)
    const to = { ownerUrl: withDatabase(logins.ownerUrl, template), appUrl: withDatabase(logins.appUrl, template) }
    return (await migrate({ ...to, log: silentLog })).role
  } finally {
    await client.query('select pg_advisory_unlock_all()')
    client.release()
  }
}

const TEMPLATE_IN_USE = '55006'

async function copyDatabase(admin: pg.Pool, template: string, name: string, owner: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await admin.query(`create database "${name}" template ${template} strategy file_copy owner "${owner}"`)
      return
    } catch (error) {
      const busy = (error as { code?: string }).code === TEMPLATE_IN_USE // another run's migrator is still leaving it
      if (!busy || tries === 20) throw error
    }
  }
}

async function hashOfMigrations(): Promise<string> {
  const hash = createHash('sha256')
  for (const name of await migrationNames()) hash.update(name).update(await readFile(join(migrationsFolder, name)))
  return hash.digest('hex').slice(0, 16)
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
