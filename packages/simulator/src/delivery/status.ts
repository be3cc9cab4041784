import { GRAPH_ERRORS } from '../graph/errors.ts'
import { bsuidOf } from '../ids.ts'
import type { Outbound, Phone } from '../phones/phone.ts'
import type { Sender } from '../senders.ts'
import { escapedJson } from '../webhooks/escape.ts'
import { publish } from '../webhooks/publish.ts'
import type { World } from '../world.ts'
import { nowOf } from '../world.ts'
import { pricingJson } from './pricing.ts'

export type StatusName = 'sent' | 'delivered' | 'read' | 'failed' | 'played'

/** One status to the client [M webhooks/reference/messages/status]. */
export function tellStatus(
  world: World,
  sender: Sender,
  phone: Phone,
  message: Outbound,
  status: StatusName,
  code?: number,
): void {
  const carriesPrice = status === 'sent' || status === 'delivered'
  const isOld = (sender.webhook.version ?? 25) < 24
  const json = escapedJson({
    id: message.id,
    status,
    timestamp: String(Math.floor(nowOf(world) / 1000)),
    ...(message.byUserId ? {} : { recipient_id: phone.waId }),
    recipient_user_id: bsuidOf(phone.number, sender.businessId),
    ...(message.callbackData === undefined ? {} : { biz_opaque_callback_data: message.callbackData }),
    ...(isOld && carriesPrice ? { conversation: conversationOf(message, status, nowOf(world)) } : {}),
    ...(carriesPrice && message.type !== 'reaction' ? { pricing: pricingJson(message) } : {}),
    ...(code === undefined ? {} : { errors: [statusError(code)] }),
  })
  const contact = status === 'failed' ? undefined : contactJson(sender, phone, !message.byUserId, status !== 'sent')
  publish(
    world,
    { field: 'messages', kind: 'status', sender, json, contact },
    { to: phone.number, kind: message.type, status },
  )
}

/** `value.contacts[]`: since 2026 with the business-scoped user id; the number only where it may be shown. */
export function contactJson(sender: Sender, phone: Phone, withNumber: boolean, withUsername: boolean): string {
  return escapedJson({
    profile: { name: phone.name, ...(withUsername && phone.username ? { username: phone.username } : {}) },
    ...(withNumber ? { wa_id: phone.waId } : {}),
    user_id: bsuidOf(phone.number, sender.businessId),
  })
}

function conversationOf(message: Outbound, status: StatusName, nowMs: number): Record<string, unknown> {
  const expires = status === 'sent' ? { expiration_timestamp: String(Math.floor(nowMs / 1000) + 86_400) } : {}
  return { id: message.conversationId, ...expires, origin: { type: message.category } }
}

function statusError(code: number): Record<string, unknown> {
  const known = GRAPH_ERRORS[code]
  const title = known?.title ?? 'Something went wrong'
  return {
    code,
    title,
    message: title,
    error_data: { details: known?.details ?? title },
    href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
  }
}
