import { describe, expect, test } from 'vitest'
import { ATTENDED_STATUSES, type Confirmation, type VisitFacts } from '../shared/appointment.ts'
import { DAY, HOUR, MINUTE, shift, type Instant } from '../shared/instant.ts'
import { instantToWallTime } from '../shared/zoned.ts'
import { lead, type Journey } from './journey.ts'
import { appointmentReminder } from './journeys/appointment-reminder.ts'
import { appointmentReminder31 } from './journeys/appointment-reminder-3-1.ts'
import { plan } from './plan.ts'
import type { Plan, Subject } from './plan-types.ts'
import { skipRules } from './skip-rules.ts'
import { MADRID, madrid, subject, visit, visitAt } from './test-subjects.ts'
import { without } from './test-without.ts'

/** `confirm 2026-03-10T10:00` for a touch, `confirm: visit-over` for a step that is left out. */
function told({ touches, skipped }: Plan, zone = MADRID): string[] {
  return [
    ...touches.map((touch) => `${touch.step} ${instantToWallTime(touch.dueAt, zone)}`),
    ...skipped.map((touch) => `${touch.step}: ${touch.reason}`),
  ]
}
const weekAhead = madrid('2026-03-05T12:00')
const planned = (over: Parameters<typeof subject>[0] = {}, now: Instant = weekAhead) =>
  told(plan(appointmentReminder, subject(over), now))

describe('the appointment reminder', () => {
  test('asks 48 hours ahead, reminds 2 hours ahead, and waits with the follow-up until the patient has come', () => {
    expect(planned()).toEqual(['confirm 2026-03-10T10:00', 'soon 2026-03-12T08:00', 'follow-up: not-fulfilled-yet'])
  })

  test('follows up 24 hours after the visit was done', () => {
    const done = visit({ status: 'fulfilled', fulfilledAt: madrid('2026-03-12T10:25') })
    expect(planned({ visit: done }, madrid('2026-03-12T12:00'))).toEqual([
      'follow-up 2026-03-13T10:25',
      'confirm: visit-over',
      'soon: visit-over',
    ])
  })

  test('the follow-up lives for two days and is not bound to the booking', () => {
    const fulfilledAt = madrid('2026-03-12T10:25')
    const done = visit({ status: 'fulfilled', fulfilledAt, settledAt: madrid('2026-03-12T10:20') })
    expect(plan(appointmentReminder, subject({ visit: done }), madrid('2026-03-12T12:00')).touches).toMatchObject([
      {
        anchorAt: fulfilledAt,
        notBefore: fulfilledAt,
        expiresAt: madrid('2026-03-15T10:25'),
        purpose: 'care_followup',
      },
    ])
  })

  test('is 48 hours ahead by the stopwatch when clocks change in between', () => {
    expect(planned({ visit: visitAt('2026-03-30T12:00') })[0]).toBe('confirm 2026-03-28T11:00')
    expect(planned({ visit: visitAt('2026-10-26T12:00') })[0]).toBe('confirm 2026-10-24T13:00')
  })

  test('carries everything that the outbox needs', () => {
    const [confirm, soon] = plan(appointmentReminder, subject(), weekAhead).touches
    expect(confirm).toEqual({
      key: 'appointment-reminder/confirm/visit-1@1',
      journey: 'appointment-reminder',
      step: 'confirm',
      visitId: 'visit-1',
      version: 1,
      template: 'appointment-reminder/confirm',
      purpose: 'appointment_logistics',
      lane: 3,
      messageClass: 'reminder',
      askConfirmation: true,
      anchorAt: madrid('2026-03-12T10:00'),
      intendedAt: madrid('2026-03-10T10:00'),
      dueAt: madrid('2026-03-10T10:00'),
      notBefore: shift(visit().settledAt, 15 * MINUTE),
      expiresAt: madrid('2026-03-11T10:00'),
      visitDate: '2026-03-12',
      mergeWithinMs: DAY,
    })
    expect(soon).toMatchObject({ lane: 2, askConfirmation: false, expiresAt: madrid('2026-03-12T09:30') })
  })

  test('names each step that is left out, with the time it would have had', () => {
    const { skipped } = plan(appointmentReminder, subject({ reachable: 'no-contact-point' }), weekAhead)
    expect(skipped[0]).toEqual({
      key: 'appointment-reminder/confirm/visit-1@1',
      journey: 'appointment-reminder',
      step: 'confirm',
      visitId: 'visit-1',
      version: 1,
      reason: 'no-contact-point',
      dueAt: madrid('2026-03-10T10:00'),
    })
    expect(skipped[2]).not.toHaveProperty('dueAt')
  })
})

