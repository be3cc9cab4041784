import type { RawRow } from '../table/tokenizer.ts'
import { cleanMoment, lexMoment } from '../moments/lex-moment.ts'
import { fieldsOfHeading } from './headings.ts'
import { cleanText } from './nothing.ts'

export type Header = {
  readonly index: number
  readonly line: number
  readonly headings: readonly string[]
  readonly width: number
}

const SEARCHED_ROWS = 60

/** The row of the headings: by words that we know, else by how unlike the rows below it is; undefined for none. */
export function findHeader(rows: readonly RawRow[]): Header | undefined {
  const known = rows.slice(0, SEARCHED_ROWS).findIndex(({ cells }) => isKnownHeader(cells))
  if (known !== -1) return headerAt(rows, known)
  const first = firstFullRow(rows)
  return first !== -1 && isUnlikeBelow(rows, first) ? headerAt(rows, first) : undefined
}

function headerAt(rows: readonly RawRow[], index: number): Header | undefined {
  const row = rows[index]
  if (!row) return undefined
  const headings = row.cells.map(cleanText)
  // Spreadsheets export empty columns to the right.
  while (headings.length > 1 && headings.at(-1) === '') headings.pop()
  return { index, line: row.line, headings, width: row.cells.length }
}

function isKnownHeader(cells: readonly string[]): boolean {
  const filled = cells.map(cleanText).filter((cell) => cell !== '')
  if (filled.some(isValue)) return false
  const hits = filled.filter((cell) => fieldsOfHeading(cell)).length
  return hits >= 3 || (hits >= 2 && hits >= filled.length * 0.4)
}

/** Dates and long numbers are values; no heading holds one. */
const isValue = (cell: string): boolean =>
  cell.replace(/\D/g, '').length >= 7 || lexMoment(cleanMoment(cell))?.date !== undefined

/** Title lines above a table have one or two cells filled; the first row that is as full as most is the table's. */
export function firstFullRow(rows: readonly RawRow[]): number {
  const fullness = rows.map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length)
  const sorted = [...fullness].sort((x, y) => x - y)
  const usual = sorted[Math.floor(sorted.length / 2)] ?? 0
  return fullness.findIndex((count) => count >= 2 && count >= usual * 0.7)
}

/** A heading over a column of dates, times or numbers is none itself. */
function isUnlikeBelow(rows: readonly RawRow[], first: number): boolean {
  const head = rows[first]?.cells ?? []
  const below = rows.slice(first + 1, first + 40).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (below.length === 0) return false
  if (head.some((cell) => isValue(cleanText(cell)))) return false
  return head.some((cell, at) => {
    const values = below.map(({ cells }) => cleanText(cells[at] ?? '')).filter((value) => value !== '')
    return (
      /\p{L}/u.test(cell) && values.length > 0 && values.filter((value) => isValue(value)).length >= values.length * 0.8
    )
  })
}
