import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { silentLog } from '../log.ts'
import { startBundledPostgres, type BundledPostgres } from './bundled.ts'

/** What another process said when it started on a folder: where its server is, or why it refused. */
export type Said = { readonly url: string; readonly pid: number; readonly refused?: string }

/** Data folders, servers and other processes of one test, and how all of it is cleared away. */
export function crashBench() {
  const folders: string[] = []
  const children: ChildProcess[] = []
  const servers: BundledPostgres[] = []
  let seed: Promise<string> | undefined
  return {
    /** @param mode who may enter it; 0o700 is a folder in somebody's private home */
    emptyFolder(mode?: number): string {
      const folder = newFolder(mode)
      folders.push(folder)
      return folder
    },
    /** A folder on which Recado was started before: a copy, since making a database takes much longer. */
    async usedFolder(): Promise<string> {
      seed ??= makeSeed()
      const folder = this.emptyFolder()
      execFileSync('cp', ['-a', join(await seed, 'postgres'), folder])
      return folder
    },
    async start(dataDir: string, systemHome?: string): Promise<BundledPostgres> {
      const server = await startBundledPostgres({
        dataDir,
        log: silentLog,
        extraInitdb: ['--no-sync'],
        ...(systemHome ? { systemHome } : {}),
      })
      servers.push(server)
      return server
    },
    async startElsewhere(dataDir: string): Promise<{ child: ChildProcess; said: Said }> {
      const script = join(import.meta.dirname, 'test-holder.ts')
      const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
      children.push(child)
      for await (const line of createInterface({ input: child.stdout }))
        return { child, said: JSON.parse(line) as Said }
      throw new Error('the other process said nothing')
    },
    async clear(): Promise<void> {
      await Promise.all(children.splice(0).map((child) => end(child, 'SIGTERM')))
      await Promise.all(servers.splice(0).map((server) => server.stop()))
      for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
    },
    /** After the last test. */
    async close(): Promise<void> {
      if (seed) rmSync(await seed, { recursive: true, force: true })
    },
  }
}

function newFolder(mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), 'recado-pg-'))
  chmodSync(folder, mode)
  return folder
}

async function makeSeed(): Promise<string> {
  const dataDir = newFolder()
  const server = await startBundledPostgres({ dataDir, log: silentLog })
  await server.stop()
  return dataDir
}

/** Ends the process and waits until it is gone. */
export function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}

/** The `answer` of the last statement, over a connection of its own. */
export async function ask(url: string, text: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const results = [await client.query<{ answer: unknown }>(text)].flat() // several statements, several results
    return results.at(-1)?.rows[0]?.answer
  } finally {
    await client.end()
  }
}

/** Whether the process runs: one that ended and was not waited for does not. */
export function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
