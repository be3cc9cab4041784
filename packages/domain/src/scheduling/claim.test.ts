import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slotsOf } from '../../test-support/schedule-arbitraries.ts'
import { MINUTE, parseInstant, shift } from '../shared/instant.ts'
import { decideClaim, isLive, type Booking, type Claim, type ClaimFacts } from './claim.ts'
import { lasting, overlaps, type Slot } from './slot.ts'

const nine = parseInstant('2026-11-25T09:00:00Z')
const slot: Slot = { ...lasting(nine, 30), practitionerId: 'lima', siteId: 'centro', zone: 'UTC' }
const now = shift(nine, -60 * MINUTE)
const booking = (minutes: number, over: Partial<Booking> = {}): Booking => ({
  ...lasting(shift(nine, minutes * MINUTE), 30),
  practitionerId: 'lima',
  appointmentId: 'other',
  ...over,
})
const hold = (expiresAt: number, over: Partial<Claim> = {}): Claim => ({
  ...booking(0),
  kind: 'hold',
  expiresAt: shift(now, expiresAt),
  ...over,
})
const none: ClaimFacts = { bookings: [], claims: [] }

type Row = { readonly when: string; readonly facts: Partial<ClaimFacts>; readonly at?: number; readonly gives: string }
const rows: readonly Row[] = [
  { when: 'a free time is won', facts: {}, gives: 'won' },
  { when: 'a time that begins now is past', facts: {}, at: nine, gives: 'past' },
  { when: 'a time that begins in a moment is won', facts: {}, at: nine - 1, gives: 'won' },
  { when: 'a time that another patient has is lost', facts: { bookings: [booking(15)] }, gives: 'booked' },
  { when: 'a visit that ends when the time begins is no obstacle', facts: { bookings: [booking(-30)] }, gives: 'won' },
  { when: 'a visit that begins when the time ends is no obstacle', facts: { bookings: [booking(30)] }, gives: 'won' },
  {
    when: 'another practitioner’s visit is no obstacle',
    facts: { bookings: [booking(0, { practitionerId: 'souza' })] },
    gives: 'won',
  },
  {
    when: 'the visit’s own old time is no obstacle',
    facts: { bookings: [booking(15, { appointmentId: 'mine' })] },
    gives: 'won',
  },
  { when: 'a time held for another patient is lost', facts: { claims: [hold(1)] }, gives: 'claimed' },
  { when: 'a hold that runs out now holds nothing', facts: { claims: [hold(0)] }, gives: 'won' },
  {
    when: 'a time that another patient moved to is lost',
    facts: { claims: [{ ...booking(0), kind: 'visit' }] },
    gives: 'claimed',
  },
  {
    when: 'the visit’s own hold is no obstacle',
    facts: { claims: [hold(1, { appointmentId: 'mine' })] },
    gives: 'won',
  },
  {
    when: 'a time within open hours is won',
    facts: { open: [{ startAt: nine, endAt: shift(nine, 30 * MINUTE) }] },
    gives: 'won',
  },
  {
    when: 'a time that runs past closing is lost',
    facts: { open: [{ startAt: nine, endAt: shift(nine, 29 * MINUTE) }] },
    gives: 'closed',
  },
  {
    when: 'a time before opening is lost',
    facts: { open: [{ startAt: shift(nine, 1), endAt: shift(nine, 60 * MINUTE) }] },
    gives: 'closed',
  },
]

describe('who gets a time', () => {
  test.each(rows)('$when', ({ facts, at, gives }) => {
    const result = decideClaim(
      { slot, appointmentId: 'mine', now: shift(now, (at ?? now) - now) },
      { ...none, ...facts },
    )
    expect(result.kind === 'won' ? 'won' : result.reason).toBe(gives)
  })

  test('a visit’s claim never runs out', () =>
    expect(isLive({ ...booking(0), kind: 'visit' }, shift(nine, 10 * MINUTE))).toBe(true))
})

/** One patient's step in a crowd: try to take a time, or let the clock run. */
type Step =
  | { readonly kind: 'claim' | 'hold'; readonly slot: Slot; readonly who: string }
  | { readonly kind: 'wait'; readonly minutes: number }
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('claim', 'hold'),
    slot: slotsOf(['lima']).map((any) => ({ ...any, ...lasting(shift(nine, (any.startAt % 12) * 10 * MINUTE), 30) })),
    who: fc.constantFrom('p', 'q', 'r', 's'),
  }),
  fc.record({ kind: fc.constant('wait'), minutes: fc.integer({ min: 1, max: 12 }) }),
)

describe('laws of claims', () => {
  test('however patients claim, hold and wait, no two visits that were won overlap', () =>
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 40 }), (played) => {
        let clock = now
        let claims: Claim[] = []
        for (const step of played) {
          if (step.kind === 'wait') {
            clock = shift(clock, step.minutes * MINUTE)
            continue
          }
          const { kind } = decideClaim(
            { slot: step.slot, appointmentId: step.who, now: clock },
            { bookings: [], claims },
          )
          if (kind === 'lost') continue
          // As the server does: a patient has one claim, and the new one replaces it.
          claims = claims.filter((claim) => claim.appointmentId !== step.who)
          const held =
            step.kind === 'hold'
              ? { kind: 'hold' as const, expiresAt: shift(clock, 10 * MINUTE) }
              : { kind: 'visit' as const }
          claims.push({ ...step.slot, appointmentId: step.who, ...held })
        }
        const live = claims.filter((claim) => isLive(claim, clock))
        const clashes = live.flatMap((one, n) => live.slice(n + 1).filter((other) => overlaps(one, other)))
        expect(clashes).toEqual([])
      }),
      { numRuns: 500 },
    ))
})
