import { expect, test } from 'vitest'
import { messagingLimit } from './messaging-limit.ts'

test.each([
  ['TIER_50', 50],
  ['TIER_250', 250],
  ['TIER_2K', 2_000],
  ['TIER_10K', 10_000],
  ['TIER_100K', 100_000],
  ['TIER_UNLIMITED', 'unlimited'],
  [2_000, 2_000],
  ['2000', 2_000],
  [-1, 'unlimited'],
  ['-1', 'unlimited'],
  [0, 0],
  ['TIER_NOT_SET', undefined],
  ['NOT_APPLICABLE', undefined],
  ['', undefined],
  [2.5, undefined],
  [-7, undefined],
  [null, undefined],
  [{}, undefined],
])('the limit %j lets us write first to %j people a day', (told, limit) => {
  expect(messagingLimit(told)).toBe(limit)
})