describe('an early, late or closed hour moves a touch earlier, never later', () => {
  test.each([
    [
      'a visit at 08:00 is announced the evening before',
      '2026-03-12T08:00',
      ['confirm 2026-03-10T08:00', 'soon 2026-03-11T19:30'],
    ],
    ['a visit at 09:59 too', '2026-03-12T09:59', ['confirm 2026-03-10T09:59', 'soon 2026-03-11T19:30']],
    [
      'a visit at 07:00 is also asked about the evening before',
      '2026-03-12T07:00',
      ['confirm 2026-03-09T19:30', 'soon 2026-03-11T19:30'],
    ],
    [
      'a visit at 21:20 is asked about at 19:20',
      '2026-03-12T21:20',
      ['confirm 2026-03-10T19:30', 'soon 2026-03-12T19:20'],
    ],
    [
      'a visit at 22:00 is announced at the last call',
      '2026-03-12T22:00',
      ['confirm 2026-03-10T19:30', 'soon 2026-03-12T19:30'],
    ],
  ])('%s', (_, start, expected) => {
    expect(planned({ visit: visitAt(start) }).slice(0, 2)).toEqual(expected)
  })

  test("the hours are those of the patient's place, not the clinic's", () => {
    const far = plan(appointmentReminder, subject({ patientZone: 'America/Sao_Paulo' }), weekAhead)
    // 10:00 in Madrid is 06:00 in São Paulo, where the evening before ends at 19:30.
    expect(told(far, 'America/Sao_Paulo').slice(0, 2)).toEqual(['confirm 2026-03-09T19:30', 'soon 2026-03-11T19:30'])
  })

  test('the question avoids a holiday by going the evening before; the near reminder stays', () => {
    const holidays = new Set(['2026-03-10', '2026-03-12'])
    expect(planned({ holidays }).slice(0, 2)).toEqual(['confirm 2026-03-09T19:30', 'soon 2026-03-12T08:00'])
  })

  test('a holiday that follows another is avoided as well', () => {
    expect(planned({ holidays: new Set(['2026-03-09', '2026-03-10']) })[0]).toBe('confirm 2026-03-08T19:30')
  })

  test('a follow-up that falls in the night comes the evening before it, on holidays too', () => {
    const done = visitAt('2026-03-12T20:30', { status: 'arrived', fulfilledAt: madrid('2026-03-12T21:00') })
    const over = { visit: done, holidays: new Set(['2026-03-13']) }
    expect(planned(over, madrid('2026-03-12T21:05'))[0]).toBe('follow-up 2026-03-13T19:30')
  })
})

