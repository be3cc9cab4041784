import { startDelivery } from '../delivery/accept.ts'
import { pricingTypeOf } from '../delivery/pricing.ts'
import { errorBody, GraphError } from '../graph/errors.ts'
import { bsuidOf } from '../ids.ts'
import { isObject, objectAt, textAt, type Json } from '../json.ts'
import { contactOf } from '../phones/phone-book.ts'
import type { MessageCategory, Outbound, Phone } from '../phones/phone.ts'
import type { Sender } from '../senders.ts'
import { iso } from '../time/clock.ts'
import { nowOf, type World } from '../world.ts'
import type { FaultRule, RequestEffect } from '../faults.ts'
import { envelopeOf, type Envelope } from './envelope.ts'
import { FREE_FORM, type Content } from './free-form.ts'
import { interactiveContent } from './interactive.ts'
import { takePair, takeThroughput, takeUtility } from './limits.ts'
import { markAsRead } from './mark-as-read.ts'
import { checkSender } from './sender-state.ts'
import { templateContent } from './template-message.ts'

/** `silence`: the connection is held open or cut instead of answering. */
export type SendAnswer = { http: number; body: string; retryAfterSeconds?: number; silence?: 'hang' | 'reset' }

/** `POST /{phone-number-id}/messages`: every request is in the truth log before its answer leaves. */
export function handleMessages(world: World, sender: Sender, raw: string, version: number): SendAnswer {
  const body = parsedBody(raw)
  if (body && textAt(body, 'status') === 'read') return markAsRead(world, sender, body)
  const told = aboutRequest(body)
  const fault = world.faults.forRequest(told.to, told.type, world.random)
  if (fault && !mayAccept(fault, world.random)) return refuseByFault(world, sender, told, fault)
  try {
    if (!body) throw new GraphError(100, undefined, { message: '(#100) The parameter messaging_product is required.' })
    checkSender(sender)
    const { message, phone, envelope } = accept(world, sender, body, version)
    record(world, sender, told, { accepted: true, wamid: message.id }, fault)
    return answerOf(sender, envelope, phone, message, fault, world)
  } catch (error) {
    if (!(error instanceof GraphError)) throw error
    record(world, sender, told, { accepted: false, error: truthError(error) }, undefined)
    return refusal(error, world)
  }
}

function accept(
  world: World,
  sender: Sender,
  body: Json,
  version: number,
): { message: Outbound; phone: Phone; envelope: Envelope } {
  const envelope = envelopeOf(body, sender.displayPhoneNumber)
  const phone = phoneFor(world, sender, envelope)
  if (phone.number === sender.displayPhoneNumber) throw new GraphError(131021)
  if (sender.testRecipients && !sender.testRecipients.has(phone.number)) throw new GraphError(131030)
  if (phone.blockedByBusiness.has(sender.id)) throw new GraphError(130403)
  const read = contentOf(world, sender, body, envelope, version)
  const now = nowOf(world)
  const contact = contactOf(phone, sender.id)
  takeThroughput(sender, performance.now())
  takePair(sender, contact, now)
  takeUtility(world.wabas.get(sender.wabaId), read.category, now)
  const isInWindow = contact.windowUntilMs > now
  const message = outbound(world.ids.outbound(phone.waId), sender, envelope, read, isInWindow, now)
  world.messages.add(phone, message)
  startDelivery(world, sender, phone, message, isInWindow, envelope.identityHash)
  return { message, phone, envelope }
}

function outbound(
  id: string,
  sender: Sender,
  envelope: Envelope,
  read: Read,
  isInWindow: boolean,
  nowMs: number,
): Outbound {
  const { content, category, templateId, isHeld } = read
  return {
    ...content,
    id,
    direction: 'received',
    atMs: nowMs,
    phoneNumberId: sender.id,
    type: envelope.type,
    status: 'accepted',
    to: envelope.input,
    byUserId: envelope.recipient.kind === 'user',
    callbackData: envelope.callbackData,
    category,
    pricingType: pricingTypeOf(sender, category, isInWindow, nowMs),
    conversationId: id.slice(-32).toLowerCase(),
    ...(envelope.contextId === undefined ? {} : { contextId: envelope.contextId }),
    ...(templateId === undefined ? {} : { templateId }),
    ...(isHeld ? { isHeld } : {}),
  }
}

type Read = { content: Content; category: MessageCategory; templateId?: string; isHeld?: boolean }

