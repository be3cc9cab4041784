import { contactJson } from '../delivery/status.ts'
import { readChat } from '../delivery/read-chat.ts'
import { bsuidOf } from '../ids.ts'
import type { Json } from '../json.ts'
import { INBOUND_LIFE_MS } from '../media/media-store.ts'
import type { Sender } from '../senders.ts'
import { escapedJson } from '../webhooks/escape.ts'
import { publish } from '../webhooks/publish.ts'
import { nowOf, type World } from '../world.ts'
import { contactOf } from './phone-book.ts'
import type { Button, ChatMessage, Phone } from './phone.ts'

const DAY_MS = 86_400_000

/** What the patient does, as the client hears it [M webhooks/reference/messages/*]. Each returns the new wamid. */
export function sendText(world: World, sender: Sender, phone: Phone, text: string, contextId?: string): string {
  return arrive(world, sender, phone, { type: 'text', payload: { text: { body: text } }, shown: { text }, contextId })
}

/** A template's quick reply arrives as `button`, an interactive reply as `interactive`: they are different types. */
export function tap(world: World, sender: Sender, phone: Phone, message: ChatMessage, button: Button): string {
  const { id, title, description } = button
  const shown = { text: description === undefined ? title : `${title}\n${description}` }
  if (button.kind === 'template-reply') {
    const payload = { button: { payload: id, text: title } }
    return arrive(world, sender, phone, { type: 'button', payload, shown, contextId: message.id })
  }
  const kind = button.kind === 'row' ? 'list_reply' : 'button_reply'
  const reply = { id, title, ...(description === undefined ? {} : { description }) }
  const payload = { interactive: { type: kind, [kind]: reply } }
  return arrive(world, sender, phone, { type: 'interactive', payload, shown, contextId: message.id })
}

export type MediaFile = {
  type: string
  mimeType: string
  bytes: Buffer
  filename?: string
  caption?: string
  voice?: boolean
}

export function sendMedia(world: World, sender: Sender, phone: Phone, file: MediaFile): string {
  const { type, mimeType, filename, caption, voice } = file
  const media = world.media.add({
    wabaId: sender.wabaId,
    mimeType,
    filename,
    bytes: file.bytes,
    expiresAtMs: nowOf(world) + INBOUND_LIFE_MS,
  })
  const object = {
    ...(caption ? { caption } : {}),
    ...(filename && type === 'document' ? { filename } : {}),
    mime_type: mimeType,
    sha256: media.sha256,
    id: media.id,
    ...(type === 'audio' ? { voice: voice === true } : {}),
    ...(type === 'sticker' ? { animated: false } : {}),
  }
  const part = { id: media.id, mimeType, ...(filename ? { filename } : {}), ...(voice ? { voice } : {}) }
  return arrive(world, sender, phone, {
    type,
    payload: { [type]: object },
    shown: { text: caption ?? '', media: part },
  })
}

export function sendLocation(
  world: World,
  sender: Sender,
  phone: Phone,
  location: NonNullable<ChatMessage['location']>,
  contextId?: string,
): string {
  const shown = { text: [location.name, location.address].filter(Boolean).join('\n'), location }
  return arrive(world, sender, phone, { type: 'location', payload: { location }, shown, contextId })
}

export function sendReaction(world: World, sender: Sender, phone: Phone, messageId: string, emoji: string): string {
  const target = world.messages.find(messageId)
  if (target) target.reaction = emoji
  const payload = { reaction: { message_id: messageId, ...(emoji === '' ? {} : { emoji }) } }
  return arrive(world, sender, phone, { type: 'reaction', payload, shown: undefined })
}

export function sendUnsupported(world: World, sender: Sender, phone: Phone): string {
  const title = 'Message type unknown'
  const errors = [
    { code: 131051, title, message: title, error_data: { details: 'Message type is currently not supported.' } },
  ]
  const payload = { errors, unsupported: { type: 'poll_creation' } }
  return arrive(world, sender, phone, { type: 'unsupported', payload, shown: { text: '📊' } })
}

