import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MINUTE, shift } from '../shared/instant.ts'
import type { Change, ExistingTouch, TouchState } from './change.ts'
import { appointmentReminder } from './journeys/appointment-reminder.ts'
import { plan } from './plan.ts'
import type { Plan, Subject } from './plan-types.ts'
import { reconcile } from './reconcile.ts'
import { applyChanges, openRow } from './test-apply-changes.ts'
import { anyJourney, anySituation } from './test-arbitraries.ts'
import { madrid, subject, visit, visitAt } from './test-subjects.ts'

const weekAhead = madrid('2026-03-05T12:00')
const planOf = (over: Partial<Subject> = {}, now = weekAhead) => plan(appointmentReminder, subject(over), now)
const rowsOf = (wanted: Plan) => applyChanges([], reconcile([], wanted))
/** A row for each step, as there is once the visit is over. */
const everyStepOf = (wanted: Plan): ExistingTouch[] => [
  ...wanted.touches.map(openRow),
  ...wanted.skipped.map(({ key, version, reason }) => ({ key, version, state: 'skipped' as const, reason })),
]
const withState = (rows: ExistingTouch[], step: string, state: TouchState) =>
  rows.map((row) => (row.key.includes(`/${step}/`) ? { ...row, state } : row))
/** `move confirm@1`, `withdraw soon@1: superseded`. */
const told = (changes: readonly Change[]) =>
  changes.map((change) => {
    const key = change.kind === 'withdraw' ? change.key : change.touch.key
    const [, step, rest = ''] = key.split('/')
    const reason =
      change.kind === 'withdraw' ? `: ${change.reason}` : change.kind === 'skip' ? `: ${change.touch.reason}` : ''
    return `${change.kind} ${step}@${rest.split('@')[1]}${reason}`
  })

