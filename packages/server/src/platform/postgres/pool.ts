import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Log } from '../log.ts'
import { PreparingClient } from './preparing-client.ts'
import { typeParsers } from './type-parsers.ts'

export type PoolOptions = {
  /** As in postgres://user:password@host/database; a folder of a socket as ?host=/folder. */
  readonly url: string
  /** Shown by the server beside each connection. */
  readonly name: string
  readonly log: Log
  /** Connections at most. */
  readonly max?: number
  /** A connection that nobody used for so long is closed, and its plans are gone; 0: never. */
  readonly idleTimeoutMs?: number
  /** Every session takes this role first, so that a mighty login does not see past row-level security. */
  readonly role?: string | undefined
  /** A statement that takes longer is given up; 0: never. */
  readonly statementTimeoutMs?: number
  /** A statement that waits longer for a lock is given up; 0: never. */
  readonly lockTimeoutMs?: number
  /** Statements are planned once per connection (default); false for a proxy that shares connections between transactions. */
  readonly prepare?: boolean
}

const DEFAULTS = { max: 10, idleTimeoutMs: 60_000, statementTimeoutMs: 30_000, lockTimeoutMs: 10_000 }
/**
 * A process that stands still in the middle of a transaction keeps its locks no longer than this: the others wait for them,
 * whoever takes over its work too. As long as the lease of a sender.
 */
const IDLE_IN_TRANSACTION_MS = 15_000

/** A pool of connections that run in UTC with time-outs. It never crashes the process when the server goes away. */
export function createPool(options: PoolOptions): pg.Pool {
  const {
    url,
    name,
    log,
    role,
    max,
    idleTimeoutMs,
    statementTimeoutMs,
    lockTimeoutMs,
    prepare = true,
  } = {
    ...DEFAULTS,
    ...options,
  }
  const settings = {
    TimeZone: 'UTC',
    statement_timeout: statementTimeoutMs,
    lock_timeout: lockTimeoutMs,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    ...(role ? { role } : {}),
  }
  const pool = new pg.Pool({
    connectionString: url,
    application_name: name,
    ...(prepare ? { Client: PreparingClient } : {}),
    pipeline: true, // statements that do not wait for each other travel together
    max,
    types: typeParsers,
    options: Object.entries(settings)
      .map(([key, value]) => `-c ${key}=${value}`)
      .join(' '),
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: idleTimeoutMs,
    keepAlive: true,
  })
  // Without listeners Node would end the process when the server goes away: with one for idle connections, and one for those in
  // use (their query is rejected as well, so nothing is hidden). The pool replaces both.
  pool.on('error', (error) => {
    if (!pool.ending) log.warn('postgres.connection-lost', { pool: name }, error)
  })
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Queries on a pool. `destroy()` ends the pool. */
export const createDatabase = <Schema>(pool: pg.Pool): Kysely<Schema> =>
  new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
