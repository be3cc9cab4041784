export { changedRow, storeVisits } from './change-visits.ts'
export { recordBatch, type Recorded, type SourceContext, type SourceRow } from './record-batch.ts'
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
