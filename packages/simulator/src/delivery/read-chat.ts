import type { ChatStatus, Outbound, Phone } from '../phones/phone.ts'
import type { Sender } from '../senders.ts'
import type { World } from '../world.ts'
import { tellStatus } from './status.ts'

/** The patient opens the chat: everything delivered in it is read. Reading is not told where receipts are off. */
export function readChat(world: World, sender: Sender, phone: Phone): void {
  for (const message of phone.chat) {
    if (!isUnread(message, sender)) continue
    advance(message, 'read')
    if (phone.persona === undefined || phone.persona.readMs) tellStatus(world, sender, phone, message, 'read')
  }
  world.feed.changed(phone.number)
}

function isUnread(message: Phone['chat'][number], sender: Sender): message is Outbound {
  return message.direction === 'received' && message.phoneNumberId === sender.id && message.status === 'delivered'
}

/** Never back: `read` may come before `delivered`. */
const ORDER: readonly ChatStatus[] = ['accepted', 'sent', 'delivered', 'read']

export function advance(message: Outbound, to: ChatStatus): void {
  if (ORDER.indexOf(to) > ORDER.indexOf(message.status)) message.status = to
}
