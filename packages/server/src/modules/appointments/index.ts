export { changedRow, storeVisits } from './change-visits.ts'
export { recordBatch, type Recorded, type SourceContext, type SourceRow } from './record-batch.ts'
export { lockVisits, type VisitRow } from './visit-rows.ts'
export { assumeOutcomes, factsOf } from './assume-outcomes.ts'
