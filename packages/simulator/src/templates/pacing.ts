import { resumeDelivery } from '../delivery/accept.ts'
import type { ChatMessage, Outbound, Phone } from '../phones/phone.ts'
import type { World } from '../world.ts'
import { pauseTemplate } from './lifecycle.ts'
import type { Template } from './template.ts'

/** From now on messages of this template wait for Meta's judgement [M templates/template-pacing]. */
export function holdTemplate(template: Template): void {
  template.isHeld = true
}

/** Good signals: what was held goes out. */
export function releaseTemplate(world: World, template: Template): void {
  template.isHeld = false
  letGo(world, template, () => undefined)
}

/** Bad signals: the template is paused and what was held fails with 132015. */
export function dropHeld(world: World, template: Template): void {
  template.isHeld = false
  pauseTemplate(world, template)
  letGo(world, template, (message) => {
    message.failsWith = 132015
  })
}

function letGo(world: World, template: Template, decide: (message: Outbound) => void): void {
  for (const { message, phone } of world.messages.all()) {
    if (!isHeldOf(message, template)) continue
    message.isHeld = false
    decide(message)
    goOn(world, phone, message)
  }
}

function goOn(world: World, phone: Phone, message: Outbound): void {
  const sender = world.senders.get(message.phoneNumberId)
  if (sender) resumeDelivery(world, sender, phone, message)
}

function isHeldOf(message: ChatMessage, template: Template): message is Outbound {
  return 'isHeld' in message && message.isHeld === true && 'templateId' in message && message.templateId === template.id
}
