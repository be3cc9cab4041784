import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slotsOf } from '../../test-support/schedule-arbitraries.ts'
import { DAY, HOUR, formatInstant, parseInstant, shift } from '../shared/instant.ts'
import { localDate } from '../shared/zoned.ts'
import { offer, OFFER_SIZE, TOO_SOON_MS, type OfferRequest } from './offer.ts'
import { lasting, overlaps, type Slot } from './slot.ts'

const zone = 'America/Sao_Paulo'
const at = (local: string) => parseInstant(`2026-${local}:00-03:00`)
const slot = (local: string, practitionerId = 'lima'): Slot => ({
  ...lasting(at(local), 30),
  practitionerId,
  siteId: 'c',
  zone,
})
const base: OfferRequest = { free: [], shown: [], busy: [], zone, now: at('11-23T09:00') }
const told = (over: Partial<OfferRequest>): string => {
  const { slots, more } = offer({ ...base, ...over })
  return (
    slots.map(({ startAt }) => formatInstant(shift(startAt, -3 * HOUR)).slice(5, 16)).join(' ') + (more ? ' …' : '')
  )
}
const slots = (...locals: readonly string[]): Slot[] => locals.map((local) => slot(local))

describe('which times to offer', () => {
  const rows: readonly [string, Partial<OfferRequest>, string][] = [
    ['nothing free is nothing offered', {}, ''],
    ['two free times are both offered', { free: slots('11-25T09:00', '11-26T09:00') }, '11-25T09:00 11-26T09:00'],
    [
      'three free times leave no more',
      { free: slots('11-25T09:00', '11-26T09:00', '11-27T09:00') },
      '11-25T09:00 11-26T09:00 11-27T09:00',
    ],
    [
      'a fourth is behind "more"',
      { free: slots('11-25T09:00', '11-26T09:00', '11-27T09:00', '11-30T09:00') },
      '11-25T09:00 11-26T09:00 11-27T09:00 …',
    ],
    [
      'each of the three is on a day of its own',
      { free: slots('11-25T09:00', '11-25T09:30', '11-26T09:00', '11-30T09:00') },
      '11-25T09:00 11-26T09:00 11-30T09:00 …',
    ],
    [
      'with too few days a day gives a second time',
      { free: slots('11-25T09:00', '11-25T09:30', '11-25T10:00', '11-26T09:00') },
      '11-25T09:00 11-25T09:30 11-26T09:00 …',
    ],
    [
      'the usual time of day is preferred',
      {
        free: slots('11-25T08:00', '11-25T15:00', '11-26T08:00', '11-26T15:00', '11-27T15:30'),
        usualAt: at('11-24T15:00'),
      },
      '11-25T15:00 11-26T15:00 11-27T15:30 …',
    ],
    [
      'an hour away from the usual time is as bad as a day later',
      { free: slots('11-25T16:01', '11-26T15:00', '11-27T13:59', '11-28T15:00'), usualAt: at('11-24T15:00') },
      '11-25T16:01 11-26T15:00 11-28T15:00 …',
    ],
    [
      'another time on the old day weighs as much as three days more',
      { free: slots('11-25T10:00', '11-26T09:00', '11-27T09:00', '11-28T09:00'), usualAt: at('11-25T09:00') },
      '11-26T09:00 11-27T09:00 11-28T09:00 …',
    ],
    [
      'the old day is offered before waiting much longer',
      { free: slots('11-25T09:30', '11-26T09:00', '11-27T09:00', '11-29T09:00'), usualAt: at('11-25T09:00') },
      '11-25T09:30 11-26T09:00 11-27T09:00 …',
    ],
    [
      'earlier than usual is as far as later than usual',
      {
        free: slots('11-25T08:00', '11-25T11:00', '11-26T08:00', '11-27T10:00', '11-27T07:59'),
        usualAt: at('11-24T09:00'),
      },
      '11-25T08:00 11-26T08:00 11-27T10:00 …',
    ],
    [
      'of two equal ones the sooner is offered',
      { free: slots('11-25T16:00', '11-26T15:00', '11-27T14:00', '11-26T17:00'), usualAt: at('11-24T15:00') },
      '11-25T16:00 11-26T15:00 11-27T14:00 …',
    ],
    [
      'without a usual time the sooner is better',
      { free: slots('11-26T08:00', '11-25T18:00', '11-27T12:00', '11-25T08:00') },
      '11-25T08:00 11-26T08:00 11-27T12:00 …',
    ],
    [
      'within a day of now only when there is nothing else',
      { free: slots('11-23T14:00', '11-25T09:00', '11-26T09:00', '11-27T09:00') },
      '11-25T09:00 11-26T09:00 11-27T09:00 …',
    ],
    [
      'a full day away is not too soon',
      { free: slots('11-24T08:59', '11-24T09:00', '11-25T09:00', '11-26T09:00') },
      '11-24T09:00 11-25T09:00 11-26T09:00 …',
    ],
    ['too soon is better than nothing', { free: slots('11-23T14:00', '11-25T09:00') }, '11-23T14:00 11-25T09:00'],
    ['what has begun is not offered', { free: slots('11-23T09:00', '11-23T08:00', '11-25T09:00') }, '11-25T09:00'],
    [
      'what was shown is not shown again',
      { free: slots('11-25T09:00', '11-26T09:00'), shown: slots('11-25T09:00') },
      '11-26T09:00',
    ],
    [
      'what overlaps another visit of the patient is not offered',
      { free: slots('11-25T09:00', '11-25T09:30'), busy: [lasting(at('11-25T09:29'), 1)] },
      '11-25T09:30',
    ],
    [
      'two practitioners at one time are one time',
      { free: [slot('11-25T09:00', 'souza'), slot('11-25T09:00', 'lima'), slot('11-26T09:00')] },
      '11-25T09:00 11-26T09:00',
    ],
    [
      'the day is the patient’s, not UTC’s',
      { free: slots('11-25T20:00', '11-25T22:00', '11-26T20:00', '11-27T20:00'), usualAt: at('11-23T20:00') },
      '11-25T20:00 11-26T20:00 11-27T20:00 …',
    ],
  ]
  test.each(rows)('%s', (_name, over, gives) => expect(told(over)).toBe(gives))

  test('of two practitioners at one time the first by id is offered', () =>
    expect(offer({ ...base, free: [slot('11-25T09:00', 'souza'), slot('11-25T09:00', 'lima')] }).slots).toEqual([
      slot('11-25T09:00', 'lima'),
    ]))
})

