import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { MessageClass } from '../policy/message-class.ts'
import { MINUTE, shift } from '../shared/instant.ts'
import { plan } from './plan.ts'
import type { Subject } from './plan-types.ts'
import { anyJourney, anySituation } from './test-arbitraries.ts'

const law = { numRuns: Number(process.env['RUNS'] ?? 1500) }
const stepOf = (journey: { steps: readonly { key: string }[] }, key: string) =>
  journey.steps.find((step) => step.key === key)

/** Decent and before the last half hour, told by Temporal alone. */
function planable(at: number, subject: Subject, messageClass: MessageClass, avoids: boolean) {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(subject.patientZone)
  const hours = subject.decentHours[messageClass]
  const day = hours.weekdays[local.dayOfWeek as 1]
  const closed = (avoids || hours.closedOnHolidays) && subject.holidays.has(local.toPlainDate().toString())
  const minute = local.hour * 60 + local.minute
  return day !== undefined && !closed && minute >= day.fromMinute && minute <= day.toMinute - 30
}

describe('whatever the visit, the place and the hour', () => {
  test('each step is planned or left out with a reason, in order, never lost and never doubled', () => {
    fc.assert(
      fc.property(anyJourney, anySituation, (journey, { subject, now }) => {
        const { touches, skipped, version, visitId } = plan(journey, subject, now)
        const keys = journey.steps.map((step) => `${journey.key}/${step.key}/${visitId}@${version}`)
        expect([...touches, ...skipped].map((touch) => touch.key).toSorted()).toEqual(keys.toSorted())
        expect(keys.filter((key) => touches.some((touch) => touch.key === key))).toEqual(touches.map(({ key }) => key))
      }),
      law,
    )
  })

  test('no touch is in the past, unsettled, expired when due, or later than intended', () => {
    fc.assert(
      fc.property(anyJourney, anySituation, (journey, { subject, now }) => {
        for (const touch of plan(journey, subject, now).touches) {
          expect(touch.dueAt).toBeGreaterThanOrEqual(now)
          expect(touch.dueAt).toBeGreaterThanOrEqual(touch.notBefore)
          expect(touch.dueAt).toBeLessThanOrEqual(touch.intendedAt)
          expect(touch.dueAt).toBeLessThan(touch.expiresAt)
        }
      }),
      law,
    )
  })

  test('nothing that announces a visit can leave once it has begun', () => {
    fc.assert(
      fc.property(anyJourney, anySituation, (journey, { subject, now }) => {
        for (const touch of plan(journey, subject, now).touches) {
          if (stepOf(journey, touch.step) && touch.messageClass === 'reminder') {
            expect(touch.expiresAt).toBeLessThanOrEqual(subject.visit.startAt ?? 0)
          } else expect(touch.dueAt).toBeGreaterThan(subject.visit.fulfilledAt ?? Infinity)
        }
      }),
      law,
    )
  })

  test('a touch is due at the latest decent moment up to the intended one, also when clocks change', () => {
    fc.assert(
      fc.property(anyJourney, anySituation, (journey, { subject, now }) => {
        for (const { step: key, messageClass, dueAt, intendedAt } of plan(journey, subject, now).touches) {
          const avoids = journey.steps.find((step) => step.key === key)?.avoidsHolidays === true
          expect(planable(dueAt, subject, messageClass, avoids)).toBe(true)
          const minutes = (intendedAt - dueAt) / MINUTE
          const tried = [1, ...Array.from({ length: 40 }, (_, n) => Math.floor((minutes * (n + 1)) / 40))]
          const missed = tried.filter((n) => n > 0 && n <= minutes).map((n) => dueAt + n * MINUTE)
          expect(missed.filter((at) => planable(at, subject, messageClass, avoids))).toEqual([])
        }
      }),
      law,
    )
  })

  test('as time passes touches only go away, and only because they are due or the visit is over', () => {
    fc.assert(
      fc.property(anyJourney, anySituation, fc.integer({ min: 0, max: 5000 }), (journey, { subject, now }, minutes) => {
        const before = plan(journey, subject, now)
        const after = plan(journey, subject, shift(now, minutes * MINUTE))
        expect(before.touches).toEqual(expect.arrayContaining([...after.touches]))
        const gone = before.touches.filter((touch) => !after.touches.some(({ key }) => key === touch.key))
        const reasons = gone.map((touch) => after.skipped.find(({ key }) => key === touch.key)?.reason)
        expect(reasons.filter((reason) => reason !== 'due-passed' && reason !== 'visit-over')).toEqual([])
      }),
      law,
    )
  })

  test('two touches of one visit are never closer than the journey allows', () => {
    fc.assert(
      fc.property(anyJourney, anySituation, (journey, { subject, now }) => {
        const { touches } = plan(journey, subject, now)
        const gaps = touches.slice(1).map((touch, index) => touch.dueAt - (touches[index]?.dueAt ?? 0))
        expect(gaps.filter((gap) => gap < journey.minimumGapMs)).toEqual([])
      }),
      law,
    )
  })

  test('who cannot or will not be written to has nothing planned', () => {
    fc.assert(
      fc.property(anyJourney, anySituation, (journey, { subject, now }) => {
        const none = (over: Partial<Subject>) => plan(journey, { ...subject, ...over }, now).touches
        expect(none({ reachable: 'opted-out' })).toEqual([])
        expect(none({ granted: new Set() })).toEqual([])
        expect(none({ sendingDisabled: ['practitioner-disabled'] })).toEqual([])
        expect(none({ visit: { ...subject.visit, status: 'cancelled' } })).toEqual([])
      }),
      law,
    )
  })
})
