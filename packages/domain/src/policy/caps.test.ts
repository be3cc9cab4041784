import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, HOUR, instant, shift } from '../shared/instant.ts'
import { cappedUntil, capsReachMs, DEFAULT_CAPS, type Caps, type RecentSend } from './caps.ts'
import { MESSAGE_CLASSES } from './message-class.ts'

const now = instant(Date.UTC(2026, 2, 10, 12))
const ago = (hours: number, messageClass: RecentSend['messageClass'] = 'campaign'): RecentSend => ({
  at: shift(now, -hours * HOUR),
  messageClass,
})
const campaign = (...recent: RecentSend[]) => cappedUntil(DEFAULT_CAPS, 'campaign', recent, now)

describe('how often one person is written to', () => {
  test.each([
    ['the first campaign of a week leaves', [], undefined],
    ['the second waits until the first is a day old', [ago(3)], shift(now, 21 * HOUR)],
    ['a day later it leaves', [ago(24)], undefined],
    ['the third waits until the first is a week old', [ago(30), ago(100)], shift(now, 68 * HOUR)],
    ['of two caps the longer wait counts', [ago(3), ago(100)], shift(now, 68 * HOUR)],
    ['in whatever order they are read', [ago(100), ago(3)], shift(now, 68 * HOUR)],
    ['reminders do not count as campaigns', [ago(1, 'reminder'), ago(2, 'follow-up')], undefined],
  ])('%s', (_, recent, until) => {
    expect(campaign(...recent)).toBe(until)
  })

  test('more than the cap, from a time when it was wider, waits until enough are old', () => {
    expect(campaign(ago(3), ago(4), ago(5))).toBe(shift(now, (168 - 4) * HOUR))
  })

  test('the loader must look back as far as the longest cap', () => {
    expect(capsReachMs(DEFAULT_CAPS)).toBe(7 * DAY)
    expect(capsReachMs({ reminder: [], notice: [], 'follow-up': [], campaign: [] })).toBe(0)
  })

  test('when the wait is over one more may leave, a moment before it may not, and never more than the cap', () => {
    const anyCaps = fc
      .array(
        fc.record({
          atMost: fc.integer({ min: 1, max: 4 }),
          withinMs: fc.integer({ min: 1, max: 40 }).map((n) => n * HOUR),
        }),
        { maxLength: 3 },
      )
      .map((reminder): Caps => ({ ...DEFAULT_CAPS, reminder }))
    const sends = fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 80 }).map((n) => shift(now, -n * HOUR)),
        messageClass: fc.constantFrom(...MESSAGE_CLASSES),
      }),
      { maxLength: 15 },
    )
    fc.assert(
      fc.property(anyCaps, sends, (caps, recent) => {
        const until = cappedUntil(caps, 'reminder', recent, now)
        const fits = (at: number) =>
          caps.reminder.every(
            ({ atMost, withinMs }) =>
              recent.filter((one) => one.messageClass === 'reminder' && at - one.at < withinMs).length < atMost,
          )
        expect(until === undefined).toBe(fits(now))
        if (until === undefined) return
        expect(until).toBeGreaterThan(now)
        expect(fits(until)).toBe(true)
        expect(fits(until - 1)).toBe(false)
      }),
      { numRuns: Number(process.env['RUNS'] ?? 1000) },
    )
  })
})
