import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { anyHours, anyZone } from '../planning/test-arbitraries.ts'
import { DAY, formatInstant, HOUR, MINUTE, instant, parseInstant, shift, type Instant } from '../shared/instant.ts'
import {
  hoursOn,
  isDecent,
  latestDecent,
  narrower,
  nextDecent,
  problemsOf,
  WEEKDAYS,
  type DecentHours,
  type Place,
} from './decent-hours.ts'
import { defaultHours } from './jurisdictions/default.ts'

const place = (over: Partial<Place> = {}): Place => ({
  zone: 'Europe/Madrid',
  hours: defaultHours.reminder,
  holidays: new Set(),
  ...over,
})
const campaign = place({ hours: defaultHours.campaign, holidays: new Set(['2026-03-13']) })
const iso = (at: Instant | undefined) => (at === undefined ? 'never' : formatInstant(at).slice(0, 16))

describe('hours that are decent', () => {
  test.each<[string, string, Place, boolean]>([
    ['eight in the morning', '2026-03-12T07:00Z', place(), true],
    ['a second before', '2026-03-12T06:59:59Z', place(), false],
    ['a second before eight in the evening', '2026-03-12T18:59:59Z', place(), true],
    ['eight in the evening', '2026-03-12T19:00Z', place(), false],
    ['a campaign on Thursday', '2026-03-12T11:00Z', campaign, true],
    ['a campaign on a holiday', '2026-03-13T11:00Z', campaign, false],
    ['a campaign on Sunday', '2026-03-15T11:00Z', campaign, false],
    ['a reminder on a holiday', '2026-03-13T11:00Z', place({ holidays: campaign.holidays }), true],
    [
      'a reminder that avoids holidays',
      '2026-03-13T11:00Z',
      place({ holidays: campaign.holidays, avoidHolidays: true }),
      false,
    ],
    ['and on the day before', '2026-03-12T11:00Z', place({ holidays: campaign.holidays, avoidHolidays: true }), true],
  ])('%s', (_, at, where, expected) => {
    expect(isDecent(parseInstant(at), where)).toBe(expected)
  })

  test.each<[string, string, Place, string]>([
    ['now, when it is decent', '2026-03-12T11:00Z', place(), '2026-03-12T11:00'],
    ['today at eight', '2026-03-12T03:00Z', place(), '2026-03-12T07:00'],
    ['tomorrow at eight', '2026-03-12T19:00Z', place(), '2026-03-13T07:00'],
    ['at midnight: today at eight', '2026-03-11T23:00Z', place(), '2026-03-12T07:00'],
    [
      'after a holiday and a Sunday',
      '2026-03-14T18:00Z',
      { ...campaign, holidays: new Set(['2026-03-16']) },
      '2026-03-17T08:00',
    ],
    [
      'never, where no day is open',
      '2026-03-12T11:00Z',
      place({ hours: { weekdays: {}, closedOnHolidays: false } }),
      'never',
    ],
  ])('the next is %s', (_, at, where, expected) => {
    expect(iso(nextDecent(parseInstant(at), where))).toBe(expected)
  })

  test.each<[string, string, Place, string]>([
    ['now, when it is decent', '2026-03-12T11:00Z', place(), '2026-03-12T11:00'],
    ['half an hour before the end, still', '2026-03-12T18:30Z', place(), '2026-03-12T18:30'],
    ['that half hour, once it has begun', '2026-03-12T18:31Z', place(), '2026-03-12T18:30'],
    ['the evening before', '2026-03-12T06:59Z', place(), '2026-03-11T18:30'],
    ['eight sharp', '2026-03-12T07:00Z', place(), '2026-03-12T07:00'],
    ['before the holiday', '2026-03-14T07:00Z', { ...campaign }, '2026-03-12T17:30'],
    [
      'never, where no day is open',
      '2026-03-12T11:00Z',
      place({ hours: { weekdays: {}, closedOnHolidays: false } }),
      'never',
    ],
    [
      'never, where all is over before the last call',
      '2026-03-12T11:00Z',
      place({ hours: { weekdays: { 4: { fromMinute: 600, toMinute: 620 } }, closedOnHolidays: false } }),
      'never',
    ],
  ])('the latest is %s', (_, at, where, expected) => {
    expect(iso(latestDecent(parseInstant(at), where))).toBe(expected)
  })
})

