export { recordFileConsents, CONSENT_COLUMNS, FILE_GRANTS, type FileConsent } from './file-consents.ts'
export { loadLastConsents, recordChatConsents, type ChatConsent } from './chat-consents.ts'
