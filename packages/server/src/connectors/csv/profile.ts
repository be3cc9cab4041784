import { foldWords } from './columns/fold.ts'
import { kindOfRow } from './columns/layout.ts'
import type { Layout } from './columns/layout.ts'
import { cleanText, isNothing } from './columns/nothing.ts'
import type { Field } from './file-reading.ts'
import { DateTally } from './moments/date-tally.ts'
import { weekdaysOf } from './moments/date-words.ts'
import { cleanMoment, lexMoment, lexTimeCell } from './moments/lex-moment.ts'
import type { LexedMoment } from './moments/lexed.ts'
import { Memo } from './moments/memo.ts'
import { TimeTally } from './moments/time-proof.ts'
import { UtcTally } from './moments/utc-proof.ts'
import { IdTable, hash53 } from './rows/id-table.ts'
import type { RawRow } from './table/tokenizer.ts'
import { DurationTally } from './words/durations.ts'
import { StatusTally } from './words/status-proof.ts'

/** The dates and times of one column. */
export class MomentTally {
  readonly dates: DateTally
  readonly times = new TimeTally()
  readonly utc = new UtcTally()
  /** Rows with a time of day and no offset or Z: they need the clinic's zone. */
  wall = 0
  readonly memo: Memo<LexedMoment | undefined>

  /** @param remembered different cells to remember; 0 for a column of many, like birth dates */
  constructor(todayYear: number, lex: (text: string) => LexedMoment | undefined, remembered = 20_000) {
    this.dates = new DateTally(todayYear)
    this.memo = new Memo((cell) => lex(cleanMoment(cell)), remembered)
  }

  add(cell: string, line: number): void {
    if (isNothing(cell)) return
    this.dates.filled++
    const moment = this.memo.get(cell)
    if (!moment) {
      this.dates.unread++
      if (/^\d{1,2}[.,]\d$/.test(cell)) this.times.decimals++
      return
    }
    if (moment.date) this.dates.add(moment.date, line, cell, moment.weekdays)
    if (!moment.time) return
    this.times.add(moment.time, line, cell)
    if (moment.offsetMin === undefined) this.wall++
    else if (moment.offsetMin === 0 && moment.date?.kind !== 'epoch') this.utc.add(moment.time.hour)
  }
}

export type Moments = Readonly<Record<'start' | 'date' | 'time' | 'end' | 'birthDate', MomentTally>>

type Lex = (text: string) => LexedMoment | undefined

/** Under "Start (UTC)" every time is one of UTC, unless its cell says otherwise. */
function asHeaded(lex: Lex, layout: Layout, field: Field): Lex {
  const heading = layout.headings[layout.columns.single.get(field) ?? -1] ?? ''
  if (!foldWords(heading).some((word) => word === 'utc' || word === 'gmt')) return lex
  return (text) => {
    const moment = lex(text)
    const isBare = moment?.time && moment.offsetMin === undefined && moment.abbreviation === undefined
    return isBare ? { ...moment, offsetMin: 0 } : moment
  }
}

/** What the whole file says about its columns; filled by the first reading, asked by the plan. */
export class Profile {
  rows = 0
  /** Rows with fewer cells than the table has columns. */
  short = 0
  readonly moments: Moments
  readonly status = new StatusTally()
  readonly duration = new DurationTally()
  names = 0
  commaNames = 0
  phones = 0
  nationalPhones = 0
  scientificPatientIds = 0
  scientificIds = 0
  repeatedIds = 0
  repeatedIdLine = 0
  readonly cells: (field: Field, cells: readonly string[]) => string | undefined
  private readonly all: (field: Field, cells: readonly string[]) => readonly string[]
  private readonly layout: Layout
  private readonly countPhones: boolean
  private readonly ids = new IdTable()
  private groupDate: string | undefined

  /** @param countPhones whether national numbers matter: their country is not known */
  constructor(layout: Layout, todayYear: number, countPhones: boolean) {
    this.layout = layout
    this.countPhones = countPhones
    const tally = (lex: (text: string) => LexedMoment | undefined): MomentTally => new MomentTally(todayYear, lex)
    this.moments = {
      start: tally(asHeaded(lexMoment, layout, 'start')),
      date: tally(asHeaded(lexMoment, layout, 'date')),
      time: tally(asHeaded(lexTimeCell, layout, 'time')),
      end: tally((text) => lexMoment(text) ?? lexTimeCell(text)),
      birthDate: new MomentTally(todayYear, lexMoment, 0),
    }
    this.cells = cellReader(layout)
    this.all = allCellsReader(layout)
  }

