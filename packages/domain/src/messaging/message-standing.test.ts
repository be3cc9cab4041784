import fc from 'fast-check'
import { expect, test } from 'vitest'
import { standingOf, type AttemptStanding } from './message-standing.ts'

const tried = (outcome: AttemptStanding['outcome'], failed = false): AttemptStanding => ({ outcome, failed })

test.each<[string, AttemptStanding[], string]>([
  ['its only try was accepted', [tried('accepted')], 'accepted'],
  ['its only try failed afterwards', [tried('accepted', true)], 'undeliverable'],
  ['its only try was refused', [tried('rejected')], 'open'],
  ['its try is unclear', [tried('unknown')], 'open'],
  ['one failed and the repeat was accepted', [tried('accepted', true), tried('accepted')], 'accepted'],
  ['one was accepted and the repeat failed', [tried('accepted'), tried('accepted', true)], 'accepted'],
  ['one failed while the repeat is on the wire', [tried('accepted', true), tried('pending')], 'open'],
  ['one was accepted while the repeat is on the wire', [tried('accepted'), tried('pending')], 'accepted'],
  ['one failed and the repeat was never taken', [tried('accepted', true), tried('not-sent')], 'undeliverable'],
  ['one failed and the repeat stays unclear', [tried('accepted', true), tried('unknown')], 'undeliverable'],
  ['both failed', [tried('accepted', true), tried('accepted', true)], 'undeliverable'],
  ['nothing was tried', [], 'open'],
])('a message stands as it must when %s', (_, attempts, expected) => {
  expect(standingOf(attempts)).toBe(expected)
})

test('the order of the tries does not matter, and one good acceptance outweighs everything', () => {
  const anyTry = fc.record({
    outcome: fc.constantFrom<AttemptStanding['outcome']>('pending', 'accepted', 'rejected', 'not-sent', 'unknown'),
    failed: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(anyTry, { maxLength: 5 }), (attempts) => {
      expect(standingOf(attempts.toReversed())).toBe(standingOf(attempts))
      expect(standingOf([...attempts, tried('accepted')])).toBe('accepted')
    }),
  )
})
