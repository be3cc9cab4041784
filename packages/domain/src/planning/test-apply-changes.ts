import type { Change, ExistingTouch } from './change.ts'
import type { PlannedTouch } from './plan-types.ts'

/** What the outbox does with changes, without a database. Throws where a change does not fit its row. */
export function applyChanges(existing: readonly ExistingTouch[], changes: readonly Change[]): ExistingTouch[] {
  const rows = new Map(existing.map((row) => [row.key, row]))
  for (const change of changes) {
    const key = change.kind === 'withdraw' ? change.key : change.touch.key
    const row = rows.get(key)
    expectState(change, row)
    rows.set(key, next(change, row))
  }
  return [...rows.values()]
}

function expectState(change: Change, row: ExistingTouch | undefined): void {
  const fits: Record<Change['kind'], readonly (ExistingTouch['state'] | undefined)[]> = {
    schedule: [undefined],
    skip: [undefined, 'skipped'],
    move: ['planned', 'merged'],
    withdraw: ['planned', 'merged'],
    revive: ['skipped', 'withdrawn'],
  }
  if (!fits[change.kind].includes(row?.state)) throw new Error(`${change.kind} of a row that is ${row?.state}`)
}

function next(change: Change, row: ExistingTouch | undefined): ExistingTouch {
  switch (change.kind) {
    case 'schedule':
    case 'move':
    case 'revive':
      return openRow(change.touch)
    case 'withdraw':
      if (!row) throw new Error('nothing to withdraw')
      return { ...row, state: 'withdrawn', reason: change.reason }
    case 'skip':
      return { key: change.touch.key, version: change.touch.version, state: 'skipped', reason: change.touch.reason }
  }
}

export const openRow = ({ key, version, dueAt, expiresAt }: PlannedTouch): ExistingTouch => ({
  key,
  version,
  state: 'planned',
  dueAt,
  expiresAt,
})
