import type { Order } from './date-order.ts'
import type { LexedDate } from './lexed.ts'
import { ORDERS, allows, isNumbered, isSymmetric, ordersByWeekday, possibleOrders } from './date-order.ts'

/** Rows of one kind of cell that share the same possible orders. */
export type Group = { readonly mask: number; rows: number; readonly line: number; readonly example: string }

export type KindTally = {
  rows: number
  readonly sample: LexedDate
  /** By mask of possible orders; cells that read the same in every order are not in here. */
  readonly groups: Map<number, Group>
  symmetric: number
  readonly first: Span
  readonly last: Span
  /** The year as far as it stands for itself (four digits, or spelled). */
  readonly years: Span
  readonly words: Set<string>
  /** Rows with a day or month below ten written with one digit, and with a zero in front. */
  bare: number
  padded: number
  shortYears: number
  /** Spreadsheet and ISO dates after the 12th of their month. */
  lateDays: number
  /** Rows that name the day of the week, and those whose date falls on it, by order. */
  weekdays: number
  readonly onWeekday: Map<Order, number>
}
type Span = { min: number; max: number }

/** What the cells of one column say about how its dates are written. Grows by kinds, never by rows. */
export class DateTally {
  readonly kinds = new Map<LexedDate['kind'], KindTally>()
  filled = 0
  unread = 0
  private readonly todayYear: number

  constructor(todayYear: number) {
    this.todayYear = todayYear
  }

  /** @param weekdays days of the week that a word beside the date may name, a bit each; 0 for none */
  add(date: LexedDate, line: number, text: string, weekdays = 0): void {
    const tally = this.kinds.get(date.kind) ?? this.start(date)
    tally.rows++
    if (dayOf(date) > 12) tally.lateDays++
    if (date.kind === 'serial') widen(tally.years, date.days)
    else if (date.kind === 'era') widen(tally.years, date.year)
    else if (date.kind === 'named') addNamed(tally, date)
    else if (isNumbered(date)) this.addNumbered(tally, date, line, text, weekdays)
  }

  private start(sample: LexedDate): KindTally {
    const tally: KindTally = {
      rows: 0, sample, groups: new Map(), symmetric: 0, first: span(), last: span(), years: span(), words: new Set(), bare: 0, padded: 0, shortYears: 0, lateDays: 0,
      weekdays: 0, onWeekday: new Map(),
    } // prettier-ignore
    this.kinds.set(sample.kind, tally)
    return tally
  }

  private addNumbered(
    tally: KindTally,
    date: Extract<LexedDate, { kind: 'yearFirst' | 'yearLast' | 'short' | 'compact' }>,
    line: number,
    text: string,
    weekdays: number,
  ): void {
    if (date.kind === 'compact') {
      widen(tally.first, Number(date.digits.slice(0, 2)))
      widen(tally.last, Number(date.digits.slice(-2)))
    } else {
      widen(tally.first, date.a)
      widen(tally.last, date.c)
      if (date.kind !== 'short') widen(tally.years, date.kind === 'yearFirst' ? date.a : date.c)
      countPadding(tally, date)
    }
    if (isSymmetric(date)) tally.symmetric++
    const mask = possibleOrders(date, this.todayYear)
    if (weekdays !== 0) countWeekday(tally, ordersByWeekday(date, mask, weekdays, this.todayYear))
    const group = tally.groups.get(mask)
    if (group) group.rows++
    else if (!isSymmetric(date)) tally.groups.set(mask, { mask, rows: 1, line, example: text })
  }
}

const dayOf = (date: LexedDate): number =>
  date.kind === 'serial'
    ? new Date((date.days - 25_569) * 86_400_000).getUTCDate()
    : date.kind === 'yearFirst'
      ? date.c
      : 0

function countWeekday(tally: KindTally, fitting: number): void {
  tally.weekdays++
  for (const order of ORDERS)
    if (allows(fitting, order)) tally.onWeekday.set(order, (tally.onWeekday.get(order) ?? 0) + 1)
}

const span = (): Span => ({ min: Infinity, max: -Infinity })

function widen(range: Span, value: number): void {
  if (value < range.min) range.min = value
  if (value > range.max) range.max = value
}

function addNamed(tally: KindTally, date: Extract<LexedDate, { kind: 'named' }>): void {
  if (tally.words.size < 64) tally.words.add(date.word)
  if (date.yearDigits === 4) widen(tally.years, date.year)
  else tally.shortYears++
}

/** Whether days and months below ten carry a zero: a cut-off cell in a padded column shows by its missing digit. */
function countPadding(
  tally: KindTally,
  date: { kind: string; a: number; b: number; c: number; lengths: string },
): void {
  const [day, length] = date.kind === 'yearFirst' ? [date.c, date.lengths[2]] : [date.a, date.lengths[0]]
  if (length === '1' || date.lengths[1] === '1') tally.bare++
  else if (day < 10 || date.b < 10) tally.padded++
}
