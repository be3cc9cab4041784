export type { Received } from './received.ts'
export { takeTurns, type Clinic, type TurnContext, type TurnOutcome } from './take-turns.ts'
export { renderReply, type Reader } from './render-reply.ts'
