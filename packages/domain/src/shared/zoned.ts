import { DAY, MINUTE, instant, type Instant } from './instant.ts'
import { stretchAt } from './zone-offsets.ts'

/** Which instant a wall time means that clocks skip or show twice; as in Temporal, `compatible` is what people mean. */
export type Disambiguation = 'compatible' | 'earlier' | 'later' | 'reject'
/** `gap`: clocks skipped this wall time; `overlap`: they showed it twice. */
export type WallTimeResult = { readonly at: Instant; readonly note?: 'gap' | 'overlap' }

/**
 * The instant of a wall time, `YYYY-MM-DDTHH:mm`, in an IANA zone.
 * @throws RangeError when the text is no wall time, the zone is unknown, or `reject` meets a gap or an overlap.
 */
export function wallTimeToInstant(
  local: string,
  zone: string,
  disambiguation: Disambiguation = 'compatible',
): WallTimeResult {
  const wallMs = parseWallTime(local)
  const near = stretchAt(zone, wallMs)
  // No zone is more than 26 hours from UTC: deep inside a stretch there is one answer.
  if (wallMs - near.startMs > 2 * DAY && near.endMs - wallMs > 2 * DAY) return { at: instant(wallMs - near.offsetMs) }
  return resolveNearChange(wallMs, zone, disambiguation)
}

/** What clocks in the zone show, `YYYY-MM-DDTHH:mm`; seconds are cut off. */
export const instantToWallTime = (at: Instant, zone: string): string =>
  new Date(localMs(at, zone)).toISOString().slice(0, -8)

/** The zone's calendar date, `YYYY-MM-DD`. */
export const localDate = (at: Instant, zone: string): string => dateOf(localMs(at, zone))

/** Minutes past local midnight on the clock's face; 21:30 is 1290. */
export const localMinuteOfDay = (at: Instant, zone: string): number =>
  Math.floor(modulo(localMs(at, zone), DAY) / MINUTE)

/** The wall clock's reading as if the zone were UTC, in milliseconds: for arithmetic on dates and minutes. */
export const localMs = (at: Instant, zone: string): number => at + stretchAt(zone, at).offsetMs

/**
 * The first instant from `from` on at which clocks show `minute` (of the day, 0 to 1440), or jump over it.
 * A minute that clocks show twice counts twice.
 */
export function nextLocalMinute(from: Instant, zone: string, minute: number): Instant {
  let stretch = stretchAt(zone, from)
  let startMs: number = from
  for (;;) {
    const faceMs = startMs + stretch.offsetMs
    const targetMs = faceMs + modulo(minute * MINUTE - faceMs, DAY)
    if (targetMs - stretch.offsetMs < stretch.endMs) return instant(targetMs - stretch.offsetMs)
    const next = stretchAt(zone, stretch.endMs)
    if (targetMs <= next.startMs + next.offsetMs) return instant(next.startMs)
    startMs = next.startMs
    stretch = next
  }
}

/** The last instant up to `from` at which clocks show `minute` (of the day, 0 to 1440) sharp, or jumped over it. */
export function previousLocalMinute(from: Instant, zone: string, minute: number): Instant {
  let stretch = stretchAt(zone, from)
  let lastMs: number = from
  for (;;) {
    const faceMs = lastMs + stretch.offsetMs
    const targetMs = faceMs - modulo(faceMs - minute * MINUTE, DAY)
    if (targetMs - stretch.offsetMs >= stretch.startMs) return instant(targetMs - stretch.offsetMs)
    const previous = stretchAt(zone, stretch.startMs - 1)
    if (targetMs >= previous.endMs + previous.offsetMs) return instant(stretch.startMs)
    lastMs = previous.endMs - 1
    stretch = previous
  }
}

/** The first instant of a date, `YYYY-MM-DD`: 01:00 where clocks go forward at midnight. @throws RangeError as above. */
export function startOfDay(date: string, zone: string): Instant {
  const midnightMs = parseWallTime(`${date}T00:00`)
  const { at, note } = resolveNearChange(midnightMs, zone, 'earlier')
  return note === 'gap' ? instant(stretchAt(zone, at).endMs) : at
}

/** Calendar arithmetic on `YYYY-MM-DD`; no zone is involved. @throws RangeError when the text is no date. */
export const addDays = (date: string, days: number): string => dateOf(parseWallTime(`${date}T00:00`) + days * DAY)

/** ISO weekday of a reading of localMs(): 1 is Monday, 7 is Sunday. */
export const isoWeekday = (readingMs: number): 1 | 2 | 3 | 4 | 5 | 6 | 7 =>
  (modulo(Math.floor(readingMs / DAY) + 3, 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7

/** The date of a reading of localMs(). */
export function dateOf(readingMs: number): string {
  const day = Math.floor(readingMs / DAY)
  const known = dates.get(day)
  if (known !== undefined) return known
  if (dates.size >= MAX_DATES) dates.clear()
  const date = new Date(readingMs).toISOString().slice(0, -14)
  dates.set(day, date)
  return date
}

// A book has thousands of visits on a few hundred days; printing a date costs ten times as much as finding it.
const MAX_DATES = 10_000
const dates = new Map<number, string>()

function resolveNearChange(wallMs: number, zone: string, disambiguation: Disambiguation): WallTimeResult {
  const found: number[] = []
  let before = stretchAt(zone, wallMs - 2 * DAY)
  for (let stretch = before; stretch.startMs <= wallMs + 2 * DAY; stretch = stretchAt(zone, stretch.endMs)) {
    const candidateMs = wallMs - stretch.offsetMs
    if (candidateMs >= stretch.startMs && candidateMs < stretch.endMs) found.push(candidateMs)
    if (candidateMs >= stretch.endMs) before = stretch // the clocks of this stretch ended before that reading
  }
  const [first, second] = found
  if (first !== undefined && second === undefined) return { at: instant(first) }
  if (disambiguation === 'reject') throw new RangeError('clocks skip this wall time or show it twice')
  if (first !== undefined && second !== undefined) {
    return { at: instant(disambiguation === 'later' ? second : first), note: 'overlap' }
  }
  // Read with the other side's offset, a skipped 02:30 is 01:30 (earlier) or 03:30 (later), as in Temporal.
  const clock = disambiguation === 'earlier' ? stretchAt(zone, before.endMs) : before
  return { at: instant(wallMs - clock.offsetMs), note: 'gap' }
}

const WALL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/

function parseWallTime(local: string): number {
  const year = Number(local.slice(0, 4))
  const month = Number(local.slice(5, 7))
  const day = Number(local.slice(8, 10))
  const hour = Number(local.slice(11, 13))
  const minute = Number(local.slice(14, 16))
  const wallMs = Date.UTC(year, month - 1, day, hour, minute)
  const read = new Date(wallMs)
  const exists = read.getUTCFullYear() === year && read.getUTCDate() === day // what is too much rolls over
  if (!exists || minute > 59 || !WALL_TIME.test(local)) throw new RangeError('not a wall time like 2026-03-29T02:30')
  return wallMs
}

const modulo = (value: number, by: number): number => ((value % by) + by) % by