describe('late bookings', () => {
  const bookedAt = (local: string, start: string) =>
    planned({ visit: visitAt(start, { settledAt: madrid(local) }) }, madrid(local)).slice(0, 2)

  test.each([
    [
      'three hours ahead: no question, and the near reminder',
      '2026-03-12T07:00',
      '2026-03-12T10:00',
      ['soon 2026-03-12T08:00', 'confirm: booked-too-late'],
    ],
    [
      'two hours and ten minutes ahead: they know',
      '2026-03-12T07:50',
      '2026-03-12T10:00',
      ['confirm: booked-too-late', 'soon: booked-too-late'],
    ],
    [
      'two hours and a quarter ahead: settled just in time',
      '2026-03-12T07:45',
      '2026-03-12T10:00',
      ['soon 2026-03-12T08:00', 'confirm: booked-too-late'],
    ],
    [
      'an hour ahead: nothing',
      '2026-03-12T09:00',
      '2026-03-12T10:00',
      ['confirm: booked-too-late', 'soon: booked-too-late'],
    ],
    [
      'at 22:00 for 07:00: no decent hour is left',
      '2026-03-11T22:00',
      '2026-03-12T07:00',
      ['confirm: booked-too-late', 'soon: no-decent-hour'],
    ],
    [
      'at 19:15 for 07:00: settled at the last call',
      '2026-03-11T19:15',
      '2026-03-12T07:00',
      ['soon 2026-03-11T19:30', 'confirm: booked-too-late'],
    ],
    [
      'at 19:16 for 07:00: a minute too late',
      '2026-03-11T19:16',
      '2026-03-12T07:00',
      ['confirm: booked-too-late', 'soon: no-decent-hour'],
    ],
  ])('booked %s', (_, booked, start, expected) => {
    expect(bookedAt(booked, start)).toEqual(expected)
  })

  test('a booking that the source made days ago has settled, although we see it first now', () => {
    const now = madrid('2026-03-12T07:58')
    const seen = { visit: visit({ settledAt: now }), bookedAt: madrid('2026-03-02T09:00') }
    expect(planned(seen, now)).toEqual(['soon 2026-03-12T08:00', 'confirm: due-passed', 'follow-up: not-fulfilled-yet'])
    expect(planned({ visit: visit({ settledAt: now }) }, now)[1]).toBe('soon: booked-too-late')
  })

  test('a visit that was moved just now has not settled, however long ago it was booked', () => {
    const now = madrid('2026-03-12T07:58')
    const moved = { visit: visit({ version: 2, settledAt: now }), bookedAt: madrid('2026-03-02T09:00') }
    expect(planned(moved, now)[1]).toBe('soon: booked-too-late')
  })

  test('what was due before now is not sent late, what is due now is sent', () => {
    const at = (local: string) => planned({}, madrid(local))
    expect(at('2026-03-10T10:00')[0]).toBe('confirm 2026-03-10T10:00')
    expect(at('2026-03-10T10:01')).toContain('confirm: due-passed')
    expect(at('2026-03-12T08:01')).toContain('soon: due-passed')
    expect(at('2026-03-12T10:00')).toContain('soon: visit-over')
    expect(at('2026-03-12T09:59')).toContain('soon: due-passed')
  })
})

describe('the answer of the patient', () => {
  test.each<[Confirmation, string[]]>([
    ['none', ['confirm 2026-03-10T10:00', 'soon 2026-03-12T08:00']],
    ['requested', ['confirm 2026-03-10T10:00', 'soon 2026-03-12T08:00']],
    ['confirmed', ['soon 2026-03-12T08:00', 'confirm: already-answered']],
    ['reschedule-requested', ['soon 2026-03-12T08:00', 'confirm: already-answered']],
    ['declined', ['confirm: patient-declined', 'soon: patient-declined']],
  ])('%s', (confirmation, expected) => {
    expect(planned({ visit: visit({ confirmation }) }).slice(0, 2)).toEqual(expected)
  })

  test('who declined and came all the same is followed up', () => {
    const came = visit({ confirmation: 'declined', status: 'arrived', fulfilledAt: madrid('2026-03-12T10:20') })
    expect(planned({ visit: came }, madrid('2026-03-12T12:00'))[0]).toBe('follow-up 2026-03-13T10:20')
  })
})

describe('three days, one day, two hours', () => {
  const told31 = (over: Partial<VisitFacts>, now = weekAhead) =>
    told(plan(appointmentReminder31, subject({ visit: visit(over) }), now))
  test('asks twice while there is no answer', () => {
    expect(told31({})).toEqual(['confirm 2026-03-09T10:00', 'confirm-again 2026-03-11T10:00', 'soon 2026-03-12T08:00'])
  })
  test('does not ask again who has answered', () => {
    const answered = ['soon 2026-03-12T08:00', 'confirm: already-answered', 'confirm-again: already-answered']
    expect(told31({ confirmation: 'confirmed' })).toEqual(answered)
  })
  test('expires before the next question comes', () => {
    const { touches } = plan(appointmentReminder31, subject(), weekAhead)
    expect(touches.map((touch) => instantToWallTime(touch.expiresAt, MADRID))).toEqual([
      '2026-03-10T22:00',
      '2026-03-11T22:00',
      '2026-03-12T09:30',
    ])
  })
})

