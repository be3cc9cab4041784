import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE, instant, shift } from '../shared/instant.ts'
import { MAX_PARTS, merge, type MergedMessage, type MergeItem } from './merge.ts'
import { madrid } from './test-subjects.ts'

/** Ana's visit on Thursday 12 March at 09:00 and the question about it, 48 hours ahead. */
const item = (id: string, time: string, over: Partial<MergeItem> = {}): MergeItem => {
  const anchorAt = madrid(`2026-03-12T${time}`)
  return {
    key: `appointment-reminder/confirm/${id}@1`,
    template: 'appointment-reminder/confirm',
    visitDate: '2026-03-12',
    anchorAt,
    dueAt: shift(anchorAt, -2 * DAY),
    notBefore: madrid('2026-03-01T10:00'),
    expiresAt: shift(anchorAt, -DAY),
    mergeWithinMs: DAY,
    contactPointId: 'phone-1',
    patientId: 'ana',
    shareTexts: true,
    apart: 'sender-1/es',
    ...over,
  }
}
const names = (messages: readonly MergedMessage[]) =>
  messages.map(({ parts }) => parts.map((key) => key.split('/')[2]?.split('@')[0]).join('+')).toSorted()

describe('visits of one day at one phone', () => {
  test('two of one patient are one message, led by the first', () => {
    const [message, ...others] = merge([item('noon', '12:00'), item('nine', '09:00')])
    expect(others).toEqual([])
    expect(message).toEqual({
      leader: 'appointment-reminder/confirm/nine@1',
      dueAt: madrid('2026-03-10T09:00'),
      expiresAt: madrid('2026-03-11T09:00'),
      parts: ['appointment-reminder/confirm/nine@1', 'appointment-reminder/confirm/noon@1'],
    })
  })

  const leo = (over: Partial<MergeItem> = {}) => item('leo', '09:20', { patientId: 'leo', ...over })
  test('those of Ana and Leo are one message where their household allows it', () => {
    expect(names(merge([item('ana', '09:00'), leo()]))).toEqual(['ana+leo'])
  })
  test('and two where it does not', () => {
    const strict = { shareTexts: false }
    expect(names(merge([item('ana', '09:00', strict), leo(strict)]))).toEqual(['ana', 'leo'])
    expect(names(merge([item('ana', '09:00'), leo(strict)]))).toEqual(['ana', 'leo'])
    expect(names(merge([item('a', '09:00', strict), item('b', '10:00', strict)]))).toEqual(['a+b'])
  })

  test.each<[string, Partial<MergeItem>]>([
    ['at another phone', { contactPointId: 'phone-2' }],
    ['on another day', { visitDate: '2026-03-13' }],
    ['for another step', { template: 'appointment-reminder/soon' }],
    ['from another sender', { apart: 'sender-2/es' }],
    ['that starts too much later for one text', { mergeWithinMs: 3 * HOUR - 1 }],
    ['that was booked after the first is due', { notBefore: madrid('2026-03-10T09:01') }],
    ['that is worthless before the first is', { expiresAt: madrid('2026-03-11T08:59') }],
  ])('a visit %s stays apart', (_, over) => {
    expect(names(merge([item('first', '09:00'), item('second', '12:00', over)]))).toEqual(['first', 'second'])
  })

  test.each<[string, Partial<MergeItem>]>([
    ['that starts just within one text', { mergeWithinMs: 3 * HOUR }],
    ['whose booking has settled when the first is due', { notBefore: madrid('2026-03-10T09:00') }],
    ['that expires with the first', { expiresAt: madrid('2026-03-11T09:00') }],
  ])('a visit %s rides along', (_, over) => {
    expect(names(merge([item('first', '09:00'), item('second', '12:00', over)]))).toEqual(['first+second'])
  })

  test('the leader decides too how far one text reaches', () => {
    const short = item('first', '09:00', { mergeWithinMs: HOUR })
    expect(names(merge([short, item('second', '12:00')]))).toEqual(['first', 'second'])
  })

  test('both due in the evening before: the earlier visit leads', () => {
    const evening = madrid('2026-03-09T19:30')
    const messages = merge([item('b', '07:20', { dueAt: evening }), item('a', '07:00', { dueAt: evening })])
    expect(messages[0]?.leader).toContain('/a@1')
    expect(names(messages)).toEqual(['a+b'])
  })

  test('a sixth visit is told in a second message', () => {
    const times = ['09:00', '09:20', '09:40', '10:00', '10:20', '10:40', '11:00']
    const seven = times.map((time, index) => item(`v${index}`, time))
    expect(MAX_PARTS).toBe(5)
    expect(names(merge(seven))).toEqual(['v0+v1+v2+v3+v4', 'v5+v6'])
    expect(names(merge(seven, 3))).toEqual(['v0+v1+v2', 'v3+v4+v5', 'v6'])
  })

  test('two that are alike in everything are in the order of their keys', () => {
    const [message] = merge([item('b', '09:00'), item('a', '09:00'), item('c', '09:00')])
    expect(message?.leader).toContain('/a@1')
    expect(names([message!])).toEqual(['a+b+c'])
    expect(merge([item('c', '09:00'), item('b', '09:00'), item('a', '09:00')])).toEqual([message])
  })

  test('a text lists the visits as the day goes, whichever is due first', () => {
    const early = { dueAt: madrid('2026-03-09T19:30'), expiresAt: madrid('2026-03-11T08:00') }
    const messages = merge([item('noon', '12:00', early), item('nine', '09:00'), item('ten', '10:00')])
    expect(messages.map(({ leader, parts }) => [leader, ...parts].map((key) => key.split('/')[2]))).toEqual([
      ['noon@1', 'nine@1', 'ten@1', 'noon@1'],
    ])
  })

  test('what is due before its booking has settled goes alone', () => {
    const unsettled = item('a', '09:00', { notBefore: madrid('2026-03-11T09:00') })
    expect(names(merge([unsettled]))).toEqual(['a'])
    expect(names(merge([unsettled, item('b', '09:20')]))).toEqual(['a+b'])
  })

  test('names that run together are still two names', () => {
    const strict = { shareTexts: false }
    const one = item('a', '09:00', { ...strict, apart: 'x', patientId: 'yz' })
    expect(names(merge([one, item('b', '09:00', { ...strict, apart: 'xy', patientId: 'z' })]))).toEqual(['a', 'b'])
  })

  test('nothing gives nothing', () => {
    expect(merge([])).toEqual([])
  })
})

