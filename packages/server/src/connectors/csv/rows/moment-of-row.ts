import { isNothing } from '../columns/nothing.ts'
import type { Field } from '../file-reading.ts'
import { isoDay } from '../moments/calendars.ts'
import type { LexedMoment } from '../moments/lexed.ts'
import type { ZoneClock } from '../moments/zones.ts'
import { place, readClock, readCombined, readDay } from './row-moment.ts'
import type { MomentReject, WallMoment } from './row-moment.ts'
import type { RowReader } from './row-reader.ts'

export type RowMoment = {
  readonly date?: string
  readonly startLocal?: string
  readonly utc?: string
  readonly durationMin?: number | null
  readonly birthDate?: string | null
}

/** When the visit is and how long, and the birth date; a reject when its day or time is off its column's pattern. */
export function momentOfRow(
  reader: RowReader,
  cells: readonly string[],
  clock: ZoneClock | undefined,
  warnings: string[],
): RowMoment | MomentReject {
  const wall = wallOf(reader, cells, warnings)
  if ('off' in wall) return wall
  const birth = birthDateOf(reader, cells, warnings)
  if (wall.open || wall.day === undefined) return birth
  if (wall.second === undefined) return { date: wall.day, ...birth }
  const { warning, ...placed } = place({ ...wall, day: wall.day, second: wall.second }, clock)
  if (warning !== undefined) warnings.push(warning)
  if (wall.second === 0) warnings.push('time.midnight')
  return { ...placed, ...lengthOf(reader, cells, wall, warnings), ...birth }
}

function lexed(
  reader: RowReader,
  field: keyof RowReader['profile']['moments'],
  cells: readonly string[],
): LexedMoment | undefined | 'absent' | 'empty' {
  const cell = reader.cell(field, cells)
  if (cell === undefined) return 'absent'
  return isNothing(cell) ? 'empty' : reader.profile.moments[field].memo.get(cell)
}

function wallOf(reader: RowReader, cells: readonly string[], warnings: string[]): WallMoment | MomentReject {
  const { moments } = reader.plan
  const start = lexed(reader, 'start', cells)
  if (start !== 'absent' && start !== 'empty')
    return withWarning(readCombined(start, moments.start), moments.start.dateOnly, warnings)
  const date = lexed(reader, 'date', cells)
  const above = date === 'absent' || date === 'empty' ? reader.group.get('date') : undefined
  const day = above === undefined ? date : reader.profile.moments.date.memo.get(above)
  if (day === 'absent' || day === 'empty') return { off: 'date.missing', in: 'date' }
  const read = readDay(day, moments.date)
  if ('off' in read) return read
  const time = lexed(reader, 'time', cells)
  if (time === 'absent') return 'open' in read ? { open: true } : readCombined(day, moments.date)
  if (time === 'empty' || moments.time.dateOnly) {
    if (!moments.time.dateOnly) warnings.push('time.missing')
    return 'open' in read ? { open: true } : { day: isoDay(read) }
  }
  const clock = time === undefined ? ({ off: 'time.off_pattern', in: 'time' } as const) : readClock(time, moments.time)
  if ('off' in clock) return clock
  return 'open' in read || clock.open ? { open: true } : { ...clock, day: isoDay(read) }
}

function withWarning(
  wall: WallMoment | MomentReject,
  dateOnly: boolean,
  warnings: string[],
): WallMoment | MomentReject {
  if (!('off' in wall) && !wall.open && wall.second === undefined && !dateOnly) warnings.push('time.missing')
  return wall
}

/** Length by the end of the visit; a column of lengths counts only where there is no end. */
function lengthOf(
  reader: RowReader,
  cells: readonly string[],
  wall: WallMoment,
  warnings: string[],
): { durationMin?: number | null } {
  const start = wall.second ?? 0
  const end = wall.endSecond ?? endOf(reader, cells, wall)
  if (end === undefined) return {}
  if (end <= start) {
    warnings.push('end.before_start')
    return reader.cell('duration', cells) === undefined ? { durationMin: null } : {}
  }
  return { durationMin: Math.round((end - start) / 60) }
}

function endOf(reader: RowReader, cells: readonly string[], wall: WallMoment): number | undefined {
  const moment = lexed(reader, 'end', cells)
  if (typeof moment !== 'object') return undefined
  const format = reader.plan.moments.end
  const clock = readClock(moment, format)
  if ('off' in clock || clock.second === undefined) return undefined
  if (!moment.date) return clock.second
  const day = readDay(moment, format)
  if ('off' in day || 'open' in day) return undefined
  const days = (Date.parse(isoDay(day)) - Date.parse(wall.day ?? '')) / 86_400_000
  return days === 0 || days === 1 ? clock.second + days * 86_400 : undefined
}

function birthDateOf(reader: RowReader, cells: readonly string[], warnings: string[]): { birthDate?: string | null } {
  const moment = lexed(reader, 'birthDate', cells)
  if (moment === 'absent') return {}
  if (moment === 'empty') return { birthDate: null }
  const day = readDay(moment, reader.plan.moments.birthDate)
  if ('open' in day) return {}
  if ('off' in day) {
    warnings.push('birth_date.unreadable' satisfies string)
    return {}
  }
  return { birthDate: isoDay(day) }
}

export type { Field }
