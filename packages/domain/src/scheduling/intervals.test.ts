import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instant } from '../shared/instant.ts'
import { intersect, subtract, union } from './intervals.ts'
import type { Interval } from './slot.ts'

const span = (startAt: number, endAt: number): Interval => ({ startAt: instant(startAt), endAt: instant(endAt) })
const sets = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })).map(([a, b]) => span(a, b)),
  { maxLength: 6 },
)
/** Which of the minutes 0 to 29 are in the set: the plain way to say what the quick way computes. */
const minutes = (set: readonly Interval[]): number[] =>
  Array.from({ length: 30 }, (_, minute) => minute).filter((minute) =>
    set.some(({ startAt, endAt }) => startAt <= minute && minute < endAt),
  )
const isTidy = (set: readonly Interval[]): boolean =>
  set.every(
    (interval, n) => interval.startAt < interval.endAt && (n === 0 || (set[n - 1]?.endAt ?? 0) < interval.startAt),
  )

describe('sets of time', () => {
  test('a union has the minutes of its parts and touches nowhere', () =>
    fc.assert(
      fc.property(sets, (set) => {
        expect(minutes(union(set))).toEqual(minutes(set))
        expect(isTidy(union(set))).toBe(true)
      }),
    ))

  test('an intersection has the minutes that are in both', () =>
    fc.assert(
      fc.property(sets, sets, (some, others) => {
        const both = new Set(minutes(others))
        expect(minutes(intersect(some, others))).toEqual(minutes(some).filter((minute) => both.has(minute)))
        expect(isTidy(intersect(some, others))).toBe(true)
      }),
    ))

  test('a difference has the minutes that are not taken', () =>
    fc.assert(
      fc.property(sets, sets, (some, taken) => {
        const gone = new Set(minutes(taken))
        expect(minutes(subtract(some, taken))).toEqual(minutes(some).filter((minute) => !gone.has(minute)))
        expect(isTidy(subtract(some, taken))).toBe(true)
      }),
    ))

  test('two shifts that meet are one', () => expect(union([span(5, 9), span(1, 5)])).toEqual([span(1, 9)]))

  test('a short shift inside a long one adds nothing', () =>
    expect(union([span(1, 9), span(2, 3)])).toEqual([span(1, 9)]))
})
