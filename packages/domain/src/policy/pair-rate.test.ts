import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SECOND, shift, type Instant } from '../shared/instant.ts'
import { PAIR_RATE, pairFreeAt } from './pair-rate.ts'
import { noon } from './test-sends.ts'

const at = (...seconds: number[]) => seconds.map((s) => shift(noon, s * SECOND))
const burst = (count: number, second: number) => Array.from({ length: count }, () => shift(noon, second * SECOND))

test.each<[string, Instant[], number | undefined]>([
  ['nothing was sent', [], undefined],
  ['forty-four at once', burst(44, 0), undefined],
  ['forty-five at once: the next in six seconds', burst(45, 0), 6],
  ['forty-five, six seconds ago', burst(45, -6), undefined],
  ['forty-five, five seconds ago', burst(45, -5), 1],
  ['forty-six at once, by two processes', burst(46, 0), 12],
  ['one every six seconds for ten minutes', at(...Array.from({ length: 100 }, (_, n) => -6 * n)), undefined],
  ['a burst that has leaked away, and a new one', [...burst(45, -300), ...burst(44, 0)], undefined],
  ['reports of the future change nothing for the worse', burst(45, 60), 6],
])('%s', (_, sends, seconds) => {
  expect(pairFreeAt(sends, noon)).toBe(seconds === undefined ? undefined : shift(noon, seconds * SECOND))
})

test('who waits as told never exceeds the rate, however they begin', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 20 * SECOND }), { minLength: 60, maxLength: 200 })
  fc.assert(
    fc.property(gaps, (gapsMs) => {
      const sent: Instant[] = []
      let now = noon
      for (const gap of gapsMs) {
        now = shift(now, gap)
        now = pairFreeAt(sent, now) ?? now
        sent.push(now)
      }
      for (let first = 0; first + PAIR_RATE.burst < sent.length; first++) {
        const span = (sent[first + PAIR_RATE.burst] ?? 0) - (sent[first] ?? 0)
        expect(span).toBeGreaterThanOrEqual(PAIR_RATE.everyMs - 1)
      }
    }),
  )
})
