import { between } from '../random.ts'
import { contactOf } from '../phones/phone-book.ts'
import type { Outbound, Phone } from '../phones/phone.ts'
import { answerAfterRead } from '../phones/answers.ts'
import type { Sender } from '../senders.ts'
import { nowOf, type World } from '../world.ts'
import { failureOf } from './fate.ts'
import { advance, readChat } from './read-chat.ts'
import { tellStatus } from './status.ts'

/** An accepted message starts on its way: it fails later, or is sent, delivered and perhaps read. */
export function startDelivery(
  world: World,
  sender: Sender,
  phone: Phone,
  message: Outbound,
  isInWindow: boolean,
  identityHash: string | undefined,
): void {
  const contact = contactOf(phone, sender.id)
  if (!message.byUserId) contact.messagedByPhoneAtMs = nowOf(world)
  const code = failureOf({ world, sender, phone, contact, message, isInWindow, identityHash })
  if (code !== undefined) message.failsWith = code
  resumeDelivery(world, sender, phone, message)
}

/** Whatever still lies before the message: all of it, or after a restart the rest. */
export function resumeDelivery(world: World, sender: Sender, phone: Phone, message: Outbound): void {
  if (message.isHeld) return
  const { sentMs, deliveredMs } = delaysOf(world, phone)
  const code = message.failsWith
  if (code !== undefined) {
    if (message.status !== 'failed') world.timeline.after(sentMs, () => fail(world, sender, phone, message, code))
    return
  }
  if (message.status === 'accepted') world.timeline.after(sentMs, () => markSent(world, sender, phone, message))
  if (message.status === 'accepted' || message.status === 'sent') {
    world.timeline.after(sentMs + deliveredMs, () => deliver(world, sender, phone, message))
  }
  if (message.status === 'delivered' && phone.persona) reactLater(world, sender, phone, message)
}

function fail(world: World, sender: Sender, phone: Phone, message: Outbound, code: number): void {
  message.status = 'failed'
  tellStatus(world, sender, phone, message, 'failed', code)
}

function markSent(world: World, sender: Sender, phone: Phone, message: Outbound): void {
  advance(message, 'sent')
  tellStatus(world, sender, phone, message, 'sent')
}

/** The business's message is on the phone. */
function deliver(world: World, sender: Sender, phone: Phone, message: Outbound): void {
  if (message.type === 'reaction') return react(world, phone, message)
  phone.chat.push(message)
  phone.typingUntilMs = 0
  advance(message, 'delivered')
  world.bill.charge(phone, message, nowOf(world))
  if (!phone.persona?.skipsDelivered) tellStatus(world, sender, phone, message, 'delivered')
  reactLater(world, sender, phone, message)
  world.feed.changed(phone.number)
}

function reactLater(world: World, sender: Sender, phone: Phone, message: Outbound): void {
  const readMs = readDelayOf(world, phone)
  if (readMs !== undefined) world.timeline.after(readMs, () => readChat(world, sender, phone))
  answerAfterRead(world, sender, phone, message, readMs ?? 0)
}

/** A reaction sits on another bubble and gets `sent` only [M messages/reaction-messages]. */
function react(world: World, phone: Phone, message: Outbound): void {
  const target = message.contextId === undefined ? undefined : world.messages.find(message.contextId)
  if (target) target.reaction = message.text
  world.feed.changed(phone.number)
}

function delaysOf(world: World, phone: Phone): { sentMs: number; deliveredMs: number } {
  const { persona, random } = phone
  const { sentMs = 0, deliveredMs = 0 } = world.options.statusDelay ?? {}
  if (!persona) return { sentMs, deliveredMs }
  return { sentMs: between(random, persona.sentMs), deliveredMs: between(random, persona.deliveredMs) }
}

function readDelayOf(world: World, phone: Phone): number | undefined {
  const { persona, random } = phone
  if (!persona) return world.options.statusDelay?.readMs
  return persona.readMs && between(random, persona.readMs)
}
