export { actorName, type Actor } from './actor.ts'
export { actorOfKey, actorOfSession, hashToken } from './authenticate.ts'
