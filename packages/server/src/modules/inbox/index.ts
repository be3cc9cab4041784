export { SHOWN_QUEUE } from './shown-queue.ts'
