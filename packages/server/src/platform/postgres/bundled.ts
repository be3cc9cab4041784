import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure } from '@recado/domain/shared/failure'
import pg from 'pg'
import { machineClock } from '../clock.ts'
import type { Log } from '../log.ts'
import { APP, DATABASE, ensureCluster, OWNER, SUPERUSER, type Access } from './cluster.ts'
import { findPlace, type Place } from './place.ts'
import { startPostmaster, type Postmaster } from './postmaster.ts'
import { takeProcessLock } from './process-lock.ts'
import { serverSettings } from './settings.ts'

export type BundledPostgres = {
  /** Login of the application: neither superuser nor past row-level security. */
  readonly url: string
  /** Login that owns the tables and runs migrations. */
  readonly ownerUrl: string
  /** For backups and the doctor alone. */
  readonly superuserUrl: string
  /** Where the database's files are. */
  readonly home: string
  /** A sentence for the ready line when that is not in the data folder. */
  readonly moved: string | undefined
  /** The server's process; another one after it had to be started again. */
  readonly pid: () => number
  /** Stops the server in order and frees the data folder. May be called twice. */
  stop(): Promise<void>
}

export type BundledOptions = {
  readonly dataDir: string
  readonly log: Log
  /** Over the settings of settings.ts: for tests. */
  readonly settings?: Readonly<Record<string, string>>
  readonly extraInitdb?: readonly string[]
  /** Where root keeps what the server's own user could not reach in the data folder: for tests. */
  readonly systemHome?: string
  /** Called when the server died and could not be started again. */
  readonly onLost?: (why: unknown) => void
}

/**
 * The PostgreSQL that Recado brings along, running on the data folder.
 * @throws Failure `conflict` when another Recado runs on this folder, `unavailable` when the server cannot be started
 */
export async function startBundledPostgres(options: BundledOptions): Promise<BundledPostgres> {
  const { dataDir, log } = options
  const begun = machineClock.elapsedMs()
  const place = findPlace(dataDir, options.systemHome)
  const lock = await takeProcessLock(join(place.home, 'recado.lock'))
  if ('heldBy' in lock) {
    throw new Failure(
      'conflict',
      `Recado is already running on this data folder (process ${lock.heldBy.pid}). Stop it first, or set RECADO_DATA_DIR to another folder.`,
    )
  }
  try {
    const access = await ensureCluster(place, options)
    const socketDir = makeSocketDir(place)
    const server = await supervise(options, place, socketDir.path)
    const url = (user: string, password: string, database = DATABASE) =>
      `postgres://${user}:${password}@localhost/${database}?host=${encodeURIComponent(socketDir.path)}`
    const superuserUrl = url(SUPERUSER, access.superuser, 'postgres')
    await ensureRoles(superuserUrl, access)
    log.info('postgres.ready', { ms: Math.round(machineClock.elapsedMs() - begun), version: place.binaries.version })
    const stop = async () => {
      await server.stop()
      socketDir.remove()
      await lock.release()
    }
    return {
      url: url(APP, access.app),
      ownerUrl: url(OWNER, access.owner),
      superuserUrl,
      home: place.home,
      moved: place.moved,
      pid: server.pid,
      stop: once(stop),
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

const RESTARTS_MAX = 5
const RESTARTS_WITHIN_MS = 60_000

/** Keeps a server running: one that dies (killed, out of memory) is started again, which recovers what was committed. */
async function supervise({ log, settings, onLost }: BundledOptions, place: Place, socketDir: string) {
  const start = () => startPostmaster(place, socketDir, { ...serverSettings, ...settings })
  let stopping = false
  let current: Postmaster = await start()
  const deaths: number[] = []
  const watch = async (): Promise<void> => {
    for (;;) {
      await current.exited
      if (stopping) return
      deaths.push(machineClock.elapsedMs())
      const recent = deaths.filter((at) => machineClock.elapsedMs() - at < RESTARTS_WITHIN_MS)
      if (recent.length > RESTARTS_MAX) throw new Failure('unavailable', 'The bundled PostgreSQL keeps dying')
      log.warn('postgres.died', { restarts: recent.length })
      current = await start()
      if (stopping) return current.stop() // asked to stop while it came back
      log.info('postgres.restarted', { restarts: recent.length })
    }
  }
  const watching = watch().catch((error: unknown) => {
    log.error('postgres.lost', {}, error)
    onLost?.(error)
  })
  return {
    pid: () => current.pid,
    async stop() {
      stopping = true
      await current.stop()
      await watching
    },
  }
}

/** Makes what is missing of roles and database: asked at every start, so that a first start may be killed at any line. */
async function ensureRoles(superuserUrl: string, access: Access): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select rolname as name from pg_roles where rolname = any($1) union all select 'database ' || datname from pg_database where datname = $2`,
      [[OWNER, APP], DATABASE],
    )
    const known = new Set(rows.map((row) => row.name))
    // Passwords are made of letters, digits, - and _ (base64url), so they can stand in quotes.
    if (!known.has(OWNER))
      await client.query(`create role ${OWNER} login nosuperuser nobypassrls password '${access.owner}'`)
    if (!known.has(APP)) await client.query(`create role ${APP} login nosuperuser nobypassrls password '${access.app}'`)
    if (!known.has(`database ${DATABASE}`)) await client.query(`create database ${DATABASE} owner ${OWNER}`)
  } finally {
    await client.end()
  }
}

const SOCKET_PATH_MAX = 90 // the system's limit for a socket's path is 107 bytes, with the file's name

/** The folder of the server's socket, in its home unless that path is too long for a socket. */
function makeSocketDir({ home, account }: Place): { path: string; remove(): void } {
  const inside = join(home, 'socket')
  const fits = Buffer.byteLength(inside) <= SOCKET_PATH_MAX
  const path = fits ? inside : mkdtempSync(join(tmpdir(), 'recado-'))
  if (!existsSync(path)) mkdirSync(path)
  if (account) chownSync(path, account.uid, account.gid)
  chmodSync(path, 0o700)
  return { path, remove: () => (fits ? undefined : rmSync(path, { recursive: true, force: true })) }
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => (running ??= run())
}
