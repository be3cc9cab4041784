import type { Persona } from './persona.ts'
import type { Random } from '../random.ts'

/** A patient's phone: what it is, what it received and what it sent. */
export type Phone = {
  /** Digits, as the clinic knows it. */
  number: string
  /** Digits as WhatsApp knows it: in Brazil and Mexico it may have one digit less or more. */
  waId: string
  name: string
  /** BCP 47, for the page's direction and for personas' words. */
  language: string
  /** IANA zone of the times on its screen; undefined: that of whoever looks. */
  zone: string | undefined
  username: string | undefined
  /** Undefined: a plain phone. */
  persona: Persona | undefined
  random: Random
  marketingStopped: boolean
  /** Numbers that do not want to hear from this user [M block-users]. */
  blockedByBusiness: Set<string>
  /** Changes when the SIM gets into other hands [M phone-numbers: identity change check]. */
  identityHash: string
  contacts: Map<string, Contact>
  /** The page shows "typing…" until then. */
  typingUntilMs: number
  /** Oldest first; both directions. */
  chat: ChatMessage[]
}

/** Messages to one user at once, on credit [M about-the-platform]. */
export const PAIR_BURST = 45

/** How one phone stands to one business number. */
export type Contact = {
  /** The customer service window is open until then; 0 if the user never wrote. */
  windowUntilMs: number
  blocked: boolean
  /** Pair rate: tokens left at `pairAtMs`. */
  pairTokens: number
  pairAtMs: number
  /** Last message of the business to the phone number (not to the BSUID): keeps the number visible for 30 days. */
  messagedByPhoneAtMs: number
  /** Instants of marketing templates outside a window, of the last 24 hours. */
  marketingAtMs: number[]
}

export type Button = { id: string; title: string; kind: ButtonKind; description?: string; url?: string }
export type ButtonKind =
  'template-reply' | 'reply' | 'row' | 'url' | 'call' | 'copy' | 'flow' | 'share-location' | 'share-contact'

export type MediaPart = { id?: string; link?: string; mimeType?: string; filename?: string; voice?: boolean }

export type ChatStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'failed'

/** A bubble, from the phone's view: `received` comes from the clinic, `sent` from the patient. */
export type ChatMessage = {
  id: string
  direction: 'received' | 'sent'
  atMs: number
  phoneNumberId: string
  type: string
  text: string
  header?: string
  body?: string
  footer?: string
  media?: MediaPart
  location?: { latitude: number; longitude: number; name?: string; address?: string }
  buttons: Button[]
  /** Of a list: what opens it and how the rows are grouped. */
  list?: { label: string; sections: { title?: string; rowIds: string[] }[] }
  flow?: { token: string; name: string }
  contextId?: string
  reaction?: string
  template?: string
  status: ChatStatus
}

/** A message of the business with what its statuses need. */
export type Outbound = ChatMessage & {
  direction: 'received'
  to: string
  /** Sent to the business-scoped user id, so the phone number stays hidden. */
  byUserId: boolean
  callbackData: string | undefined
  category: MessageCategory
  templateId?: string
  /** Decided when it was accepted; see pricing.ts. */
  pricingType: 'regular' | 'free_customer_service' | 'free_entry_point'
  conversationId: string
  /** Decided when it was accepted, told later. */
  failsWith?: number
  /** `held_for_quality_assessment`: neither sent nor failed yet. */
  isHeld?: boolean
}

export type MessageCategory = 'service' | 'utility' | 'marketing' | 'authentication'

export function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}
