/**
 * The simulator's time, in ms since 1970. `real` runs on from wherever it was set; `virtual` stands still.
 * While it is being stepped it shows the time of the event that runs.
 */
export class Clock {
  readonly kind: 'real' | 'virtual'
  #offsetMs = 0
  #stoppedAt: number | undefined

  constructor(kind: 'real' | 'virtual', startMs: number | undefined) {
    this.kind = kind
    if (kind === 'virtual') this.#stoppedAt = startMs ?? Date.now()
    else if (startMs !== undefined) this.#offsetMs = startMs - Date.now()
  }

  now(): number {
    return this.#stoppedAt ?? Date.now() + this.#offsetMs
  }

  /** Stands at this instant until `resume`. */
  stopAt(instantMs: number): void {
    this.#stoppedAt = instantMs
  }

  /** From here a real clock runs on; a virtual one keeps standing. */
  resume(): void {
    if (this.kind === 'virtual' || this.#stoppedAt === undefined) return
    this.#offsetMs = this.#stoppedAt - Date.now()
    this.#stoppedAt = undefined
  }

  isStopped(): boolean {
    return this.#stoppedAt !== undefined
  }
}

export function iso(instantMs: number): string {
  return new Date(instantMs).toISOString()
}

/** ISO 8601 duration of weeks, days and smaller, in ms; undefined if it is none. */
export function durationMs(text: string): number | undefined {
  const match = /^(-?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(text)
  if (!match || text.endsWith('P') || text.endsWith('T')) return undefined
  const [weeks, days, hours, minutes, seconds] = match.slice(2).map((part) => Number(part ?? 0))
  const total = ((((weeks ?? 0) * 7 + (days ?? 0)) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)
  return (match[1] === '-' ? -1 : 1) * Math.round(total * 1000)
}
