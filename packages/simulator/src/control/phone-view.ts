import type { Json } from '../json.ts'
import type { ChatMessage, Phone } from '../phones/phone.ts'
import { iso } from '../time/clock.ts'
import { nowOf, type World } from '../world.ts'

/** A message as `/_sim/phones/{number}/messages` shows it. */
export function messageView(message: ChatMessage): Json {
  const { atMs, buttons, direction, phoneNumberId, status, ...rest } = message
  return {
    ...pickShown(rest),
    at: iso(atMs),
    direction,
    from: phoneNumberId,
    status,
    buttons: buttons.map(({ id, title, kind, description, url }) => ({
      id,
      title,
      kind,
      ...(description === undefined ? {} : { description }),
      ...(url === undefined ? {} : { url }),
    })),
  }
}

type Shown = Omit<ChatMessage, 'atMs' | 'buttons' | 'direction' | 'phoneNumberId' | 'status'>

/** Only what a person sees on the phone, nothing of what lies behind an outbound message. */
function pickShown(message: Shown): Json {
  const { id, type, text, header, body, footer, media, location, list, flow, contextId, reaction, template } = message
  return { id, type, text, header, body, footer, media, location, list, flow, contextId, reaction, template }
}

export function phoneView(world: World, phone: Phone): Json {
  const last = phone.chat.at(-1)
  return {
    number: phone.number,
    waId: phone.waId,
    name: phone.name,
    language: phone.language,
    zone: phone.zone,
    username: phone.username,
    persona: phone.persona?.name ?? null,
    blocked: [...phone.contacts.values()].some((contact) => contact.blocked),
    typing: phone.typingUntilMs > nowOf(world),
    unread: phone.chat.filter((message) => message.direction === 'received' && message.status === 'delivered').length,
    last: last
      ? { at: iso(last.atMs), text: last.text, type: last.type, direction: last.direction, status: last.status }
      : null,
  }
}

/** Last used first; phones that never had a message stay at the end, in order of their names. */
export function phoneList(world: World, limit: number): Json {
  const lastAt = (phone: Phone) => phone.chat.at(-1)?.atMs ?? 0
  const sorted = [...world.phones.all()].sort((a, b) => lastAt(b) - lastAt(a) || a.name.localeCompare(b.name))
  return { items: sorted.slice(0, limit).map((phone) => phoneView(world, phone)), now: iso(nowOf(world)) }
}

/** Everything on the screen of one phone, both directions. */
export function chatView(world: World, phone: Phone): Json {
  const sender = world.senders.get(phone.chat.at(-1)?.phoneNumberId ?? '') ?? [...world.senders.values()][0]
  return {
    now: iso(nowOf(world)),
    phone: phoneView(world, phone),
    business: { name: sender?.verifiedName ?? '', number: sender?.displayPhoneNumber ?? '' },
    messages: phone.chat.map(messageView),
  }
}
