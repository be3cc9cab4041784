import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { link, mkdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { execFileSync } from 'node:child_process'
import { pause } from '../clock.ts'

export type ProcessLock = { release(): Promise<void> }

/** The process that holds the lock; `started` tells it from a later process that was given the same number. */
export type LockHolder = { readonly pid: number; readonly started: string }

const TAKEOVER_STALE_MS = 10_000

/**
 * Takes the lock file at `path` for this process, or answers who holds it. A lock whose process is gone (killed, power cut,
 * the machine restarted) is taken over. The file appears whole or not at all, so a reader never sees half of it.
 */
export async function takeProcessLock(path: string): Promise<ProcessLock | { readonly heldBy: LockHolder }> {
  const mine = `${path}.${randomUUID()}`
  await writeFile(mine, JSON.stringify({ pid: process.pid, started: startOf(process.pid) }), { mode: 0o600 })
  try {
    for (;;) {
      if (await tryLink(mine, path)) return { release: () => rm(path, { force: true }) }
      const holder = await readHolder(path)
      if (holder && isAlive(holder)) return { heldBy: holder }
      await removeStale(path, holder)
    }
  } finally {
    await rm(mine, { force: true })
  }
}

/** Whether that very process still runs. */
export function isAlive({ pid, started }: LockHolder): boolean {
  const now = startOf(pid)
  return now !== '' && now === started
}

async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function readHolder(path: string): Promise<LockHolder | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as LockHolder
  } catch {
    return undefined // released meanwhile, or not ours to understand: treated as stale
  }
}

/** Only one starter at a time may remove a stale lock, and only the one that it saw: else it could remove a fresh one. */
async function removeStale(path: string, seen: LockHolder | undefined): Promise<void> {
  const guard = `${path}.takeover`
  try {
    await mkdir(guard)
  } catch {
    const made = await stat(guard).catch(() => undefined)
    if (made && Date.now() - made.mtimeMs > TAKEOVER_STALE_MS) await rmdir(guard).catch(() => undefined)
    return pause(20)
  }
  try {
    const now = await readHolder(path)
    if (now?.pid === seen?.pid && now?.started === seen?.started)
      await rename(path, `${path}.stale`).catch(() => undefined)
    await rm(`${path}.stale`, { force: true })
  } finally {
    await rmdir(guard).catch(() => undefined)
  }
}

/** When the process started, in words of the system that never repeat for one number; '' when there is no such process. */
function startOf(pid: number): string {
  if (process.platform === 'linux') return linuxStart(pid)
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return ''
  }
}

/** Field 22 of /proc/<pid>/stat: ticks since the machine started (proc(5)); with the id of that start of the machine. */
function linuxStart(pid: number): string {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z') return '' // ended, and only waits for its parent
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19] ?? ''}`
  } catch {
    return ''
  }
}
