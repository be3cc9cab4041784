import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LANES } from '../shared/appointment.ts'
import { HOUR, shift } from '../shared/instant.ts'
import { gate } from './gate.ts'
import { gateBatch, type BatchItem } from './gate-batch.ts'
import type { Send } from './gate-types.ts'
import { anyFacts, anySend } from './test-arbitraries.ts'
import { asked, facts, noon, reminder, reply } from './test-sends.ts'

describe('a batch whose facts were loaded at once', () => {
  const item = (id: string, over: Partial<BatchItem> = {}, send: Partial<Send> = {}): BatchItem => ({
    send: reminder({ id, ...send }),
    facts: facts({ portfolio: { remainingNewContacts: 2 } }),
    contactPointId: `phone-${id}`,
    visitAt: noon,
    ...over,
  })
  const told = (items: BatchItem[]) => gateBatch(items).map(({ id, verdict }) => `${id} ${verdict.kind}`)

  test('reaches no more new people than there is room for, nearest visits first', () => {
    const items = [item('c', { visitAt: noon + 3 }), item('a', { visitAt: noon + 1 }), item('b', { visitAt: noon + 2 })]
    expect(told(items)).toEqual(['c hold', 'a allow', 'b allow'])
  })
  test('reaches near reminders before far ones, and by id where all is alike', () => {
    const near = item('z', { visitAt: noon + 9 }, { lane: LANES.nearReminder })
    expect(told([item('b'), item('a'), near])).toEqual(['b hold', 'a allow', 'z allow'])
  })
  test('counts one person once, and those who wrote not at all', () => {
    const same = { contactPointId: 'phone-1' }
    expect(
      told([item('a', same), item('b', same), item('c', same), item('d')]).filter((one) => one.endsWith('allow'))
        .length,
    ).toBe(4)
    const wrote = { facts: asked({ portfolio: { remainingNewContacts: 2 } }) }
    expect(told([item('a', wrote), item('b', wrote), item('c'), item('d')])).toEqual([
      'a allow',
      'b allow',
      'c allow',
      'd allow',
    ])
  })
  test('room that was kept for nearer visits is free again once they were reached', () => {
    const kept = (id: string, lane: Send['lane'] = LANES.farReminder) =>
      item(id, { facts: facts({ portfolio: { remainingNewContacts: 3, reservedForNearer: 2 } }) }, { lane })
    const near = [kept('n1', LANES.nearReminder), kept('n2', LANES.nearReminder)]
    expect(told([kept('a'), kept('b')])).toEqual(['a allow', 'b hold'])
    expect(told([kept('a'), kept('b'), ...near])).toEqual(['a allow', 'b hold', 'n1 allow', 'n2 allow'])
    expect(told([kept('a'), kept('b'), kept('n1', LANES.nearReminder)])).toEqual(['a allow', 'b hold', 'n1 allow'])
    const more = [kept('n1', LANES.nearReminder), kept('n2', LANES.nearReminder), kept('n3', LANES.nearReminder)]
    expect(told([kept('a'), ...more])).toEqual(['a hold', 'n1 allow', 'n2 allow', 'n3 allow'])
  })
  test('who was refused uses nothing up', () => {
    const items = [item('a', {}, { expiresAt: noon }), item('b'), item('c')]
    expect(told(items)).toEqual(['a deny', 'b allow', 'c allow'])
  })
  test('two messages for one phone count against each other', () => {
    const seven = Array.from({ length: 7 }, () => ({ at: shift(noon, -HOUR), messageClass: 'reminder' as const }))
    const full = { facts: facts({ recent: seven }), contactPointId: 'phone-1' }
    expect(told([item('a', full), item('b', full), item('c', { ...full, contactPointId: 'phone-2' })])).toEqual([
      'a allow',
      'b hold',
      'c allow',
    ])
  })
  test('a person counts once, although room is for one', () => {
    const one = { contactPointId: 'phone-1', facts: facts({ portfolio: { remainingNewContacts: 1 } }) }
    expect(told([item('a', one), item('b', one), item('c', { ...one, contactPointId: 'phone-2' })])).toEqual([
      'a allow',
      'b allow',
      'c hold',
    ])
  })
  test('answers fill no cap, even when they have a class', () => {
    const contact = { contactPointId: 'phone-1' }
    const answers = Array.from({ length: 20 }, (_, n) => ({
      ...item('', { ...contact, facts: asked() }),
      send: reply({ id: `r${n}`, messageClass: 'reminder' }),
    }))
    expect(
      told([...answers, item('a', { ...contact, facts: asked() })]).filter((told) => !told.endsWith('allow')),
    ).toEqual([])
  })
  test('answers fill no cap', () => {
    const full = { contactPointId: 'phone-1', facts: asked() }
    const answers = Array.from({ length: 20 }, (_, n) => ({ ...item('', full), send: reply({ id: `r${n}` }) }))
    expect(told([...answers, item('a', full)]).filter((one) => !one.endsWith('allow'))).toEqual([])
  })
  test('nothing gives nothing', () => {
    expect(gateBatch([])).toEqual([])
  })

  test('alone, a message is judged as by the gate itself; together, only more strictly', () => {
    const batchItem = fc
      .tuple(anySend, anyFacts, fc.constantFrom('phone-1', 'phone-2', 'phone-3'), fc.integer({ min: 0, max: 9 }))
      .map(([send, given, contactPointId, visitAt]): BatchItem => ({ send, facts: given, contactPointId, visitAt }))
    fc.assert(
      fc.property(fc.uniqueArray(batchItem, { maxLength: 8, selector: ({ send }) => send.id }), (items) => {
        const results = gateBatch(items)
        expect(results.map(({ id }) => id)).toEqual(items.map(({ send }) => send.id))
        for (const [index, { send, facts: given }] of items.entries()) {
          if (results[index]?.verdict.kind === 'allow') expect(gate(send, given).verdict.kind).toBe('allow')
          const [alone] = gateBatch([items[index]!])
          expect(alone?.verdict).toEqual(gate(send, given).verdict)
        }
      }),
      { numRuns: 500 },
    )
  })
})
