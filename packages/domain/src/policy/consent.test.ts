import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PURPOSES, type Purpose } from '../shared/appointment.ts'
import { instant } from '../shared/instant.ts'
import { without } from '../planning/test-without.ts'
import { foldConsent, optInPurposes, optOutPurposes, PLAIN_YES, type ConsentEvent } from './consent.ts'

const LOGISTICS: Purpose[] = ['appointment_logistics']
let count = 0
const event = (over: Partial<ConsentEvent> & { at: ConsentEvent['at'] }): ConsentEvent => ({
  id: `event-${String(++count).padStart(5, '0')}`,
  kind: 'grant',
  patientId: 'ana',
  contactPointId: 'phone-1',
  purposes: LOGISTICS,
  source: 'staff',
  grade: 'C',
  ...over,
})
const day = (n: number) => instant(n * 86_400_000)
const forAll = (over: Partial<ConsentEvent> & { at: ConsentEvent['at'] }): ConsentEvent =>
  without(event(over), 'patientId')
const fileYes = (at: number) => event({ at: day(at), source: 'file', grade: 'D' })
const staffYes = (at: number) => event({ at: day(at) })
const chatYes = (at: number) => event({ at: day(at), source: 'chat', grade: 'B' })
const signed = (at: number) => event({ at: day(at), source: 'api', grade: 'A' })
const staffNo = (at: number) => event({ at: day(at), kind: 'withdraw' })
const chatNo = (at: number) => event({ at: day(at), kind: 'withdraw', source: 'chat', grade: 'B' })
const stop = (at: number) =>
  forAll({ at: day(at), kind: 'withdraw', source: 'chat', grade: 'B', purposes: optOutPurposes() })
const start = (at: number, purposes: readonly Purpose[] = LOGISTICS) =>
  forAll({ at: day(at), source: 'chat', grade: 'B', purposes })

const has = (events: ConsentEvent[], purpose: Purpose = 'appointment_logistics', patientId = 'ana') =>
  foldConsent(events, patientId, 'phone-1').granted.has(purpose)
const stopped = (events: ConsentEvent[], patientId = 'ana') => foldConsent(events, patientId, 'phone-1').optedOutAt

describe('what a patient allows', () => {
  test.each<[string, ConsentEvent[], boolean]>([
    ['nobody asked', [], false],
    ['a file says yes', [fileYes(1)], true],
    ['staff wrote down a yes', [staffYes(1)], true],
    ['a file says yes after staff wrote down a no', [staffNo(1), fileYes(2)], false],
    ['a file says yes after a stop', [fileYes(1), stop(2), fileYes(3)], false],
    ['a file with a signature says so too', [stop(2), event({ at: day(3), source: 'file', grade: 'A' })], false],
    ['staff wrote down a no', [fileYes(1), staffNo(2)], false],
    ['staff wrote down a no and then a yes', [staffNo(1), staffYes(2)], true],
    ['staff wrote down a yes after a stop', [staffYes(1), stop(2), staffYes(3)], false],
    ['staff wrote down a yes after a no in the chat', [chatNo(2), staffYes(3)], false],
    ['a form signed after a stop', [stop(2), signed(3)], true],
    ['a form signed before a stop and typed in after it', [stop(2), signed(1)], false],
    [
      'asked and answered twice on a form after a stop',
      [stop(2), event({ at: day(3), source: 'api', grade: 'B' })],
      true,
    ],
    ['start after stop', [fileYes(1), stop(2), start(3)], true],
    ['a yes in the chat after stop', [stop(2), chatYes(3)], true],
    ['a yes in the chat that nobody graded', [stop(2), { ...chatYes(3), grade: 'C' }], true],
    ['a no in the chat that nobody graded, a yes by staff', [{ ...chatNo(2), grade: 'C' }, staffYes(3)], false],
    ['stop after start', [stop(1), start(2), stop(3)], false],
    ['yes and stop at the same moment', [stop(2), chatYes(2)], false],
    ['a no by staff, a no in the chat, a yes by staff', [staffNo(1), chatNo(2), staffYes(3)], false],
    ['a no in the chat, a no by staff, a yes by staff', [chatNo(1), staffNo(2), staffYes(3)], false],
    [
      'a no in the chat that start took back, a no by staff, a yes by staff',
      [chatNo(1), start(2), staffNo(3), staffYes(4)],
      true,
    ],
    ['a yes for another phone', [event({ at: day(1), contactPointId: 'phone-2' })], false],
    ['a yes of another patient at this phone', [event({ at: day(1), patientId: 'leo' })], false],
    ['a no for another purpose', [staffYes(1), event({ at: day(2), kind: 'withdraw', purposes: ['billing'] })], true],
  ])('%s', (_, events, expected) => {
    expect(has(events)).toBe(expected)
    expect(has(events.toReversed())).toBe(expected)
  })

  test('nobody gets campaigns on the unproven word of a file', () => {
    const all = { purposes: PURPOSES }
    expect(has([event({ at: day(1), source: 'file', grade: 'D', ...all })], 'campaign')).toBe(false)
    expect(has([event({ at: day(1), source: 'file', grade: 'D', ...all })], 'refill')).toBe(true)
    expect(has([event({ at: day(1), source: 'staff', grade: 'C', ...all })], 'campaign')).toBe(true)
  })

  test('what is withdrawn is told, so that no file brings it back', () => {
    const { withdrawn, granted } = foldConsent(
      [staffYes(1), event({ at: day(2), kind: 'withdraw', purposes: ['billing'] })],
      'ana',
      'phone-1',
    )
    expect([...withdrawn]).toEqual(['billing'])
    expect([...granted]).toEqual(LOGISTICS)
  })
})

