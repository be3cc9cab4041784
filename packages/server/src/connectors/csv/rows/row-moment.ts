import { isOnWeekday, isoDay } from '../moments/calendars.ts'
import type { PlainDay } from '../moments/calendars.ts'
import type { LexedMoment } from '../moments/lexed.ts'
import { readTime } from '../moments/time-proof.ts'
import { offsetsOf } from '../moments/zones.ts'
import type { ZoneClock } from '../moments/zones.ts'
import type { MomentFormat } from '../plan.ts'

/** Day and time as the row tells them, before any zone. */
export type WallMoment = {
  readonly day?: string
  readonly second?: number
  readonly endSecond?: number
  readonly offsetMin?: number
  readonly abbreviation?: string
  readonly open?: true
}
export type MomentReject = { readonly off: string; readonly in: 'date' | 'time' }

export function readDay(
  moment: LexedMoment | undefined,
  format: MomentFormat,
): PlainDay | { open: true } | MomentReject {
  if (!moment?.date || !format.readDay) return { off: 'date.off_pattern', in: 'date' }
  const day = format.readDay(moment.date)
  if ('off' in day) return { off: day.off, in: 'date' }
  const isOther = moment.weekdays !== undefined && 'year' in day && !isOnWeekday(day, moment.weekdays)
  return isOther ? { off: 'date.weekday', in: 'date' } : day
}

/** A cell that holds date and time, or date alone. */
export function readCombined(moment: LexedMoment | undefined, format: MomentFormat): WallMoment | MomentReject {
  const day = readDay(moment, format)
  if ('off' in day) return day
  const time = moment?.time && !format.dateOnly ? readClock(moment, format) : {}
  if ('off' in time) return time
  return 'open' in day || 'open' in time ? { open: true } : { day: isoDay(day), ...time }
}

/** The time of day of a cell; `open` while the clock is a question. */
export function readClock(moment: LexedMoment, format: MomentFormat): WallMoment | MomentReject {
  if (!moment.time) return { off: 'time.off_pattern', in: 'time' }
  const second = readTime(moment.time, format.time)
  if (second === undefined) return { off: 'time.off_pattern', in: 'time' }
  const end = moment.endTime && readTime(moment.endTime, format.time)
  if (second === 'open' || (moment.offsetMin === 0 && format.utc === 'open')) return { open: true }
  const hasOffset = moment.offsetMin !== undefined && !(moment.offsetMin === 0 && format.utc === 'wall')
  return {
    second,
    ...(typeof end === 'number' ? { endSecond: end } : {}),
    ...(hasOffset ? { offsetMin: moment.offsetMin } : {}),
    ...(moment.abbreviation === undefined ? {} : { abbreviation: moment.abbreviation }),
  }
}

export type PlacedMoment = {
  readonly startLocal: string
  readonly date: string
  readonly utc?: string
  readonly warning?: string
}

/** Puts a wall time into its zone, or an instant onto the clinic's wall. */
export function place(
  wall: WallMoment & { readonly day: string; readonly second: number },
  clock: ZoneClock | undefined,
): PlacedMoment {
  const offset = wall.offsetMin ?? sureOffset(wall, clock)
  if (offset !== undefined) return placeInstant(wall, offset, clock, wall.offsetMin === undefined)
  if (!clock) return { date: wall.day, startLocal: local(wall.day, wall.second) }
  const { utcMs, shiftSec, note } = clock.instantOf(wall.day, wall.second)
  const doubt = wall.abbreviation !== undefined && !names(wall, clock, wall.abbreviation) ? 'tz.ambiguous' : note
  const placed = { date: wall.day, startLocal: local(wall.day, wall.second + shiftSec), utc: instantText(utcMs) }
  return doubt === undefined ? placed : { ...placed, warning: doubt }
}

function placeInstant(
  wall: { day: string; second: number },
  offsetMin: number,
  clock: ZoneClock | undefined,
  converted: boolean,
): PlacedMoment {
  const utcMs = Date.parse(`${wall.day}T00:00:00Z`) + wall.second * 1000 - offsetMin * 60_000
  const localMs = clock ? utcMs + clock.offsetAt(utcMs) * 1000 : utcMs + offsetMin * 60_000
  const startLocal = new Date(localMs).toISOString().slice(0, 19)
  return {
    date: startLocal.slice(0, 10),
    startLocal,
    utc: instantText(utcMs),
    ...(converted ? { warning: 'tz.converted' } : {}),
  }
}

/** EDT means one offset and is taken at its word; CST means three, and EST is written all year by people in New York. */
function sureOffset(
  wall: WallMoment & { readonly day: string; readonly second: number },
  clock: ZoneClock | undefined,
): number | undefined {
  if (wall.abbreviation === undefined) return undefined
  const offsets = offsetsOf(wall.abbreviation)
  const [only] = offsets ?? []
  if (only === undefined || offsets?.length !== 1) return undefined
  if (!clock) return only
  return clock.offsetsAround(wall.day).has(only * 60) ? undefined : only
}

/** Whether the abbreviation is one that the clinic's own zone has that day. */
function names(wall: { day: string; second: number }, clock: ZoneClock, abbreviation: string): boolean {
  const offsets = offsetsOf(abbreviation)
  if (!offsets) return /^[ECMP]T$/.test(abbreviation)
  const { utcMs } = clock.instantOf(wall.day, wall.second)
  return offsets.includes(clock.offsetAt(utcMs) / 60)
}

const local = (day: string, second: number): string =>
  second < 86_400
    ? `${day}T${clockText(second)}`
    : new Date(Date.parse(`${day}T00:00:00Z`) + second * 1000).toISOString().slice(0, 19)

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))

const clockText = (second: number): string =>
  `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`

/** ISO 8601 in seconds: no book counts less. */
const instantText = (utcMs: number): string => `${new Date(utcMs).toISOString().slice(0, 19)}Z`
