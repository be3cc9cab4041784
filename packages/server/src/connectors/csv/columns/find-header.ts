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
  if (known !== -1) return headerAt(rows, isUpperHalf(rows, known) ? known + 1 : known)
  const first = firstFullRow(rows)
  return first !== -1 && isUnlikeBelow(rows, first) ? headerAt(rows, first) : undefined
}

/** Whether a row of headings stands among the first rows, with rows below it. */
export function hasHeadings(rows: readonly RawRow[]): boolean {
  const at = rows
    .slice(0, SEARCHED_ROWS)
    .findIndex(
      ({ cells }) => isKnownHeader(cells) && cells.filter((cell) => fieldsOfHeading(cleanText(cell))).length >= 3,
    )
  return at !== -1 && rows.length > at + 1
}

function headerAt(rows: readonly RawRow[], index: number): Header | undefined {
  const row = rows[index]
  if (!row) return undefined
  const groups = groupsAbove(rows[index - 1], row)
  const headings = row.cells.map((cell, at) => `${groups[at] ?? ''} ${cleanText(cell)}`.trim())
  // Spreadsheets export empty columns to the right.
  while (headings.length > 1 && headings.at(-1) === '') headings.pop()
  return { index, line: row.line, headings, width: row.cells.length }
}

/** Headings in two lines: merged cells over groups of columns, then the columns. */
function isUpperHalf(rows: readonly RawRow[], known: number): boolean {
  const [upper, lower] = [rows[known], rows[known + 1]]
  return lower !== undefined && isKnownHeader(lower.cells) && groupsAbove(upper, lower).length > 0
}

/** What stands over each column of the row; nothing when the row above is no line of merged cells. */
function groupsAbove(above: RawRow | undefined, row: RawRow): string[] {
  const cells = above?.cells.map(cleanText) ?? []
  const filled = cells.filter((cell) => cell !== '')
  const below = row.cells.filter((cell) => cell.trim() !== '').length
  const isGroups = filled.length >= 2 && filled.length <= below * 0.7 && cells.length === row.cells.length
  if (!isGroups || filled.some((cell) => isValue(cell) || cell.endsWith(':'))) return []
  let last = ''
  return cells.map((cell) => (last = cell === '' ? last : cell))
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