describe('stop and start', () => {
  test('stop concerns everybody at the phone and everything that we begin', () => {
    const events = [event({ at: day(1), purposes: PURPOSES }), event({ at: day(1), patientId: 'leo' }), stop(2)]
    for (const patientId of ['ana', 'leo']) {
      const { granted, withdrawn, optedOutAt } = foldConsent(events, patientId, 'phone-1')
      expect([...granted]).toEqual([])
      expect([...withdrawn].toSorted()).toEqual([...PURPOSES].toSorted())
      expect(optedOutAt).toBe(day(2))
    }
  })

  test('a stop for campaigns alone is no stop of the phone', () => {
    const events = [
      staffYes(1),
      forAll({ at: day(2), kind: 'withdraw', source: 'chat', grade: 'B', purposes: ['campaign'] }),
    ]
    expect(stopped(events)).toBeUndefined()
    expect(has(events)).toBe(true)
    expect(stopped([event({ at: day(2), kind: 'withdraw', source: 'chat', purposes: PURPOSES })])).toBeUndefined()
    expect(stopped([forAll({ at: day(2), kind: 'withdraw', source: 'staff', purposes: PURPOSES })])).toBeUndefined()
  })

  test("the phone's own start and a patient's own word end a stop, the word of staff does not", () => {
    expect(stopped([stop(2), start(3)])).toBeUndefined()
    expect(stopped([stop(2), staffYes(3)])).toBe(day(2))
    expect(stopped([stop(2), fileYes(3)])).toBe(day(2))
    const signedByAna = [stop(2), signed(3)]
    expect(stopped(signedByAna)).toBeUndefined()
    expect(stopped(signedByAna, 'leo')).toBe(day(2))
    expect(stopped([stop(2), start(3), stop(4)])).toBe(day(4))
  })

  test('start gives back what stop took, no more', () => {
    const yes = event({ at: day(1), purposes: ['refill', 'appointment_logistics'] })
    expect(optInPurposes([yes, stop(2)], 'ana', 'phone-1')).toEqual(['appointment_logistics', 'refill'])
    expect(optInPurposes([yes, stop(2), stop(3)], 'ana', 'phone-1')).toEqual(PLAIN_YES)
    expect(optInPurposes([yes, stop(2)], 'leo', 'phone-1')).toEqual(PLAIN_YES)
    expect(optInPurposes([yes], 'ana', 'phone-1')).toEqual(['appointment_logistics', 'refill'])
    expect(optInPurposes([], 'ana', 'phone-1')).toEqual(['appointment_logistics', 'care_followup'])
  })
})

