import { isNothing } from '../columns/nothing.ts'
import { isNear, isoDay } from '../moments/calendars.ts'
import type { LexedMoment } from '../moments/lexed.ts'
import type { ZoneClock } from '../moments/zones.ts'
import { place, readClock, readCombined, readDay } from './row-moment.ts'
import type { MomentReject, WallMoment } from './row-moment.ts'
import type { RowContext } from './row-context.ts'

export type RowMoment = {
  readonly date?: string
  readonly startLocal?: string
  readonly utc?: string
  readonly durationMin?: number | null
}

export type MomentRead = { readonly moment: RowMoment | MomentReject; readonly notes: readonly string[] }

const REMEMBERED = 20_000

/** Reads when the visits of one zone are and how long, and remembers: a book has few different days and hours. */
export class MomentReader {
  private readonly row: RowContext
  private readonly clock: ZoneClock | undefined
  private readonly known = new Map<string, MomentRead>()

  constructor(row: RowContext, clock: ZoneClock | undefined) {
    this.row = row
    this.clock = clock
  }

  read(cells: readonly string[]): MomentRead {
    const { row } = this
    const day = row.cell('start', cells) ?? row.cell('date', cells) ?? row.group.get('date') ?? ''
    const key = `${day}\u001f${row.cell('time', cells) ?? ''}\u001f${row.cell('end', cells) ?? ''}`
    const known = this.known.get(key)
    if (known) return known
    const notes: string[] = []
    const read = { moment: momentOfRow(row, cells, this.clock, notes), notes }
    // What depends on more than these cells is not to be remembered: a day that stands above a group of rows.
    if (this.known.size < REMEMBERED && !row.group.has('date')) this.known.set(Buffer.from(key).toString(), read)
    return read
  }
}

/** A reject when the day or the time is off its column's pattern. */
function momentOfRow(
  row: RowContext,
  cells: readonly string[],
  clock: ZoneClock | undefined,
  warnings: string[],
): RowMoment | MomentReject {
  const wall = wallOf(row, cells, warnings)
  if ('off' in wall) return wall
  if (wall.open || wall.day === undefined) return {}
  // A slip in the year, or a database's way to write none: nobody books so far ahead.
  if (!isNear(Number(wall.day.slice(0, 4)), row.plan.todayYear)) return { off: 'date.far', in: 'date' }
  if (wall.second === undefined) return { date: wall.day }
  const { warning, ...placed } = place({ ...wall, day: wall.day, second: wall.second }, clock)
  if (warning !== undefined) warnings.push(warning)
  if (wall.second === 0) warnings.push('time.midnight')
  return { ...placed, ...lengthOf(row, cells, wall, warnings) }
}

function lexed(
  row: RowContext,
  field: keyof RowContext['moments'],
  cells: readonly string[],
): LexedMoment | undefined | 'absent' | 'empty' {
  const cell = row.cell(field, cells)
  if (cell === undefined) return 'absent'
  return isNothing(cell) ? 'empty' : row.moments[field].memo.get(cell)
}

function wallOf(row: RowContext, cells: readonly string[], warnings: string[]): WallMoment | MomentReject {
  const { moments } = row.plan
  const start = lexed(row, 'start', cells)
  if (start !== 'absent' && start !== 'empty')
    return withWarning(readCombined(start, moments.start), moments.start.dateOnly, warnings)
  if (row.plan.dayOpen) return { open: true }
  const date = lexed(row, 'date', cells)
  const above = date === 'absent' || date === 'empty' ? row.group.get('date') : undefined
  const day = above === undefined ? date : row.moments.date.memo.get(above)
  if (day === 'absent' || day === 'empty') return { off: 'date.missing', in: 'date' }
  const read = readDay(day, moments.date)
  if ('off' in read) return read
  const time = lexed(row, 'time', cells)
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
  row: RowContext,
  cells: readonly string[],
  wall: WallMoment,
  warnings: string[],
): { durationMin?: number | null } {
  const start = wall.second ?? 0
  const end = wall.endSecond ?? endOf(row, cells, wall)
  if (end === undefined) return {}
  if (end <= start) {
    warnings.push('end.before_start')
    return row.cell('duration', cells) === undefined ? { durationMin: null } : {}
  }
  return { durationMin: Math.round((end - start) / 60) }
}

function endOf(row: RowContext, cells: readonly string[], wall: WallMoment): number | undefined {
  const moment = lexed(row, 'end', cells)
  if (typeof moment !== 'object') return undefined
  const format = row.plan.moments.end
  const clock = readClock(moment, format)
  if ('off' in clock || clock.second === undefined) return undefined
  if (!moment.date) return clock.second
  const day = readDay(moment, format)
  if ('off' in day || 'open' in day) return undefined
  const days = (Date.parse(isoDay(day)) - Date.parse(wall.day ?? '')) / 86_400_000
  return days === 0 || days === 1 ? clock.second + days * 86_400 : undefined
}

/** undefined without such a column, or where nothing proves how its dates are written. */
export function birthDateOf(row: RowContext, cells: readonly string[], warnings: string[]): string | null | undefined {
  const moment = lexed(row, 'birthDate', cells)
  if (moment === 'absent') return undefined
  if (moment === 'empty') return null
  const day = readDay(moment, row.plan.moments.birthDate)
  if ('open' in day) return undefined
  if (!('off' in day)) return isoDay(day)
  warnings.push('birth_date.unreadable')
  return undefined
}
