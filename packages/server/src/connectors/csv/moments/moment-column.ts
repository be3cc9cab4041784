import { gregorianFrom, isNear, isRealDay } from './calendars.ts'
import type { PlainDay, ToGregorian } from './calendars.ts'
import { ORDERS, fullYear, hasShortYear, isSymmetric, partsIn } from './date-order.ts'
import type { DateFormat } from './date-proof.ts'
import type { LexedDate } from './lexed.ts'

export type DayReading =
  PlainDay | { readonly open: true } | { readonly off: 'date.off_pattern' | 'date.impossible' | 'date.missing' }

export type DayReader = (date: LexedDate) => DayReading

const OPEN = { open: true } as const
const OFF = { off: 'date.off_pattern' } as const
const IMPOSSIBLE = { off: 'date.impossible' } as const

/** Reads the cells of a column in its proven format; what does not fit the format is off the pattern, never bent. */
export async function dayReader(format: DateFormat, todayYear: number): Promise<DayReader> {
  const toGregorian = await gregorianFrom(format.years)
  const read = (date: LexedDate): DayReading => {
    if (date.kind === 'era') return format.kind === 'era' ? checked(date) : OFF
    if (date.kind !== format.kind) return OFF
    if (date.kind === 'serial') return format.open ? OPEN : serialDay(date.days + format.serialShift)
    if (date.kind === 'epoch') return serialDay(Math.floor(date.ms / 86_400_000) + 25_569)
    if (date.kind === 'named') return format.open ? OPEN : namedDay(date, format, toGregorian, todayYear)
    return numberedDay(date, format, toGregorian, todayYear)
  }
  return read
}

const checked = (day: PlainDay): DayReading =>
  isRealDay(day) ? { year: day.year, month: day.month, day: day.day } : IMPOSSIBLE

/** Day 1 is 1900-01-01; the spreadsheet's 29 February 1900 never was, so from March on day 0 is 1899-12-30. */
function serialDay(days: number): DayReading {
  const at = new Date((days - 25_569) * 86_400_000)
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }
}

function namedDay(
  date: Extract<LexedDate, { kind: 'named' }>,
  format: DateFormat,
  toGregorian: ToGregorian,
  todayYear: number,
): DayReading {
  const month = format.months?.get(date.word)
  if (month === undefined) return OFF
  const year = date.yearDigits === 4 ? date.year : fullYear(date.year, todayYear)
  return convert({ year, month, day: date.day }, date.yearDigits === 4 ? toGregorian : (day) => day)
}

type Numbered = Extract<LexedDate, { kind: 'yearFirst' | 'yearLast' | 'short' | 'compact' }>

function numberedDay(date: Numbered, format: DateFormat, toGregorian: ToGregorian, todayYear: number): DayReading {
  if (isNull(date)) return { off: 'date.missing' }
  if (format.padded && isUnpadded(date)) return OFF
  if (format.order !== undefined) return inOrder(date, format.order, toGregorian, todayYear)
  if (isSymmetric(date)) return inOrder(date, date.kind === 'yearFirst' ? 'YMD' : 'DMY', toGregorian, todayYear)
  const days = ORDERS.map((order) => inOrder(date, order, toGregorian, todayYear)).filter(
    (day) => 'year' in day && isNear(day.year, todayYear),
  )
  const [only] = days
  return days.length === 1 && only ? only : OPEN
}

function inOrder(
  date: Numbered,
  order: (typeof ORDERS)[number],
  toGregorian: ToGregorian,
  todayYear: number,
): DayReading {
  const parts = partsIn(date, order)
  if (!parts || parts.month < 1 || parts.month > 12 || parts.day < 1 || parts.day > 31) return OFF
  if (!hasShortYear(date)) return convert(parts, toGregorian)
  return convert({ ...parts, year: fullYear(parts.year, todayYear) }, (day) => day)
}

function convert(day: PlainDay, toGregorian: ToGregorian): DayReading {
  const converted = toGregorian(day)
  return converted ? checked(converted) : IMPOSSIBLE
}

/** 0001-01-01, 0000-00-00, 00/00/0000: how databases write "no date". */
const isNull = (date: Numbered): boolean =>
  date.kind === 'compact'
    ? /^0+$/.test(date.digits)
    : (date.kind === 'yearFirst' ? date.a : date.c) <= 1 && date.kind !== 'short'

const isUnpadded = (date: Numbered): boolean =>
  date.kind !== 'compact' && (date.kind === 'yearFirst' ? date.lengths.slice(1) : date.lengths.slice(0, 2)) !== '22'