function contentOf(world: World, sender: Sender, body: Json, envelope: Envelope, version: number): Read {
  const lookup = {
    media: (id: string) => world.media.find(id, nowOf(world)),
    message: (id: string) => world.messages.find(id),
    template: (name: string, language: string) => world.templates.find(sender.wabaId, name, language),
  }
  if (envelope.type === 'interactive') return { content: interactiveContent(body, lookup), category: 'service' }
  const reader = FREE_FORM[envelope.type]
  if (reader) return { content: reader(body, lookup), category: 'service' }
  const { template, content } = templateContent(body, lookup, version)
  const isCode = template.category === 'AUTHENTICATION'
  if (isCode && envelope.recipient.kind === 'user') throw new GraphError(131062)
  return { content, category: CATEGORIES[template.category], templateId: template.id, isHeld: template.isHeld === true }
}

const CATEGORIES = { UTILITY: 'utility', MARKETING: 'marketing', AUTHENTICATION: 'authentication' } as const

function phoneFor(world: World, sender: Sender, { recipient }: Envelope): Phone {
  if (recipient.kind === 'phone') return world.phones.get(recipient.digits)
  const phone = world.phones.byUserId(recipient.userId, sender.businessId)
  if (phone) return phone
  throw new GraphError(131009, 'Param recipient is not a known business-scoped user ID.')
}

function answerOf(
  sender: Sender,
  envelope: Envelope,
  phone: Phone,
  message: Outbound,
  fault: FaultRule<RequestEffect> | undefined,
  world: World,
): SendAnswer {
  if (fault?.effect === '500-accepted') return refusal(new GraphError(131000), world)
  if (fault?.effect === 'hang' || fault?.effect === 'reset') return { http: 0, body: '', silence: fault.effect }
  const user = message.byUserId ? { user_id: bsuidOf(phone.number, sender.businessId) } : { wa_id: phone.waId }
  const held = message.isHeld ? 'held_for_quality_assessment' : 'accepted'
  const status = message.template === undefined ? {} : { message_status: held }
  const body = {
    messaging_product: 'whatsapp',
    contacts: [{ input: envelope.input, ...user }],
    messages: [{ id: message.id, ...status }],
  }
  return { http: 200, body: JSON.stringify(body) }
}

function mayAccept(fault: FaultRule<RequestEffect>, random: () => number): boolean {
  if (fault.effect === 'hang' || fault.effect === 'reset') return fault.accepted ?? random() < 0.5
  return fault.effect === '500-accepted'
}

function refuseByFault(world: World, sender: Sender, told: Told, fault: FaultRule<RequestEffect>): SendAnswer {
  const error =
    fault.effect === '429'
      ? new GraphError(130429, undefined, { http: 429, retryAfterSeconds: 1 })
      : new GraphError(131000)
  const isSilent = fault.effect === 'hang' || fault.effect === 'reset'
  record(world, sender, told, { accepted: false, ...(isSilent ? {} : { error: truthError(error) }) }, fault)
  return isSilent ? { http: 0, body: '', silence: fault.effect === 'hang' ? 'hang' : 'reset' } : refusal(error, world)
}

export function refusal(error: GraphError, world: World): SendAnswer {
  const { retryAfterSeconds } = error.more
  const body = errorBody(error, world.ids.trace())
  return { http: error.http, body, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) }
}

type Told = { to: string; type: string; callbackData: string | null; template: string | undefined }

/** What the request says of itself, right or wrong. */
function aboutRequest(body: Json | undefined): Told {
  if (!body) return { to: '', type: '', callbackData: null, template: undefined }
  return {
    to: textAt(body, 'to') ?? textAt(body, 'recipient') ?? '',
    type: textAt(body, 'type') ?? 'text',
    callbackData: textAt(body, 'biz_opaque_callback_data') ?? null,
    template: textAt(objectAt(body, 'template') ?? {}, 'name'),
  }
}

type Outcome = { accepted: boolean; wamid?: string; error?: ReturnType<typeof truthError> }

function record(
  world: World,
  sender: Sender,
  told: Told,
  outcome: Outcome,
  fault: FaultRule<RequestEffect> | undefined,
): void {
  const { template, ...request } = told
  world.truth.add({
    at: iso(nowOf(world)),
    ...request,
    phoneNumberId: sender.id,
    ...outcome,
    ...(template === undefined ? {} : { template }),
    ...(fault === undefined ? {} : { fault: fault.effect }),
  })
}

function truthError(error: GraphError): { code: number; http: number; message: string; details?: string } {
  const { code, http, message, details } = error
  return { code, http, message, ...(details === undefined ? {} : { details }) }
}

function parsedBody(raw: string): Json | undefined {
  try {
    const body: unknown = JSON.parse(raw)
    return isObject(body) ? body : undefined
  } catch {
    return undefined
  }
}
