export type { Received } from './received.ts'
export { takeTurns, type TurnOutcome } from './take-turns.ts'
export type { Clinic, TurnContext } from './turn-types.ts'
export { renderReply, type Reader } from './render-reply.ts'
