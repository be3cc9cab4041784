import { isNear, isOnWeekday, plausibleYears } from './calendars.ts'
import type { LexedDate } from './lexed.ts'

/** Which of three numbers is the day, the month, the year. */
export type Order = 'DMY' | 'MDY' | 'YMD' | 'YDM'
export const ORDERS: readonly Order[] = ['DMY', 'MDY', 'YMD', 'YDM']
const BIT: Readonly<Record<Order, number>> = { DMY: 1, MDY: 2, YMD: 4, YDM: 8 }

export const allows = (mask: number, order: Order): boolean => (mask & BIT[order]) !== 0

type Numbered = Extract<LexedDate, { kind: 'yearFirst' | 'yearLast' | 'short' | 'compact' }>
export type Parts = { readonly year: number; readonly month: number; readonly day: number }

export const isNumbered = (date: LexedDate): date is Numbered =>
  date.kind === 'yearFirst' || date.kind === 'yearLast' || date.kind === 'short' || date.kind === 'compact'

/** The three numbers under an order; undefined where the cell has no such order (14/09/2026 is never year first). */
export function partsIn(date: Numbered, order: Order): Parts | undefined {
  if (date.kind === 'compact') return compactParts(date.digits, order)
  const { a, b, c } = date
  if (order === 'YMD' || order === 'YDM') {
    if (date.kind === 'yearLast' || (date.kind === 'short' && order === 'YDM')) return undefined
    return order === 'YMD' ? { year: a, month: b, day: c } : { year: a, month: c, day: b }
  }
  if (date.kind === 'yearFirst') return undefined
  return order === 'DMY' ? { year: c, month: b, day: a } : { year: c, month: a, day: b }
}

function compactParts(digits: string, order: Order): Parts | undefined {
  const wide = digits.length === 8 ? 4 : 2
  const number = (from: number, length: number): number => Number(digits.slice(from, from + length))
  if (order === 'YMD') return { year: number(0, wide), month: number(wide, 2), day: number(wide + 2, 2) }
  if (order === 'YDM') return undefined
  const [first, second, year] = [number(0, 2), number(2, 2), number(4, wide)]
  return order === 'DMY' ? { year, month: second, day: first } : { year, month: first, day: second }
}

export const hasShortYear = (date: Numbered): boolean =>
  date.kind === 'short' || (date.kind === 'compact' && date.digits.length === 6)

/** A two-digit year is of this century while that lies near today, else of the last (birth dates). */
export function fullYear(year: number, todayYear: number): number {
  const century = Math.floor(todayYear / 100) * 100
  return century + year <= todayYear + 10 ? century + year : century - 100 + year
}

/** The orders under which the cell is a date at all. Whether the day exists in its month is checked when it is read. */
export function possibleOrders(date: Numbered, todayYear: number): number {
  let mask = 0
  for (const order of ORDERS) {
    const parts = partsIn(date, order)
    if (
      parts &&
      parts.month >= 1 &&
      parts.month <= 12 &&
      parts.day >= 1 &&
      parts.day <= 31 &&
      isYear(date, parts.year, todayYear)
    ) {
      mask |= BIT[order]
    }
  }
  return mask
}

/** Of the orders in `mask`, those under which the day falls on the weekday that stands beside it. */
export function ordersByWeekday(date: Numbered, mask: number, weekdays: number, todayYear: number): number {
  let fitting = 0
  for (const order of ORDERS) {
    const parts = allows(mask, order) ? partsIn(date, order) : undefined
    if (!parts) continue
    const year = hasShortYear(date) ? fullYear(parts.year, todayYear) : parts.year
    // Another calendar's days say nothing before its years are known.
    if (!isNear(year, todayYear)) return 0
    if (isOnWeekday({ ...parts, year }, weekdays)) fitting |= BIT[order]
  }
  return fitting
}

function isYear(date: Numbered, year: number, todayYear: number): boolean {
  if (hasShortYear(date)) return true
  if (date.kind !== 'compact') return true
  return plausibleYears(year, year, todayYear).length > 0 || (year >= 1900 && year <= todayYear)
}

/** Whether the order changes nothing for this cell: 05/05/2026. */
export function isSymmetric(date: Numbered): boolean {
  if (date.kind === 'compact') return false
  return date.kind === 'yearFirst' ? date.b === date.c : date.kind === 'yearLast' && date.a === date.b
}

export const orderLabel = (order: Order, sample: Numbered): string => {
  const separator = sample.kind === 'compact' ? '' : sample.separator === '年' ? '/' : sample.separator
  const year = hasShortYear(sample) ? 'YY' : 'YYYY'
  const names = { D: 'DD', M: 'MM', Y: year } as const
  return order
    .split('')
    .map((part) => names[part as 'D' | 'M' | 'Y'])
    .join(separator)
}
