export { raiseUndelivered } from './raise-undelivered.ts'
export { SHOWN_QUEUE } from './shown-queue.ts'
