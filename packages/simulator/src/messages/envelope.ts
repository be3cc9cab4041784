import { GraphError } from '../graph/errors.ts'
import { callingCodeOf } from '../ids.ts'
import { lengthOf, objectAt, textAt, type Json } from '../json.ts'
import { digitsOf } from '../phones/phone.ts'

/** What every send has in common, read and checked. */
export type Envelope = {
  type: string
  /** As it was written, for `contacts[].input`. */
  input: string
  recipient: { kind: 'phone'; digits: string } | { kind: 'user'; userId: string }
  contextId: string | undefined
  callbackData: string | undefined
  identityHash: string | undefined
}

export const MESSAGE_TYPES = [
  'text', 'image', 'document', 'audio', 'video', 'sticker', 'location', 'contacts', 'reaction', 'interactive', 'template',
] as const // prettier-ignore

export function envelopeOf(body: Json, senderDigits: string): Envelope {
  if (body['messaging_product'] !== 'whatsapp') throw missing100('messaging_product')
  const type = textAt(body, 'type') ?? 'text'
  if (body['category'] !== undefined) {
    throw new GraphError(100, 'Direct Send is not enabled for this WhatsApp Business Account.')
  }
  const recipientType = textAt(body, 'recipient_type') ?? 'individual'
  if (recipientType !== 'individual') {
    throw new GraphError(131009, `Recipient type ${recipientType} is not supported for this phone number.`)
  }
  const input = textAt(body, 'to') ?? textAt(body, 'recipient')
  if (input === undefined) throw missing100('to')
  if (!MESSAGE_TYPES.some((known) => known === type)) {
    const list = MESSAGE_TYPES.map((known) => known.toUpperCase()).join(', ')
    throw new GraphError(100, undefined, { message: `(#100) Param type must be one of {${list}} - got "${type}".` })
  }
  const callbackData = textAt(body, 'biz_opaque_callback_data')
  if (callbackData !== undefined) atMost(callbackData, 512, 'biz_opaque_callback_data')
  return {
    type,
    input,
    recipient: recipientOf(body, senderDigits),
    contextId: textAt(objectAt(body, 'context') ?? {}, 'message_id'),
    callbackData,
    identityHash: textAt(body, 'recipient_identity_key_hash'),
  }
}

/** `to` wins over `recipient` [M business-scoped-user-ids]. */
function recipientOf(body: Json, senderDigits: string): Envelope['recipient'] {
  const to = textAt(body, 'to')
  if (to !== undefined) return { kind: 'phone', digits: phoneDigits(to, senderDigits) }
  const userId = textAt(body, 'recipient') ?? ''
  if (!/^[A-Z]{2}\.(ENT\.)?[0-9A-Za-z]{1,128}$/.test(userId)) {
    throw new GraphError(131009, 'Param recipient is not a valid business-scoped user ID.')
  }
  return { kind: 'user', userId }
}

/**
 * `+ - ( )` and blanks are dropped; a number without `+` that is too short for an international one gets the
 * business's own country code [M messages/send-messages].
 */
function phoneDigits(to: string, senderDigits: string): string {
  const digits = digitsOf(to)
  if (!/^[+\d\s().-]+$/.test(to) || digits.length < 5 || digits.length > 17) {
    throw new GraphError(131009, `Recipient phone number is not valid.`)
  }
  return to.trim().startsWith('+') || digits.length > 10 ? digits : `${callingCodeOf(senderDigits)}${digits}`
}

export function missing100(name: string): GraphError {
  return new GraphError(100, undefined, { message: `(#100) The parameter ${name} is required.` })
}

export function missing(name: string): GraphError {
  return new GraphError(131008, `The parameter ${name} is required.`)
}

export function atMost(text: string, most: number, name: string): void {
  if (text.length <= most || lengthOf(text) <= most) return
  throw new GraphError(100, undefined, { message: `(#100) Param ${name} must be at most ${most} characters long.` })
}

/** The object named like the type of the message. */
export function required(body: Json, key: string): Json {
  const value = objectAt(body, key)
  if (!value) throw missing(key)
  return value
}