/** Each rule with a row in which it leaves something out. */
const reasons: [rule: string, given: string, over: Parameters<typeof subject>[0], expected: string, now?: Instant][] = [
  ['visit-stands', 'cancelled', { visit: visit({ status: 'cancelled' }) }, 'soon: visit-cancelled'],
  ['visit-stands', 'a mistake', { visit: visit({ status: 'entered-in-error' }) }, 'follow-up: visit-cancelled'],
  ['visit-stands', 'only wished for', { visit: visit({ status: 'waitlist' }) }, 'confirm: visit-not-booked'],
  ['visit-stands', 'nobody knows', { visit: visit({ status: 'unknown' }) }, 'follow-up: visit-not-booked'],
  ['before-the-visit', 'the patient is here', { visit: visit({ status: 'arrived' }) }, 'soon: visit-over'],
  ['before-the-visit', 'the visit has begun', {}, 'confirm: visit-over', madrid('2026-03-12T10:00')],
  ['patient-came', 'nobody came', { visit: visit({ status: 'noshow' }) }, 'follow-up: did-not-come'],
  ['patient-came', 'still to come', {}, 'follow-up: not-fulfilled-yet'],
  [
    'patient-came',
    'nobody said when it was over',
    { visit: visit({ status: 'fulfilled' }) },
    'follow-up: not-fulfilled-yet',
  ],
  ['patient-coming', 'will not come', { visit: visit({ confirmation: 'declined' }) }, 'soon: patient-declined'],
  ['switched-on', 'a new site', { sendingDisabled: ['site-disabled', 'service-disabled'] }, 'soon: site-disabled'],
  ['switched-on', 'a new practitioner', { sendingDisabled: ['practitioner-disabled'] }, 'soon: practitioner-disabled'],
  ['reachable', 'no phone', { reachable: 'no-contact-point' }, 'confirm: no-contact-point'],
  ['reachable', 'stop was said', { reachable: 'opted-out' }, 'soon: opted-out'],
  ['consented', 'nobody asked', { granted: new Set(['care_followup']) }, 'soon: no-consent'],
  ['conditions-met', 'confirmed', { visit: visit({ confirmation: 'confirmed' }) }, 'confirm: already-answered'],
  [
    'booking-settled',
    'booked just now',
    { visit: visit({ settledAt: madrid('2026-03-10T09:50') }) },
    'confirm: booked-too-late',
  ],
  [
    'decent-hour',
    'booked by night',
    { visit: visitAt('2026-03-12T07:00', { settledAt: madrid('2026-03-11T22:00') }) },
    'soon: no-decent-hour',
  ],
  ['not-in-the-past', 'seen too late', {}, 'confirm: due-passed', madrid('2026-03-11T12:00')],
  ['source-fresh', 'an overdue book', { sourceStale: true }, 'confirm: source-stale'],
]

