import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, chmodSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type StartedRecado = {
  readonly child: ChildProcess
  /** The ready line; undefined when it ended instead. */
  readonly ready: string | undefined
  /** What stood on standard error so far. */
  readonly errors: () => string
  /** Resolves with the exit code, null after a signal. */
  readonly exited: Promise<number | null>
}

/** `recado start` processes on one folder of their own, on free ports. */
export function recadoBench() {
  const folder = mkdtempSync(join(tmpdir(), 'recado-start-'))
  chmodSync(folder, 0o755)
  const all: StartedRecado[] = []
  const stopAll = async () => {
    for (const { child, exited } of all.splice(0)) {
      child.kill('SIGTERM')
      await exited
    }
  }
  return {
    folder,
    async start(env: Record<string, string> = {}): Promise<StartedRecado> {
      const started = await startRecado(folder, env)
      all.push(started)
      return started
    },
    stopAll,
    async clear(): Promise<void> {
      await stopAll()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function startRecado(folder: string, env: Record<string, string>): Promise<StartedRecado> {
  const { PATH = '', HOME = folder } = process.env
  const base = {
    PATH,
    HOME,
    RECADO_DATA_DIR: join(folder, 'data'),
    RECADO_KEY_DIR: join(folder, 'keys'),
    PORT: '0',
    SIMULATOR_PORT: '0',
  }
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), 'start'], {
    env: { ...base, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (chunk) => (errors += String(chunk)))
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const lines = createInterface({ input: child.stdout })
  const line = new Promise<string>((resolve) => lines.once('line', resolve))
  const ready = await Promise.race([line, exited.then(() => undefined)])
  return { child, ready, errors: () => errors, exited }
}
