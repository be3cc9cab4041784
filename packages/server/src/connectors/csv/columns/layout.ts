import type { Field, Question, Warning } from '../file-reading.ts'
import { cleanMoment, lexMoment } from '../moments/lex-moment.ts'
import { foldKey } from './fold.ts'
import { fieldsOfHeading } from './headings.ts'

/** Which column holds what. Phones may stand in several columns, best first. */
export type Columns = {
  readonly single: ReadonlyMap<Field, number>
  readonly phones: readonly number[]
  /** Further columns of a field of which none may be overlooked: states and signs of cancellation. */
  readonly more: ReadonlyMap<Field, readonly number[]>
}

export type Layout = {
  /** Physical line of the headings, 0 for none. */
  readonly headerLine: number
  readonly headings: readonly string[]
  readonly width: number
  readonly columns: Columns
  readonly questions: readonly Question[]
  readonly warnings: readonly Warning[]
}

export type RowKind =
  | { readonly is: 'data' | 'blank' | 'heading' | 'total' | 'loose' }
  | { readonly is: 'group'; readonly field: Field; readonly value: string }

const DATA = { is: 'data' } as const
const BLANK = { is: 'blank' } as const
const HEADING = { is: 'heading' } as const
const TOTAL = { is: 'total' } as const
const LOOSE = { is: 'loose' } as const

/** Fields that a printed report puts in a line of its own above the rows that share them. */
const GROUP_FIELDS: ReadonlySet<Field> = new Set(['date', 'start', 'practitioner', 'site', 'service'])

/** What a row of the file is. Only a row with one filled cell, or a label and its value, can be anything but data. */
export function kindOfRow(
  cells: readonly string[],
  layout: Pick<Layout, 'headings' | 'headerLine' | 'width'>,
): RowKind {
  const [first = '', second = ''] = cells
  if (first !== '' && second !== '' && !first.endsWith(':')) {
    return first === layout.headings[0] && layout.headerLine > 0 && isHeading(cells, layout.headings) ? HEADING : DATA
  }
  const filled = cells.filter((cell) => cell.trim() !== '')
  if (filled.length === 0) return BLANK
  if (layout.headerLine > 0 && isHeading(cells, layout.headings)) return HEADING
  if (layout.width < 3 || filled.length > 2) return DATA
  const [label = '', value = ''] = filled
  if (filled.length === 2) return label.trim().endsWith(':') ? labelled(label.trim().slice(0, -1), value.trim()) : DATA
  const colon = label.indexOf(':')
  if (colon > 0) return labelled(label.slice(0, colon), label.slice(colon + 1).trim())
  return isSpelledDay(label) ? { is: 'group', field: 'date', value: label } : LOOSE
}

/** "Monday, September 14, 2026" above the visits of that day; bare digits may be the day on which a page was printed. */
function isSpelledDay(text: string): boolean {
  const moment = /\p{L}/u.test(text) ? lexMoment(cleanMoment(text)) : undefined
  return moment?.date !== undefined && moment.time === undefined
}

function labelled(label: string, value: string): RowKind {
  const field = fieldsOfHeading(label)?.fields.find((one) => GROUP_FIELDS.has(one))
  if (field !== undefined && value !== '') return { is: 'group', field: field === 'start' ? 'date' : field, value }
  return /total|suma|somme|summe|итого|合計|合计|toplam|razem|المجموع|סה/i.test(label) ? TOTAL : LOOSE
}

function isHeading(cells: readonly string[], headings: readonly string[]): boolean {
  return headings.every((heading, at) => (cells[at] ?? '').trim() === heading.trim())
}

/** Headings as saved per source, so that a later file of the same source is recognised. */
export const columnOf = (headings: readonly string[], heading: string): number => {
  const exact = headings.indexOf(heading)
  return exact === -1
    ? headings.findIndex((one) => foldKey(one) === foldKey(heading) && foldKey(heading) !== '')
    : exact
}