const base = madrid('2026-03-12T00:00')
const anyItem = fc
  .record({
    id: fc.integer({ min: 0, max: 999 }),
    minute: fc.integer({ min: 7 * 60, max: 20 * 60 }),
    earlier: fc.constantFrom(0, 0, 45, 600),
    settled: fc.integer({ min: -4000, max: -2000 }),
    within: fc.constantFrom(DAY, 4 * HOUR),
    contactPointId: fc.constantFrom('phone-1', 'phone-2'),
    patientId: fc.constantFrom('ana', 'leo', 'eva'),
    visitDate: fc.constantFrom('2026-03-12', '2026-03-13'),
  })
  .map(({ id, minute, earlier, settled, within, contactPointId, patientId, visitDate }): MergeItem => {
    const anchorAt = shift(base, minute * MINUTE + (visitDate === '2026-03-13' ? DAY : 0))
    const dueAt = shift(anchorAt, -2 * DAY - earlier * MINUTE)
    const shareTexts = contactPointId === 'phone-1'
    return {
      ...item(`v${id}`, '09:00'),
      anchorAt, dueAt, visitDate, contactPointId, patientId, shareTexts,
      notBefore: instant(Math.min(shift(anchorAt, settled * MINUTE), dueAt)),
      expiresAt: shift(anchorAt, -DAY),
      mergeWithinMs: within,
    } // prettier-ignore
  })
