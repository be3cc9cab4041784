export { recordEvents, type NewEvent } from './record-events.ts'
