export { recordEvents, type NewEvent } from './record-events.ts'
export { chain, sealEvents, type EventRow } from './seal-events.ts'
export { verifyEvents, type Verified } from './verify-events.ts'
export { eventsAfter, newestPosition, publicEvent, type SealedEvent } from './event-tail.ts'
