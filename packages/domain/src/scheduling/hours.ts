import type { Instant } from '../shared/instant.ts'
import { addDays, isoWeekday, localDate, localMs, nextLocalMinute, startOfDay } from '../shared/zoned.ts'
import { intersect, subtract, union } from './intervals.ts'
import type { Interval } from './slot.ts'

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Wall time in minutes past midnight, 0 to 1440, the end excluded: 08:30 to 12:00 is 510 to 720. */
export type WallSpan = { readonly fromMinute: number; readonly toMinute: number }
/** ISO weekday: 1 is Monday. A night shift is two spans, before and after midnight. */
export type WeeklySpan = WallSpan & { readonly weekday: Weekday }

/** When a site is open or a practitioner sees patients. Breaks are closed time on top of the week. */
export type Hours = {
  /** IANA zone whose clocks the hours are read from. */
  readonly zone: string
  readonly weekly: readonly WeeklySpan[]
  readonly breaks: readonly WeeklySpan[]
  /** What holds on one date, YYYY-MM-DD, instead of the week and its breaks; no spans: closed. */
  readonly exceptions: readonly { readonly date: string; readonly open: readonly WallSpan[] }[]
}

/** The open time between two instants, as the wall clocks of the zone show it: across clock changes too. */
export function openIntervals(hours: Hours, from: Instant, to: Instant): readonly Interval[] {
  const days: Interval[] = []
  const last = localDate(to, hours.zone)
  for (let date = localDate(from, hours.zone); date <= last; date = addDays(date, 1)) days.push(...openOn(hours, date))
  return intersect(days, [{ startAt: from, endAt: to }])
}

/** Site and practitioner together: open is what all of them have open. `holidays` are closed dates at the site. */
export function openTogether(
  all: readonly Hours[],
  holidays: readonly string[],
  from: Instant,
  to: Instant,
): readonly Interval[] {
  const [first, ...others] = all
  if (!first) return []
  const closed = holidays.map((date) => dayOf(date, first.zone))
  const open = others.reduce(
    (common, hours) => intersect(common, openIntervals(hours, from, to)),
    openIntervals(first, from, to),
  )
  return subtract(open, closed)
}

function openOn({ zone, weekly, breaks, exceptions }: Hours, date: string): readonly Interval[] {
  const midnight = startOfDay(date, zone)
  const on = (spans: readonly WallSpan[]) => spans.map((span) => spanOn(span, midnight, date, zone))
  const today = exceptions.find((exception) => exception.date === date)
  if (today) return union(on(today.open))
  const weekday = isoWeekday(localMs(midnight, zone))
  const isToday = (span: WeeklySpan): boolean => span.weekday === weekday
  return subtract(on(weekly.filter(isToday)), on(breaks.filter(isToday)))
}

/** A wall time that clocks skip counts as the moment of the jump; one that they show twice as the first of the two. */
function spanOn({ fromMinute, toMinute }: WallSpan, midnight: Instant, date: string, zone: string): Interval {
  const at = (minute: number): Instant =>
    minute < MINUTES_A_DAY ? nextLocalMinute(midnight, zone, minute) : startOfDay(addDays(date, 1), zone)
  return { startAt: at(fromMinute), endAt: at(toMinute) }
}

const MINUTES_A_DAY = 24 * 60

const dayOf = (date: string, zone: string): Interval => ({
  startAt: startOfDay(date, zone),
  endAt: startOfDay(addDays(date, 1), zone),
})

/** Minutes past midnight of a wall time of day, `08:30`; `24:00` is 1440. @throws RangeError when the text is none. */
export function minuteOfDay(time: string): number {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? []
  if (hour !== undefined && minute !== undefined) return Number(hour) * 60 + Number(minute)
  if (time === '24:00') return MINUTES_A_DAY
  throw new RangeError('not a wall time of day like 08:30')
}
