/** How the years of a column count. */
export type Years = 'gregorian' | 'buddhist' | 'persian' | 'islamic-umalqura' | 'minguo'

export type PlainDay = { readonly year: number; readonly month: number; readonly day: number }

/** Visits lie within this many years of today; what lies far outside is another calendar. */
const BACK = 40
const AHEAD = 6

/** Approximate Gregorian year of a year in another count; exact enough to tell the calendars apart. */
const APPROXIMATE: Readonly<Record<Years, (year: number) => number>> = {
  gregorian: (year) => year,
  buddhist: (year) => year - 543,
  persian: (year) => year + 621.5,
  'islamic-umalqura': (year) => year * 0.970224 + 621.58,
  minguo: (year) => year + 1911,
}

export const isNear = (year: number, todayYear: number): boolean =>
  year >= todayYear - BACK && year <= todayYear + AHEAD

/** The calendars under which the years from..to lie near today; more than one only by an odd coincidence. */
export function plausibleYears(from: number, to: number, todayYear: number): Years[] {
  const near = (Object.keys(APPROXIMATE) as Years[]).filter(
    (years) => isNear(APPROXIMATE[years](from), todayYear) && isNear(APPROXIMATE[years](to), todayYear),
  )
  return near
}

export type ToGregorian = (day: PlainDay) => PlainDay | undefined

/** Reads the calendar tables only when a file needs them: they are ICU's, by way of Temporal. */
export async function gregorianFrom(years: Years): Promise<ToGregorian> {
  if (years === 'gregorian') return (day) => day
  if (years === 'buddhist') return (day) => ({ ...day, year: day.year - 543 })
  if (years === 'minguo') return (day) => ({ ...day, year: day.year + 1911 })
  const { Temporal } = await import('temporal-polyfill/full')
  return ({ year, month, day }) => {
    try {
      const date = Temporal.PlainDate.from({ year, month, day, calendar: years }, { overflow: 'reject' }).withCalendar(
        'iso8601',
      )
      return { year: date.year, month: date.month, day: date.day }
    } catch (error) {
      // A day that this calendar does not have, like the 31st of its seventh month.
      if (error instanceof RangeError) return undefined
      throw error
    }
  }
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

export function daysInMonth(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29
  return DAYS[month - 1] ?? 0
}

export const isRealDay = ({ year, month, day }: PlainDay): boolean => day >= 1 && day <= daysInMonth(year, month)

/** @param weekdays a bit for each day of the week, Sunday the first */
export const isOnWeekday = ({ year, month, day }: PlainDay, weekdays: number): boolean =>
  (weekdays & (1 << new Date(Date.UTC(year, month - 1, day)).getUTCDay())) !== 0

export const isoDay = ({ year, month, day }: PlainDay): string =>
  `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`
