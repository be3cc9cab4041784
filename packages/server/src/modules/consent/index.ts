export { recordFileConsents, CONSENT_COLUMNS, FILE_GRANTS, type FileConsent } from './file-consents.ts'
export { recordChatConsents, type ChatConsent } from './chat-consents.ts'
