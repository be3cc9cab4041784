import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE, shift } from '../shared/instant.ts'
import { wallTimeToInstant } from '../shared/zoned.ts'
import { proposeHours, type SeenVisit } from './propose-hours.ts'

const zone = 'Europe/Madrid'
const visit = (date: string, time: string, durationMin?: number): SeenVisit => ({
  startAt: wallTimeToInstant(`${date}T${time}`, zone).at,
  ...(durationMin === undefined ? {} : { durationMin }),
})
const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const told = (visits: readonly SeenVisit[]): string[] =>
  proposeHours(visits, zone).map(
    ({ weekday, fromMinute, toMinute, confidence, dates, visits: seen }) =>
      `${weekday} ${clock(fromMinute)}-${clock(toMinute)} ${confidence} ${dates}/${seen}`,
  )
// Mondays around the change of clocks on 25 October 2026.
const mondays = ['2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26', '2026-11-02']
const every = (dates: readonly string[], times: readonly string[], durationMin = 30): SeenVisit[] =>
  dates.flatMap((date) => times.map((time) => visit(date, time, durationMin)))

describe('hours read from the book', () => {
  test('an empty book proposes nothing', () => expect(told([])).toEqual([]))

  test('one date is no pattern', () => expect(told(every(['2026-10-05'], ['09:00', '09:30']))).toEqual([]))

  test('five Mondays from nine to noon are proposed by the wall clock, across the change of clocks', () =>
    expect(told(every(mondays, ['09:00', '10:00', '11:30']))).toEqual(['1 09:00-12:00 high 5/15']))

  test('edges are widened to the quarter of an hour', () =>
    expect(told(every(mondays, ['09:10', '11:25']))).toEqual(['1 09:00-12:00 high 5/10']))

  test('edges on the quarter stay', () =>
    expect(told(every(mondays, ['09:15', '11:15']))).toEqual(['1 09:15-11:45 high 5/10']))

  test('one early and one late day are exceptions, not hours', () => {
    const odd = [visit('2026-10-12', '06:00', 30), visit('2026-10-19', '20:00', 30)]
    expect(told([...every(mondays, ['09:00', '11:30']), ...odd])).toEqual(['1 09:00-12:00 high 5/12'])
  })

  test('an edge that two dates vouch for counts', () => {
    const early = [visit('2026-10-12', '08:00', 30), visit('2026-10-19', '08:00', 30)]
    expect(told([...every(mondays, ['09:00', '11:30']), ...early])).toEqual(['1 08:00-12:00 high 5/12'])
  })

  test('with many dates an edge needs a tenth of them', () => {
    const first = visit('2026-01-05', '09:00').startAt
    const daily = Array.from({ length: 30 }, (_, week) => ({ startAt: shift(first, week * 7 * DAY), durationMin: 180 }))
    const early = daily.map(({ startAt }) => ({ startAt: shift(startAt, -HOUR), durationMin: 30 }))
    const opensAt = (earlyDates: number) =>
      proposeHours([...daily, ...early.slice(0, earlyDates)], 'Etc/GMT-1')[0]?.fromMinute
    expect([opensAt(2), opensAt(3)]).toEqual([9 * 60, 8 * 60])
  })

  test('a visit without a duration lasts half an hour', () =>
    expect(told(mondays.map((date) => visit(date, '09:00')))).toEqual(['1 09:00-09:30 high 5/5']))

  test('a visit past midnight ends with the day', () =>
    expect(told(mondays.map((date) => visit(date, '23:30', 90)))).toEqual(['1 23:30-24:00 high 5/5']))

  test('a lunch hour that nobody was ever seen in is left out', () =>
    expect(told(every(mondays, ['09:00', '10:00', '11:00', '13:00', '14:00'], 60))).toEqual([
      '1 09:00-12:00 high 5/25',
      '1 13:00-15:00 high 5/25',
    ]))

  test('a gap of forty-five minutes is a break, one of half an hour is not', () => {
    const quarters = (hour: string) => ['00', '15', '30', '45'].map((minute) => `${hour}:${minute}`)
    const morning = quarters('09')
    expect(told(every(mondays, [...morning, '10:45', '11:00'], 15))).toEqual([
      '1 09:00-10:00 high 5/30',
      '1 10:45-11:15 high 5/30',
    ])
    expect(told(every(mondays, [...morning, '10:30', '10:45'], 15))).toEqual(['1 09:00-11:00 high 5/30'])
  })

  test('a day may have two breaks', () =>
    expect(told(every(mondays, ['09:00', '09:30', '11:00', '13:00'], 30))).toEqual([
      '1 09:00-10:00 high 5/20',
      '1 11:00-11:30 high 5/20',
      '1 13:00-13:30 high 5/20',
    ]))

  test('gaps between few dates are chance, not breaks', () => {
    const times = ['09:00', '09:30', '10:00', '10:30', '13:00', '13:30', '14:00']
    expect(told(every(mondays.slice(0, 3), times))).toEqual(['1 09:00-14:30 medium 3/21'])
    expect(told(every(mondays.slice(0, 4), times))).toHaveLength(2)
  })

  test('gaps between few visits are chance, not breaks', () =>
    expect(told(every(mondays.slice(0, 4), ['09:00', '10:30', '12:00', '13:30'], 30))).toEqual([
      '1 09:00-14:00 high 4/16',
    ]))

  test('gaps in a book in which no two dates are alike are chance, not breaks', () => {
    const dates = ['2026-09-28', ...mondays, '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30']
    const edges = every(dates.slice(0, 2), ['08:00', '19:45'], 15)
    const scattered = dates.flatMap((date, n) =>
      every([date], [`${String(9 + n)}:00`.padStart(5, '0'), `${String(18 - n)}:15`.padStart(5, '0')], 15),
    )
    expect(told([...edges, ...scattered])).toEqual(['1 08:00-20:00 high 10/24'])
  })

  test('seen on three of ten weeks is medium, on two is low', () => {
    const tenWeeks = [visit('2026-08-31', '09:00'), visit('2026-09-01', '09:00'), visit('2026-09-08', '09:00')]
    const monday = ['2026-08-31', '2026-09-21', '2026-11-02'].map((date) => visit(date, '09:00'))
    expect(told([...monday, ...tenWeeks.slice(1)])).toEqual(['1 09:00-09:30 medium 3/3', '2 09:00-09:30 low 2/2'])
  })

  test('seen on three of eleven weeks is low', () => {
    const monday = ['2026-08-31', '2026-09-21', '2026-11-09'].map((date) => visit(date, '09:00'))
    expect(told(monday)).toEqual(['1 09:00-09:30 low 3/3'])
  })

  test('seen on four of seven weeks is medium, of six high', () => {
    const [first, ...rest] = ['2026-09-28', '2026-10-05', '2026-10-12'].map((date) => visit(date, '09:00'))
    expect(told([first ?? visit('2026-09-28', '09:00'), ...rest, visit('2026-11-09', '09:00')])).toEqual([
      '1 09:00-09:30 medium 4/4',
    ])
    expect(told([first ?? visit('2026-09-28', '09:00'), ...rest, visit('2026-11-02', '09:00')])).toEqual([
      '1 09:00-09:30 high 4/4',
    ])
  })

  test('seen on both of two weeks is still low', () =>
    expect(told(every(mondays.slice(0, 2), ['09:00']))).toEqual(['1 09:00-09:30 low 2/2']))

  test('seen on six of ten weeks is high', () => {
    const seen = ['2026-09-07', '2026-09-14', '2026-09-21', '2026-09-28', '2026-10-05', '2026-11-09']
    expect(told(every(seen, ['09:00']))).toEqual(['1 09:00-09:30 high 6/6'])
  })

  test('a long afternoon without anybody, between well used hours, is a break', () =>
    expect(told(every(mondays.slice(0, 4), ['08:00', '08:15', '08:30', '17:30', '17:45'], 15))).toEqual([
      '1 08:00-08:45 high 4/20',
      '1 17:30-18:00 high 4/20',
    ]))

  test('one early visit and its gap say nothing about a break', () => {
    const odd = [visit('2026-10-12', '06:00', 15)]
    expect(told([...every(mondays, ['09:00', '09:30', '10:00', '10:30']), ...odd])).toEqual(['1 09:00-11:00 high 5/21'])
  })

  test('each weekday is its own pattern, in the order of the week', () => {
    const sundays = ['2026-10-04', '2026-10-11', '2026-10-18', '2026-10-25']
    expect(told([...every(sundays, ['10:00']), ...every(mondays, ['09:00'])])).toEqual([
      '1 09:00-09:30 high 5/5',
      '7 10:00-10:30 high 4/4',
    ])
  })
})

