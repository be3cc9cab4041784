import { expect, test } from 'vitest'
import { splitReasons } from './left-out.ts'

test('a question after a visit that has not taken place is not left out, it comes later', () => {
  const { out, later } = splitReasons([
    { reason: 'opted-out', count: 2 },
    { reason: 'not-fulfilled-yet', count: 13 },
    { reason: 'no-contact-point', count: 6 },
  ])
  expect(out.map(({ reason }) => reason)).toEqual(['no-contact-point', 'opted-out'])
  expect(later).toBe(13)
})
