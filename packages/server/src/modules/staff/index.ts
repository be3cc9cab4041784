export { actorName, type Actor } from './actor.ts'
export { actorOfKey, actorOfSession, hashToken } from './authenticate.ts'
export { ensureBootstrapKey } from './bootstrap-key.ts'
export { readerOf, sortedByName, type Reader } from './reader.ts'