  add({ cells, line, broken }: RawRow): void {
    const kind = kindOfRow(cells, this.layout)
    if (kind.is === 'group' && kind.field === 'date') {
      this.groupDate = kind.value
      this.moments.date.add(kind.value, line)
    }
    if (kind.is !== 'data' || broken) return
    this.rows++
    if (cells.length < this.layout.width) this.short++
    if (cells.length > this.layout.width && hasExtra(cells, this.layout.width)) return
    for (const field of MOMENT_FIELDS) {
      const cell = this.cells(field, cells)
      if (cell !== undefined && (field !== 'birthDate' || this.rows <= BIRTH_DATE_ROWS))
        this.moments[field].add(cell, line)
    }
    this.addWords(cells, line)
    this.addIdentity(cells, line)
  }

  private addWords(cells: readonly string[], line: number): void {
    for (const status of this.all('status', cells)) if (!isNothing(status)) this.status.add(status, line)
    const duration = this.cells('duration', cells)
    if (duration !== undefined && !isNothing(duration)) this.duration.add(duration)
    const name = this.cells('name', cells)
    if (name !== undefined && name !== '') {
      this.names++
      if (name.length <= LONGEST_NAME && name.includes(',') && COMMA_NAME.test(name)) this.commaNames++
    }
    for (const at of this.countPhones ? this.layout.columns.phones : []) {
      const phone = cleanText(cells[at] ?? '')
      if (!/\p{Nd}/u.test(phone)) continue
      this.phones++
      if (!/^\W*(?:\+|00)/.test(phone)) this.nationalPhones++
    }
  }

  private patientOf(cells: readonly string[]): string {
    const id = this.cells('patientExternalId', cells)
    if (id !== undefined && !isNothing(id)) return id
    return ['name', 'given', 'family'].map((field) => this.cells(field as Field, cells) ?? '').join(' ')
  }

  private addIdentity(cells: readonly string[], line: number): void {
    const patient = this.cells('patientExternalId', cells)
    if (patient !== undefined && SCIENTIFIC.test(patient)) this.scientificPatientIds++
    const id = this.cells('externalId', cells)
    if (id === undefined || isNothing(id)) return
    if (SCIENTIFIC.test(id)) this.scientificIds++
    const status = this.all('status', cells).join()
    const when = `${this.patientOf(cells)} ${status} ${this.cells('start', cells) ?? this.cells('date', cells) ?? this.groupDate ?? ''} ${this.cells('time', cells) ?? ''}`
    const [key, start] = [hash53(id), hash53(when)]
    const before = this.ids.get(key)
    if (before !== undefined && before !== start && this.repeatedIds++ === 0) this.repeatedIdLine = line
    this.ids.set(key, start)
  }
}

export const COMMA_NAME = /^([^,\d]*\p{L}[^,\d]*),\s*([^,\d]*\p{L}[^,\d]*)$/u
export const LONGEST_NAME = 250
export const SCIENTIFIC = /^\d[.,]\d+E\+?\d+$/i

/** Birth dates change nothing that is sent: the first rows prove how they are written. */
const BIRTH_DATE_ROWS = 3000

const MOMENT_FIELDS = ['start', 'date', 'time', 'end', 'birthDate'] as const

/** Cleaned cell of a field, undefined when the file has no such column. */
export function cellReader(layout: Layout): (field: Field, cells: readonly string[]) => string | undefined {
  const at = layout.columns.single
  const weekday = at.get('weekday')
  return (field, cells) => {
    const index = at.get(field)
    if (index === undefined) return undefined
    const cell = cleanText(cells[index] ?? '')
    return weekday !== undefined && (field === 'date' || field === 'start')
      ? onWeekday(cell, cells[weekday] ?? '')
      : cell
  }
}

/** A column of weekdays speaks for the date beside it as if it stood in the same cell. */
function onWeekday(cell: string, word: string): string {
  const days = DAY_NAMES.filter((_, day) => weekdaysOf(cleanText(word)) === 1 << day)
  return days[0] !== undefined && /^\p{Nd}{1,4}[-/. ]\s?\p{Nd}{1,2}[-/. ]\s?\p{Nd}/u.test(cell)
    ? `${days[0]} ${cell}`
    : cell
}

const DAY_NAMES = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const

/** Cleaned cells of all columns of a field that may have several. */
export function allCellsReader(layout: Layout): (field: Field, cells: readonly string[]) => readonly string[] {
  const { single, more } = layout.columns
  return (field, cells) => {
    const first = single.get(field)
    if (first === undefined) return NO_CELLS
    const rest = more.get(field)
    const one = cleanText(cells[first] ?? '')
    return rest === undefined ? [one] : [one, ...rest.map((at) => cleanText(cells[at] ?? ''))]
  }
}

const NO_CELLS: readonly string[] = []

export function hasExtra(cells: readonly string[], width: number): boolean {
  for (let at = width; at < cells.length; at++) if (cells[at]?.trim() !== '') return true
  return false
}
