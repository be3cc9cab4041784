import { spawn, type ChildProcess } from 'node:child_process'

/** A program of ours in a process of its own, which can be killed as the power would and started again. */
export type Program = {
  readonly name: string
  isUp(): boolean
  /** It has said that it is ready, and lives. */
  isReady(): boolean
  /** Of the process that runs now, or ran last. */
  pid(): number
  /** Resolves when it has said that it is ready, or is gone. */
  start(): Promise<void>
  /** `kill -9`. Resolves when it is gone. */
  kill(): Promise<void>
  /** SIGSTOP and SIGCONT: a machine that stands still for a while. */
  freeze(): void
  thaw(): void
  /** Asks it to stop and waits. */
  stop(): Promise<void>
  /** How often it went away although nobody had killed it, and its last words. */
  readonly faults: readonly string[]
}

export type ProgramOptions = {
  readonly name: string
  readonly script: string
  readonly args?: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** What it prints on standard output once it is ready. */
  readonly ready: RegExp
}

export function program({ name, script, args = [], env, ready }: ProgramOptions): Program {
  let child: ChildProcess | undefined
  let asked = false
  let isReady = false
  const faults: string[] = []

  const isUp = () => child !== undefined && child.exitCode === null && child.signalCode === null
  const goneAfter = (signal: NodeJS.Signals): Promise<void> => {
    const current = child
    if (!current || current.exitCode !== null || current.signalCode !== null) return Promise.resolve()
    asked = true
    return new Promise((resolve) => {
      current.once('exit', () => resolve())
      current.kill(signal)
    })
  }
  return {
    name,
    faults,
    pid: () => child?.pid ?? 0,
    isUp,
    isReady: () => isReady && isUp(),
    start() {
      asked = false
      isReady = false
      const started = spawn(process.execPath, [script, ...args], {
        env: { PATH: process.env['PATH'] ?? '', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      child = started
      let said = ''
      let complained = ''
      started.stderr.on('data', (chunk: Buffer) => (complained = (complained + chunk.toString()).slice(-2_000)))
      return new Promise((resolve) => {
        started.stdout.on('data', (chunk: Buffer) => {
          said += chunk.toString()
          if (!ready.test(said)) return
          if (child === started) isReady = true
          resolve()
        })
        started.once('exit', (code) => {
          if (!asked) faults.push(`${name} ended with ${String(code)}: ${complained.trim().split('\n').at(-1) ?? ''}`)
          resolve()
        })
      })
    },
    kill: () => goneAfter('SIGKILL'),
    stop: () => goneAfter('SIGTERM'),
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
  }
}