const anyEvent: fc.Arbitrary<ConsentEvent> = fc
  .record({
    id: fc.uuid(),
    at: fc.integer({ min: 0, max: 9 }).map(day),
    kind: fc.constantFrom('grant' as const, 'withdraw' as const),
    patientId: fc.constantFrom('ana', 'leo', ''),
    contactPointId: fc.constantFrom('phone-1', 'phone-1', 'phone-2'),
    purposes: fc.oneof(fc.constant([...PURPOSES]), fc.subarray([...PURPOSES], { minLength: 1 })),
    source: fc.constantFrom('file', 'chat', 'staff', 'api' as const),
    grade: fc.constantFrom('A', 'B', 'C', 'D' as const),
  })
  .map(({ patientId, ...rest }) => (patientId === '' ? rest : { ...rest, patientId }))
const anyLedger = fc.uniqueArray(anyEvent, { maxLength: 12, selector: ({ id }) => id })
const law = { numRuns: Number(process.env['RUNS'] ?? 1000) }
const last = day(10)
const fold = (events: readonly ConsentEvent[]) => foldConsent(events, 'ana', 'phone-1')

describe('whatever is in the ledger', () => {
  test('the order of its rows makes no difference', () => {
    fc.assert(
      fc.property(
        anyLedger.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        ),
        ([events, shuffled]) => {
          expect(fold(shuffled)).toEqual(fold(events))
        },
      ),
      law,
    )
  })

  test('after a stop nothing is allowed, and no file or word of staff changes that', () => {
    fc.assert(
      fc.property(anyLedger, fc.array(anyEvent, { maxLength: 5 }), (events, later) => {
        const notTheirOwn = later.map((one) => ({
          ...one,
          at: day(11),
          source: one.source === 'chat' ? 'file' : one.source,
          grade: 'C' as const,
        }))
        const { granted, optedOutAt } = fold([...events, { ...stop(10), at: last }, ...notTheirOwn])
        expect([...granted]).toEqual([])
        expect(optedOutAt).toBe(last)
      }),
      law,
    )
  })

  test('a file lifts no withdrawal and takes nothing away', () => {
    fc.assert(
      fc.property(anyLedger, anyEvent, (events, row) => {
        const before = fold(events)
        const after = fold([...events, { ...row, kind: 'grant', source: 'file', at: last }])
        expect([...after.withdrawn].toSorted()).toEqual([...before.withdrawn].toSorted())
        expect([...after.granted]).toEqual(expect.arrayContaining([...before.granted]))
        expect(after.optedOutAt).toBe(before.optedOutAt)
      }),
      law,
    )
  })

  test('a withdrawal takes what it names and leaves the rest', () => {
    fc.assert(
      fc.property(anyLedger, anyEvent, (events, row) => {
        const no = { ...row, patientId: 'ana', contactPointId: 'phone-1', kind: 'withdraw' as const, at: last }
        const kept = [...fold(events).granted].filter((purpose) => !no.purposes.includes(purpose))
        expect([...fold([...events, no]).granted].toSorted()).toEqual(kept.toSorted())
      }),
      law,
    )
  })

  test('their own word always counts', () => {
    fc.assert(
      fc.property(anyLedger, fc.subarray([...PURPOSES], { minLength: 1 }), (events, purposes) => {
        const { granted, optedOutAt } = fold([...events, { ...start(10, purposes), at: last, grade: 'B' }])
        expect([...granted]).toEqual(expect.arrayContaining(purposes))
        expect(optedOutAt).toBeUndefined()
      }),
      law,
    )
  })

  test('what is said about another phone changes nothing, and nothing is both allowed and withdrawn', () => {
    fc.assert(
      fc.property(anyLedger, anyEvent, (events, row) => {
        expect(fold([...events, { ...row, contactPointId: 'phone-3' }])).toEqual(fold(events))
        const { granted, withdrawn } = fold(events)
        expect([...granted].filter((purpose) => withdrawn.has(purpose))).toEqual([])
      }),
      law,
    )
  })
})
