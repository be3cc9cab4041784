import {
  changeVisit,
  type ChangeableVisit,
  type VisitChange,
  type VisitPatch,
} from '@recado/domain/records/change-visit'
import type { Instant } from '@recado/domain/shared/instant'
import { updateMany, type Columns } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import { VISIT_COLUMNS, type VisitRow } from './visit-rows.ts'

/** The row after a change, undefined when it changes nothing. `practitioner`: the name that the source uses for its practitioner. */
export function changedRow(
  row: VisitRow,
  practitioner: string | undefined,
  change: VisitChange,
  actor: string,
  now: Instant,
): VisitRow | undefined {
  const patch = changeVisit(changeable(row, practitioner), change, actor, now)
  return patch && patched(row, patch)
}

const changeable = (row: VisitRow, practitioner: string | undefined): ChangeableVisit => ({
  version: row.version,
  status: row.status,
  confirmation: row.confirmation,
  observed: row.observed,
  pending: row.pending,
  ...(row.start_at === null ? {} : { startAt: row.start_at }),
  ...(row.start_local === null ? {} : { startLocal: row.start_local }),
  ...(practitioner === undefined ? {} : { practitioner }),
  ...(row.cancelled_by === null ? {} : { cancelledBy: row.cancelled_by }),
  ...(row.undo_until === null ? {} : { undoUntil: row.undo_until }),
})

function patched(row: VisitRow, patch: VisitPatch): VisitRow {
  const { to } = patch
  return {
    ...row,
    version: patch.version ?? row.version,
    status: patch.status ?? row.status,
    confirmation: patch.confirmation ?? row.confirmation,
    settled_at: patch.settledAt ?? row.settled_at,
    fulfilled_at: kept(patch.fulfilledAt, row.fulfilled_at),
    cancelled_by: kept(patch.cancelledBy, row.cancelled_by),
    cancel_reason: kept(patch.cancelReason, row.cancel_reason),
    cancelled_at: kept(patch.cancelledAt, row.cancelled_at),
    undo_until: kept(patch.undoUntil, row.undo_until),
    pending: patch.pending ?? row.pending,
    ...(to === undefined
      ? {}
      : {
          start_at: to.startAt,
          start_local: to.startLocal,
          date: to.startLocal.slice(0, 10),
          zone: to.zone,
          practitioner_id: to.practitionerId ?? row.practitioner_id,
        }),
  }
}

const kept = <T>(next: T | null | undefined, before: T | null): T | null => (next === undefined ? before : next)

/** What patients and staff can change of a visit; what its source said of it stays as it was observed. */
const CHANGEABLE = [
  'id', 'version', 'status', 'confirmation', 'start_local', 'date', 'zone', 'start_at', 'practitioner_id', 'settled_at',
  'fulfilled_at', 'cancelled_by', 'cancel_reason', 'cancelled_at', 'undo_until', 'pending',
] as const satisfies readonly (keyof VisitRow)[] // prettier-ignore

const CHANGEABLE_COLUMNS: Columns<VisitRow> = Object.fromEntries(CHANGEABLE.map((name) => [name, VISIT_COLUMNS[name]]))

/** Writes rows that changedRow() made; the caller holds their locks. */
export const storeVisits = (trx: Db, organizationId: string, rows: readonly VisitRow[]): Promise<void> =>
  updateMany(trx, organizationId, 'appointment', CHANGEABLE_COLUMNS, rows)
