export { recordEvents, type NewEvent } from './record-events.ts'
export { chain, sealEvents, type EventRow } from './seal-events.ts'