/** The answer to `request_contact_info`: the number of a user with a username. */
export function shareNumber(world: World, sender: Sender, phone: Phone, contextId: string): string {
  contactOf(phone, sender.id).messagedByPhoneAtMs = nowOf(world)
  const card = {
    origin: 'contact_request',
    name: { formatted_name: phone.name, first_name: phone.name.split(' ')[0] },
    phones: [{ phone: `+${phone.number}`, wa_id: phone.waId, type: 'CELL' }],
  }
  const shown = { text: `+${phone.number}` }
  return arrive(world, sender, phone, { type: 'contacts', payload: { contacts: [card] }, shown, contextId })
}

/** The patient has a new number: told under the old one, with both user ids [M changelog of August 2026]. */
export function changeNumber(world: World, sender: Sender, phone: Phone, next: Phone): string {
  const userIds = {
    user_id: bsuidOf(next.number, sender.businessId),
    previous_user_id: bsuidOf(phone.number, sender.businessId),
  }
  const body = `User ${phone.name} changed from ${phone.waId} to ${next.waId}`
  const system = { body, wa_id: next.waId, type: 'user_changed_number', ...userIds }
  return arrive(world, sender, phone, { type: 'system', payload: { system }, shown: undefined })
}

/** A finished Flow: `response_json` is a string [M flows/reference/flowswebhooks]. */
export function finishFlow(world: World, sender: Sender, phone: Phone, message: ChatMessage, answers: Json): string {
  const responseJson = JSON.stringify({ flow_token: message.flow?.token ?? 'unused', ...answers })
  const reply = { name: 'flow', body: 'Sent', response_json: responseJson }
  const payload = { interactive: { type: 'nfm_reply', nfm_reply: reply } }
  return arrive(world, sender, phone, { type: 'interactive', payload, shown: { text: 'Sent' }, contextId: message.id })
}

type Arrival = {
  type: string
  payload: Json
  shown: (Pick<ChatMessage, 'text'> & Partial<Pick<ChatMessage, 'media' | 'location'>>) | undefined
  contextId?: string | undefined
}

/** Whoever writes has the chat open, so what was delivered before is read now. The window opens for 24 hours. */
function arrive(world: World, sender: Sender, phone: Phone, { type, payload, shown, contextId }: Arrival): string {
  readChat(world, sender, phone)
  const now = nowOf(world)
  const contact = contactOf(phone, sender.id)
  contact.windowUntilMs = now + DAY_MS
  const id = world.ids.inbound(phone.waId)
  if (shown) remember(world, sender, phone, { id, type, ...shown }, contextId)
  if (phone.blockedByBusiness.has(sender.id)) return id
  const withNumber = showsNumber(phone, contact.messagedByPhoneAtMs, now)
  const json = escapedJson({
    ...(contextId === undefined ? {} : { context: { from: sender.displayPhoneNumber, id: contextId } }),
    ...(withNumber ? { from: phone.waId } : {}),
    from_user_id: bsuidOf(phone.number, sender.businessId),
    id,
    timestamp: String(Math.floor(now / 1000)),
    type,
    ...payload,
  })
  const who = type === 'system' ? undefined : contactJson(sender, phone, withNumber, true)
  publish(world, { field: 'messages', kind: 'message', sender, json, contact: who }, { to: phone.number, kind: type })
  return id
}

function remember(
  world: World,
  sender: Sender,
  phone: Phone,
  part: Pick<ChatMessage, 'id' | 'type' | 'text'>,
  contextId?: string,
): void {
  const message: ChatMessage = {
    ...part,
    direction: 'sent',
    atMs: nowOf(world),
    phoneNumberId: sender.id,
    buttons: [],
    status: 'delivered',
    ...(contextId === undefined ? {} : { contextId }),
  }
  phone.chat.push(message)
  world.messages.add(phone, message)
  world.feed.changed(phone.number)
}

/** A username hides the number unless the business wrote to that number in the last 30 days [M business-scoped-user-ids]. */
function showsNumber(phone: Phone, messagedByPhoneAtMs: number, nowMs: number): boolean {
  return !phone.persona?.username || messagedByPhoneAtMs > nowMs - 30 * DAY_MS
}
