import { spawn, type ChildProcess } from 'node:child_process'
import { resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../../../..')

export type Child = {
  readonly pid: number
  /** The first line that it printed, and after how many milliseconds. */
  readonly firstLine: { readonly text: string; readonly afterMs: number }
  /** Asks it to stop and waits until it is gone. */
  stop(): Promise<void>
}

type Environment = Readonly<Record<string, string>>

const running = new Set<ChildProcess>()
// Whatever ends the bench, nothing of it stays behind; each of them stops in order when it is asked to.
process.on('exit', () => running.forEach((child) => child.kill('SIGTERM')))

/** Starts a script on this Node and waits for its first line. @throws Error with its words when it ends before */
export async function startScript(script: string, args: readonly string[], env: Environment = {}): Promise<Child> {
  const begun = performance.now()
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...cleanEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const ended = new Promise<void>((done) =>
    child.once('exit', () => {
      running.delete(child)
      done()
    }),
  )
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + String(chunk)).slice(-2_000)))
  const text = await firstLineOf(child, ended, () => complaint)
  return {
    pid: child.pid ?? 0,
    firstLine: { text, afterMs: performance.now() - begun },
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

function firstLineOf(child: ChildProcess, ended: Promise<void>, complaint: () => string): Promise<string> {
  let output = ''
  return new Promise((done, failed) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      output += String(chunk)
      if (output.includes('\n')) done(output.slice(0, output.indexOf('\n')))
    })
    void ended.then(() =>
      failed(new Error(`${child.spawnargs.slice(1, 3).join(' ')} ended before it was ready: ${complaint()}`)),
    )
  })
}

/** What we were started with may set another mode, another database or real credentials. */
const cleanEnvironment = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(RECADO|WHATSAPP|SIMULATOR|DATABASE|PORT|HOST)/.test(name)),
  )
