import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { World } from '../world.ts'
import { restore } from './restore.ts'
import { snapshotOf, type Snapshot } from './snapshot.ts'

/** Keeps a snapshot on disk: soon after each change, and at the end. A big world is written more rarely. */
export class StateFile {
  readonly #world: World
  readonly #path: string
  #timer: NodeJS.Timeout | undefined
  #waitMs = SHORTEST_WAIT_MS

  /** Reads what is there before anything else happens. */
  constructor(world: World, path: string) {
    this.#world = world
    this.#path = path
    mkdirSync(dirname(path), { recursive: true })
    if (existsSync(path)) restore(world, JSON.parse(readFileSync(path, 'utf8')) as Snapshot)
  }

  changed(): void {
    this.#timer ??= setTimeout(() => this.#saveOrSay(), this.#waitMs)
  }

  close(): void {
    this.#save()
  }

  /** A full disk must not stop the phones; the next change tries again. */
  #saveOrSay(): void {
    try {
      this.#save()
    } catch (error) {
      process.stderr.write(`simulator.state_not_saved ${error instanceof Error ? error.message : 'unknown'}\n`)
    }
  }

  /** Renamed into place: a torn file is never seen. */
  #save(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = undefined
    const startedAt = performance.now()
    writeFileSync(`${this.#path}.new`, JSON.stringify(snapshotOf(this.#world)), { mode: 0o600 })
    renameSync(`${this.#path}.new`, this.#path)
    this.#waitMs = Math.max(SHORTEST_WAIT_MS, 50 * (performance.now() - startedAt))
  }
}

const SHORTEST_WAIT_MS = 500
