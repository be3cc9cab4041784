import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instant } from '../shared/instant.ts'
import type { Delivery, StatusReport } from './delivery-status.ts'
import { DELIVERY_STATUSES, foldStatus, hasArrived, NOTHING_REPORTED, standing } from './delivery-status.ts'

const report = (status: StatusReport['status'], at: number, code?: number): StatusReport =>
  code === undefined ? { status, at: instant(at) } : { status, at: instant(at), code }
const foldAll = (reports: readonly StatusReport[]): Delivery => reports.reduce(foldStatus, NOTHING_REPORTED)
const standingOf = (...reports: StatusReport[]) => standing(foldAll(reports))

const anyReport = fc
  .record({
    status: fc.constantFrom(...DELIVERY_STATUSES),
    at: fc.integer({ min: 0, max: 9 }),
    code: fc.constantFrom(131026, 131049),
  })
  .map(({ status, at, code }) => (status === 'failed' ? report(status, at, code) : report(status, at)))
const reportsAndAnotherTelling = fc
  .array(anyReport, { maxLength: 12 })
  .chain((reports) =>
    fc.tuple(
      fc.constant(reports),
      fc.shuffledSubarray([...reports, ...reports, ...reports], { minLength: reports.length * 3 }),
    ),
  )

describe('the statuses of a message', () => {
  test('end the same in any order and however often each arrives', () => {
    fc.assert(
      fc.property(reportsAndAnotherTelling, ([reports, retold]) => {
        expect(foldAll(retold)).toEqual(foldAll(reports))
      }),
    )
  })

  test('never step back from what was reached', () => {
    const height = [undefined, 'accepted', 'sent', 'failed', 'delivered', 'read', 'played']
    fc.assert(
      fc.property(fc.array(anyReport, { maxLength: 12 }), (reports) => {
        let delivery = NOTHING_REPORTED
        for (const next of reports) {
          const before = height.indexOf(standing(delivery))
          delivery = foldStatus(delivery, next)
          expect(height.indexOf(standing(delivery))).toBeGreaterThanOrEqual(before)
        }
      }),
    )
  })

  test('tell the caller by the same object that a duplicate changed nothing', () => {
    fc.assert(
      fc.property(fc.array(anyReport, { minLength: 1 }), (reports) => {
        const delivery = foldAll(reports)
        for (const again of reports) expect(foldStatus(delivery, again)).toBe(delivery)
      }),
    )
  })

  test('keep the earliest moment of each', () => {
    fc.assert(
      fc.property(fc.array(anyReport), (reports) => {
        const delivery = foldAll(reports)
        for (const status of DELIVERY_STATUSES) {
          const moments = reports.filter((one) => one.status === status).map((one) => one.at)
          expect(delivery.at[status]).toBe(moments.length === 0 ? undefined : Math.min(...moments))
        }
      }),
    )
  })
})

describe('where a reminder stands', () => {
  test.each([
    ['nothing was reported', [], undefined],
    ['Meta took it', [report('accepted', 1)], 'accepted'],
    ['it left for the phone', [report('accepted', 1), report('sent', 2)], 'sent'],
    ['sent is told after delivered', [report('delivered', 3), report('sent', 2)], 'delivered'],
    ['the chat was open, so delivered never came', [report('sent', 2), report('read', 3)], 'read'],
    ['a voice note was played', [report('played', 5), report('read', 4)], 'played'],
    ['it failed after sent', [report('sent', 2), report('failed', 3, 131026)], 'failed'],
    ['it failed before anything else', [report('failed', 1, 131047), report('accepted', 1)], 'failed'],
    ['one device failed and another delivered', [report('failed', 2, 131036), report('delivered', 3)], 'delivered'],
    ['a failure is told after it was read', [report('read', 2), report('failed', 3, 131026)], 'read'],
  ] as const)('when %s', (_, reports, expected) => {
    expect(standingOf(...reports)).toBe(expected)
  })

  test('a read message has arrived although nobody said delivered', () => {
    expect(hasArrived(foldAll([report('read', 3)]))).toBe(true)
    expect(hasArrived(foldAll([report('sent', 2), report('failed', 3, 131026)]))).toBe(false)
  })

  test('every reason of a failure is kept once, in a fixed order', () => {
    const codes = foldAll([
      report('failed', 3, 131049),
      report('failed', 2, 131026),
      report('failed', 4, 131049),
    ]).failureCodes
    expect(codes).toEqual([131026, 131049])
  })

  test('a failure may come without a reason, and a reason belongs to failures alone', () => {
    expect(foldAll([report('failed', 3)])).toEqual({ at: { failed: 3 }, failureCodes: [] })
    expect(foldAll([report('sent', 3, 131026)])).toEqual({ at: { sent: 3 }, failureCodes: [] })
  })
})
