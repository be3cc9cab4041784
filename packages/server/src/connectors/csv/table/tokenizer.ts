/** One record of the file. `broken`: a quote in it was never closed, or it holds what no table has. */
export type RawRow = { readonly cells: readonly string[]; readonly line: number; readonly broken?: boolean }

/** A quoted cell longer than this is a stray quote, not a cell. */
const MAX_QUOTED_CHARS = 64 * 1024
const MAX_QUOTED_LINES = 200
/** More than a spreadsheet's cell can hold: no table has it, and what reads cells must not meet it. */
const MAX_CELL_CHARS = 32_767
const MAX_LINE_CHARS = 1024 * 1024
/** Spaces looked at behind a closing quote before the end of a piece. */
const MAX_SPACES = 256

/**
 * Splits text into records (RFC 4180, read generously) as it arrives. Own code beside csv-parse because a file is read
 * twice (the first time to prove its formats) and because a stray quote may cost one row, never the rest of the file:
 * a law compares the two on well-formed input.
 */
export class Tokenizer {
  private readonly delimiter: string
  private rest = ''
  private line = 1
  private rows: RawRow[] = []
  private afterReturn = false
  private hasZeros = false
  private skipping = false

  constructor(delimiter: string, firstLine = 1) {
    this.delimiter = delimiter
    this.line = firstLine
  }

  /** The records that are complete with this piece of text. */
  push(text: string): RawRow[] {
    const fresh = this.afterEndless(this.clean(text))
    this.hasZeros ||= fresh.includes('\0')
    this.scan(this.rest === '' ? fresh : this.rest + fresh, false)
    this.cutEndless()
    return this.take()
  }

  end(): RawRow[] {
    this.scan(this.rest, true)
    return this.take()
  }

  private take(): RawRow[] {
    const rows = this.rows
    this.rows = []
    return rows
  }

  /** Line ends of all systems become a line feed; a pair may be cut in two by the pieces. */
  private clean(text: string): string {
    const joined = this.afterReturn && text.startsWith('\n') ? text.slice(1) : text
    if (text !== '') this.afterReturn = text.endsWith('\r')
    return joined.includes('\r') ? joined.replace(/\r\n?/g, '\n') : joined
  }

  /** A line without an end would be copied again with each piece: its beginning is one broken row, the rest is passed over. */
  private cutEndless(): void {
    if (this.rest.length <= MAX_LINE_CHARS || this.rest.includes('\n')) return
    this.rows.push({ cells: [], line: this.line++, broken: true })
    this.rest = ''
    this.skipping = true
  }

  private afterEndless(text: string): string {
    if (!this.skipping) return text
    const feed = text.indexOf('\n')
    this.skipping = feed === -1
    return feed === -1 ? '' : text.slice(feed + 1)
  }

  private rowOf(cells: string[], length: number, line: number): RawRow {
    const isLong = length > MAX_CELL_CHARS && cells.some((cell) => cell.length > MAX_CELL_CHARS)
    if (isLong || (this.hasZeros && cells.some((cell) => cell.includes('\0')))) return { cells: [], line, broken: true }
    return { cells, line }
  }

  private scan(text: string, last: boolean): void {
    let at = 0
    while (at < text.length) {
      const feed = text.indexOf('\n', at)
      if (feed === -1 && !last) break
      const end = feed === -1 ? text.length : feed
      const plain = text.slice(at, end)
      if (!plain.includes('"')) {
        this.rows.push(this.rowOf(plain.split(this.delimiter), plain.length, this.line++))
        at = end + 1
        continue
      }
      const next = this.quoted(text, at, last)
      if (next === undefined) break
      at = next
    }
    this.rest = at >= text.length ? '' : text.slice(at)
  }

  /** Reads one record with quotes; the place after it, or undefined when more text is needed. */
  private quoted(text: string, from: number, last: boolean): number | undefined {
    const cells: string[] = []
    let at = from
    for (;;) {
      const cell = this.cell(text, at, last)
      if (cell === 'more') return undefined
      if (cell === 'stray') return this.stray(text, from)
      cells.push(cell.value)
      at = cell.next
      if (text[at - 1] !== this.delimiter || cell.ended) break
    }
    this.rows.push(this.rowOf(cells, at - from, this.line))
    this.line += countFeeds(text, from, Math.min(at, text.length))
    if (at > text.length) this.line++
    return at
  }

  private cell(text: string, from: number, last: boolean): Cell | 'more' | 'stray' {
    let at = from
    while (text[at] === ' ') at++
    if (text[at] !== '"') return this.bareCell(text, from, last)
    let value = ''
    for (at++; ;) {
      const quote = text.indexOf('"', at)
      if (quote === -1 || quote - from > MAX_QUOTED_CHARS) {
        if (!last && text.length - from <= MAX_QUOTED_CHARS && quote === -1) return 'more'
        return 'stray'
      }
      value += text.slice(at, quote)
      at = quote + 1
      if (at >= text.length && !last) return 'more'
      if (text[at] === '"') {
        value += '"'
        at++
        continue
      }
      // Spaces up to the end of the piece: what follows them decides whether the quote has closed the cell.
      if (!last && /^ *$/.test(text.slice(at, at + MAX_SPACES)) && at + MAX_SPACES >= text.length) return 'more'
      const closed = this.closing(text, at)
      if (closed !== undefined) return tooLong(value) ? 'stray' : { value, next: closed.next, ended: closed.ended }
      // A quote inside a quoted cell that nobody doubled: part of the text.
      value += '"'
    }
  }

  /** Where the cell ends after its closing quote, when that quote does close it. */
  private closing(text: string, from: number): { next: number; ended: boolean } | undefined {
    let at = from
    while (text[at] === ' ') at++
    const char = text[at]
    if (char === this.delimiter) return { next: at + 1, ended: false }
    if (char === '\n' || char === undefined) return { next: at + 1, ended: true }
    return undefined
  }

  private bareCell(text: string, from: number, last: boolean): Cell | 'more' {
    let at = from
    while (at < text.length && text[at] !== this.delimiter && text[at] !== '\n') at++
    if (at >= text.length && !last) return 'more'
    return { value: text.slice(from, at), next: at + 1, ended: text[at] !== this.delimiter }
  }

  /** Takes the line as it stands, quotes and all, and marks the row: what follows is read as if nothing had happened. */
  private stray(text: string, from: number): number {
    const feed = text.indexOf('\n', from)
    const end = feed === -1 ? text.length : feed
    const cells = end - from > MAX_CELL_CHARS ? [] : text.slice(from, end).split(this.delimiter)
    this.rows.push({ cells, line: this.line++, broken: true })
    return end + 1
  }
}

type Cell = { readonly value: string; readonly next: number; readonly ended: boolean }

const tooLong = (value: string): boolean => countFeeds(value, 0, value.length) > MAX_QUOTED_LINES

function countFeeds(text: string, from: number, to: number): number {
  let feeds = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) feeds++
  return feeds
}
