import { fieldsOfHeading } from '../columns/headings.ts'
import { Tokenizer } from './tokenizer.ts'

export type Dialect = { readonly delimiter: string }

const DELIMITERS = [',', ';', '\t', '|', '^', '~'] as const

/**
 * The delimiter by how constant the number of columns is and how many headings it brings out.
 * undefined: no delimiter makes a table of this text.
 */
export function detectDialect(head: string): Dialect | undefined {
  const declared = /^\ufeff?"?sep=(.)"?\r?(?:\n|$)/i.exec(head)?.[1]
  if (declared !== undefined) return { delimiter: declared === '\\' && head.includes('sep=\\t') ? '\t' : declared }
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreDelimiter(head, delimiter) }))
  const best = scored.reduce((top, next) => (next.score > top.score ? next : top))
  return best.score > 0 ? { delimiter: best.delimiter } : undefined
}

function scoreDelimiter(head: string, delimiter: string): number {
  const tokenizer = new Tokenizer(delimiter)
  const rows = [...tokenizer.push(head), ...tokenizer.end()].slice(0, 120).map(({ cells }) => cells)
  const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''))
  const widths = new Map<number, number>()
  for (const { length } of filled) widths.set(length, (widths.get(length) ?? 0) + 1)
  const [width, count] = [...widths]
    .filter(([w]) => w > 1)
    .reduce((top, next) => (next[1] > top[1] ? next : top), [1, 0])
  if (width < 2) return 0
  const headings = Math.max(
    0,
    ...filled.slice(0, 20).map((cells) => cells.filter((cell) => fieldsOfHeading(cell)).length),
  )
  // Headings tell more than widths: a printed report has ragged rows, a decimal comma makes constant ones.
  return headings * 2 + (count / filled.length) * 3 + Math.min(width, 20) * 0.05
}