describe('laws of proposed hours', () => {
  const visits: fc.Arbitrary<SeenVisit> = fc
    .record({ quarter: fc.integer({ min: 0, max: 60 * 96 }), durationMin: fc.integer({ min: 5, max: 120 }) })
    .map(({ quarter, durationMin }) => ({
      startAt: shift(visit('2026-10-01', '00:00').startAt, quarter * 15 * MINUTE),
      durationMin,
    }))

  test('proposed spans are never empty, never overlap, and begin within the day', () =>
    fc.assert(
      fc.property(fc.array(visits, { maxLength: 60 }), (book) => {
        const spans = proposeHours(book, zone)
        const wrong = spans.filter(
          (span, n) =>
            span.fromMinute < 0 ||
            span.toMinute > 1440 ||
            span.fromMinute >= span.toMinute ||
            spans.slice(n + 1).some((other) => other.weekday === span.weekday && other.fromMinute <= span.toMinute),
        )
        expect(wrong).toEqual([])
      }),
      { numRuns: 300 },
    ))

  test('the order of the book changes nothing', () =>
    fc.assert(
      fc.property(fc.array(visits, { maxLength: 40 }), (book) => {
        expect(proposeHours(book.toReversed(), zone)).toEqual(proposeHours(book, zone))
      }),
    ))
})
