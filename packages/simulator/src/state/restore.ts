import { resumeDelivery } from '../delivery/accept.ts'
import type { Outbound, Phone } from '../phones/phone.ts'
import { shapeOf } from '../templates/template.ts'
import { scheduleReview } from '../templates/lifecycle.ts'
import type { World } from '../world.ts'
import type { Snapshot } from './snapshot.ts'

/** Puts a snapshot into a fresh world; what was under way goes on, with new delays where a persona has any. */
export function restore(world: World, snapshot: Snapshot): void {
  const { clock } = world.timeline
  if (world.options.now === undefined)
    world.timeline.jumpTo(snapshot.clockMs + (clock.kind === 'real' ? Date.now() : 0))
  for (const saved of snapshot.phones) restorePhone(world, saved)
  for (const { id, ...kept } of snapshot.senders) Object.assign(world.senders.get(id) ?? {}, kept)
  for (const { id, ...kept } of snapshot.accounts) Object.assign(world.wabas.get(id) ?? {}, kept)
  for (const { base64, ...media } of snapshot.media)
    world.media.restore({ ...media, bytes: Buffer.from(base64, 'base64') })
  world.people.restore(snapshot.people)
  world.bill.restore(snapshot.bill ?? [])
  for (const template of snapshot.templates) {
    world.templates.add({ ...template, shape: shapeOf(template.components) })
    const added = world.templates.byId(template.id)
    if (added?.status === 'PENDING') scheduleReview(world, added)
  }
  for (const { number, message } of snapshot.messages) restoreMessage(world, world.phones.get(number), message)
  const apps = [world.options.webhook, ...[...world.senders.values()].map((sender) => sender.webhook)]
  world.outbox.restore(snapshot.webhooks, apps)
}

function restorePhone(world: World, saved: Snapshot['phones'][number]): void {
  const phone = world.phones.get(saved.number)
  const { contacts, blockedByBusiness, waId, ...kept } = saved
  Object.assign(phone, kept)
  phone.contacts = new Map(contacts)
  phone.blockedByBusiness = new Set(blockedByBusiness)
  world.phones.setWaId(phone, waId)
}

function restoreMessage(world: World, phone: Phone, message: Snapshot['messages'][number]['message']): void {
  world.messages.add(phone, message)
  const sender = world.senders.get(message.phoneNumberId)
  const isOnPhone = message.direction === 'sent' || message.status === 'delivered' || message.status === 'read'
  if (isOnPhone) phone.chat.push(message)
  if (sender && isOutbound(message)) resumeDelivery(world, sender, phone, message)
}

function isOutbound(message: Snapshot['messages'][number]['message']): message is Outbound {
  return message.direction === 'received'
}
