import { FIELDS } from '../file-reading.ts'
import type { Field, Question, ReadOptions, Warning } from '../file-reading.ts'
import { sentence } from '../sentences.ts'
import { notATable } from '../bytes/sniff.ts'
import type { RawRow } from '../table/tokenizer.ts'
import { assignByHeadings } from './assign.ts'
import { assignByValues, assignLeftovers } from './assign-by-values.ts'
import { findHeader, firstFullRow } from './find-header.ts'
import { columnOf, kindOfRow } from './layout.ts'
import type { Columns, Layout } from './layout.ts'
import { cleanText } from './nothing.ts'
import { valueKinds } from './value-kinds.ts'
import type { ValueKinds } from './value-kinds.ts'

const SAMPLED_ROWS = 300

/**
 * Finds the headings and which column holds what, from the first rows.
 * @throws Failure `unreadable` when nothing in the file can be the day of a visit.
 */
export function findLayout(rows: readonly RawRow[], options: ReadOptions, todayYear: number): Layout {
  const header = findHeader(rows)
  const first = header ? header.index + 1 : Math.max(0, firstFullRow(rows))
  const width = header?.width ?? Math.max(0, ...rows.slice(first, first + 50).map(({ cells }) => cells.length))
  const headings = header?.headings ?? []
  const frame = { headerLine: header?.line ?? 0, headings, width }
  const sample = rows
    .slice(first)
    .filter(({ cells }) => kindOfRow(cells, frame).is === 'data')
    .slice(0, SAMPLED_ROWS)
    .map(({ cells }) => cells.map(cleanText))
  const names = Array.from({ length: width }, (_, at) =>
    headings[at] !== undefined && headings[at] !== '' ? headings[at] : `column ${at + 1}`,
  )
  const kinds = names.map((_, at) =>
    valueKinds(
      sample.map((cells) => cells[at] ?? ''),
      options.country,
    ),
  )
  const forced = forcedColumns(names, options)
  const byHeading = assignByHeadings(headings, kinds.slice(0, headings.length), sample, forced)
  const needsValues = byHeading.questions.length === 0 && (!header || !hasMoment(byHeading.columns, rows, frame, first))
  const known =
    forced.size > 0 && !header
      ? { ...byHeading.columns, single: new Map([...byHeading.columns.single, ...forced]) }
      : byHeading.columns
  const assigned =
    needsValues && sample.length > 0
      ? assignByValues(names, kinds, sample, known, todayYear, header !== undefined)
      : assignLeftovers(names, kinds, known)
  const questions = openOnly([...byHeading.questions, ...assigned.questions], options)
  const layout = {
    ...frame,
    headings: header ? names : [],
    columns: withoutNone(assigned.columns, options),
    questions,
    warnings: layoutWarnings(names, assigned.columns, header !== undefined, kinds),
  }
  if (!header && sample.length > 0 && assigned.columns.phones.length === 0)
    throw notATable('no_table', 'This text is no table of appointments: it has no headings and no telephone numbers.')
  if (
    sample.length > 0 &&
    !hasMoment(layout.columns, rows, frame, first) &&
    !questions.some(({ about }) => /^column:(?:date|start)$/.test(about))
  ) {
    throw notATable(
      header ? 'no_dates' : 'no_table',
      header
        ? 'No column of this file holds the dates of visits.'
        : 'This text is no table of appointments: no headings and no column of dates were found.',
    )
  }
  if (sample.length === 0 && !header)
    throw notATable('no_table', 'This text is no table of appointments: no headings and no rows were found.')
  return layout
}

/** What the file has and nobody will read, and what it lacks. */
function layoutWarnings(
  names: readonly string[],
  { single, phones, more }: Columns,
  hasHeader: boolean,
  kinds: readonly ValueKinds[],
): Warning[] {
  const used = new Set([...single.values(), ...phones, ...[...more.values()].flat()])
  const unread = names.filter((_, at) => !used.has(at) && (kinds[at]?.filled ?? 0) > 0)
  const nameless = hasHeader && !(['name', 'given', 'family'] as const).some((field) => single.has(field))
  const list = unread.slice(0, MAX_NAMED).join(', ') + (unread.length > MAX_NAMED ? ', ...' : '')
  return [
    ...(nameless ? [{ code: 'name.no_column', why: sentence('name.no_column') }] : []),
    ...(hasHeader && unread.length > 0
      ? [{ code: 'columns.unread', why: `${sentence('columns.unread')} ${list}` }]
      : []),
  ]
}

const MAX_NAMED = 20

/** Columns that a person named, in an answer (`column:date`) or in the mapping saved for the source. */
function forcedColumns(names: readonly string[], options: ReadOptions): ReadonlyMap<Field, number> {
  const forced = new Map<Field, number>()
  for (const field of FIELDS) {
    const heading =
      options.answers?.[`column:${field}`] ??
      options.mapping?.answers?.[`column:${field}`] ??
      options.mapping?.columns?.[field]
    const at = heading === undefined || heading === 'none' ? -1 : columnOf(names, heading)
    if (at !== -1) forced.set(field, at)
  }
  return forced
}

const openOnly = (questions: readonly Question[], options: ReadOptions): Question[] =>
  questions.filter(
    ({ about, options: choices }) =>
      !choices.includes(options.answers?.[about] ?? options.mapping?.answers?.[about] ?? ''),
  )

const withoutNone = (columns: Columns, options: ReadOptions): Columns =>
  (options.answers?.['column:status'] ?? options.mapping?.answers?.['column:status']) === 'ignore this column'
    ? { ...columns, single: withoutStatus(columns.single), more: withoutStatus(columns.more) }
    : columns

/** Whether the visit's day is known: in a column, or in lines above the rows of a printed report. */
function hasMoment(
  columns: Columns,
  rows: readonly RawRow[],
  frame: Pick<Layout, 'headings' | 'headerLine' | 'width'>,
  first: number,
): boolean {
  if (columns.single.has('date') || columns.single.has('start')) return true
  return rows.slice(first).some(({ cells }) => {
    const kind = kindOfRow(cells, frame)
    return kind.is === 'group' && kind.field === 'date'
  })
}

const withoutStatus = <T>(columns: ReadonlyMap<Field, T>): ReadonlyMap<Field, T> =>
  new Map([...columns].filter(([field]) => field !== 'status'))
