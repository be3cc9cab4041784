export { changedRow, storeVisits } from './change-visits.ts'
export { recordBatch, type Recorded } from './record-batch.ts'
export type { SourceContext, SourceRow } from './source-row.ts'
export { lockVisits, visitColumns, type VisitRow } from './visit-rows.ts'
export { assumeOutcomes, factsOf } from './assume-outcomes.ts'
export { importRoutes } from './import-routes.ts'
export { loadChips, REACH, unreachableOf } from './load-chips.ts'
export {
  appointmentOf,
  instantText,
  onDays,
  pendingOf,
  selectVisits,
  wallTime,
  type ShownVisit,
} from './read-appointments.ts'
export { putRoutes } from './put-routes.ts'
