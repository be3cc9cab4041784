import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { requests } from '../../test-support/schedule-arbitraries.ts'
import { HOUR, MINUTE, formatInstant, parseInstant, shift } from '../shared/instant.ts'
import { localDate } from '../shared/zoned.ts'
import { decideClaim, type Booking, type Claim } from './claim.ts'
import { freeSlots, type FreeSlotsRequest } from './free-slots.ts'
import { openTogether } from './hours.ts'
import { covers, lasting } from './slot.ts'

const zone = 'America/Sao_Paulo'
const at = (time: string) => parseInstant(`2026-11-25T${time}:00-03:00`)
const base: FreeSlotsRequest = {
  hours: [
    {
      zone,
      weekly: [{ weekday: 3, fromMinute: 8 * 60, toMinute: 11 * 60 }],
      breaks: [{ weekday: 3, fromMinute: 9 * 60 + 30, toMinute: 10 * 60 }],
      exceptions: [],
    },
  ],
  holidays: [],
  bookings: [],
  claims: [],
  practitionerId: 'lima',
  siteId: 'centro',
  zone,
  durationMin: 30,
  stepMin: 30,
  from: at('00:00'),
  to: shift(at('00:00'), 24 * HOUR),
  now: at('00:00'),
  minLeadMs: 0,
}
const booked = (start: string, minutes: number, over: Partial<Booking> = {}): Booking => ({
  ...lasting(at(start), minutes),
  practitionerId: 'lima',
  appointmentId: 'other',
  ...over,
})
const times = (over: Partial<FreeSlotsRequest>): string =>
  freeSlots({ ...base, ...over })
    .map(({ startAt }) => formatInstant(shift(startAt, -3 * HOUR)).slice(11, 16))
    .join(' ')

describe('free times', () => {
  const rows: readonly [string, Partial<FreeSlotsRequest>, string][] = [
    ['an empty morning offers each half hour but the break', {}, '08:00 08:30 09:00 10:00 10:30'],
    ['a visit of an hour must end before the break', { durationMin: 60 }, '08:00 08:30 10:00'],
    [
      'steps are counted from the open door and from the end of the break',
      { stepMin: 25 },
      '08:00 08:25 08:50 10:00 10:25',
    ],
    ['a booked time is not offered', { bookings: [booked('08:30', 30)] }, '08:00 09:00 10:00 10:30'],
    [
      'a booking off the grid takes every time that it touches',
      { bookings: [booked('08:20', 20)] },
      '09:00 10:00 10:30',
    ],
    ['imported bookings may overlap', { bookings: [booked('08:00', 60), booked('08:30', 30)] }, '09:00 10:00 10:30'],
    ['a booking across the break takes both sides', { bookings: [booked('09:15', 60)] }, '08:00 08:30 10:30'],
    [
      'another practitioner’s bookings take nothing',
      { bookings: [booked('08:00', 180, { practitionerId: 'souza' })] },
      '08:00 08:30 09:00 10:00 10:30',
    ],
    [
      'the visit’s own time is not offered to it again',
      { bookings: [booked('08:00', 30, { appointmentId: 'a' })], forVisit: 'a' },
      '08:30 09:00 10:00 10:30',
    ],
    [
      'a time held for another patient is not offered',
      { claims: [claim('08:00', { kind: 'hold', expiresAt: at('00:01') })] },
      '08:30 09:00 10:00 10:30',
    ],
    [
      'a hold that ran out takes nothing',
      { claims: [claim('08:00', { kind: 'hold', expiresAt: at('00:00') })] },
      '08:00 08:30 09:00 10:00 10:30',
    ],
    [
      'what is held for this visit is free to it',
      { claims: [claim('08:00', { kind: 'hold', expiresAt: at('00:01') })], forVisit: 'other' },
      '08:00 08:30 09:00 10:00 10:30',
    ],
    [
      'a visit that moved here keeps its time, also from itself',
      { claims: [claim('08:00', { kind: 'visit' })], forVisit: 'other' },
      '08:30 09:00 10:00 10:30',
    ],
    ['what has begun is not offered', { now: at('08:30') }, '09:00 10:00 10:30'],
    ['what begins too soon is not offered', { now: at('07:30'), minLeadMs: 60 * MINUTE }, '08:30 09:00 10:00 10:30'],
    ['asking from later on keeps the same steps', { from: at('08:10'), stepMin: 25 }, '08:25 08:50 10:00 10:25'],
    ['asking up to an hour leaves out what ends later', { to: at('10:59') }, '08:00 08:30 09:00 10:00'],
    ['a holiday offers nothing', { holidays: ['2026-11-25'] }, ''],
    ['no hours offer nothing', { hours: [] }, ''],
  ]
  test.each(rows)('%s', (_name, over, gives) => expect(times(over)).toBe(gives))

  test.each([
    [0, 30],
    [30, 0],
    [Number.NaN, 30],
    [30, Number.NaN],
  ])('a duration of %d and a step of %d are refused', (durationMin, stepMin) =>
    expect(() => freeSlots({ ...base, durationMin, stepMin })).toThrow('at least one minute'),
  )

  test('a minute is long enough to be a slot', () =>
    expect(freeSlots({ ...base, durationMin: 1, stepMin: 1 })).toHaveLength(150))

  test('a slot says with whom, where and in which zone', () =>
    expect(freeSlots(base)[0]).toEqual({
      startAt: at('08:00'),
      endAt: at('08:30'),
      practitionerId: 'lima',
      siteId: 'centro',
      zone,
    }))

  test('a night shift that began yesterday keeps its steps after midnight', () => {
    const night = {
      zone,
      weekly: [
        { weekday: 2 as const, fromMinute: 23 * 60 + 10, toMinute: 24 * 60 },
        { weekday: 3 as const, fromMinute: 0, toMinute: 60 },
      ],
      breaks: [],
      exceptions: [],
    }
    expect(times({ hours: [night], now: shift(at('00:00'), -HOUR) })).toBe('00:10')
  })
})

