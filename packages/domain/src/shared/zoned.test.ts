import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE, formatInstant, instant, parseInstant, type Instant } from './instant.ts'
import {
  addDays,
  instantToWallTime,
  isoWeekday,
  localDate,
  localMinuteOfDay,
  localMs,
  nextLocalMinute,
  previousLocalMinute,
  startOfDay,
  wallTimeToInstant,
} from './zoned.ts'

// Clocks that change by night, at midnight, by half an hour, by two hours, not at all, or dropped a whole day (Apia 2011).
const AWKWARD = [
  'America/Sao_Paulo', 'Europe/Madrid', 'Asia/Kolkata', 'America/Santiago', 'Africa/Cairo', 'Asia/Beirut', 'Africa/Casablanca',
  'Australia/Lord_Howe', 'Antarctica/Troll', 'Asia/Kathmandu', 'America/St_Johns', 'Asia/Gaza', 'America/Havana',
  'Pacific/Apia', 'Pacific/Chatham', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Tehran', 'America/Mexico_City', 'UTC',
] // prettier-ignore
const anyZone = fc.oneof(fc.constantFrom(...AWKWARD), fc.constantFrom(...Intl.supportedValuesOf('timeZone')))
const anyMs = fc
  .integer({ min: Date.UTC(2005, 0, 1) / MINUTE, max: Date.UTC(2045, 0, 1) / MINUTE })
  .map((n) => n * MINUTE)

const zoned = (at: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
/** Half of the times lie around a change of the clocks: that is where the mistakes are. */
const place = fc
  .tuple(anyZone, anyMs, fc.boolean(), fc.integer({ min: -3000, max: 3000 }))
  .map(([zone, ms, near, by]) => {
    const change = near ? zoned(ms, zone).getTimeZoneTransition('next') : null
    return { zone, at: instant((change?.epochMilliseconds ?? ms) + by * MINUTE) }
  })
const minuteOfDay = fc.integer({ min: 0, max: 1440 })
const law = { numRuns: Number(process.env['RUNS'] ?? 1000) }
const asTemporal = (local: string, zone: string, disambiguation: 'compatible' | 'earlier' | 'later') =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation }).epochMilliseconds

describe('wall times are what Temporal says, in every zone', () => {
  test('from an instant to the clock, the date and the minute', () => {
    fc.assert(
      fc.property(place, ({ zone, at }) => {
        const expected = zoned(at, zone)
        expect(instantToWallTime(at, zone)).toBe(expected.toPlainDateTime().toString().slice(0, 16))
        expect(localDate(at, zone)).toBe(expected.toPlainDate().toString())
        expect(localMinuteOfDay(at, zone)).toBe(expected.hour * 60 + expected.minute)
        expect(isoWeekday(localMs(at, zone))).toBe(expected.dayOfWeek)
      }),
      law,
    )
  })

  test('from the clock to an instant, also where clocks skip or repeat', () => {
    fc.assert(
      fc.property(place, fc.integer({ min: -200, max: 200 }), ({ zone, at }, by) => {
        const local = new Date(localMs(at, zone) + by * MINUTE).toISOString().slice(0, 16)
        const earlier = asTemporal(local, zone, 'earlier')
        const later = asTemporal(local, zone, 'later')
        const exists = instantToWallTime(instant(earlier), zone) === local
        const note = earlier === later ? {} : { note: exists ? 'overlap' : 'gap' }
        expect(wallTimeToInstant(local, zone)).toEqual({ at: asTemporal(local, zone, 'compatible'), ...note })
        expect(wallTimeToInstant(local, zone, 'earlier').at).toBe(earlier)
        expect(wallTimeToInstant(local, zone, 'later').at).toBe(later)
        if (earlier === later) expect(wallTimeToInstant(local, zone, 'reject').at).toBe(earlier)
        else expect(() => wallTimeToInstant(local, zone, 'reject')).toThrow(RangeError)
      }),
      law,
    )
  })

  test('the start of a day is its first instant', () => {
    fc.assert(
      fc.property(place, ({ zone, at }) => {
        const date = localDate(at, zone)
        expect(startOfDay(date, zone)).toBe(zoned(at, zone).startOfDay().epochMilliseconds)
        expect(addDays(date, 40)).toBe(Temporal.PlainDate.from(date).add({ days: 40 }).toString())
      }),
      law,
    )
  })
})

