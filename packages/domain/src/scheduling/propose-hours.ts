import { DAY, MINUTE, type Instant } from '../shared/instant.ts'
import { dateOf, isoWeekday, localMs } from '../shared/zoned.ts'
import type { Weekday, WeeklySpan } from './hours.ts'

/** A visit of one practitioner at one site, past or ahead; cancelled ones say when it was meant to be too. */
export type SeenVisit = { readonly startAt: Instant; readonly durationMin?: number }

export type ProposedSpan = WeeklySpan & {
  /** high: seen on most such days of at least four weeks; medium: on several; low: seen twice, may be an exception. */
  readonly confidence: 'high' | 'medium' | 'low'
  /** The evidence: on how many different dates, and how many visits. */
  readonly dates: number
  readonly visits: number
}

/** Opening times are told in quarters of an hour. */
const QUARTER = 15
const USUAL_MIN = 30
/**
 * A break is proposed when nobody was ever seen for so long in the middle of days that are otherwise well used. A book with
 * less in it has gaps by chance, and a wrong break hides free time.
 */
const BREAK_MIN = 45
const BREAK_NEEDS = { dates: 4, visits: 20, visitsAtOncePerDate: 0.3 }

/**
 * Weekly hours as the appointment book shows them, for staff to accept or correct; until then nobody is offered a time
 * from them. One early or late day is taken for an exception: an edge of the day needs a second date to vouch for it.
 */
export function proposeHours(visits: readonly SeenVisit[], zone: string): readonly ProposedSpan[] {
  const seen = visits.map((visit) => toSeen(visit, zone))
  const weeks = weeksSeen(seen)
  return ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((weekday) =>
    spansOf(
      weekday,
      seen.filter((visit) => visit.weekday === weekday),
      weeks,
    ),
  )
}

type Seen = {
  readonly date: string
  readonly dayNumber: number
  readonly weekday: Weekday
  readonly from: number
  readonly to: number
}

function toSeen({ startAt, durationMin = USUAL_MIN }: SeenVisit, zone: string): Seen {
  const reading = localMs(startAt, zone)
  const dayNumber = Math.floor(reading / DAY)
  const from = Math.floor((reading - dayNumber * DAY) / MINUTE)
  return {
    date: dateOf(reading),
    dayNumber,
    weekday: isoWeekday(reading),
    from,
    to: Math.min(from + durationMin, 24 * 60),
  }
}

/** How many weeks the book spans: a weekday could have been seen so often. */
function weeksSeen(seen: readonly Seen[]): number {
  const first = seen.reduce((least, { dayNumber }) => Math.min(least, dayNumber), Infinity)
  const last = seen.reduce((most, { dayNumber }) => Math.max(most, dayNumber), -Infinity)
  return Math.ceil((last - first + 1) / 7)
}

function spansOf(weekday: Weekday, seen: readonly Seen[], weeks: number): readonly ProposedSpan[] {
  const days = [...Map.groupBy(seen, ({ date }) => date).values()]
  const starts = days.map((day) => Math.min(...day.map(({ from }) => from)))
  const ends = days.map((day) => Math.max(...day.map(({ to }) => to)))
  const fromMinute = Math.floor(vouched(starts.toSorted(ascending)) / QUARTER) * QUARTER
  const toMinute = Math.ceil(vouched(ends.toSorted(ascending).toReversed()) / QUARTER) * QUARTER
  // One date, or two that never overlap, vouch for nothing.
  if (fromMinute >= toMinute) return []
  const evidence = { confidence: confidence(days.length, weeks), dates: days.length, visits: seen.length }
  return withoutBreaks({ weekday, fromMinute, toMinute }, seen, days.length).map((span) => ({ ...span, ...evidence }))
}

/** The outermost edge that at least two dates, and a tenth of them, reach; midnight when there is none. */
const vouched = (fromOutside: readonly number[]): number =>
  fromOutside[Math.max(1, Math.ceil(fromOutside.length / 10) - 1)] ?? 0

function confidence(dates: number, weeks: number): ProposedSpan['confidence'] {
  if (dates >= 4 && dates >= weeks * 0.6) return 'high'
  return dates >= 3 && dates >= weeks * 0.3 ? 'medium' : 'low'
}

function withoutBreaks(span: WeeklySpan, seen: readonly Seen[], dates: number): readonly WeeklySpan[] {
  const used = quartersUsed(span, seen)
  const average = [...used.values()].reduce((sum, visits) => sum + visits, 0) / used.size
  const wellUsed =
    dates >= BREAK_NEEDS.dates &&
    seen.length >= BREAK_NEEDS.visits &&
    average >= dates * BREAK_NEEDS.visitsAtOncePerDate
  return wellUsed ? splitAtGaps(span, [...used.keys()].toSorted(ascending)) : [span]
}

/** For each quarter of an hour of the day in which somebody was seen: how many visits, over all dates. */
function quartersUsed({ fromMinute, toMinute }: WeeklySpan, seen: readonly Seen[]): ReadonlyMap<number, number> {
  const used = new Map<number, number>()
  for (const { from, to } of seen) {
    const end = Math.min(to, toMinute)
    for (let quarter = Math.floor(Math.max(from, fromMinute) / QUARTER); quarter * QUARTER < end; quarter += 1) {
      used.set(quarter, (used.get(quarter) ?? 0) + 1)
    }
  }
  return used
}

/** The quarters at both ends of the span are in use: an edge is the edge of a visit. */
function splitAtGaps(span: WeeklySpan, used: readonly number[]): readonly WeeklySpan[] {
  const spans: WeeklySpan[] = []
  let { fromMinute } = span
  let seenUntil = fromMinute
  for (const quarter of used) {
    const start = quarter * QUARTER
    if (start - seenUntil >= BREAK_MIN) {
      spans.push({ ...span, fromMinute, toMinute: seenUntil })
      fromMinute = start
    }
    seenUntil = start + QUARTER
  }
  return [...spans, { ...span, fromMinute }]
}

const ascending = (a: number, b: number): number => a - b
