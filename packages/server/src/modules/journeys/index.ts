export { replan, type Replanned } from './replan.ts'
