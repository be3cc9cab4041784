import { child, children, fieldsOf, idOf, numberOf, present, textOf, type Fields } from './fields.ts'
import { readMessage, type ReadMessage } from './inbound-message.ts'
import { phoneDigits, userIdOf, type Person } from './people.ts'
import { unreadable, type Reader } from './reader.ts'
import { wireErrors, type WireError } from './wire-error.ts'

/** Coexistence: the same number is also used in the WhatsApp Business app on a phone of the clinic. */
export type AppPart = HistoryChunk | HistoryMessagePart | Echo | ContactSync

/** A chunk of the chats that the clinic had in the app before. Never live: nothing here is answered. */
export type HistoryChunk = {
  readonly kind: 'history'
  readonly phase?: number
  readonly chunk?: number
  readonly progress?: number
  readonly messages: readonly HistoryMessage[]
  readonly errors: readonly WireError[]
}

/** `chat` is the other side; `status` how far the message had come in the app. */
export type HistoryMessage = { readonly chat?: string; readonly message: ReadMessage; readonly status?: string }

/** The file of a past message, sent after the chunk that mentions it. */
export type HistoryMessagePart = {
  readonly kind: 'history-message'
  readonly message: ReadMessage
  readonly from: Person
}

/** What staff wrote in the WhatsApp Business app of the same number. */
export type Echo = { readonly kind: 'echo'; readonly message: ReadMessage; readonly to: Person }

/** A change of the address book in the app. */
export type ContactSync = {
  readonly kind: 'contact-sync'
  readonly action: string
  readonly phone?: string
  readonly fullName?: string
  readonly firstName?: string
}

export const readHistoryChunk: Reader<AppPart> = (item) => {
  const metadata = child(item, 'metadata')
  return present({
    kind: 'history' as const,
    phase: numberOf(metadata, 'phase'),
    chunk: numberOf(metadata, 'chunk_order'),
    progress: numberOf(metadata, 'progress'),
    messages: children(item, 'threads').flatMap(messagesOfThread),
    errors: wireErrors(item),
  })
}

const messagesOfThread = (thread: Fields): HistoryMessage[] =>
  children(thread, 'messages').flatMap((item) => {
    const message = readMessage(item)
    const status = textOf(child(item, 'history_context'), 'status')
    return message ? [present({ chat: idOf(thread, 'id'), message, status })] : []
  })

export const readHistoryMessage: Reader<AppPart> = (item) => {
  const message = readMessage(item)
  if (!message) return unreadable('a past message without an id')
  const from = present({ phone: phoneDigits(textOf(item, 'from')), userId: userIdOf(item, 'from_user_id', 'from') })
  return { kind: 'history-message', message, from }
}

export const readEcho: Reader<AppPart> = (item) => {
  const message = readMessage(item)
  if (!message) return unreadable('an echo without an id')
  const to = present({ phone: phoneDigits(textOf(item, 'to')), userId: userIdOf(item, 'to_user_id', 'to') })
  return { kind: 'echo', message, to }
}

export const readContactSync: Reader<AppPart> = (item) => {
  const contact = fieldsOf(item['contact'])
  const action = textOf(item, 'action')
  if (!contact || action === undefined) return unreadable('an address book entry without contact or action')
  return present({
    kind: 'contact-sync' as const,
    action,
    phone: phoneDigits(textOf(contact, 'phone_number')),
    fullName: textOf(contact, 'full_name'),
    firstName: textOf(contact, 'first_name'),
  })
}
