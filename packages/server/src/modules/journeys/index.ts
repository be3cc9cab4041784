export { replan, replanFor, type Replanned } from './replan.ts'
export { SETTLE_MS } from './subjects.ts'
export { isUpcoming, replanUpcoming } from './replan-upcoming.ts'
