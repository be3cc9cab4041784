import type { DeliveryStatus } from '@recado/domain/messaging/delivery-status'
import type { Instant } from '@recado/domain/shared/instant'
import { child, fieldsOf, flagOf, idOf, momentOf, present, textOf, type Fields } from './fields.ts'
import { unknown, unreadable, type Reader } from './reader.ts'
import { phoneDigits, userIdOf, type Person } from './people.ts'
import { wireErrors, type WireError } from './wire-error.ts'

/** What became of one message of ours. */
export type StatusPart = {
  readonly kind: 'status'
  readonly wamid: string
  readonly status: Exclude<DeliveryStatus, 'accepted'>
  readonly recipient: Person
  /** Our attempt's id, sent along with the message: settles attempts whose answer was lost. */
  readonly callbackData?: string
  readonly errors: readonly WireError[]
  readonly pricing?: Pricing
  readonly conversation?: { readonly id?: string; readonly origin?: string; readonly expiresAt?: Instant }
  readonly group?: { readonly groupId?: string; readonly participant: Person }
  /** The template that Meta made of a Direct Send. */
  readonly templateId?: string
}

/** On one of sent, delivered or read. `billable` is to disappear: rely on `type`. */
export type Pricing = {
  readonly category?: string
  readonly type?: string
  readonly model?: string
  readonly billable?: boolean
}

const KNOWN: ReadonlyMap<string, StatusPart['status']> = new Map(
  (['sent', 'delivered', 'read', 'played', 'failed'] as const).map((status) => [status, status]),
)

export const readStatus: Reader<StatusPart> = (item) => {
  const wamid = textOf(item, 'id')
  const name = textOf(item, 'status')
  if (wamid === undefined) return unreadable('a status of no message')
  if (name === undefined) return unreadable('a status without its name')
  const status = KNOWN.get(name)
  if (!status) return unknown(`status ${name}`)
  const isGroup = textOf(item, 'recipient_type') === 'group'
  return present({
    kind: 'status' as const,
    wamid,
    status,
    recipient: isGroup ? {} : recipientOf(item),
    callbackData: textOf(item, 'biz_opaque_callback_data'),
    errors: wireErrors(item),
    pricing: pricingOf(item),
    conversation: conversationOf(item),
    group: isGroup
      ? { ...present({ groupId: textOf(item, 'recipient_id') }), participant: participantOf(item) }
      : undefined,
    templateId: idOf(item, 'template_id'),
  })
}

const recipientOf = (item: Fields): Person =>
  present({
    phone: phoneDigits(textOf(item, 'recipient_id')),
    userId: userIdOf(item, 'recipient_user_id', 'recipient_id'),
    parentUserId: textOf(item, 'recipient_parent_user_id'),
  })

const participantOf = (item: Fields): Person =>
  present({
    phone: phoneDigits(textOf(item, 'recipient_participant_id')),
    userId: userIdOf(item, 'recipient_participant_user_id', 'recipient_participant_id'),
    parentUserId: textOf(item, 'recipient_participant_parent_user_id'),
  })

function pricingOf(item: Fields): Pricing | undefined {
  const pricing = fieldsOf(item['pricing'])
  if (!pricing) return undefined
  return present({
    category: textOf(pricing, 'category'),
    type: textOf(pricing, 'type'),
    model: textOf(pricing, 'pricing_model'),
    billable: flagOf(pricing, 'billable'),
  })
}

function conversationOf(item: Fields): StatusPart['conversation'] | undefined {
  const conversation = fieldsOf(item['conversation'])
  if (!conversation) return undefined
  return present({
    id: textOf(conversation, 'id'),
    origin: textOf(child(conversation, 'origin'), 'type'),
    expiresAt: momentOf(conversation, 'expiration_timestamp'),
  })
}