const requests: fc.Arbitrary<OfferRequest> = fc.record(
  {
    free: fc.array(slotsOf(['lima', 'souza']), { maxLength: 30 }),
    shown: fc.array(slotsOf(['lima']), { maxLength: 4 }),
    busy: fc.array(slotsOf(['x']), { maxLength: 3 }),
    usualAt: slotsOf(['x']).map(({ startAt }) => startAt),
    zone: fc.constantFrom('Europe/Madrid', 'America/Sao_Paulo'),
    now: slotsOf(['x']).map(({ startAt }) => shift(startAt, -5 * DAY)),
  },
  { requiredKeys: ['free', 'shown', 'busy', 'zone', 'now'] },
)

describe('laws of the offer', () => {
  const law = (check: (request: OfferRequest) => void): void =>
    fc.assert(
      fc.property(requests, (request) => {
        check(request)
      }),
      { numRuns: 1000 },
    )

  test('an offer is at most three different free times ahead, soonest first, none of them elsewhere needed', () =>
    law((request) => {
      const { slots: given } = offer(request)
      expect(given.length).toBeLessThanOrEqual(OFFER_SIZE)
      const starts = given.map(({ startAt }) => startAt)
      expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b))
      const wrong = given.filter(
        (one) =>
          !request.free.includes(one) ||
          one.startAt <= request.now ||
          request.shown.some(({ startAt }) => startAt === one.startAt) ||
          request.busy.some((visit) => overlaps(visit, one)),
      )
      expect(wrong).toEqual([])
    }))

  test('paging shows every usable time once, and "more" says truly whether there is another page', () =>
    law((request) => {
      const shown: Slot[] = [...request.shown]
      const seen: number[] = []
      for (;;) {
        const page = offer({ ...request, shown })
        if (page.slots.length === 0) break
        seen.push(...page.slots.map(({ startAt }) => startAt))
        shown.push(...page.slots)
        expect(page.more).toBe(offer({ ...request, shown }).slots.length > 0)
      }
      const busy = (one: Slot) => request.busy.some((visit) => overlaps(visit, one))
      const before = new Set(request.shown.map(({ startAt }) => startAt))
      const usable = request.free.filter((one) => one.startAt > request.now && !busy(one) && !before.has(one.startAt))
      // Of two practitioners at one time one is busy for the patient as much as the other: they last as long or not.
      const must = new Set(usable.map(({ startAt }) => startAt))
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen.toSorted((a, b) => a - b)).toEqual([...must].toSorted((a, b) => a - b))
    }))

  test('a time too soon is offered only when all later ones are', () =>
    law((request) => {
      const { slots: given } = offer(request)
      const soon = given.filter(({ startAt }) => startAt - request.now < TOO_SOON_MS)
      const days = new Set(given.map(({ startAt }) => localDate(startAt, request.zone)))
      const rest = offer({ ...request, shown: [...request.shown, ...given] }).slots
      const later = rest.filter(
        ({ startAt }) => startAt - request.now >= TOO_SOON_MS && !days.has(localDate(startAt, request.zone)),
      )
      expect(soon.length === 0 || later.length === 0).toBe(true)
    }))
})
