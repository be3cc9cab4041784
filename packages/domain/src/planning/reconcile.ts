import type { Change, ExistingTouch, TouchState, WithdrawReason } from './change.ts'
import type { Plan, PlannedTouch, SkippedTouch } from './plan-types.ts'
import { PASSING_REASONS, WAITING_REASONS } from './skip-rules.ts'

/**
 * The smallest set of changes from what is there to what is wanted. `existing` holds every row of this journey for this
 * visit, old versions too. What was sent, is being sent or ended is history and never touched. A plan made from an
 * older version of the visit than the newest row changes nothing.
 */
export function reconcile(existing: readonly ExistingTouch[], wanted: Plan): Change[] {
  if (existing.some((row) => row.version > wanted.version)) return []
  const rows = existing.length === 0 ? NO_ROWS : new Map(existing.map((row) => [row.key, row]))
  const changes: Change[] = []
  for (const touch of wanted.touches) push(changes, towardsTouch(rows.get(touch.key), touch))
  for (const touch of wanted.skipped) push(changes, towardsSkip(rows.get(touch.key), touch))
  if (existing.length === 0) return changes
  const known = new Set<string>([...wanted.touches, ...wanted.skipped].map((touch) => touch.key))
  for (const row of existing) {
    if (known.has(row.key) || !OPEN.has(row.state)) continue
    const reason: WithdrawReason = row.version < wanted.version ? 'superseded' : 'step-removed'
    changes.push({ kind: 'withdraw', key: row.key, reason })
  }
  return changes
}

const NO_ROWS: ReadonlyMap<string, ExistingTouch> = new Map()

/** Waiting to be sent: may still be changed. */
const OPEN: ReadonlySet<TouchState> = new Set(['planned', 'merged'])
/** Left out by a plan: may come back. What the gate denied or an error ended may not. */
const LEFT_OUT: ReadonlySet<TouchState> = new Set(['skipped', 'withdrawn'])

function towardsTouch(row: ExistingTouch | undefined, touch: PlannedTouch): Change | undefined {
  if (!row) return { kind: 'schedule', touch }
  if (LEFT_OUT.has(row.state)) return { kind: 'revive', touch }
  const same = row.dueAt === touch.dueAt && row.expiresAt === touch.expiresAt
  return OPEN.has(row.state) && !same ? { kind: 'move', touch } : undefined
}

function towardsSkip(row: ExistingTouch | undefined, touch: SkippedTouch): Change | undefined {
  if (!row) return WAITING_REASONS.has(touch.reason) ? undefined : { kind: 'skip', touch }
  if (PASSING_REASONS.has(touch.reason)) return undefined
  if (OPEN.has(row.state)) return { kind: 'withdraw', key: row.key, reason: touch.reason }
  // Once the visit is over, why nothing went out is history: the console must still be able to tell it.
  if (row.state !== 'skipped' || touch.reason === 'visit-over' || touch.reason === row.reason) return undefined
  return { kind: 'skip', touch }
}

function push(changes: Change[], change: Change | undefined): void {
  if (change) changes.push(change)
}