describe('hours that a clinic typed in', () => {
  const on = (fromMinute: number, toMinute: number): DecentHours => ({
    weekdays: { 1: { fromMinute, toMinute } },
    closedOnHolidays: false,
  })
  test.each<[string, DecentHours, string[]]>([
    ['fine', on(480, 1200), []],
    ['as wide as may be', on(300, 1380), []],
    ['three hours', on(480, 660), []],
    ['no day', { weekdays: {}, closedOnHolidays: false }, ['no-open-day']],
    ['too early', on(299, 1200), ['too-early']],
    ['too late', on(480, 1381), ['too-late']],
    ['too short', on(480, 659), ['too-short']],
    ['the wrong way round', on(1200, 480), ['too-short']],
  ])('%s', (_, hours, problems) => {
    expect(problemsOf(hours)).toEqual(problems)
  })

  test('of two the narrower counts', () => {
    const morning: DecentHours = { weekdays: hoursOn([1, 2], 7, 12), closedOnHolidays: false }
    const late: DecentHours = { weekdays: hoursOn([2, 3], 9, 20), closedOnHolidays: true }
    expect(narrower(morning, late)).toEqual({ weekdays: hoursOn([2], 9, 12), closedOnHolidays: true })
    expect(narrower(morning, { weekdays: hoursOn(WEEKDAYS, 12, 20), closedOnHolidays: false })).toEqual({
      weekdays: {},
      closedOnHolidays: false,
    })
  })
})

const anyTime = fc
  .integer({ min: Date.UTC(2026, 0, 1) / MINUTE, max: Date.UTC(2028, 0, 1) / MINUTE })
  .map((n) => instant(n * MINUTE))
/** A time, half of the time close to a change of the clocks. */
const anyMoment = fc
  .tuple(anyZone, anyTime, fc.boolean(), fc.integer({ min: -2000, max: 2000 }))
  .map(([zone, at, near, by]) => {
    const change = near
      ? Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).getTimeZoneTransition('next')
      : null
    return { zone, at: shift(instant(change?.epochMilliseconds ?? at), by * MINUTE) }
  })
const holidaysAround = (at: Instant) =>
  fc
    .subarray([-3, -2, -1, 0, 1, 2, 3])
    .map((days) => new Set(days.map((n) => formatInstant(shift(at, n * DAY)).slice(0, 10))))
const anyPlace = anyMoment.chain(({ zone, at }) =>
  fc.record({
    at: fc.constant(at),
    where: fc.record({
      zone: fc.constant(zone),
      hours: anyHours,
      holidays: holidaysAround(at),
      avoidHolidays: fc.boolean(),
    }),
  }),
)
const law = { numRuns: Number(process.env['RUNS'] ?? 1000) }
const everyHalfHour = (from: number, to: number) =>
  Array.from({ length: Math.min(400, Math.floor((to - from) / (HOUR / 2))) }, (_, n) => instant(from + n * (HOUR / 2)))

describe('whatever the place and the time', () => {
  test('the next decent moment is decent, not before, and nothing decent lies between', () => {
    fc.assert(
      fc.property(anyPlace, ({ at, where }) => {
        const next = nextDecent(at, where)
        expect(next !== undefined || Object.keys(where.hours.weekdays).length < 7).toBe(true)
        if (next === undefined) return
        expect(isDecent(next, where)).toBe(true)
        expect(next).toBeGreaterThanOrEqual(at)
        expect(
          [...everyHalfHour(at, next), shift(next, -1)].filter((one) => one >= at && isDecent(one, where)),
        ).toEqual([])
      }),
      law,
    )
  })

  test('the latest decent moment is decent, not after, and leaves half an hour of that day', () => {
    fc.assert(
      fc.property(anyPlace, ({ at, where }) => {
        const latest = latestDecent(at, where)
        expect(latest !== undefined || Object.keys(where.hours.weekdays).length < 7).toBe(true)
        if (latest === undefined) return
        expect(latest).toBeLessThanOrEqual(at)
        expect(isDecent(latest, where)).toBe(true)
        expect(isDecent(shift(latest, 30 * MINUTE - 1), where)).toBe(true)
      }),
      law,
    )
  })

  test('hours that two allow are allowed by each', () => {
    fc.assert(
      fc.property(anyPlace, anyHours, ({ at, where }, other) => {
        const both = isDecent(at, { ...where, hours: narrower(where.hours, other) })
        const closes = where.hours.closedOnHolidays || other.closedOnHolidays
        const each = [where.hours, other].map((hours) =>
          isDecent(at, { ...where, hours: { ...hours, closedOnHolidays: closes } }),
        )
        expect(both).toBe(each.every(Boolean))
      }),
      law,
    )
  })
})