describe('from what is there to what is wanted', () => {
  test('a new visit: everything is inserted, with the reason for what is left out', () => {
    const unreachable = planOf({ reachable: 'no-contact-point' })
    expect(told(reconcile([], planOf()))).toEqual(['schedule confirm@1', 'schedule soon@1'])
    expect(told(reconcile([], unreachable))).toEqual([
      'skip confirm@1: no-contact-point',
      'skip soon@1: no-contact-point',
    ])
  })

  test('a follow-up waits for its visit without a row, and is planned when the patient has come', () => {
    const done = planOf(
      { visit: visit({ status: 'fulfilled', fulfilledAt: madrid('2026-03-12T10:25') }) },
      madrid('2026-03-12T12:00'),
    )
    const rows = applyChanges([], reconcile([], planOf()))
    expect(rows.some(({ key }) => key.includes('follow-up'))).toBe(false)
    expect(told(reconcile(rows, done))).toContain('schedule follow-up@1')
  })

  test('the same again changes nothing', () => {
    expect(reconcile(rowsOf(planOf()), planOf())).toEqual([])
  })

  test('a moved visit withdraws the old touches and plans new ones, although one was sent', () => {
    const rows = withState(rowsOf(planOf()), 'confirm', 'accepted')
    const moved = planOf(
      { visit: visitAt('2026-03-20T10:00', { version: 2, settledAt: madrid('2026-03-11T09:00') }) },
      madrid('2026-03-11T09:00'),
    )
    expect(told(reconcile(rows, moved))).toEqual([
      'schedule confirm@2',
      'schedule soon@2',
      'withdraw soon@1: superseded',
    ])
  })

  test('a merged touch is moved and withdrawn like any other that is open', () => {
    const rows = withState(rowsOf(planOf()), 'soon', 'merged')
    const cancelled = planOf({ visit: visit({ status: 'cancelled' }) })
    expect(told(reconcile(rows, cancelled))).toEqual([
      'withdraw confirm@1: visit-cancelled',
      'withdraw soon@1: visit-cancelled',
      'skip follow-up@1: visit-cancelled',
    ])
    const holiday = planOf({ holidays: new Set(['2026-03-10']) })
    expect(told(reconcile(withState(rowsOf(planOf()), 'confirm', 'merged'), holiday))).toEqual(['move confirm@1'])
  })

  test('a cancellation that is undone brings back what is still to come', () => {
    const rows = rowsOf(planOf())
    const cancelled = applyChanges(rows, reconcile(rows, planOf({ visit: visit({ status: 'cancelled' }) })))
    expect(told(reconcile(cancelled, planOf()))).toEqual([
      'revive confirm@1',
      'revive soon@1',
      'skip follow-up@1: not-fulfilled-yet',
    ])
  })

  test('a visit that took place after all revives the follow-up that was left out', () => {
    const now = madrid('2026-03-12T12:00')
    const done = planOf({ visit: visit({ status: 'fulfilled', fulfilledAt: madrid('2026-03-12T10:25') }) }, now)
    const noShow = rowsOf(planOf({ visit: visit({ status: 'noshow' }) }, now))
    const rows = withState(withState(noShow, 'confirm', 'accepted'), 'soon', 'denied')
    expect(told(reconcile(rows, done))).toEqual(['revive follow-up@1'])
  })

  test('an expiry alone is a change too', () => {
    const rows = rowsOf(planOf()).map((row) => (row.expiresAt ? { ...row, expiresAt: shift(row.expiresAt, 1) } : row))
    expect(told(reconcile(rows, planOf()))).toEqual(['move confirm@1', 'move soon@1'])
  })

  test('a touch that is due and still waits is not withdrawn because its time has come', () => {
    expect(reconcile(rowsOf(planOf()), planOf({}, madrid('2026-03-10T10:30')))).toEqual([])
    expect(reconcile(rowsOf(planOf()), planOf({ sourceStale: true }))).toEqual([])
  })

  test('the reason of what was left out is put right, but a passing reason never covers a lasting one', () => {
    const unreachable = rowsOf(planOf({ reachable: 'no-contact-point' }))
    expect(told(reconcile(unreachable, planOf({ reachable: 'opted-out' })))).toEqual([
      'skip confirm@1: opted-out',
      'skip soon@1: opted-out',
    ])
    expect(told(reconcile(unreachable, planOf({}, madrid('2026-03-12T08:30'))))).toEqual([])
  })

  test('when the visit is over, the reason why nothing went out stays', () => {
    const rows = rowsOf(planOf({ granted: new Set(['care_followup']) }))
    const over = planOf(
      { visit: visit({ status: 'fulfilled', fulfilledAt: madrid('2026-03-12T10:25') }) },
      madrid('2026-03-12T12:00'),
    )
    expect(told(reconcile(rows, over))).toEqual(['schedule follow-up@1'])
    expect(told(reconcile(rowsOf(planOf()), over))).toEqual([
      'schedule follow-up@1',
      'withdraw confirm@1: visit-over',
      'withdraw soon@1: visit-over',
    ])
  })

  test('a step that the journey no longer has is withdrawn', () => {
    const shorter = { ...appointmentReminder, steps: appointmentReminder.steps.slice(1) }
    expect(told(reconcile(rowsOf(planOf()), plan(shorter, subject(), weekAhead)))).toEqual([
      'withdraw confirm@1: step-removed',
    ])
  })

  test('a plan of an older version changes nothing', () => {
    const newer = rowsOf(planOf({ visit: visit({ version: 2 }) }))
    expect(reconcile(newer, planOf())).toEqual([])
  })

  test.each<TouchState>(['attempting', 'unknown', 'accepted', 'failed', 'expired', 'denied'])(
    'what is %s is history, whatever happens to the visit',
    (state) => {
      const rows = everyStepOf(planOf()).map((row) => ({ ...row, state }))
      expect(reconcile(rows, planOf())).toEqual([])
      expect(reconcile(rows, planOf({ holidays: new Set(['2026-03-10']) }))).toEqual([])
      expect(reconcile(rows, planOf({ visit: visit({ status: 'cancelled' }) }))).toEqual([])
      expect(
        told(reconcile(rows, planOf({ visit: visit({ version: 2 }) }))).filter((change) => change.endsWith('@1')),
      ).toEqual([])
    },
  )

  test('what was withdrawn keeps its reason', () => {
    const rows = everyStepOf(planOf()).map((row) => ({
      ...row,
      state: 'withdrawn' as const,
      reason: 'visit-cancelled',
    }))
    expect(reconcile(rows, planOf({ reachable: 'opted-out' }))).toEqual([])
  })
})

