import { describe, expect, test } from 'vitest'
import { decideMissing, MOVE_WITHIN_MS, pairMoves } from './missing-rows.ts'

describe('visits that an export no longer lists', () => {
  test.each([
    ['are kept where the source does not say that missing means cancelled', decideMissing('keep', 3, 10), { kind: 'keep' }],
    ['are nothing to decide about when there are none', decideMissing('cancel', 0, 10), { kind: 'keep' }],
    ['are cancelled where the source says so', decideMissing('cancel', 2, 10), { kind: 'cancel' }],
    ['are not cancelled when they are more than a fifth: the export may be cut off', decideMissing('cancel', 3, 10), { kind: 'braked', missing: 3, upcoming: 10 }],
    ['are cancelled above the brake once a person has said so', decideMissing('cancel', 9, 10, true), { kind: 'cancel' }],
  ] as const)('%s', (_, decision, expected) => expect(decision).toEqual(expected)) // prettier-ignore
})

describe('a cancellation and a booking close together', () => {
  const gone = { id: 'a', patientId: 'ann', service: 'check-up', at: 0 }
  const booking = (over: Partial<typeof gone> = {}) => ({
    id: 'b',
    patientId: 'ann',
    service: 'check-up',
    at: MOVE_WITHIN_MS,
    ...over,
  })

  test('are one move', () => expect([...pairMoves([gone], [booking()])]).toEqual([['a', 'b']]))
  test('are two things when they lie too far apart', () =>
    expect(pairMoves([gone], [booking({ at: MOVE_WITHIN_MS + 1 })]).size).toBe(0))
  test('are two things for another patient', () =>
    expect(pairMoves([gone], [booking({ patientId: 'bob' })]).size).toBe(0))
  test('are two things for another visit type', () =>
    expect(pairMoves([gone], [booking({ service: 'vaccination' })]).size).toBe(0))
  test('a booking replaces one visit only', () =>
    expect([...pairMoves([gone, { ...gone, id: 'c' }], [booking(), booking({ id: 'd' })])]).toEqual([['a', 'b'], ['c', 'd']])) // prettier-ignore
  test('visits without a type match each other', () =>
    expect(pairMoves([{ ...gone, service: null }], [{ ...booking(), service: null }]).size).toBe(1))
})
