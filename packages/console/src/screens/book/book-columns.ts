import type { Book, BookAppointment, BookPractitioner } from '@recado/contracts/book'
import type { BookRange } from './book-search.ts'
import { addDays, isoWeekday, minuteOf } from '../../time/zoned.ts'

export type Span = { readonly start: number; readonly end: number }

/** One column of the book: a practitioner on one day. Minutes count from midnight at the site. */
export type Column = {
  readonly key: string
  readonly practitioner: BookPractitioner
  readonly date: string
  readonly zone: string
  readonly site: string
  readonly open: readonly Span[]
  /** Known by day only. */
  readonly untimed: readonly BookAppointment[]
  readonly timed: readonly BookAppointment[]
}

export function columnsOf(book: Book, range: BookRange, who: string | undefined): Column[] {
  if (range.view === 'day') {
    return book.practitioners.filter(works(range.date)).map((practitioner) => columnOf(book, practitioner, range.date))
  }
  const practitioner = book.practitioners.find(({ id }) => id === who) ?? book.practitioners[0]
  if (!practitioner) return []
  return daysOf(range)
    .filter((date) => isoWeekday(date) <= 5 || works(date)(practitioner))
    .map((date) => columnOf(book, practitioner, date))
}

const works = (date: string) => (practitioner: BookPractitioner): boolean =>
  practitioner.hours.some((hours) => hours.date === date) ||
  practitioner.appointments.some((appointment) => appointment.date === date) // prettier-ignore

function daysOf({ from, to }: BookRange): string[] {
  const days: string[] = []
  for (let date = from; date < to; date = addDays(date, 1)) days.push(date)
  return days
}

function columnOf(book: Book, practitioner: BookPractitioner, date: string): Column {
  const visits = practitioner.appointments.filter((appointment) => appointment.date === date)
  const siteId = visits[0]?.siteId ?? practitioner.siteIds[0]
  const site = book.sites.find(({ id }) => id === siteId) ?? book.sites[0]
  return {
    key: `${practitioner.id ?? 'nobody'} ${date}`,
    practitioner,
    date,
    zone: site?.zone ?? 'UTC',
    site: site?.name ?? '',
    open: practitioner.hours
      .filter((hours) => hours.date === date)
      .map(({ start, end }) => ({ start: minuteOf(start), end: minuteOf(end) })),
    untimed: visits.filter(({ startLocal }) => startLocal === undefined),
    timed: visits.filter(({ startLocal }) => startLocal !== undefined),
  }
}

const DEFAULT_MINUTES = 30

export function spanOf({ startLocal = '00:00', durationMin = DEFAULT_MINUTES }: BookAppointment): Span {
  const start = minuteOf(startLocal)
  return { start, end: Math.max(start + durationMin, start + 5) }
}

/** The hours to draw: everything that is open or booked, in whole hours, an ordinary day when there is nothing. */
export function visibleSpan(columns: readonly Column[]): Span {
  const spans = columns.flatMap((column) => [...column.open, ...column.timed.map(spanOf)])
  if (spans.length === 0) return { start: 8 * 60, end: 18 * 60 }
  const start = Math.floor(Math.min(...spans.map((span) => span.start)) / 60) * 60
  const end = Math.min(24 * 60, Math.ceil(Math.max(...spans.map((span) => span.end)) / 60) * 60)
  return { start, end }
}
