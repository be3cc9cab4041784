import { describe, expect, test } from 'vitest'
import type { AppointmentStatus, VisitFacts } from '../shared/appointment.ts'
import { HOUR } from '../shared/instant.ts'
import { assumeFulfilled, attendedAt, deskOutcome } from './outcome.ts'
import { madrid, visit } from './test-subjects.ts'
import { without } from './test-without.ts'

const TWO_HOURS = 2 * HOUR
/** The visit of the builder lasts from 10:00 to 10:20. */
const end = madrid('2026-03-12T10:20')
const dayOnly = without(visit(), 'startAt')

describe('a visit whose outcome nobody has told', () => {
  const at = (local: string, over: Partial<VisitFacts> = {}, after: number | undefined = TWO_HOURS) =>
    assumeFulfilled(visit(over), after, madrid(`2026-03-12T${local}`))

  test('counts as fulfilled at its planned end, two hours after it', () => {
    expect(at('12:19')).toEqual({ kind: 'wait', until: madrid('2026-03-12T12:20') })
    expect(at('12:20')).toEqual({ kind: 'fulfilled', fulfilledAt: end })
  })

  test('without a known length counts from its start', () => {
    const endless = without(visit(), 'durationMin')
    expect(assumeFulfilled(endless, TWO_HOURS, madrid('2026-03-12T12:00'))).toEqual({
      kind: 'fulfilled',
      fulfilledAt: madrid('2026-03-12T10:00'),
    })
  })

  test('of a patient who arrived keeps the moment that the desk knew', () => {
    const knownAt = madrid('2026-03-12T10:40')
    expect(at('12:30', { status: 'arrived', fulfilledAt: knownAt })).toEqual({
      kind: 'fulfilled',
      fulfilledAt: knownAt,
    })
    expect(at('12:30', { status: 'arrived', confirmation: 'declined' })).toEqual({
      kind: 'fulfilled',
      fulfilledAt: end,
    })
    expect(at('12:30', { status: 'in-progress', confirmation: 'declined' })).toEqual({
      kind: 'fulfilled',
      fulfilledAt: end,
    })
  })

  test.each<[string, Partial<VisitFacts>, string]>([
    ['cancelled', { status: 'cancelled' }, 'not-booked'],
    ['a mistake', { status: 'entered-in-error' }, 'not-booked'],
    ['only wished for', { status: 'waitlist' }, 'not-booked'],
    ['fulfilled already', { status: 'fulfilled' }, 'settled'],
    ['missed', { status: 'noshow' }, 'settled'],
    ['declined', { confirmation: 'declined' }, 'patient-declined'],
    ['wished at another time', { confirmation: 'reschedule-requested' }, 'patient-declined'],
  ])('is left alone when it is %s', (_, over, reason) => {
    expect(at('18:00', over)).toEqual({ kind: 'leave', reason })
  })

  test('is left alone where the source does not want this, or only the day is known', () => {
    const evening = madrid('2026-03-12T18:00')
    expect(assumeFulfilled(visit(), undefined, evening)).toEqual({ kind: 'leave', reason: 'off' })
    expect(assumeFulfilled(dayOnly, TWO_HOURS, evening)).toEqual({ kind: 'leave', reason: 'date-only' })
  })

  test.each<AppointmentStatus>(['proposed', 'pending', 'booked'])('counts from every kind of booking: %s', (status) => {
    expect(at('13:00', { status }).kind).toBe('fulfilled')
  })
})

describe('what the desk says', () => {
  const says = (word: 'arrived' | 'did-not-come', local: string, over: Partial<VisitFacts> = {}) =>
    deskOutcome(visit(over), word, madrid(`2026-03-12T${local}`))

  test('arrived: the visit is done at its planned end, or now when that has passed', () => {
    expect(says('arrived', '09:50')).toEqual({ kind: 'set', status: 'arrived', fulfilledAt: end })
    expect(says('arrived', '11:00')).toEqual({
      kind: 'set',
      status: 'arrived',
      fulfilledAt: madrid('2026-03-12T11:00'),
    })
    const now = madrid('2026-03-12T11:00')
    expect(deskOutcome(dayOnly, 'arrived', now)).toEqual({ kind: 'set', status: 'arrived', fulfilledAt: now })
  })

  test('did not come: once the visit has begun, on its day where no time is known', () => {
    expect(says('did-not-come', '09:59')).toEqual({ kind: 'refuse', reason: 'not-begun' })
    expect(says('did-not-come', '10:00')).toEqual({ kind: 'set', status: 'noshow' })
    expect(deskOutcome(dayOnly, 'did-not-come', shiftHours(1))).toEqual({ kind: 'set', status: 'noshow' })
  })

  test('each corrects the other', () => {
    expect(says('arrived', '11:00', { status: 'noshow' }).kind).toBe('set')
    expect(says('did-not-come', '11:00', { status: 'fulfilled' })).toEqual({ kind: 'set', status: 'noshow' })
    expect(says('did-not-come', '11:00', { status: 'arrived' })).toEqual({ kind: 'set', status: 'noshow' })
  })

  test('twice is once', () => {
    for (const status of ['arrived', 'in-progress', 'fulfilled'] as const) {
      expect(says('arrived', '11:00', { status })).toEqual({ kind: 'already-so' })
    }
    expect(says('did-not-come', '11:00', { status: 'noshow' })).toEqual({ kind: 'already-so' })
  })

  test.each<AppointmentStatus>(['cancelled', 'entered-in-error', 'waitlist', 'unknown'])(
    'nothing about a visit that is %s',
    (status) => {
      expect(says('arrived', '11:00', { status })).toEqual({ kind: 'refuse', reason: 'not-booked' })
      expect(says('did-not-come', '11:00', { status })).toEqual({ kind: 'refuse', reason: 'not-booked' })
    },
  )
})

const shiftHours = (hours: number) => madrid(`2026-03-12T0${hours}:00`)

describe('a visit that its source calls attended', () => {
  test('counts from its planned end, whenever we hear of it', () => {
    expect(attendedAt(visit())).toBe(end)
    expect(attendedAt(without(visit(), 'durationMin'))).toBe(madrid('2026-03-12T10:00'))
  })

  test('counts from nothing when only its day is known', () => expect(attendedAt(dayOnly)).toBeUndefined())
})
