import { DAY, HOUR, MINUTE, shift, type Instant } from '../shared/instant.ts'
import { dateOf, isoWeekday, localMs, nextLocalMinute, previousLocalMinute } from '../shared/zoned.ts'
import type { MessageClass } from './message-class.ts'

/** Minutes past local midnight, `fromMinute` included, `toMinute` excluded; 480 is 08:00. Never across midnight. */
export type HoursOfDay = { readonly fromMinute: number; readonly toMinute: number }
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** When a class of messages may reach a phone, in the patient's zone. */
export type DecentHours = {
  /** ISO weekdays: 1 is Monday, 7 is Sunday. An absent day is closed. */
  readonly weekdays: Readonly<Partial<Record<Weekday, HoursOfDay>>>
  readonly closedOnHolidays: boolean
}
export type DecentHoursByClass = Readonly<Record<MessageClass, DecentHours>>

/** Local dates (YYYY-MM-DD) on which the visit's site is closed. */
export type Holidays = ReadonlySet<string>

/** Decent hours at one patient's place. `avoidHolidays`: this message stays away from holidays, whatever its class. */
export type Place = {
  readonly zone: string
  readonly hours: DecentHours
  readonly holidays: Holidays
  readonly avoidHolidays?: boolean
}

/**
 * Nothing is planned for the last half hour of a day: a message due at 19:59 that leaves at 20:00 would wait until the
 * morning, perhaps past its visit.
 */
export const LAST_CALL_MS = 30 * MINUTE

export function isDecent(at: Instant, place: Place): boolean {
  const readingMs = localMs(at, place.zone)
  const open = openHours(readingMs, place)
  return (
    open !== undefined && faceMs(readingMs) >= open.fromMinute * MINUTE && faceMs(readingMs) < open.toMinute * MINUTE
  )
}

/** The first decent moment from `at` on; undefined when there is none within a month. */
export function nextDecent(at: Instant, place: Place): Instant | undefined {
  let cursor = at
  while (cursor - at < SEARCH_MS) {
    if (isDecent(cursor, place)) return cursor
    const readingMs = localMs(cursor, place.zone)
    const open = openHours(readingMs, place)
    const opensToday = open !== undefined && faceMs(readingMs) < open.fromMinute * MINUTE
    cursor = nextLocalMinute(shift(cursor, opensToday ? 0 : 1), place.zone, opensToday ? open.fromMinute : 0)
  }
  return undefined
}

/** The last moment up to `at` that is decent and not in a day's last half hour; undefined when a month has none. */
export function latestDecent(at: Instant, place: Place): Instant | undefined {
  let cursor = at
  while (at - cursor < SEARCH_MS) {
    const readingMs = localMs(cursor, place.zone)
    const open = openHours(readingMs, place)
    const pastOpening = open !== undefined && faceMs(readingMs) >= open.fromMinute * MINUTE
    const lastCallMs = open ? open.toMinute * MINUTE - LAST_CALL_MS : 0
    if (pastOpening && faceMs(readingMs) <= lastCallMs) return cursor
    cursor = pastOpening
      ? previousLocalMinute(cursor, place.zone, lastCallMs / MINUTE)
      : shift(previousLocalMinute(cursor, place.zone, 0), -1)
  }
  return undefined
}

/**
 * What is wrong with hours that a clinic typed in; empty when they are fine. Clocks change between midnight and 05:00:
 * hours outside that leave every open day a decent minute, on the day clocks go forward too.
 */
export function problemsOf(hours: DecentHours): readonly ('no-open-day' | 'too-early' | 'too-late' | 'too-short')[] {
  const open = Object.values(hours.weekdays)
  return [
    ...(open.length === 0 ? (['no-open-day'] as const) : []),
    ...(open.some((day) => day.fromMinute * MINUTE < 5 * HOUR) ? (['too-early'] as const) : []),
    ...(open.some((day) => day.toMinute * MINUTE > 23 * HOUR) ? (['too-late'] as const) : []),
    ...(open.some((day) => (day.toMinute - day.fromMinute) * MINUTE < 3 * HOUR) ? (['too-short'] as const) : []),
  ]
}

/** Decent by both: the later opening, the earlier close, only days that both have. A day without overlap is closed. */
export function narrower(a: DecentHours, b: DecentHours): DecentHours {
  const weekdays: Partial<Record<Weekday, HoursOfDay>> = {}
  for (const day of WEEKDAYS) {
    const fromMinute = Math.max(a.weekdays[day]?.fromMinute ?? Infinity, b.weekdays[day]?.fromMinute ?? Infinity)
    const toMinute = Math.min(a.weekdays[day]?.toMinute ?? 0, b.weekdays[day]?.toMinute ?? 0)
    if (fromMinute < toMinute) weekdays[day] = { fromMinute, toMinute }
  }
  return { weekdays, closedOnHolidays: a.closedOnHolidays || b.closedOnHolidays }
}

/** The same hours on each of some days; `from` and `to` are full hours of the clock. */
export const hoursOn = (days: readonly Weekday[], from: number, to: number): DecentHours['weekdays'] =>
  Object.fromEntries(days.map((day) => [day, { fromMinute: from * 60, toMinute: to * 60 }]))

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const SEARCH_MS = 31 * DAY

function openHours(readingMs: number, { hours, holidays, avoidHolidays }: Place): HoursOfDay | undefined {
  const closable = holidays.size > 0 && (hours.closedOnHolidays || avoidHolidays === true)
  if (closable && holidays.has(dateOf(readingMs))) return undefined
  return hours.weekdays[isoWeekday(readingMs)]
}

/** Milliseconds past midnight on the clock's face. */
const faceMs = (readingMs: number): number => ((readingMs % DAY) + DAY) % DAY
