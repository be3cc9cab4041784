import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dates, from, hoursIn, to, zones } from '../../test-support/schedule-arbitraries.ts'
import { DAY, formatInstant, MINUTE, parseInstant, shift } from '../shared/instant.ts'
import { isoWeekday, localDate, localMinuteOfDay, localMs } from '../shared/zoned.ts'
import { minuteOfDay, openIntervals, openTogether, type Hours, type Weekday } from './hours.ts'

const clinic = (over: Partial<Hours> = {}): Hours => ({
  zone: 'Europe/Madrid',
  weekly: [span(1, '09:00', '14:00'), span(2, '09:00', '14:00')],
  breaks: [],
  exceptions: [],
  ...over,
})
const span = (weekday: Weekday, start: string, end: string) => ({
  weekday,
  fromMinute: minuteOfDay(start),
  toMinute: minuteOfDay(end),
})
const told = (hours: Hours, first: string, last: string): string[] =>
  openIntervals(hours, parseInstant(first), parseInstant(last)).map(
    ({ startAt, endAt }) => `${formatInstant(startAt).slice(5, 16)}/${formatInstant(endAt).slice(5, 16)}`,
  )
const week = ['2026-10-19T00:00:00Z', '2026-10-26T00:00:00Z'] as const

describe('opening hours', () => {
  test('a week is open on its days, by the wall clock', () =>
    expect(told(clinic(), ...week)).toEqual(['10-19T07:00/10-19T12:00', '10-20T07:00/10-20T12:00']))

  test('after the clocks change, nine o’clock is another instant', () =>
    expect(told(clinic(), '2026-10-26T00:00:00Z', '2026-10-27T00:00:00Z')).toEqual(['10-26T08:00/10-26T13:00']))

  test('a break divides the day', () =>
    expect(told(clinic({ breaks: [span(1, '11:00', '11:30')] }), ...week)).toEqual([
      '10-19T07:00/10-19T09:00',
      '10-19T09:30/10-19T12:00',
      '10-20T07:00/10-20T12:00',
    ]))

  test('an exception replaces the day and its break', () => {
    const open = [{ fromMinute: minuteOfDay('10:00'), toMinute: minuteOfDay('12:00') }]
    const hours = clinic({ breaks: [span(1, '11:00', '11:30')], exceptions: [{ date: '2026-10-19', open }] })
    expect(told(hours, ...week)).toEqual(['10-19T08:00/10-19T10:00', '10-20T07:00/10-20T12:00'])
  })

  test('an exception opens a day that is closed otherwise', () => {
    const open = [{ fromMinute: 600, toMinute: 660 }]
    expect(told(clinic({ exceptions: [{ date: '2026-10-24', open }] }), ...week)).toContain('10-24T08:00/10-24T09:00')
  })

  test('an exception without hours closes the day', () =>
    expect(told(clinic({ exceptions: [{ date: '2026-10-19', open: [] }] }), ...week)).toEqual([
      '10-20T07:00/10-20T12:00',
    ]))

  test('only the part between the two instants counts', () =>
    expect(told(clinic(), '2026-10-19T08:00:00Z', '2026-10-20T08:00:00Z')).toEqual([
      '10-19T08:00/10-19T12:00',
      '10-20T07:00/10-20T08:00',
    ]))

  test('a day that is open around the clock has 25 hours when clocks go back', () => {
    const allDay = clinic({ weekly: [span(7, '00:00', '24:00')] })
    expect(told(allDay, '2026-10-24T00:00:00Z', '2026-10-27T00:00:00Z')).toEqual(['10-24T22:00/10-25T23:00'])
  })

  test('a shift in the hour that clocks skip is not worked', () => {
    const early = clinic({ weekly: [span(7, '02:00', '02:45')] })
    expect(told(early, '2026-03-28T00:00:00Z', '2026-03-31T00:00:00Z')).toEqual([])
  })

  test('a shift that begins in the hour that clocks skip begins at the jump', () => {
    const early = clinic({ weekly: [span(7, '02:30', '04:00')] })
    expect(told(early, '2026-03-28T00:00:00Z', '2026-03-31T00:00:00Z')).toEqual(['03-29T01:00/03-29T02:00'])
  })

  test('site and practitioner are open together where both are', () => {
    const practitioner = clinic({ weekly: [span(1, '13:00', '18:00'), span(3, '09:00', '14:00')] })
    const open = openTogether([clinic(), practitioner], [], parseInstant(week[0]), parseInstant(week[1]))
    expect(open.map(({ startAt }) => formatInstant(startAt))).toEqual(['2026-10-19T11:00:00.000Z'])
  })

  test('a holiday of the site closes its day', () => {
    const open = openTogether([clinic()], ['2026-10-19'], parseInstant(week[0]), parseInstant(week[1]))
    expect(open.map(({ startAt }) => formatInstant(startAt))).toEqual(['2026-10-20T07:00:00.000Z'])
  })

  test('nobody’s hours are no hours', () => expect(openTogether([], [], from, to)).toEqual([]))

  test('times of day are read as minutes', () => {
    expect(['00:00', '08:30', '23:59', '24:00'].map(minuteOfDay)).toEqual([0, 510, 1439, 1440])
  })

  test.each(['8:30', '24:01', '08:60', '25:00', '', '08:30:00', 'x08:30'])('%j is no time of day', (text) =>
    expect(() => minuteOfDay(text)).toThrow('not a wall time of day like 08:30'),
  )
})

/** Quarter of an hour by quarter of an hour, straight from the wall clock: what `openIntervals` must agree with. */
function isOpen(hours: Hours, at: typeof from): boolean {
  const date = localDate(at, hours.zone)
  const minute = localMinuteOfDay(at, hours.zone)
  const inside = (spans: readonly { fromMinute: number; toMinute: number }[]) =>
    spans.some(({ fromMinute, toMinute }) => fromMinute <= minute && minute < toMinute)
  const exception = hours.exceptions.find((other) => other.date === date)
  if (exception) return inside(exception.open)
  const today = isoWeekday(localMs(at, hours.zone))
  const on = <T extends { weekday: Weekday }>(spans: readonly T[]) => spans.filter(({ weekday }) => weekday === today)
  return inside(on(hours.weekly)) && !inside(on(hours.breaks))
}

describe('laws of opening hours', () => {
  const quarters = fc.integer({ min: 0, max: (12 * DAY) / (15 * MINUTE) - 1 }).map((n) => shift(from, n * 15 * MINUTE))

  test('open is what the wall clock says, except in the hour that clocks show twice', () =>
    fc.assert(
      fc.property(zones.chain(hoursIn), quarters, (hours, at) => {
        fc.pre(!nearChange(hours.zone, at))
        const open = openIntervals(hours, from, to).some(({ startAt, endAt }) => startAt <= at && at < endAt)
        expect(open).toBe(isOpen(hours, at))
      }),
      { numRuns: 2000 },
    ))

  test('a holiday has no open minute', () =>
    fc.assert(
      fc.property(zones.chain(hoursIn), dates, (hours, date) => {
        const open = openTogether([hours], [date], from, to)
        expect(open.filter(({ startAt }) => localDate(startAt, hours.zone) === date)).toEqual([])
      }),
    ))
})

/** Within an hour of a change of clocks the same wall time may be open once and closed once. */
const nearChange = (zone: string, at: typeof from): boolean =>
  localMs(shift(at, -65 * MINUTE), zone) - localMs(shift(at, 65 * MINUTE), zone) !== -130 * MINUTE
