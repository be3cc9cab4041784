import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Rejected } from './send-outcome.ts'
import { isDefinite, retryDelayMs } from './send-outcome.ts'

const refused = (delaysMs: number[], retryAfterMs?: number): Rejected =>
  retryAfterMs === undefined
    ? { kind: 'rejected', class: 'transient', code: 131016, delaysMs }
    : { kind: 'rejected', class: 'transient', code: 131016, delaysMs, retryAfterMs }

describe('the wait before the next try', () => {
  test('follows the plan of the code, one step for each refusal', () => {
    const outcome = refused([1_000, 4_000])
    expect([1, 2, 3].map((tries) => retryDelayMs(outcome, tries, 0))).toEqual([1_000, 4_000, undefined])
  })

  test('is never shorter than what the channel asked for', () => {
    expect(retryDelayMs(refused([1_000], 30_000), 1, 0)).toBe(30_000)
    expect(retryDelayMs(refused([60_000], 30_000), 1, 0)).toBe(60_000)
  })

  test('does not exist for a message that must not be repeated, whatever the channel asked for', () => {
    expect(retryDelayMs(refused([], 30_000), 1, 0)).toBeUndefined()
  })

  test('spreads many messages over at most half of the wait', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (delay, chance) => {
        const wait = retryDelayMs(refused([delay]), 1, chance)
        expect(wait).toBeGreaterThanOrEqual(delay)
        expect(wait).toBeLessThanOrEqual(delay * 1.5 + 1)
      }),
    )
    expect(retryDelayMs(refused([1_000]), 1, 0.5)).toBe(1_250)
  })
})

test('only an unknown outcome leaves open whether the patient got the message', () => {
  expect(isDefinite({ kind: 'unknown', why: 'time-out' })).toBe(false)
  expect(isDefinite({ kind: 'not-sent', why: 'throttled', retryAfterMs: 1_000 })).toBe(true)
  expect(isDefinite({ kind: 'accepted', wamid: 'wamid.x', heldForQuality: false })).toBe(true)
  expect(isDefinite(refused([]))).toBe(true)
})
