import { errorBody, GraphError } from '../graph/errors.ts'
import { objectAt, textAt, type Json } from '../json.ts'
import type { Sender } from '../senders.ts'
import type { World } from '../world.ts'
import { nowOf } from '../world.ts'
import { missing } from './envelope.ts'

/** Blue ticks for the patient, earlier messages too, and perhaps "typing…" [M messages/mark-message-as-read]. */
export function markAsRead(world: World, sender: Sender, body: Json): { http: number; body: string } {
  const id = textAt(body, 'message_id')
  const phone = id === undefined ? undefined : world.messages.phoneOf(id)
  if (id === undefined || !phone) {
    const error =
      id === undefined ? missing('message_id') : new GraphError(131009, 'Message to mark as read was not found.')
    return { http: error.http, body: errorBody(error, world.ids.trace()) }
  }
  for (const message of phone.chat) {
    if (message.direction === 'sent' && message.phoneNumberId === sender.id) message.status = 'read'
    if (message.id === id) break
  }
  if (objectAt(body, 'typing_indicator')) phone.typingUntilMs = nowOf(world) + TYPING_MS
  world.feed.changed(phone.number)
  return { http: 200, body: '{"success":true}' }
}

/** Or until the next message [M typing-indicators]. */
const TYPING_MS = 25_000
