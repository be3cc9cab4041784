export { replan, type Replanned } from './replan.ts'
export { SETTLE_MS } from './subjects.ts'
