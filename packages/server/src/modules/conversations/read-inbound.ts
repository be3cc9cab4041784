import type { About } from '@recado/domain/conversation/facts'
import type { Inbound, UnreadKind } from '@recado/domain/conversation/inbound'
import type { Language } from '@recado/domain/shared/language'
import { understandExact } from '@recado/domain/understanding/understand-exact'
import { readPayload } from '../messaging/index.ts'
import { payloadsOf, type OurMessage, type OurMessages } from './about-messages.ts'
import type { Received } from './received.ts'

export type Read = {
  readonly inbound: Inbound
  readonly about?: About
  readonly aboutMessageId?: string
  /** What it was taken for, kept beside the message: `tap:confirm`, `word:opt-out`, `text`. */
  readonly meaning: string
}

/** What a message means, as far as taps, exact words and digits go; everything else is for a person. */
export function readInbound(
  received: Received,
  contactPointId: string,
  ours: OurMessages,
  languages: readonly Language[],
): Read {
  const { content, replyTo } = received.part
  // A tap may come before we know under which id WhatsApp took our message: its own reference says the same.
  const quoted = ours.byWamid.get(replyTo?.wamid ?? '') ?? tappedMessage(content, ours)
  const own = quoted?.contactPointId === contactPointId ? quoted : undefined
  const about: About | undefined =
    own && own.visits.length > 0
      ? { visits: own.visits, actions: own.options, how: 'quoted', sentAt: own.sentAt }
      : undefined
  const inbound: Inbound =
    received.part.groupId === undefined
      ? inboundOf(content, contactPointId, ours, languages)
      : { kind: 'notice', what: 'group' }
  return {
    inbound,
    meaning: meaningOf(inbound),
    ...(about ? { about } : {}),
    ...(own ? { aboutMessageId: own.id } : {}),
  }
}

type Content = Received['part']['content']

function inboundOf(
  content: Content,
  contactPointId: string,
  ours: OurMessages,
  languages: readonly Language[],
): Inbound {
  switch (content.type) {
    case 'button':
    case 'button-reply':
    case 'list-reply':
      return tapOf(content, contactPointId, ours)
    case 'text':
      return wordOf(content.body, languages)
    case 'reaction':
      return { kind: 'reaction', removed: content.emoji === undefined }
    case 'revoke':
      return { kind: 'revoke' }
    case 'system':
      return { kind: 'notice', what: 'changed-person' }
    case 'unsupported':
    case 'unreadable':
    case 'unknown':
      return { kind: 'unsupported' }
    default:
      return { kind: 'unread', what: UNREAD[content.type] ?? 'other' }
  }
}

const UNREAD: Readonly<Record<string, UnreadKind>> = {
  image: 'image', video: 'video', audio: 'audio', document: 'document', sticker: 'sticker', location: 'location',
  contacts: 'contacts', order: 'order', 'form-reply': 'form', edit: 'edit',
} // prettier-ignore

const tappedMessage = (content: Content, ours: OurMessages): OurMessage | undefined => {
  const payload = readPayload(payloadsOf(content)[0] ?? '')
  return payload && ours.byRef.get(payload.ref)
}

/** A reference counts only from the contact that it was sent to; without one of ours the label may still be a word. */
function tapOf(content: Content, contactPointId: string, ours: OurMessages): Inbound {
  const message = tappedMessage(content, ours)
  const payload = readPayload(payloadsOf(content)[0] ?? '')
  const action = message?.contactPointId === contactPointId ? message.options[payload?.index ?? -1] : undefined
  return action ? { kind: 'tap', action } : { kind: 'unknown-tap' }
}

function wordOf(body: string, languages: readonly Language[]): Inbound {
  const meaning = understandExact(body, languages)
  switch (meaning.kind) {
    case 'none':
      return { kind: 'text' }
    case 'choice':
      return { kind: 'choice', n: meaning.n }
    case 'opt-out':
    case 'opt-in':
    case 'opt-in-again':
    case 'confirm':
    case 'reschedule':
    case 'cancel':
    case 'undo':
      return { kind: 'word', word: meaning.kind }
  }
}

const meaningOf = (inbound: Inbound): string => {
  switch (inbound.kind) {
    case 'tap':
      return `tap:${inbound.action.do}`
    case 'word':
      return `word:${inbound.word}`
    case 'unread':
      return `unread:${inbound.what}`
    case 'notice':
      return `notice:${inbound.what}`
    default:
      return inbound.kind
  }
}
