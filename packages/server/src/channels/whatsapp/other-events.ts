import type { Instant } from '@recado/domain/shared/instant'
import { child, children, fieldsOf, idOf, momentOf, numberOf, present, textOf, type Fields } from './fields.ts'
import { readMessage, type ReadMessage } from './inbound-message.ts'
import { unreadable, type Reader } from './reader.ts'
import { phoneDigits, userIdOf, type Person } from './people.ts'
import { wireErrors, type WireError } from './wire-error.ts'

export type OtherPart =
  | MarketingPreference
  | UserIdUpdate
  | FlowEvent
  | CallEvent
  | GroupEvent
  | {
      readonly kind: 'history'
      readonly phase?: number
      readonly chunk?: number
      readonly progress?: number
      readonly messages: readonly HistoryMessage[]
      readonly errors: readonly WireError[]
    }
  | { readonly kind: 'history-message'; readonly message: ReadMessage; readonly from: Person }
  | { readonly kind: 'echo'; readonly message: ReadMessage; readonly to: Person }
  | {
      readonly kind: 'contact-sync'
      readonly action: string
      readonly phone?: string
      readonly fullName?: string
      readonly firstName?: string
    }
  | { readonly kind: 'payment-configuration'; readonly name?: string; readonly status?: string }
  | {
      readonly kind: 'partner-solution'
      readonly event: string
      readonly solutionId?: string
      readonly status?: string
    }

/** The person's own switch in WhatsApp. `stop` withdraws the consent to marketing at once. */
export type MarketingPreference = {
  readonly kind: 'user-preference'
  readonly person: Person
  readonly category: string
  /** stop, resume, signup, or one that we don't know yet. */
  readonly choice: string
  readonly signupId?: string
}

/** Documented March to July 2026, withdrawn in August: read if it comes, nothing depends on it. */
export type UserIdUpdate = {
  readonly kind: 'user-id-update'
  readonly person: Person
  readonly previousUserId?: string
  readonly previousParentUserId?: string
}

export type FlowEvent = {
  readonly kind: 'flow'
  readonly event: string
  readonly flowId?: string
  readonly oldStatus?: string
  readonly newStatus?: string
  readonly alertState?: string
  readonly threshold?: number
  readonly measured?: number
}

export type CallEvent = {
  readonly kind: 'call'
  readonly callId: string
  /** connect and terminate from the call itself; RINGING, ACCEPTED, REJECTED from its statuses. */
  readonly event: string
  readonly direction?: string
  readonly from?: string
  readonly to?: string
  readonly status?: string
  readonly durationSeconds?: number
  readonly startedAt?: Instant
  readonly endedAt?: Instant
  readonly callbackData?: string
}

export type GroupEvent = {
  readonly kind: 'group'
  readonly event: string
  readonly groupId?: string
  readonly requestId?: string
  readonly subject?: string
  readonly errors: readonly WireError[]
}

/** `chat` is the other side; `status` how far the message had come in the app. */
export type HistoryMessage = { readonly chat?: string; readonly message: ReadMessage; readonly status?: string }

export const readPreference: Reader<OtherPart> = (item) => {
  const choice = textOf(item, 'value')
  const person: Person = present({
    phone: phoneDigits(textOf(item, 'wa_id')),
    userId: userIdOf(item, 'user_id', 'wa_id'),
  })
  if (choice === undefined) return unreadable('a preference without its value')
  if (person.phone === undefined && person.userId === undefined) return unreadable('a preference of nobody')
  const category = textOf(item, 'category') ?? 'marketing_messages'
  return present({ kind: 'user-preference' as const, person, category, choice, signupId: idOf(item, 'signup_id') })
}

export const readUserIdUpdate: Reader<OtherPart> = (item) => {
  const ids = child(item, 'user_id')
  const parents = child(item, 'parent_user_id')
  return present({
    kind: 'user-id-update' as const,
    person: present({
      phone: phoneDigits(textOf(item, 'wa_id')),
      userId: textOf(ids, 'current'),
      parentUserId: textOf(parents, 'current'),
    }),
    previousUserId: textOf(ids, 'previous'),
    previousParentUserId: textOf(parents, 'previous'),
  })
}

export const readFlow: Reader<OtherPart> = (value) => {
  const event = textOf(value, 'event')
  if (event === undefined) return unreadable('a form event without its kind')
  return present({
    kind: 'flow' as const,
    event,
    flowId: idOf(value, 'flow_id'),
    oldStatus: textOf(value, 'old_status'),
    newStatus: textOf(value, 'new_status'),
    alertState: textOf(value, 'alert_state'),
    threshold: numberOf(value, 'threshold'),
    measured: numberOf(value, 'error_rate') ?? numberOf(value, 'p90_latency') ?? numberOf(value, 'availability'),
  })
}

export const readCall: Reader<OtherPart> = (item) => {
  const callId = textOf(item, 'id')
  const event = textOf(item, 'event') ?? textOf(item, 'status')
  if (callId === undefined || event === undefined) return unreadable('a call without id or event')
  return present({
    kind: 'call' as const,
    callId,
    event,
    direction: textOf(item, 'direction'),
    from: phoneDigits(textOf(item, 'from')),
    to: phoneDigits(textOf(item, 'to') ?? textOf(item, 'recipient_id')),
    status: textOf(item, 'status'),
    durationSeconds: numberOf(item, 'duration'),
    startedAt: momentOf(item, 'start_time'),
    endedAt: momentOf(item, 'end_time'),
    callbackData: textOf(item, 'biz_opaque_callback_data'),
  })
}

export const readGroup: Reader<OtherPart> = (item) => {
  const event = textOf(item, 'type')
  if (event === undefined) return unreadable('a group event without its kind')
  return present({
    kind: 'group' as const,
    event,
    groupId: textOf(item, 'group_id'),
    requestId: textOf(item, 'request_id'),
    subject: textOf(item, 'subject') ?? textOf(child(item, 'group_subject'), 'text'),
    errors: wireErrors(item),
  })
}

/** A chunk of the chats that the clinic had in the app before. Never live: nothing here is answered. */
export const readHistoryChunk: Reader<OtherPart> = (item) => {
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

export const readHistoryMessage: Reader<OtherPart> = (item) => {
  const message = readMessage(item)
  if (!message) return unreadable('a past message without an id')
  const from = present({ phone: phoneDigits(textOf(item, 'from')), userId: userIdOf(item, 'from_user_id', 'from') })
  return { kind: 'history-message', message, from }
}

/** What staff wrote in the WhatsApp Business app of the same number. */
export const readEcho: Reader<OtherPart> = (item) => {
  const message = readMessage(item)
  if (!message) return unreadable('an echo without an id')
  const to = present({ phone: phoneDigits(textOf(item, 'to')), userId: userIdOf(item, 'to_user_id', 'to') })
  return { kind: 'echo', message, to }
}

export const readContactSync: Reader<OtherPart> = (item) => {
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

export const readPaymentConfiguration: Reader<OtherPart> = (value) =>
  present({
    kind: 'payment-configuration' as const,
    name: textOf(value, 'configuration_name'),
    status: textOf(value, 'status'),
  })

export const readPartnerSolution: Reader<OtherPart> = (value) => {
  const event = textOf(value, 'event')
  if (event === undefined) return unreadable('a partner event without its kind')
  return present({
    kind: 'partner-solution' as const,
    event,
    solutionId: idOf(value, 'solution_id'),
    status: textOf(value, 'solution_status'),
  })
}
