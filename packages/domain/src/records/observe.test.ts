import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AppointmentStatus } from '../shared/appointment.ts'
import { instant } from '../shared/instant.ts'
import { observe, overlay, type KnownVisit, type Observed, type PendingChange } from './observe.ts'

const booked: Observed = {
  date: '2026-11-26',
  startLocal: '2026-11-26T10:00:00',
  zone: 'America/Sao_Paulo',
  durationMin: 30,
  status: 'booked',
  practitioner: 'dr. ann',
  service: 'check-up',
  site: 'são paulo',
}
const known = (over: Partial<KnownVisit> = {}): KnownVisit => ({
  version: 3, confirmation: 'confirmed', current: booked, observed: booked, pending: [], missing: false, ...over,
}) // prettier-ignore
const waits = (field: PendingChange['field'], value: string): PendingChange => ({
  field,
  value,
  since: instant(0),
  actor: 'patient:x',
})
const moved: KnownVisit = known({
  current: { ...booked, startLocal: '2026-11-27T09:00:00', date: '2026-11-27' },
  pending: [waits('startLocal', '2026-11-27T09:00:00')],
})
const cancelledInChat = known({ current: { ...booked, status: 'cancelled' }, pending: [waits('status', 'cancelled')] })

describe('a visit seen for the first time', () => {
  test('is created as the source tells it, unconfirmed and in need of planning', () => {
    expect(observe(null, booked)).toEqual({
      kind: 'created', version: 1, confirmation: 'none', current: booked, observed: booked, pending: [], overruled: [], replan: true,
    }) // prettier-ignore
  })

  test('counts as booked when the source has no word for its status', () => {
    const { status: _, ...without } = booked
    expect(observe(null, without)).toMatchObject({ current: { status: 'booked' }, observed: without })
  })
})

type Row = {
  readonly given: string
  readonly before: KnownVisit
  readonly seen: Observed
  readonly expect: Record<string, unknown>
}
const rows: readonly Row[] = [
  { given: 'the same export again', before: known(), seen: booked, expect: { kind: 'unchanged', version: 3, replan: false } },
  { given: 'an export with fewer columns', before: known(), seen: { status: 'booked' }, expect: { kind: 'unchanged', observed: booked } },
  { given: 'a new time', before: known(), seen: { ...booked, startLocal: '2026-11-26T11:00:00' }, expect: { kind: 'moved', version: 4, confirmation: 'none', replan: true } },
  { given: 'a new day for a visit without an hour', before: known(), seen: { ...booked, date: '2026-11-28' }, expect: { kind: 'moved', version: 4 } },
  { given: 'another practitioner', before: known(), seen: { ...booked, practitioner: 'dr. bob' }, expect: { kind: 'moved', version: 4, replan: true } },
  { given: 'another site', before: known(), seen: { ...booked, site: 'madrid' }, expect: { kind: 'moved', version: 4 } },
  { given: 'a longer visit', before: known(), seen: { ...booked, durationMin: 45 }, expect: { kind: 'updated', version: 3, confirmation: 'confirmed', replan: false } },
  { given: 'another visit type', before: known(), seen: { ...booked, service: 'vaccination' }, expect: { kind: 'updated', version: 3, replan: true } },
  { given: 'a cancellation', before: known(), seen: { ...booked, status: 'cancelled' }, expect: { kind: 'cancelled', version: 3, replan: true, current: { ...booked, status: 'cancelled' } } },
  { given: 'a row that was a mistake', before: known(), seen: { ...booked, status: 'entered-in-error' }, expect: { kind: 'cancelled' } },
  { given: 'a patient who arrived', before: known(), seen: { ...booked, status: 'arrived' }, expect: { kind: 'updated', version: 3, replan: true } },
  { given: 'a cancelled visit booked again', before: known({ current: { ...booked, status: 'cancelled' }, observed: { ...booked, status: 'cancelled' } }), seen: booked, expect: { kind: 'restored', version: 3, confirmation: 'none', replan: true } },
  { given: 'a visit that had disappeared and is listed again', before: known({ missing: true, current: { ...booked, status: 'cancelled' } }), seen: booked, expect: { kind: 'restored', current: booked, replan: true } },
  { given: 'yesterday\'s time, after the patient moved in the chat', before: moved, seen: booked, expect: { kind: 'unchanged', current: moved.current, pending: moved.pending, replan: false } },
  { given: 'the time that the patient chose in the chat', before: moved, seen: { ...booked, startLocal: '2026-11-27T09:00:00', date: '2026-11-27' }, expect: { version: 3, pending: [], overruled: [], replan: false } },
  { given: 'a third time, after the patient moved in the chat', before: moved, seen: { ...booked, startLocal: '2026-11-30T08:00:00', date: '2026-11-30' }, expect: { kind: 'moved', version: 4, pending: [], overruled: ['startLocal'] } },
  { given: '"booked" as yesterday, after the patient cancelled in the chat', before: cancelledInChat, seen: booked, expect: { kind: 'unchanged', current: cancelledInChat.current, pending: cancelledInChat.pending } },
  { given: 'the cancellation that the patient made in the chat', before: cancelledInChat, seen: { ...booked, status: 'cancelled' }, expect: { pending: [], overruled: [], replan: false } },
  { given: 'an arrival, after the patient cancelled in the chat', before: cancelledInChat, seen: { ...booked, status: 'arrived' }, expect: { kind: 'restored', overruled: ['status'], pending: [] } },
  { given: 'another length, while a move waits to be entered', before: moved, seen: { ...booked, durationMin: 60 }, expect: { kind: 'updated', pending: moved.pending, version: 3, replan: false } },
] // prettier-ignore