function claim(start: string, over: Pick<Claim, 'kind' | 'expiresAt'> | { kind: 'visit' }): Claim {
  return { ...booked(start, 30), ...over }
}

describe('laws of free times', () => {
  const law = (check: (request: FreeSlotsRequest) => void): void =>
    fc.assert(
      fc.property(requests, (request) => {
        check(request)
      }),
      { numRuns: 300 },
    )

  test('every free time can be claimed at once, by the visit that asked', () =>
    law((request) => {
      const open = openTogether(request.hours, request.holidays, shift(request.from, -48 * HOUR), request.to)
      const facts = { bookings: request.bookings, claims: request.claims, open }
      const lost = freeSlots(request).filter(
        (slot) =>
          decideClaim({ slot, appointmentId: request.forVisit ?? 'x', now: request.now }, facts).kind === 'lost',
      )
      expect(lost).toEqual([])
    }))

  test('every free time lies within open hours, between the two instants, after the lead', () =>
    law((request) => {
      const open = openTogether(request.hours, request.holidays, shift(request.from, -48 * HOUR), request.to)
      const wrong = freeSlots(request).filter(
        (slot) =>
          !open.some((interval) => covers(interval, slot)) ||
          slot.startAt < request.from ||
          slot.endAt > request.to ||
          slot.startAt < request.now + request.minLeadMs ||
          slot.startAt <= request.now ||
          request.holidays.includes(localDate(slot.startAt, request.zone)),
      )
      expect(wrong).toEqual([])
    }))

  test('free times come in order, each once, and the same request gives the same', () =>
    law((request) => {
      const starts = freeSlots(request).map(({ startAt }) => startAt)
      expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b))
      expect(freeSlots(request).map(({ startAt }) => startAt)).toEqual(starts)
    }))

  test('a time that was free and is not any more was taken: nothing else makes it vanish', () =>
    law((request) => {
      const [first] = freeSlots(request)
      fc.pre(first !== undefined)
      const taken: Booking = { ...first, appointmentId: 'taker' }
      const after = new Set(
        freeSlots({ ...request, bookings: [...request.bookings, taken] }).map(({ startAt }) => startAt),
      )
      const gone = freeSlots(request).filter(({ startAt }) => !after.has(startAt))
      expect(gone.every((slot) => slot.startAt < taken.endAt && taken.startAt < slot.endAt)).toBe(true)
      expect(after.has(first.startAt)).toBe(false)
    }))
})