const OPEN = new Set<TouchState>(['planned', 'merged'])
const LEFT_OUT = new Set<TouchState>(['skipped', 'withdrawn'])
const anyState = fc.constantFrom<TouchState>(
  'planned', 'merged', 'attempting', 'unknown', 'accepted', 'failed', 'expired', 'denied', 'skipped', 'withdrawn',
) // prettier-ignore
/** The same visit seen twice: as it was planned, with what became of each row, and as it is now. */
const anyHistory = fc
  .tuple(anyJourney, anySituation, anySituation, fc.array(anyState, { minLength: 3, maxLength: 3 }), fc.nat(500))
  .map(([journey, before, now, states, later]) => {
    const old = plan(journey, before.subject, before.now)
    const existing: ExistingTouch[] = everyStepOf(old).map((row, index) =>
      row.state === 'skipped' ? row : { ...row, state: states[index] ?? 'planned' },
    )
    return { existing, wanted: plan(journey, now.subject, shift(now.now, later * MINUTE)) }
  })
const law = { numRuns: Number(process.env['RUNS'] ?? 1500) }

describe('whatever was there and whatever is wanted', () => {
  test('what is open afterwards is what is wanted, and what was kept because only its time has come', () => {
    fc.assert(
      fc.property(anyHistory, ({ existing, wanted }) => {
        fc.pre(existing.every((row) => row.version <= wanted.version))
        const after = new Map(applyChanges(existing, reconcile(existing, wanted)).map((row) => [row.key, row]))
        const history = new Set(
          existing.filter(({ state }) => !OPEN.has(state) && !LEFT_OUT.has(state)).map(({ key }) => key),
        )
        for (const touch of wanted.touches) {
          if (!history.has(touch.key))
            expect(after.get(touch.key)).toMatchObject({ dueAt: touch.dueAt, expiresAt: touch.expiresAt })
        }
        const open = [...after.values()].filter((row) => OPEN.has(row.state)).map((row) => row.key)
        const passing = wanted.skipped.filter(({ reason }) => reason === 'due-passed' || reason === 'source-stale')
        const allowed = new Set([...wanted.touches, ...passing].map(({ key }) => key))
        expect(open.filter((key) => !allowed.has(key))).toEqual([])
        const told = wanted.skipped.filter(({ reason }) => reason !== 'not-fulfilled-yet')
        for (const { key } of [...wanted.touches, ...told]) expect(after.has(key)).toBe(true)
      }),
      law,
    )
  })

  test('doing it again changes nothing', () => {
    fc.assert(
      fc.property(anyHistory, ({ existing, wanted }) => {
        expect(reconcile(applyChanges(existing, reconcile(existing, wanted)), wanted)).toEqual([])
      }),
      law,
    )
  })

  test('each change changes something, no row twice, and history not at all', () => {
    fc.assert(
      fc.property(anyHistory, ({ existing, wanted }) => {
        const changes = reconcile(existing, wanted)
        const keys = changes.map((change) => (change.kind === 'withdraw' ? change.key : change.touch.key))
        expect(new Set(keys).size).toBe(keys.length)
        const before = new Map(existing.map((row) => [row.key, row]))
        for (const row of applyChanges(existing, changes)) {
          const old = before.get(row.key)
          if (keys.includes(row.key)) expect(row).not.toEqual(old)
          if (old && !OPEN.has(old.state) && !LEFT_OUT.has(old.state)) expect(row).toEqual(old)
        }
      }),
      law,
    )
  })

  test('a moved visit leaves nothing of its old version open', () => {
    fc.assert(
      fc.property(anyHistory, ({ existing, wanted }) => {
        const moved = { ...wanted, version: 9, touches: [], skipped: [] }
        const after = applyChanges(existing, reconcile(existing, moved))
        expect(after.filter((row) => OPEN.has(row.state))).toEqual([])
      }),
      law,
    )
  })
})