describe('every reason not to send', () => {
  test.each(reasons)('%s: %s', (_rule, _given, over, expected, now) => {
    expect(planned(over, now)).toContain(expected)
  })

  test('a visit known by its day only has no timed touches', () => {
    const dayOnly = without(visit(), 'startAt')
    expect(planned({ visit: dayOnly })).toEqual([
      'confirm: date-only',
      'soon: date-only',
      'follow-up: not-fulfilled-yet',
    ])
    const over = without(visit({ status: 'fulfilled' }), 'startAt')
    expect(planned({ visit: over }, madrid('2026-03-13T12:00'))).toContain('follow-up: date-only')
  })

  test('every rule has a row in which it leaves something out', () => {
    const elsewhere = ['time-known', 'apart'] // the tests before and after this one
    const named = new Set([...reasons.map(([rule]) => rule), ...elsewhere])
    expect(skipRules.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([])
  })

  test('a lasting reason is told before a passing one', () => {
    const late = madrid('2026-03-11T12:00')
    expect(planned({ reachable: 'unusable-number', sourceStale: true }, late)).toContain('confirm: unusable-number')
    expect(planned({ granted: new Set() }, late)).toContain('confirm: no-consent')
    expect(planned({ sourceStale: true }, late)).toContain('confirm: due-passed')
  })

  test('the follow-up rests on its own purpose', () => {
    const done = { visit: visit({ status: 'fulfilled' as const, fulfilledAt: madrid('2026-03-12T10:25') }) }
    const granted: Subject['granted'] = new Set(['appointment_logistics'])
    expect(planned({ ...done, granted }, madrid('2026-03-12T12:00'))).toContain('follow-up: no-consent')
    expect(ATTENDED_STATUSES.has('fulfilled')).toBe(true)
  })
})

describe('what a journey can ask for', () => {
  const [confirm, soon] = appointmentReminder.steps
  const journey = (over: Partial<Journey>): Journey => ({ ...appointmentReminder, ...over })

  test('a minimum lead: who booked yesterday is not asked', () => {
    const asks = journey({ steps: [{ ...confirm, conditions: [lead({ days: 3 })] }] })
    const bookedAgo = (hours: number) => visit({ settledAt: shift(madrid('2026-03-12T10:00'), -hours * HOUR) })
    const now = madrid('2026-03-10T09:00')
    expect(told(plan(asks, subject({ visit: bookedAgo(71) }), now))).toEqual(['confirm: lead-too-short'])
    expect(told(plan(asks, subject({ visit: bookedAgo(72) }), now))).toEqual(['confirm 2026-03-10T10:00'])
  })

  const crowded = journey({
    steps: [
      { ...soon, key: 'first', at: confirm.at },
      { ...soon, key: 'second', at: confirm.at },
    ],
  })
  test('two touches of one visit keep their distance, and the later step gives way', () => {
    expect(told(plan(crowded, subject(), weekAhead))).toEqual(['first 2026-03-10T10:00', 'second: too-close'])
    const apart = journey({ ...crowded, minimumGapMs: 0 })
    expect(told(plan(apart, subject(), weekAhead))).toEqual(['first 2026-03-10T10:00', 'second 2026-03-10T10:00'])
  })

  test('exactly the distance is enough', () => {
    const later = { ...soon, key: 'second', at: (confirm.at + 4 * HOUR) as typeof confirm.at }
    const steps = [confirm, later]
    expect(told(plan(journey({ steps }), subject(), weekAhead))[1]).toBe('second 2026-03-10T14:00')
    const closer = { ...later, at: (later.at - MINUTE) as typeof later.at }
    expect(told(plan(journey({ steps: [confirm, closer] }), subject(), weekAhead))[1]).toBe('second: too-close')
  })

  test('a step that gave way does not come back when the first has been sent', () => {
    const second = { ...soon, key: 'second', at: (confirm.at + HOUR) as typeof confirm.at }
    const halfPast = madrid('2026-03-10T10:30')
    expect(told(plan(journey({ steps: [confirm, second] }), subject(), halfPast))).toEqual([
      'confirm: due-passed',
      'second: too-close',
    ])
  })

  test('a step whose neighbour stays away for good goes out', () => {
    const second = { ...soon, key: 'second', at: (confirm.at + HOUR) as typeof confirm.at }
    const answered = subject({ visit: visit({ confirmation: 'confirmed' }) })
    expect(told(plan(journey({ steps: [confirm, second] }), answered, weekAhead))[0]).toBe('second 2026-03-10T11:00')
  })

  test('a reminder that would be useful after the visit ends with it all the same', () => {
    const sloppy = journey({ steps: [{ ...soon, expires: HOUR as typeof soon.expires }] })
    expect(plan(sloppy, subject(), weekAhead).touches[0]?.expiresAt).toBe(madrid('2026-03-12T10:00'))
  })
})
