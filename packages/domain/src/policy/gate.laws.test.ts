import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, MINUTE, instant, shift, type Instant } from '../shared/instant.ts'
import { gate, sendRules } from './gate.ts'
import { anyFacts, anySend } from './test-arbitraries.ts'
import { noon, reminder, safety } from './test-sends.ts'

const law = { numRuns: Number(process.env['RUNS'] ?? 1500) }

describe('whatever the message and whatever is true', () => {
  test('nothing that we begin leaves without a live grant, or after a stop', () => {
    fc.assert(
      fc.property(anySend, anyFacts, (send, given) => {
        const begun = { ...send, kind: 'initiated' as const }
        if (gate(begun, given).verdict.kind === 'deny') return
        expect(given.granted.has(begun.purpose ?? 'campaign')).toBe(true)
        expect(given.optedOutAt).toBeUndefined()
      }),
      law,
    )
  })

  test('no answer leaves but for the message that it answers, within a day, and later than a stop', () => {
    fc.assert(
      fc.property(anySend, anyFacts, (send, given) => {
        const answer = { ...send, kind: 'reply' as const }
        if (gate(answer, given).verdict.kind === 'deny') return
        expect(given.evidence?.inboundId).toBe(answer.answers)
        expect(given.now - (given.evidence?.at ?? 0)).toBeLessThan(DAY)
        expect(given.evidence?.at).toBeGreaterThan(given.optedOutAt ?? -Infinity)
        expect([answer.content, answer.origin]).not.toContain('template')
        expect(['journey', 'campaign']).not.toContain(answer.origin)
      }),
      law,
    )
  })

  test('no message speaks of a visit that has moved, was cancelled or is on the wrong side of now', () => {
    fc.assert(
      fc.property(anySend, anyFacts, (send, given) => {
        if (gate(send, given).verdict.kind === 'deny') return
        for (const about of send.about) {
          const visit = given.visits.find(({ visitId }) => visitId === about.visitId)
          expect(visit?.version).toBe(about.version)
          expect(['cancelled', 'entered-in-error']).not.toContain(visit?.status)
          if (about.expects === 'upcoming') expect(visit?.startAt ?? Infinity).toBeGreaterThan(given.now)
        }
      }),
      law,
    )
  })

  test('the emergency number reaches who has just written, whatever else is the case', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const answer = safety({ expiresAt: shift(given.now, 5 * MINUTE) })
        expect(gate(answer, { ...given, lastInboundAt: given.now }).verdict).toEqual({ kind: 'allow' })
      }),
      law,
    )
  })

  test('taking a rule away never makes the verdict stricter', () => {
    const strictness = { allow: 0, hold: 1, deny: 2 }
    fc.assert(
      fc.property(anySend, anyFacts, fc.nat(sendRules.length - 1), (send, given, left) => {
        const fewer = gate(
          send,
          given,
          sendRules.filter((_, index) => index !== left),
        ).verdict
        expect(strictness[fewer.kind]).toBeLessThanOrEqual(strictness[gate(send, given).verdict.kind])
      }),
      law,
    )
  })

  test('a hold begins after now and ends before the message expires', () => {
    fc.assert(
      fc.property(anySend, anyFacts, (send, given) => {
        const { verdict } = gate(send, given)
        if (verdict.kind !== 'hold') return
        expect(verdict.until).toBeGreaterThan(given.now)
        expect(verdict.until).toBeLessThan(send.expiresAt)
      }),
      law,
    )
  })

  test('when a hold for the hour or the cap is over, that rule lets go, also when clocks change', () => {
    const year = fc.integer({ min: 0, max: 366 * 24 * 60 }).map((n) => instant(Date.UTC(2026, 0, 1) + n * MINUTE))
    const timed = sendRules.filter(({ name }) => name === 'decent-hours' || name === 'frequency-cap')
    const forever = reminder({ expiresAt: instant(9e15) })
    fc.assert(
      fc.property(year, anyFacts, fc.constantFrom(...timed), (now, given, rule) => {
        const recent = given.recent.map(({ at, messageClass }) => ({
          at: shift(now, at - noon - 9000 * MINUTE),
          messageClass,
        }))
        const held = gate(forever, { ...given, now, recent }, [rule]).verdict
        if (held.kind !== 'hold') return
        const release = (at: Instant) => gate(forever, { ...given, now: at, recent }, [rule]).verdict.kind
        expect(release(held.until)).toBe('allow')
        expect(release(shift(held.until, -1))).toBe('hold')
      }),
      { numRuns: law.numRuns * 2 },
    )
  })
})