const anyItems = fc.uniqueArray(anyItem, { maxLength: 25, selector: ({ key }) => key })
const law = { numRuns: Number(process.env['RUNS'] ?? 500) }

describe('whatever is to be merged', () => {
  test('each touch is in exactly one message, and its leader is one of its parts', () => {
    fc.assert(
      fc.property(anyItems, fc.integer({ min: 1, max: 6 }), (items, maxParts) => {
        const messages = merge(items, maxParts)
        expect(messages.flatMap(({ parts }) => parts).toSorted()).toEqual(items.map(({ key }) => key).toSorted())
        for (const { leader, parts } of messages) {
          expect(parts).toContain(leader)
          expect(parts.length).toBeLessThanOrEqual(maxParts)
        }
      }),
      law,
    )
  })

  test('nobody hears later than planned, before their booking has settled, or what is worthless', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const byKey = new Map(items.map((one) => [one.key, one]))
        for (const { leader, dueAt, expiresAt, parts } of merge(items)) {
          expect({ dueAt, expiresAt }).toEqual({
            dueAt: byKey.get(leader)?.dueAt,
            expiresAt: byKey.get(leader)?.expiresAt,
          })
          for (const part of parts.map((key) => byKey.get(key)!)) {
            expect(dueAt).toBeLessThanOrEqual(part.dueAt)
            expect(dueAt).toBeGreaterThanOrEqual(part.notBefore)
            expect(expiresAt).toBeLessThanOrEqual(part.expiresAt)
          }
        }
      }),
      law,
    )
  })

  test('no text names two patients of a household that does not want it, two phones or two days', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const byKey = new Map(items.map((one) => [one.key, one]))
        for (const { parts } of merge(items)) {
          const together = parts.map((key) => byKey.get(key)!)
          const count = (of: (one: MergeItem) => string) => new Set(together.map(of)).size
          expect([count((one) => one.contactPointId), count((one) => one.visitDate)]).toEqual([1, 1])
          if (!together.every(({ shareTexts }) => shareTexts)) expect(count((one) => one.patientId)).toBe(1)
          expect(together.map(({ anchorAt }) => anchorAt)).toEqual(
            together.map((one) => one.anchorAt).toSorted((a, b) => a - b),
          )
        }
      }),
      law,
    )
  })

  test('the order in which touches are read makes no difference', () => {
    fc.assert(
      fc.property(
        anyItems.chain((items) =>
          fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })),
        ),
        ([items, shuffled]) => {
          const sorted = (messages: MergedMessage[]) => messages.toSorted((a, b) => (a.leader < b.leader ? -1 : 1))
          expect(sorted(merge(shuffled))).toEqual(sorted(merge(items)))
        },
      ),
      law,
    )
  })

  test('a message that has left changes no other', () => {
    fc.assert(
      fc.property(anyItems, fc.nat(30), fc.integer({ min: 1, max: 4 }), (items, pick, maxParts) => {
        const messages = merge(items, maxParts)
        fc.pre(messages.length > 0)
        const left = messages[pick % messages.length]
        const rest = items.filter(({ key }) => !left?.parts.includes(key))
        const others = messages.filter((message) => message !== left)
        expect(merge(rest, maxParts)).toEqual(expect.arrayContaining(others))
        expect(merge(rest, maxParts).length).toBe(others.length)
      }),
      law,
    )
  })

  test('two messages that could have been one are not sent', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const byKey = new Map(items.map((one) => [one.key, one]))
        const alone = merge(items, 99)
          .filter(({ parts }) => parts.length === 1)
          .map(({ leader }) => byKey.get(leader)!)
        for (const pair of alone.flatMap((a) => alone.filter((b) => a.key < b.key).map((b) => [a, b]))) {
          expect(merge(pair).length).toBe(2)
        }
      }),
      law,
    )
  })
})