describe('a visit seen again', () => {
  test.each(rows)('$given', ({ before, seen, expect: expected }) => {
    expect(observe(before, seen)).toMatchObject(expected)
  })
})

describe('the laws of observing', () => {
  const observed = fc.record(
    {
      date: fc.constantFrom('2026-11-26', '2026-11-27'),
      startLocal: fc.constantFrom('2026-11-26T10:00:00', '2026-11-27T09:00:00'),
      durationMin: fc.constantFrom(30, 45),
      status: fc.constantFrom<AppointmentStatus>('booked', 'cancelled', 'arrived'),
      practitioner: fc.constantFrom('dr. ann', 'dr. bob'),
    },
    { requiredKeys: [] },
  )
  const asKnown = (seen: Observed, before: KnownVisit | null) => {
    const { version, confirmation, current, observed: whole, pending } = observe(before, seen)
    return { version, confirmation, current, observed: whole, pending, missing: false }
  }

  test('the same observation twice changes nothing the second time', () => {
    fc.assert(
      fc.property(observed, observed, (first, second) => {
        const once = asKnown(second, asKnown(first, null))
        expect(observe(once, second)).toMatchObject({ kind: 'unchanged', replan: false, version: once.version })
      }),
    )
  })

  test('the version never falls, and rises only with time, practitioner or place', () => {
    fc.assert(
      fc.property(observed, observed, (first, second) => {
        const before = asKnown(first, null)
        const after = observe(before, second)
        const sameTime = (['date', 'startLocal', 'practitioner'] as const).every(
          (f) => before.current[f] === after.current[f],
        )
        expect(after.version).toBe(before.version + (sameTime ? 0 : 1))
      }),
    )
  })
})

describe('what waits to be entered in the source', () => {
  test('a second change of a field replaces the first', () => {
    const first = overlay([], booked, waits('startLocal', 'a'))
    expect(overlay(first, booked, waits('startLocal', 'b'))).toEqual([waits('startLocal', 'b')])
  })
  test('a change back to what the source shows waits for nothing', () => {
    expect(overlay([waits('status', 'cancelled')], booked, waits('status', 'booked'))).toEqual([])
  })
  test('changes of different fields wait side by side', () => {
    expect(overlay([waits('status', 'arrived')], booked, waits('practitioner', 'dr. bob'))).toHaveLength(2)
  })
})