/** Every minute between two instants at which the clock shows `minute` sharp or has just jumped over it. */
function momentsOf(zone: string, minute: number, from: number, to: number): number[] {
  const moments: number[] = []
  for (let at = Math.ceil(from / MINUTE) * MINUTE; at <= to; at += MINUTE) {
    const face = localMs(instant(at), zone)
    const before = localMs(instant(at - MINUTE), zone)
    const target = before + ((((minute * MINUTE - before) % DAY) + DAY) % DAY || DAY)
    const shows = (((face - minute * MINUTE) % DAY) + DAY) % DAY === 0
    if (shows || (face > before + MINUTE && target > before && target <= face)) moments.push(at)
  }
  return moments
}

describe('the next and the previous time that a clock shows a minute', () => {
  test('are the nearest of all minutes tried one by one', () => {
    fc.assert(
      fc.property(place, minuteOfDay, ({ zone, at }, minute) => {
        const next = nextLocalMinute(at, zone, minute)
        expect([next]).toEqual(momentsOf(zone, minute, at, next))
        const previous = previousLocalMinute(at, zone, minute)
        expect([previous]).toEqual(momentsOf(zone, minute, previous, at))
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['08:00 is today before eight', 'next', '2026-07-01T05:00Z', 'Europe/Madrid', 480, '2026-07-01T06:00Z'],
    ['08:00 at eight sharp is now', 'next', '2026-07-01T06:00Z', 'Europe/Madrid', 480, '2026-07-01T06:00Z'],
    ['08:00 is tomorrow after eight', 'next', '2026-07-01T06:01Z', 'Europe/Madrid', 480, '2026-07-02T06:00Z'],
    [
      '02:30 on the night that has none is 03:00',
      'next',
      '2026-03-29T00:00Z',
      'Europe/Madrid',
      150,
      '2026-03-29T01:00Z',
    ],
    ['02:30 shown twice comes again', 'next', '2026-10-25T00:31Z', 'Europe/Madrid', 150, '2026-10-25T01:30Z'],
    ['midnight that clocks skip is 01:00', 'next', '2026-09-06T02:00Z', 'America/Santiago', 0, '2026-09-06T04:00Z'],
    ['19:30 was yesterday', 'previous', '2026-07-01T05:00Z', 'Europe/Madrid', 1170, '2026-06-30T17:30Z'],
    ['19:30 at that minute is now', 'previous', '2026-06-30T17:30Z', 'Europe/Madrid', 1170, '2026-06-30T17:30Z'],
    [
      '02:30 on the night that has none was 03:00',
      'previous',
      '2026-03-29T06:00Z',
      'Europe/Madrid',
      150,
      '2026-03-29T01:00Z',
    ],
    ['02:30 shown twice was the second', 'previous', '2026-10-25T05:00Z', 'Europe/Madrid', 150, '2026-10-25T01:30Z'],
    [
      '03:00 is shown once on the night that has 02:00 twice',
      'next',
      '2026-10-25T00:00Z',
      'Europe/Madrid',
      180,
      '2026-10-25T02:00Z',
    ],
    [
      '02:00 on the night that has none is 03:00',
      'next',
      '2026-03-29T00:00Z',
      'Europe/Madrid',
      120,
      '2026-03-29T01:00Z',
    ],
    [
      '02:00 on the night that has none was 03:00',
      'previous',
      '2026-03-29T06:00Z',
      'Europe/Madrid',
      120,
      '2026-03-29T01:00Z',
    ],
    ['02:00 shown twice was the second', 'previous', '2026-10-25T05:00Z', 'Europe/Madrid', 120, '2026-10-25T01:00Z'],
    [
      '03:00 seen from the second 02:30 was yesterday',
      'previous',
      '2026-10-25T01:30Z',
      'Europe/Madrid',
      180,
      '2026-10-24T01:00Z',
    ],
    ['24:00 is midnight', 'next', '2026-07-01T05:00Z', 'Asia/Kolkata', 1440, '2026-07-01T18:30Z'],
  ] as const)('%s', (_, which, from, zone, minute, expected) => {
    const find = which === 'next' ? nextLocalMinute : previousLocalMinute
    expect(find(parseInstant(from), zone, minute)).toBe(parseInstant(expected))
  })
})

describe('awkward places by name', () => {
  const at = (iso: string): Instant => parseInstant(iso)
  test('clocks in Santiago skip midnight, so the day starts at one', () => {
    expect(formatInstant(startOfDay('2026-09-06', 'America/Santiago'))).toBe('2026-09-06T04:00:00.000Z')
    expect(wallTimeToInstant('2026-09-06T00:30', 'America/Santiago')).toEqual({
      at: at('2026-09-06T04:30Z'),
      note: 'gap',
    })
  })
  test('Apia had no 30 December 2011', () => {
    expect(wallTimeToInstant('2011-12-30T12:00', 'Pacific/Apia')).toEqual({ at: at('2011-12-30T22:00Z'), note: 'gap' })
    expect(startOfDay('2011-12-30', 'Pacific/Apia')).toBe(at('2011-12-30T10:00Z'))
    expect(localDate(at('2011-12-30T10:00Z'), 'Pacific/Apia')).toBe('2011-12-31')
  })
  test.each([
    ['compatible', '2026-10-25T00:30Z'],
    ['earlier', '2026-10-25T00:30Z'],
    ['later', '2026-10-25T01:30Z'],
  ] as const)('02:30 is shown twice in Madrid in October, %s', (disambiguation, expected) => {
    const found = wallTimeToInstant('2026-10-25T02:30', 'Europe/Madrid', disambiguation)
    expect(found).toEqual({ at: at(expected), note: 'overlap' })
  })
  test.each([
    ['compatible', '2026-03-29T01:30Z'],
    ['earlier', '2026-03-29T00:30Z'],
    ['later', '2026-03-29T01:30Z'],
  ] as const)('02:30 is skipped in Madrid in March, %s', (disambiguation, expected) => {
    const found = wallTimeToInstant('2026-03-29T02:30', 'Europe/Madrid', disambiguation)
    expect(found).toEqual({ at: at(expected), note: 'gap' })
  })
  test.each(['2026-03-29T02:30', '2026-10-25T02:30'])('who wants one answer is told that %s has none', (local) => {
    expect(() => wallTimeToInstant(local, 'Europe/Madrid', 'reject')).toThrow('skip this wall time or show it twice')
  })
  test('the first minute after a change is no awkward one', () => {
    expect(wallTimeToInstant('2026-03-29T03:00', 'Europe/Madrid')).toEqual({ at: at('2026-03-29T01:00Z') })
    expect(wallTimeToInstant('2026-10-25T02:00', 'Europe/Madrid', 'later').at).toBe(at('2026-10-25T01:00Z'))
    expect(wallTimeToInstant('2026-10-25T03:00', 'Europe/Madrid')).toEqual({ at: at('2026-10-25T02:00Z') })
  })
  test('a change close to the edge of our table of changes is found too', () => {
    const chicago = (disambiguation: 'earlier' | 'later') =>
      formatInstant(wallTimeToInstant('2018-03-11T02:30', 'America/Chicago', disambiguation).at)
    expect(chicago('earlier')).toBe('2018-03-11T07:30:00.000Z')
    expect(chicago('later')).toBe('2018-03-11T08:30:00.000Z')
    expect(startOfDay('2013-10-20', 'America/Sao_Paulo')).toBe(at('2013-10-20T03:00Z'))
  })
  test('Kolkata is five and a half hours ahead', () => {
    expect(instantToWallTime(at('2026-11-24T03:30:59.999Z'), 'Asia/Kolkata')).toBe('2026-11-24T09:00')
  })
  test('a day in Madrid has 23 hours in March and 25 in October', () => {
    const length = (date: string) => startOfDay(addDays(date, 1), 'Europe/Madrid') - startOfDay(date, 'Europe/Madrid')
    expect(length('2026-03-29')).toBe(23 * HOUR)
    expect(length('2026-10-25')).toBe(25 * HOUR)
  })
  test('years before 1970 and after 2100 work', () => {
    expect(instantToWallTime(at('1950-06-01T12:00Z'), 'Asia/Kolkata')).toBe('1950-06-01T17:30')
    expect(instantToWallTime(at('2150-06-01T12:00Z'), 'Asia/Kolkata')).toBe('2150-06-01T17:30')
  })
})

describe('what is no wall time is refused', () => {
  test.each([
    '2026-02-30T09:00', '2026-13-01T09:00', '2026-00-01T09:00', '2026-01-00T09:00', '2026-01-01T24:00', '2026-01-01T09:60',
    '2026-01-01T09:00Z', '2026-01-01 09:00', '2026-1-1T9:00', '2026-01-01', '', '0050-01-01T09:00', ' 026-01-01T09:00',
    '2026-01-01T-1:00', '2026-01-01T09:00:00', '2026-01-01T09:-1',
  ])('%j', (text) => {
    expect(() => wallTimeToInstant(text, 'Europe/Madrid')).toThrow(RangeError)
  }) // prettier-ignore
  test('a zone that nobody knows', () => {
    expect(() => wallTimeToInstant('2026-01-01T09:00', 'Europe/Atlantis')).toThrow(RangeError)
    expect(() => localDate(instant(0), 'Europe/Atlantis')).toThrow(RangeError)
  })
  test('an instant that is none', () => {
    expect(() => localDate(instant(Number.NaN), 'Europe/Madrid')).toThrow(RangeError)
    expect(() => addDays('2026-02-29', 1)).toThrow(RangeError)
  })
})
