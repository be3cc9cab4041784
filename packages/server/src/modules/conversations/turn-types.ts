import type { Turn } from '@recado/domain/conversation/turn'
import type { Instant } from '@recado/domain/shared/instant'
import type { Language } from '@recado/domain/shared/language'
import type { ContentCipher } from '../../platform/content-cipher.ts'
import type { ChatConsent } from '../consent/index.ts'
import type { ConversationRow } from './open-conversations.ts'
import type { Read } from './read-inbound.ts'
import type { Received } from './received.ts'
import type { ContactFacts } from './visit-facts.ts'

export type Clinic = { readonly organizationId: string; readonly name: string; readonly language: Language }

export type TurnContext = { readonly clinic: Clinic; readonly cipher: ContentCipher; readonly now: Instant }

/** A message with everything that its turn looks at. */
export type Prepared = {
  readonly message: Received
  readonly contactPointId: string
  readonly own: ContactFacts
  readonly conversation: ConversationRow
  readonly read: Read
  /** The person's STOP or START that was sent after this message and reached us before it. */
  readonly laterConsent?: ChatConsent['kind']
}

/** A message with what was decided about it. */
export type Taken = Prepared & { readonly turn: Turn }
