import type { ByteStore } from '../bytes/byte-store.ts'
import { decodeText } from '../bytes/decode.ts'
import type { Encoding } from '../bytes/encoding.ts'
import type { Dialect } from './dialect.ts'
import { Tokenizer } from './tokenizer.ts'
import type { RawRow } from './tokenizer.ts'

/** Rows of the file in pieces, from the start, as often as asked. */
export type RowSource = {
  rows(): AsyncIterable<readonly RawRow[]>
  /** Whether the line was no UTF-8 in a file that otherwise is; known once the line has been read. */
  isForeignLine(line: number): boolean
}

export function textRows(store: ByteStore, encoding: Encoding, dialect: Dialect): RowSource {
  const foreign = new Set<number>()
  return {
    isForeignLine: (line) => foreign.has(line),
    async *rows() {
      foreign.clear()
      const tokenizer = new Tokenizer(dialect.delimiter)
      for await (const text of decodeText(store, encoding, (line) => foreign.add(line))) {
        const rows = tokenizer.push(text)
        if (rows.length > 0) yield rows
      }
      const rows = tokenizer.end()
      if (rows.length > 0) yield rows
    },
  }
}

/** The first rows, for looking at. */
export async function firstRows(source: RowSource, count: number): Promise<RawRow[]> {
  const rows: RawRow[] = []
  for await (const piece of source.rows()) {
    rows.push(...piece.slice(0, count - rows.length))
    if (rows.length >= count) break
  }
  return rows
}
