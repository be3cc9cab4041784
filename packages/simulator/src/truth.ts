import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs'

/** One request as Meta saw it, whatever the client heard. */
export type TruthEntry = {
  seq: number
  /** The simulator's clock, ISO 8601. */
  at: string
  to: string
  type: string
  phoneNumberId: string
  accepted: boolean
  wamid?: string
  error?: { code: number; http: number; message: string; details?: string }
  callbackData: string | null
  template?: string
  /** The fault that was played on the answer, if one was. */
  fault?: string
}

/** Every send request in order. With a file, an entry is in the operating system's hands before the answer leaves. */
export class TruthLog {
  #entries: TruthEntry[] = []
  #lastSeq = 0
  readonly #limit: number
  readonly #file: number | undefined

  constructor(limit: number, path: string | undefined) {
    this.#limit = limit
    if (path === undefined) return
    const isTorn = existsSync(path) && this.#readBack(path)
    this.#file = openSync(path, 'a')
    if (isTorn) writeSync(this.#file, '\n')
  }

  add(entry: Omit<TruthEntry, 'seq'>): TruthEntry {
    this.#lastSeq += 1
    const full = { seq: this.#lastSeq, ...entry }
    if (this.#file !== undefined) writeSync(this.#file, `${JSON.stringify(full)}\n`)
    this.#entries.push(full)
    if (this.#entries.length > this.#limit * 1.1) this.#entries = this.#entries.slice(-this.#limit)
    return full
  }

  after(seq: number): TruthEntry[] {
    const first = this.#entries[0]
    if (!first || seq < first.seq) return this.#entries
    return this.#entries.slice(seq - first.seq + 1)
  }

  /** Numbers go on, so that a reader that asks for what came after its last one misses nothing. */
  clear(): void {
    this.#entries = []
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file)
  }

  /** True if the last line is torn, as after a power cut: that request was never answered. */
  #readBack(path: string): boolean {
    const content = readFileSync(path, 'utf8')
    for (const line of content.split('\n')) {
      const entry = parsed(line)
      if (entry) this.#entries.push(entry)
    }
    this.#lastSeq = this.#entries.at(-1)?.seq ?? 0
    return content !== '' && !content.endsWith('\n')
  }
}

function parsed(line: string): TruthEntry | undefined {
  try {
    return line === '' ? undefined : (JSON.parse(line) as TruthEntry)
  } catch {
    return undefined
  }
}
