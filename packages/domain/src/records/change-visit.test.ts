import { describe, expect, test } from 'vitest'
import { instant } from '../shared/instant.ts'
import { changeVisit, type ChangeableVisit, type VisitChange, type VisitPatch } from './change-visit.ts'

const now = instant(1_000_000)
const soon = instant(2_000_000)
const observed = { startLocal: '2026-11-26T10:00:00', status: 'booked', practitioner: 'dr. ann' } as const
const visit = (over: Partial<ChangeableVisit> = {}): ChangeableVisit => ({
  version: 2, status: 'booked', confirmation: 'requested', startAt: instant(5), startLocal: '2026-11-26T10:00:00', practitioner: 'dr. ann', observed, pending: [], ...over,
}) // prettier-ignore
const cancelled = visit({ status: 'cancelled', confirmation: 'declined', cancelledBy: 'patient:x' })
const to = { startAt: instant(9), startLocal: '2026-11-27T09:00:00', zone: 'UTC' }
const pending = (field: string, value: string) => ({ field, value, since: now, actor: 'patient:x' })
const alive = { status: 'booked', cancelledBy: null, cancelReason: null, cancelledAt: null, undoUntil: null }
const move = (over: Partial<Extract<VisitChange, { kind: 'move' }>> = {}): VisitChange => ({
  kind: 'move',
  to,
  reinstate: false,
  confirms: false,
  ...over,
})

type Row = {
  readonly given: string
  readonly before: ChangeableVisit
  readonly change: VisitChange
  readonly expect: unknown
}
const rows: readonly Row[] = [
  { given: 'a confirmation', before: visit(), change: { kind: 'confirm' }, expect: { confirmation: 'confirmed' } },
  { given: 'a confirmation of what is confirmed', before: visit({ confirmation: 'confirmed' }), change: { kind: 'confirm' }, expect: undefined },
  { given: 'a confirmation of what is cancelled', before: cancelled, change: { kind: 'confirm' }, expect: undefined },
  { given: 'the wish to move', before: visit(), change: { kind: 'request-move' }, expect: { confirmation: 'reschedule-requested' } },
  { given: 'the wish to move, again', before: visit({ confirmation: 'reschedule-requested' }), change: { kind: 'request-move' }, expect: undefined },
  { given: 'the wish to move what is cancelled', before: cancelled, change: { kind: 'request-move' }, expect: undefined },
  { given: 'a cancellation', before: visit(), change: { kind: 'cancel', undoUntil: soon }, expect: { status: 'cancelled', confirmation: 'declined', cancelledBy: 'patient:x', cancelReason: null, cancelledAt: now, undoUntil: soon, pending: [pending('status', 'cancelled')] } },
  { given: 'a cancellation with its reason and without a way back', before: visit(), change: { kind: 'cancel', reason: 'other' }, expect: expect.objectContaining({ cancelReason: 'other', undoUntil: null }) },
  { given: 'a second cancellation', before: cancelled, change: { kind: 'cancel' }, expect: undefined },
  { given: 'a cancellation of what took place', before: visit({ status: 'fulfilled' }), change: { kind: 'cancel' }, expect: undefined },
  { given: 'a reason for a cancellation', before: cancelled, change: { kind: 'note-reason', reason: 'other' }, expect: { cancelReason: 'other' } },
  { given: 'a reason for no cancellation', before: visit(), change: { kind: 'note-reason', reason: 'other' }, expect: undefined },
  { given: 'a cancellation taken back', before: cancelled, change: { kind: 'undo-cancel' }, expect: { ...alive, confirmation: 'confirmed', pending: [] } },
  { given: "taking back the source's cancellation", before: visit({ status: 'cancelled', cancelledBy: 'source' }), change: { kind: 'undo-cancel' }, expect: undefined },
  { given: 'taking back what is not cancelled', before: visit(), change: { kind: 'undo-cancel' }, expect: undefined },
  { given: 'a new time', before: visit(), change: move(), expect: { version: 3, confirmation: 'none', to, settledAt: now, pending: [pending('startLocal', '2026-11-27T09:00:00')] } },
  { given: 'a new time so near that choosing it confirms it', before: visit(), change: move({ confirms: true }), expect: expect.objectContaining({ confirmation: 'confirmed' }) },
  { given: 'the time that it has already', before: visit({ startAt: instant(9) }), change: move(), expect: undefined },
  { given: 'its own time with somebody else', before: visit({ startAt: instant(9) }), change: move({ to: { ...to, practitioner: 'dr. bob' } }), expect: expect.objectContaining({ version: 3, pending: [pending('startLocal', '2026-11-27T09:00:00'), pending('practitioner', 'dr. bob')] }) },
  { given: 'a new time with the same practitioner named', before: visit(), change: move({ to: { ...to, practitioner: 'dr. ann' } }), expect: expect.objectContaining({ pending: [pending('startLocal', '2026-11-27T09:00:00')] }) },
  { given: 'a new time for what is cancelled', before: cancelled, change: move(), expect: undefined },
  { given: 'a cancelled visit that lives again at a new time', before: cancelled, change: move({ reinstate: true }), expect: expect.objectContaining({ ...alive, version: 3 }) },
  { given: 'a new time for what took place', before: visit({ status: 'fulfilled' }), change: move({ reinstate: true }), expect: undefined },
  { given: 'an arrival', before: visit(), change: { kind: 'outcome', status: 'arrived', fulfilledAt: soon }, expect: { status: 'arrived', fulfilledAt: soon, pending: [pending('status', 'arrived')] } },
  { given: 'a patient who did not come', before: visit(), change: { kind: 'outcome', status: 'noshow' }, expect: { status: 'noshow', fulfilledAt: null, pending: [pending('status', 'noshow')] } },
] // prettier-ignore

describe('what patients and staff change', () => {
  test.each(rows)('$given', ({ before, change, expect: expected }) => {
    expect(changeVisit(before, change, 'patient:x', now)).toEqual(expected)
  })

  test('a change applied twice is applied once', () => {
    for (const { before, change } of rows) {
      const patch = changeVisit(before, change, 'patient:x', now)
      if (!patch || change.kind === 'outcome' || change.kind === 'note-reason') continue
      expect(changeVisit(after(before, patch), change, 'patient:x', now)).toBeUndefined()
    }
  })
})

const after = (before: ChangeableVisit, { to: place, cancelledBy, ...patch }: VisitPatch): ChangeableVisit => ({
  ...before,
  ...(patch as object as Partial<ChangeableVisit>),
  ...(cancelledBy ? { cancelledBy } : {}),
  ...(place
    ? {
        startAt: place.startAt,
        startLocal: place.startLocal,
        ...(place.practitioner ? { practitioner: place.practitioner } : {}),
      }
    : {}),
})
