import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE, shift } from '../shared/instant.ts'
import type { ExistingTouch } from './change.ts'
import { decideNotice, noticeOutlook, staleNotices, toldAtOf, type ChangedVisit } from './notice.ts'
import { madrid, subject, visitAt } from './test-subjects.ts'

const now = madrid('2026-03-02T11:00')
const was = madrid('2026-03-12T10:00')
const is = madrid('2026-03-13T10:00')

const moved = (over: Partial<ChangedVisit> = {}): ChangedVisit => ({
  subject: subject({ visit: visitAt('2026-03-13T10:00', { version: 2 }) }),
  siteId: 'site-1',
  known: { startAt: was, siteId: 'site-1' },
  stood: true,
  settleMs: 2 * MINUTE,
  ...over,
})
const cancelled = (over: Partial<ChangedVisit> = {}): ChangedVisit =>
  moved({ subject: subject({ visit: visitAt('2026-03-12T10:00', { status: 'cancelled' }) }), ...over })
const toldOf = (changed: ChangedVisit, at = now) => {
  const decision = decideNotice(changed, at)
  return decision.kind === 'none' ? 'nothing' : decision.kind === 'send' ? decision.touch.step : decision.touch.reason
}

describe('the news of a change', () => {
  test.each([
    ['a visit that was moved', moved(), 'moved'],
    ['a visit that was cancelled', cancelled(), 'cancelled'],
    ['a visit that is at another site now', moved({ known: { startAt: is, siteId: 'site-2' } }), 'moved'],
    ['the length or the practitioner alone', moved({ known: { startAt: is, siteId: 'site-1' } }), 'nothing'],
    ['what was off before, and is off still', cancelled({ stood: false }), 'nothing'],
    ['a mistake that was taken out of the book', moved({ subject: subject({ visit: visitAt('2026-03-12T10:00', { status: 'entered-in-error' }) }) }), 'nothing'],
    ['somebody who arrived', moved({ subject: subject({ visit: visitAt('2026-03-12T10:00', { status: 'arrived' }) }) }), 'nothing'],
    ['who wants no messages', cancelled({ subject: subject({ visit: visitAt('2026-03-12T10:00', { status: 'cancelled' }), reachable: 'opted-out' }) }), 'opted-out'],
    ['who has not allowed messages about visits', moved({ subject: subject({ visit: visitAt('2026-03-13T10:00'), granted: new Set(['care_followup']) }) }), 'no-consent'],
    ['a practitioner who is switched off', moved({ subject: subject({ visit: visitAt('2026-03-13T10:00'), sendingDisabled: ['practitioner-disabled'] }) }), 'practitioner-disabled'],
    ['what the desk will say itself', moved({ unwanted: 'not-wanted' }), 'not-wanted'],
  ] as const)('%s', (_, changed, wanted) => expect(toldOf(changed)).toBe(wanted)) // prettier-ignore

  test('is no news any more once the visit is over', () => {
    expect(toldOf(cancelled(), shift(was, MINUTE))).toBe('nothing')
    expect(toldOf(moved(), shift(is, MINUTE))).toBe('nothing')
  })

  test('of a visit without a time cannot be said', () => {
    const { startAt: _, ...dayOnly } = visitAt('2026-03-13T10:00')
    expect(toldOf(moved({ subject: subject({ visit: dayOnly }) }))).toBe('date-only')
  })

  test('leaves after the settle time, in the lane of near reminders, and lives until the visit', () => {
    const decision = decideNotice(moved(), now)
    expect(decision).toMatchObject({
      kind: 'send',
      touch: { key: 'appointment-change/moved/visit-1@2', dueAt: shift(now, 2 * MINUTE), expiresAt: is, lane: 2, askConfirmation: true, purpose: 'appointment_logistics' },
    }) // prettier-ignore
    expect(decideNotice(cancelled(), now)).toMatchObject({ touch: { expiresAt: was, askConfirmation: false } })
  })

  test('does not wait for the settle time when the patient is about to set out', () => {
    expect(decideNotice(cancelled(), shift(was, -20 * MINUTE))).toMatchObject({ touch: { dueAt: shift(was, -20 * MINUTE) } }) // prettier-ignore
    // To a later time: what counts is the time at which the patient would come.
    expect(decideNotice(moved({ settleMs: HOUR }), shift(was, -HOUR))).toMatchObject({ touch: { dueAt: shift(was, -HOUR) } }) // prettier-ignore
  })

  test('waits for the morning, and is left out when the morning is too late', () => {
    expect(decideNotice(cancelled(), madrid('2026-03-10T23:30'))).toMatchObject({ touch: { dueAt: madrid('2026-03-11T07:00') } }) // prettier-ignore
    const early = cancelled({ subject: subject({ visit: visitAt('2026-03-12T06:30', { status: 'cancelled' }) }), known: { startAt: madrid('2026-03-12T06:30'), siteId: 'site-1' } }) // prettier-ignore
    expect(toldOf(early, madrid('2026-03-11T22:00'))).toBe('no-decent-hour')
  })
})

describe('before the desk changes anything', () => {
  test.each([
    ['nothing is in the way', subject(), undefined],
    ['there is no phone', subject({ reachable: 'no-contact-point' }), 'no-contact-point'],
    ['there is no consent', subject({ granted: new Set() }), 'no-consent'],
    ['the visit has begun', subject({ visit: visitAt('2026-03-02T10:59') }), 'visit-over'],
  ] as const)('it knows when %s', (_, facts, wanted) => expect(noticeOutlook(facts, now)).toBe(wanted))
})

describe('a notice that has not left', () => {
  const open = (key: string, over: Partial<ExistingTouch> = {}): ExistingTouch => ({ key: key as ExistingTouch['key'], version: 2, state: 'planned', dueAt: now, ...over }) // prettier-ignore
  const stands = subject({ visit: visitAt('2026-03-13T10:00', { version: 2 }) })
  const off = subject({ visit: visitAt('2026-03-13T10:00', { version: 2, status: 'cancelled' }) })

  test('of a new time is withdrawn when there is a newer one or the visit is off', () => {
    const notice = open('appointment-change/moved/visit-1@2')
    expect(staleNotices([notice], stands)).toEqual([])
    expect(staleNotices([notice], off)).toEqual([{ kind: 'withdraw', key: notice.key, reason: 'superseded' }])
    expect(staleNotices([{ ...notice, version: 1 }], stands)).toHaveLength(1)
  })

  test('of a cancellation is withdrawn when the visit stands again; what has left is history', () => {
    const notice = open('appointment-change/cancelled/visit-1@2')
    expect(staleNotices([notice], off)).toEqual([])
    expect(staleNotices([notice], stands)).toHaveLength(1)
    expect(staleNotices([{ ...notice, state: 'accepted' }], stands)).toEqual([])
  })

  test('keeps the reminders of the new time at a distance', () => {
    const notice = open('appointment-change/moved/visit-1@2', { dueAt: shift(now, DAY) })
    expect(toldAtOf([notice], stands)).toBe(shift(now, DAY))
    expect(toldAtOf([{ ...notice, version: 1 }], stands)).toBeUndefined()
    expect(toldAtOf([{ ...notice, state: 'skipped' }], stands)).toBeUndefined()
  })
})
