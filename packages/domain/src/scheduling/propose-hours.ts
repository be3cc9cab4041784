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
  const days = seen.map(({ dayNumber }) => dayNumber)
  return days.length === 0 ? 0 : Math.ceil((Math.max(...days) - Math.min(...days) + 1) / 7)
}

function spansOf(weekday: Weekday, seen: readonly Seen[], weeks: number): readonly ProposedSpan[] {
  const days = [...Map.groupBy(seen, ({ date }) => date).values()]
  if (days.length < 2) return []
  const starts = days.map((day) => Math.min(...day.map(({ from }) => from)))
  const ends = days.map((day) => Math.max(...day.map(({ to }) => to)))
  const fromMinute = Math.floor(vouched(starts.toSorted(ascending)) / QUARTER) * QUARTER
  const toMinute = Math.ceil(vouched(ends.toSorted(ascending).toReversed()) / QUARTER) * QUARTER
  const evidence = { confidence: confidence(days.length, weeks), dates: days.length, visits: seen.length }
  // Two dates that never overlap vouch for nothing.
  if (fromMinute >= toMinute) return []
  return withoutBreaks({ weekday, fromMinute, toMinute }, seen, days.length).map((span) => ({ ...span, ...evidence }))
}

/** The outermost edge that at least two dates, and a tenth of them, reach. */
const vouched = (fromOutside: readonly number[]): number =>
  fromOutside[Math.max(1, Math.ceil(fromOutside.length / 10) - 1)] ?? 0

function confidence(dates: number, weeks: number): ProposedSpan['confidence'] {
  if (dates >= 4 && dates >= weeks * 0.6) return 'high'
  return dates >= 3 && dates >= weeks * 0.3 ? 'medium' : 'low'
}

function withoutBreaks(span: WeeklySpan, seen: readonly Seen[], dates: number): readonly WeeklySpan[] {
  const quarters = (span.toMinute - span.fromMinute) / QUARTER
  const used = Array.from({ length: quarters }, (_, quarter) => {
    const from = span.fromMinute + quarter * QUARTER
    return seen.filter((visit) => visit.from < from + QUARTER && from < visit.to).length
  })
  const inUse = used.filter((count) => count > 0)
  const average = inUse.reduce((sum, count) => sum + count, 0) / inUse.length
  const wellUsed =
    dates >= BREAK_NEEDS.dates &&
    seen.length >= BREAK_NEEDS.visits &&
    average >= dates * BREAK_NEEDS.visitsAtOncePerDate
  return wellUsed ? splitAtGaps(span, used) : [span]
}

function splitAtGaps(span: WeeklySpan, used: readonly number[]): readonly WeeklySpan[] {
  const spans: WeeklySpan[] = []
  let fromMinute = span.fromMinute
  for (let quarter = 0; quarter < used.length; quarter += 1) {
    if (used[quarter] !== 0) continue
    const next = used.findIndex((count, index) => index > quarter && count > 0)
    const end = next < 0 ? used.length : next
    if ((end - quarter) * QUARTER >= BREAK_MIN) {
      spans.push({ ...span, fromMinute, toMinute: span.fromMinute + quarter * QUARTER })
      fromMinute = span.fromMinute + end * QUARTER
    }
    quarter = end
  }
  return [...spans, { ...span, fromMinute }].filter((part) => part.fromMinute < part.toMinute)
}

const ascending = (a: number, b: number): number => a - b
