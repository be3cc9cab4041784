import { between, pick } from '../random.ts'
import type { Sender } from '../senders.ts'
import type { World } from '../world.ts'
import { sendMedia, sendText, sendUnsupported, tap } from './inbound.ts'
import type { Answer } from './persona.ts'
import { contactOf } from './phone-book.ts'
import type { Button, Outbound, Phone } from './phone.ts'

/** What the persona does once it has read a message: block the business, tap, write, speak. */
export function answerAfterRead(world: World, sender: Sender, phone: Phone, message: Outbound, readMs: number): void {
  const { persona, random } = phone
  if (!persona) return
  if (persona.blocksAfterRead) {
    world.timeline.after(readMs, () => {
      contactOf(phone, sender.id).blocked = true
    })
  }
  const { answer } = persona
  if (!answer || random() >= (answer.share ?? 1)) return
  world.timeline.after(readMs + between(random, answer.afterMs), () => {
    if (isStillMeant(phone, answer)) give(world, sender, phone, message, answer)
  })
}

/** `times` is counted down on the phone's own copy of the persona. */
function isStillMeant(phone: Phone, answer: Answer): boolean {
  if (phone.persona?.answer?.times === undefined) return true
  if (phone.persona.answer.times <= 0) return false
  phone.persona = { ...phone.persona, answer: { ...answer, times: phone.persona.answer.times - 1 } }
  return true
}

function give(world: World, sender: Sender, phone: Phone, message: Outbound, answer: Answer): void {
  if (answer.tap !== undefined) {
    const button = buttonFor(message.buttons, answer.tap)
    if (button) tap(world, sender, phone, message, button)
    return
  }
  if (answer.media === 'voice') sendMedia(world, sender, phone, VOICE_NOTE)
  else if (answer.media === 'photo') sendMedia(world, sender, phone, PHOTO)
  else if (answer.media === 'unsupported') sendUnsupported(world, sender, phone)
  else sendText(world, sender, phone, wordsOf(phone, answer))
}

function wordsOf(phone: Phone, answer: Answer): string {
  const own = answer.byLanguage?.[phone.language] ?? answer.byLanguage?.[phone.language.slice(0, 2)]
  return pick(phone.random, own ?? answer.texts ?? ['ok']) ?? 'ok'
}

function buttonFor(buttons: Button[], which: number | string): Button | undefined {
  const choices = buttons.filter(
    (button) => button.kind === 'template-reply' || button.kind === 'reply' || button.kind === 'row',
  )
  return typeof which === 'number' ? choices.at(which) : choices.find((button) => button.title === which)
}

/** The first page of an Ogg stream: enough for a client to store and to sniff. */
const VOICE_NOTE = {
  type: 'audio',
  mimeType: 'audio/ogg; codecs=opus',
  bytes: Buffer.from('4f676753000200000000000000000100000000000000011e01', 'hex'),
  voice: true,
}

/** One grey pixel. */
const PHOTO = {
  type: 'image',
  mimeType: 'image/png',
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOoBwAAgQCAlw6PNgAAAABJRU5ErkJggg==',
    'base64',
  ),
}
