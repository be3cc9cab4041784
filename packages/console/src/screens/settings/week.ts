import type { WeeklyHours } from '@recado/contracts/catalogue'

/** A date with this ISO weekday (1 Monday … 7 Sunday), for its name in the reader's language. */
export const weekdayDate = (weekday: number): string => `2026-06-${String(weekday).padStart(2, '0')}`

export type DayHours = { readonly weekday: number; readonly start: string; readonly end: string }

/** Seven rows to edit. Of a day with several spans the first start and the last end: a break is entered in the own system. */
export const rowsOf = (hours: readonly WeeklyHours[]): DayHours[] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
    const own = hours.filter((entry) => entry.weekday === weekday)
    return {
      weekday,
      start: own.map(({ start }) => start).toSorted()[0] ?? '',
      end:
        own
          .map(({ end }) => end)
          .toSorted()
          .at(-1) ?? '',
    }
  })

/** Rows with both times become hours; empty rows are days off. Undefined when a row ends before it starts or lacks a side. */
export function hoursOf(rows: readonly DayHours[], siteId: string): WeeklyHours[] | undefined {
  const filled = rows.filter(({ start, end }) => start !== '' || end !== '')
  if (filled.some(({ start, end }) => start === '' || end === '' || start >= end)) return undefined
  return filled.map((row) => ({ ...row, siteId }))
}
