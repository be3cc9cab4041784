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
