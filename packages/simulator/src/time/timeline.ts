import { Agenda } from './agenda.ts'
import type { Clock } from './clock.ts'

/** Clock and agenda together: runs what falls due, at real speed or step by step. */
export class Timeline {
  readonly clock: Clock
  /** Called after something due has run. */
  onRun: () => void = () => undefined
  #agenda = new Agenda()
  #armedFor = Infinity
  #immediate: NodeJS.Immediate | undefined
  #timer: NodeJS.Timeout | undefined
  #stepping: Promise<unknown> = Promise.resolve()
  #isStepping = false

  constructor(clock: Clock) {
    this.clock = clock
  }

  after(delayMs: number, run: () => void): void {
    this.at(this.clock.now() + Math.max(0, delayMs), run)
  }

  at(dueMs: number, run: () => void): void {
    this.#agenda.add(dueMs, run)
    if (dueMs < this.#armedFor) this.#arm()
  }

  nextDue(): number | undefined {
    return this.#agenda.nextDue()
  }

  get size(): number {
    return this.#agenda.size
  }

  hasDueNow(): boolean {
    return (this.#agenda.nextDue() ?? Infinity) <= this.clock.now()
  }

  /** Drops what is planned; the clock stays where it is. */
  clear(): void {
    this.#agenda.clear()
    this.#disarm()
  }

  stop(): void {
    this.clear()
    this.#isStepping = true
  }

  /**
   * Moves the clock forward to `targetMs` through everything that falls due on the way, each at its own time, and calls
   * `settle` after each instant. Returns how many events ran. Calls wait for each other. With `hold` a real clock
   * stands still afterwards, until a step without it.
   */
  stepTo(targetMs: number, settle: () => Promise<void>, hold = false): Promise<number> {
    const turn = this.#stepping.then(() => this.#step(targetMs, settle, hold))
    this.#stepping = turn.catch(() => undefined)
    return turn
  }

  /** Sets the clock without running what lies between; a later step or the clock itself runs it. */
  jumpTo(instantMs: number): void {
    this.clock.stopAt(instantMs)
    this.clock.resume()
    this.#disarm()
    this.#arm()
  }

  async #step(targetMs: number, settle: () => Promise<void>, hold: boolean): Promise<number> {
    const startMs = this.clock.now()
    const target = Math.max(startMs, targetMs)
    let ran = 0
    this.#disarm()
    this.#isStepping = true
    this.clock.stopAt(startMs)
    try {
      await settle()
      for (let due = this.nextDue(); due !== undefined && due <= target; due = this.nextDue()) {
        this.clock.stopAt(Math.max(this.clock.now(), due))
        ran += this.#runDue()
        await settle()
      }
      this.clock.stopAt(target)
    } finally {
      this.#isStepping = false
      if (!hold) this.clock.resume()
      this.#arm()
    }
    return ran
  }

  #runDue(): number {
    let ran = 0
    for (;;) {
      const run = this.#agenda.takeDue(this.clock.now())
      if (!run) {
        if (ran > 0) this.onRun()
        return ran
      }
      run()
      ran += 1
    }
  }

  #arm(): void {
    const due = this.#agenda.nextDue()
    if (due === undefined || this.#isStepping) return
    const now = this.clock.now()
    if (due <= now) {
      if (this.#immediate) return
      this.#disarm()
      this.#armedFor = due
      this.#immediate = setImmediate(() => this.#wake())
    } else if (!this.clock.isStopped() && due < this.#armedFor) {
      this.#disarm()
      this.#armedFor = due
      this.#timer = setTimeout(() => this.#wake(), Math.min(due - now, MAX_TIMER_MS))
    }
  }

  #wake(): void {
    this.#disarm()
    if (this.#isStepping) return
    this.#runDue()
    this.#arm()
  }

  #disarm(): void {
    if (this.#immediate) clearImmediate(this.#immediate)
    if (this.#timer) clearTimeout(this.#timer)
    this.#immediate = undefined
    this.#timer = undefined
    this.#armedFor = Infinity
  }
}

/** Node runs a longer timer at once. */
const MAX_TIMER_MS = 2_147_483_647
