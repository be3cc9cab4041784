import fc from 'fast-check'
import type { Booking, Claim } from '../src/scheduling/claim.ts'
import type { FreeSlotsRequest } from '../src/scheduling/free-slots.ts'
import type { Hours, WallSpan, Weekday, WeeklySpan } from '../src/scheduling/hours.ts'
import { lasting, type Slot } from '../src/scheduling/slot.ts'
import { DAY, HOUR, MINUTE, parseInstant, shift, type Instant } from '../src/shared/instant.ts'

// A week around a change of clocks: Madrid goes back on 25 October 2026 at 03:00, New York on 1 November at 02:00; Beirut
// changes at midnight, Kolkata never.
export const zones = fc.constantFrom('Europe/Madrid', 'America/New_York', 'Asia/Beirut', 'Asia/Kolkata')
export const from = parseInstant('2026-10-22T00:00:00Z')
export const to = shift(from, 12 * DAY)

const minuteOfDay = fc.integer({ min: 0, max: 96 }).map((quarter) => quarter * 15)
export const wallSpans: fc.Arbitrary<WallSpan> = fc
  .tuple(minuteOfDay, minuteOfDay)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ fromMinute: Math.min(a, b), toMinute: Math.max(a, b) }))
const weeklySpans: fc.Arbitrary<WeeklySpan> = fc
  .tuple(fc.integer({ min: 1, max: 7 }), wallSpans)
  .map(([weekday, span]) => ({ ...span, weekday: weekday as Weekday }))
export const dates = fc.integer({ min: 20, max: 31 }).map((day) => `2026-10-${day}`)

export const hoursIn = (zone: string): fc.Arbitrary<Hours> =>
  fc.record({
    zone: fc.constant(zone),
    weekly: fc.array(weeklySpans, { maxLength: 10 }),
    breaks: fc.array(weeklySpans, { maxLength: 3 }),
    exceptions: fc.uniqueArray(fc.record({ date: dates, open: fc.array(wallSpans, { maxLength: 2 }) }), {
      maxLength: 3,
      selector: ({ date }) => date,
    }),
  })

const instants: fc.Arbitrary<Instant> = fc
  .integer({ min: 0, max: 12 * 24 * 12 })
  .map((fives) => shift(from, fives * 5 * MINUTE))
export const bookings: fc.Arbitrary<Booking> = fc
  .record({
    startAt: instants,
    durationMin: fc.integer({ min: 5, max: 240 }),
    practitionerId: fc.constantFrom('lima', 'souza'),
    appointmentId: fc.constantFrom('a', 'b', 'c'),
  })
  .map(({ startAt, durationMin, ...rest }) => ({ ...lasting(startAt, durationMin), ...rest }))
export const claims: fc.Arbitrary<Claim> = fc
  .tuple(bookings, fc.option(instants))
  .map(([booking, expiresAt]) =>
    expiresAt === null ? { ...booking, kind: 'visit' } : { ...booking, kind: 'hold', expiresAt },
  )

export const requests: fc.Arbitrary<FreeSlotsRequest> = zones.chain((zone) =>
  fc.record(
    {
      hours: fc.array(hoursIn(zone), { minLength: 1, maxLength: 2 }),
      holidays: fc.array(dates, { maxLength: 2 }),
      bookings: fc.array(bookings, { maxLength: 12 }),
      claims: fc.array(claims, { maxLength: 6 }),
      practitionerId: fc.constantFrom('lima', 'souza'),
      siteId: fc.constant('centro'),
      zone: fc.constant(zone),
      durationMin: fc.integer({ min: 1, max: 120 }),
      stepMin: fc.integer({ min: 5, max: 90 }),
      from: fc.constant(from),
      to: fc.constant(to),
      now: instants.map((at) => shift(at, -6 * DAY)),
      minLeadMs: fc.integer({ min: 0, max: 48 }).map((hours) => hours * HOUR),
      forVisit: fc.constantFrom('a', 'b'),
    },
    {
      requiredKeys: [
        'hours', 'holidays', 'bookings', 'claims', 'practitionerId', 'siteId', 'zone', 'durationMin', 'stepMin', 'from', 'to',
        'now', 'minLeadMs',
      ],
    },
  ),
) // prettier-ignore

export const slotsOf = (practitionerIds: readonly string[]): fc.Arbitrary<Slot> =>
  fc
    .record({
      startAt: instants,
      practitionerId: fc.constantFrom(...practitionerIds),
      minutes: fc.constantFrom(20, 30, 45),
    })
    .map(({ startAt, practitionerId, minutes }) => ({
      ...lasting(startAt, minutes),
      practitionerId,
      siteId: 'centro',
      zone: 'Europe/Madrid',
    }))
