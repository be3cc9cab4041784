import { spawn } from 'node:child_process'
import { openSync, closeSync, existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '@recado/domain/shared/failure'
import { machineClock, pause } from '../clock.ts'
import { childEnvironment } from './cluster.ts'
import type { Place } from './place.ts'
import { settingArguments } from './settings.ts'

/** A running server process. `exited` settles when it is gone, however that came about. */
export type Postmaster = {
  readonly pid: number
  readonly exited: Promise<void>
  /** Ends sessions, writes everything down and exits; an impatient second way follows after `patienceMs`. */
  stop(patienceMs?: number): Promise<void>
}

const START_PATIENCE_MS = 120_000 // recovery after a crash replays up to max_wal_size
const STOP_PATIENCE_MS = 60_000
const SESSIONS_PATIENCE_MS = 15_000
const LOG_MAX_BYTES = 5_000_000
const POLL_MS = 10

/**
 * Starts the server and answers when it takes connections. It runs in a session of its own, so that Ctrl-C reaches us alone
 * and the server is stopped last.
 */
export async function startPostmaster(
  place: Place,
  socketDir: string,
  settings: Readonly<Record<string, string>>,
): Promise<Postmaster> {
  const cluster = join(place.home, 'cluster')
  await clearOrphan(cluster, socketDir)
  const begun = machineClock.elapsedMs()
  for (;;) {
    const postmaster = spawnServer(place, cluster, socketDir, settings)
    if (await isReady(postmaster, cluster)) return postmaster
    const why = lastWords(place)
    // Sessions of a killed server hold its memory for a moment longer; they end by themselves.
    if (!/shared memory block|is still in use/.test(why) || machineClock.elapsedMs() - begun > 15_000) {
      throw new Failure('unavailable', `The bundled PostgreSQL did not start: ${why}`)
    }
    await pause(100)
  }
}

function spawnServer(
  place: Place,
  cluster: string,
  socketDir: string,
  settings: Readonly<Record<string, string>>,
): Postmaster {
  const logFile = join(place.home, 'server.log')
  if (existsSync(logFile) && statSync(logFile).size > LOG_MAX_BYTES) renameSync(logFile, `${logFile}.1`)
  const output = openSync(logFile, 'a', 0o600)
  const args = ['-D', cluster, ...settingArguments({ ...settings, unix_socket_directories: socketDir })]
  const child = spawn(join(place.binaries.folder, 'bin', 'postgres'), args, {
    ...place.account,
    cwd: place.home,
    env: childEnvironment(),
    detached: true,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  child.unref() // we wait for it where we mean to, see stop()
  const pid = child.pid ?? 0
  const stop = (patienceMs = STOP_PATIENCE_MS) => {
    child.ref()
    return stopProcess(pid, patienceMs)
  }
  return { pid, exited, stop }
}

/** False when the server gave up. Line 8 of postmaster.pid says how far it is (as pg_ctl reads it). */
async function isReady(postmaster: Postmaster, cluster: string): Promise<boolean> {
  let gone = false
  void postmaster.exited.then(() => (gone = true))
  const until = machineClock.elapsedMs() + START_PATIENCE_MS
  while (!gone) {
    const lines = readPidFile(cluster)
    if (Number(lines[0]) === postmaster.pid && lines[7]?.trim() === 'ready') return true
    if (machineClock.elapsedMs() > until) {
      await postmaster.stop(1_000)
      return false
    }
    await pause(POLL_MS)
  }
  return false
}

/**
 * A server that outlived the process which started it (kill -9) is stopped in order, then started anew as our own. What a dead one
 * left behind is cleared away: we hold the lock on this folder, so nobody else can be starting on it.
 */
async function clearOrphan(cluster: string, socketDir: string): Promise<void> {
  const lines = readPidFile(cluster)
  const pid = Number(lines[0])
  if (!(pid > 1)) return
  if (isServerOf(pid, cluster)) await stopProcess(pid, STOP_PATIENCE_MS)
  if (isServerOf(pid, cluster) || !(await isMemoryFree(lines[6] ?? ''))) return
  for (const left of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) rmSync(join(socketDir, left), { force: true })
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

/**
 * Whether the sessions of a dead server are gone too: they hold its shared memory (line 7 of postmaster.pid: key and id). The server
 * would check that itself, but takes any process with the old number, even one that is dead and was never waited for, as alive.
 */
async function isMemoryFree(line: string): Promise<boolean> {
  const id = line.trim().split(/\s+/)[1]
  if (process.platform !== 'linux' || !id) return false
  const until = machineClock.elapsedMs() + SESSIONS_PATIENCE_MS
  for (;;) {
    const segment = readFileSync('/proc/sysvipc/shm', 'utf8')
      .split('\n')
      .map((row) => row.trim().split(/\s+/))
      .find((row) => row[1] === id)
    if (!segment || segment[6] === '0') return true // columns: key, shmid, perms, size, cpid, lpid, nattch
    if (machineClock.elapsedMs() > until) return false
    await pause(POLL_MS)
  }
}

/** Whether that number is still a server on this cluster, and not some later process. */
function isServerOf(pid: number, cluster: string): boolean {
  if (!isRunning(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster)
  } catch {
    return false
  }
}

/** SIGINT is the server's "fast" stop: sessions end, everything is written. SIGQUIT leaves the rest to recovery. */
async function stopProcess(pid: number, patienceMs: number): Promise<void> {
  signal(pid, 'SIGINT')
  if (await isGone(pid, patienceMs)) return
  signal(pid, 'SIGQUIT')
  if (!(await isGone(pid, 10_000))) signal(pid, 'SIGKILL')
}

async function isGone(pid: number, patienceMs: number): Promise<boolean> {
  const until = machineClock.elapsedMs() + patienceMs
  while (isRunning(pid)) {
    if (machineClock.elapsedMs() > until) return false
    await pause(POLL_MS)
  }
  return true
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // gone already, which is what was wanted
  }
}

function readPidFile(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

/** The last FATAL line of the server's log: about the server itself, see settings.ts. */
function lastWords(place: Place): string {
  try {
    const lines = readFileSync(join(place.home, 'server.log'), 'utf8').trimEnd().split('\n').slice(-20)
    return (lines.findLast((line) => line.includes('FATAL')) ?? lines.at(-1) ?? '').replace(/^.*FATAL:\s*/, '')
  } catch {
    return 'it left no log'
  }
}
