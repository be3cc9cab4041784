export { planFresh, replan, replanFor, waitingSteps, type Replanned } from './replan.ts'
export { outlookOf, planNotices, type VisitChanged } from './notices.ts'
export { SETTLE_MS, type SubjectFacts } from './subjects.ts'
export { isUpcoming, replanUpcoming } from './replan-upcoming.ts'
