import { readChat } from '../delivery/read-chat.ts'
import { isObject, numberAt, objectAt, textAt, type Json } from '../json.ts'
import { multipartParts } from '../media/multipart.ts'
import {
  changeNumber,
  finishFlow,
  sendLocation,
  sendMedia,
  sendReaction,
  sendText,
  sendUnsupported,
  shareNumber,
  tap,
  type MediaFile,
} from '../phones/inbound.ts'
import { contactOf } from '../phones/phone-book.ts'
import { digitsOf, type Button, type ChatMessage, type Phone } from '../phones/phone.ts'
import type { Sender } from '../senders.ts'
import type { World } from '../world.ts'
import { changePhone, setPersona, tellMarketingPreference } from './phone-changes.ts'
import { chatView, messageView, phoneList, phoneView } from './phone-view.ts'
import { ControlError } from './refusal.ts'
import type { ControlCall, ControlRoute } from './call.ts'

export const phoneRoutes: readonly ControlRoute[] = [
  {
    method: 'GET',
    path: 'phones',
    run: ({ world, exchange }) => phoneList(world, Number(exchange.query.get('limit') ?? Infinity)),
  },
  { method: 'GET', path: 'phones/*', run: (call) => phoneView(call.world, phoneIn(call)) },
  {
    method: 'PUT',
    path: 'phones/*',
    run: async (call) => phoneView(call.world, changePhone(call.world, phoneIn(call), await call.readJson())),
  },
  {
    method: 'PUT',
    path: 'phones/*/persona',
    run: async (call) => phoneView(call.world, setPersona(phoneIn(call), await call.readJson())),
  },
  {
    method: 'GET',
    path: 'phones/*/messages',
    run: (call) =>
      phoneIn(call)
        .chat.filter((message) => message.direction === 'received')
        .map(messageView),
  },
  { method: 'GET', path: 'phones/*/chat', run: (call) => chatView(call.world, phoneIn(call)) },
  { method: 'POST', path: 'phones/*/tap', run: async (call) => tapped(call, await call.readJson()) },
  {
    method: 'POST',
    path: 'phones/*/text',
    run: async (call) => {
      const body = await call.readJson()
      const text = textAt(body, 'text')
      if (text === undefined) throw new ControlError(400, '"text" is missing.')
      return { id: sendText(call.world, senderIn(call, body), phoneIn(call), text, textAt(body, 'contextId')) }
    },
  },
  { method: 'POST', path: 'phones/*/media', run: mediaSent },
  { method: 'POST', path: 'phones/*/location', run: async (call) => located(call, await call.readJson()) },
  {
    method: 'POST',
    path: 'phones/*/reaction',
    run: async (call) => {
      const body = await call.readJson()
      const message = messageIn(call, body)
      return {
        id: sendReaction(
          call.world,
          senderOfMessage(call.world, message),
          phoneIn(call),
          message.id,
          textAt(body, 'emoji') ?? '',
        ),
      }
    },
  },
  {
    method: 'POST',
    path: 'phones/*/unsupported',
    run: async (call) => ({ id: sendUnsupported(call.world, senderIn(call, await call.readJson()), phoneIn(call)) }),
  },
  {
    // The SIM in another phone: `{ to }`, the new number, which takes over name and language.
    method: 'POST',
    path: 'phones/*/change-number',
    run: async (call) => {
      const body = await call.readJson()
      const phone = phoneIn(call)
      const next = call.world.phones.get(textAt(body, 'to') ?? '')
      if (next.number.length < 5 || next === phone) throw new ControlError(400, '"to" must be another number.')
      Object.assign(next, { name: phone.name, language: phone.language, zone: phone.zone })
      return { id: changeNumber(call.world, senderIn(call, body), phone, next) }
    },
  },
  {
    method: 'POST',
    path: 'phones/*/block',
    run: async (call) => {
      const body = await call.readJson()
      contactOf(phoneIn(call), senderIn(call, body).id).blocked = body['blocked'] !== false
      return phoneView(call.world, phoneIn(call))
    },
  },
  {
    method: 'POST',
    path: 'phones/*/read',
    run: async (call) => {
      readChat(call.world, senderIn(call, await call.readJson()), phoneIn(call))
      return phoneView(call.world, phoneIn(call))
    },
  },
  {
    method: 'POST',
    path: 'phones/*/marketing',
    run: async (call) => {
      const body = await call.readJson()
      tellMarketingPreference(call.world, senderIn(call, body), phoneIn(call), body['stopped'] !== false)
      return phoneView(call.world, phoneIn(call))
    },
  },
]

function phoneIn({ world, path }: ControlCall): Phone {
  const number = path[1] ?? ''
  if (digitsOf(number).length < 5) throw new ControlError(404, 'A phone is named by its digits, with or without +.')
  return world.phones.get(number)
}

/** The number that this phone talks with: named, else of its last message, else the first there is. */
function senderIn(call: ControlCall, body: Json): Sender {
  const named = textAt(body, 'phoneNumberId') ?? call.exchange.query.get('phoneNumberId') ?? undefined
  const last = phoneIn(call).chat.at(-1)?.phoneNumberId
  const sender = named === undefined ? call.world.senders.get(last ?? '') : call.world.senders.get(named)
  const first = [...call.world.senders.values()][0]
  if (named !== undefined && !sender) throw new ControlError(404, `There is no business number ${named}.`)
  if (!sender && !first) throw new ControlError(409, 'There is no business number yet.')
  return sender ?? (first as Sender) // checked above
}

function senderOfMessage(world: World, message: ChatMessage): Sender {
  const sender = world.senders.get(message.phoneNumberId)
  if (!sender) throw new ControlError(409, 'The business number of this message is gone.')
  return sender
}

function messageIn(call: ControlCall, body: Json): ChatMessage {
  const id = textAt(body, 'messageId') ?? ''
  const message = phoneIn(call).chat.find((one) => one.id === id)
  if (!message) throw new ControlError(404, 'This phone has no such message.')
  return message
}

/** What happens depends on the button: some answer, some only open something. */
function tapped(call: ControlCall, body: Json): Json {
  const message = messageIn(call, body)
  const id = textAt(body, 'buttonId')
  const title = textAt(body, 'title')
  const button = message.buttons.find((one) => (id === undefined ? one.title === title : one.id === id))
  if (!button) throw new ControlError(404, `This message has no such button; it has ${titlesOf(message.buttons)}.`)
  const { world } = call
  const sender = senderOfMessage(world, message)
  const phone = phoneIn(call)
  switch (button.kind) {
    case 'template-reply':
    case 'reply':
    case 'row':
      return { id: tap(world, sender, phone, message, button) }
    case 'share-contact':
      return { id: shareNumber(world, sender, phone, message.id) }
    case 'share-location':
      return { id: sendLocation(world, sender, phone, HOME, message.id) }
    case 'flow':
      return { id: finishFlow(world, sender, phone, message, objectAt(body, 'answers') ?? {}) }
    case 'url':
    case 'call':
    case 'copy':
      readChat(world, sender, phone)
      return { opened: button.url ?? button.id }
  }
}

const HOME = { latitude: -23.561, longitude: -46.656 }

function titlesOf(buttons: Button[]): string {
  return buttons.length === 0 ? 'none' : buttons.map((button) => `"${button.title}"`).join(', ')
}

function located(call: ControlCall, body: Json): Json {
  const latitude = numberAt(body, 'latitude')
  const longitude = numberAt(body, 'longitude')
  if (latitude === undefined || longitude === undefined)
    throw new ControlError(400, '"latitude" and "longitude" are numbers.')
  const name = textAt(body, 'name')
  const address = textAt(body, 'address')
  const location = { latitude, longitude, ...(name ? { name } : {}), ...(address ? { address } : {}) }
  return { id: sendLocation(call.world, senderIn(call, body), phoneIn(call), location, textAt(body, 'contextId')) }
}

/** JSON with base64, or a form with a `file` as the page sends it. */
async function mediaSent(call: ControlCall): Promise<Json> {
  const contentType = call.exchange.request.headers['content-type'] ?? ''
  if (!contentType.startsWith('multipart/')) {
    const body = await call.readJson()
    return { id: sendMedia(call.world, senderIn(call, body), phoneIn(call), fileFromJson(body)) }
  }
  const parts = multipartParts(await call.exchange.body(), contentType) ?? []
  const file = parts.find((part) => part.name === 'file')
  if (!file) throw new ControlError(400, 'The form needs a "file".')
  const caption = parts.find((part) => part.name === 'caption')?.bytes.toString('utf8')
  const mimeType = file.type ?? 'application/octet-stream'
  const media = {
    type: typeOf(mimeType),
    mimeType,
    bytes: file.bytes,
    ...(file.filename ? { filename: file.filename } : {}),
  }
  return { id: sendMedia(call.world, senderIn(call, {}), phoneIn(call), { ...media, ...(caption ? { caption } : {}) }) }
}

function fileFromJson(body: Json): MediaFile {
  const data = textAt(body, 'base64') ?? ''
  const mimeType = textAt(body, 'mimeType') ?? 'image/jpeg'
  const filename = textAt(body, 'filename')
  const caption = textAt(body, 'caption')
  if (!isObject(body) || data === '') throw new ControlError(400, '"base64" is missing.')
  return {
    type: textAt(body, 'type') ?? typeOf(mimeType),
    mimeType,
    bytes: Buffer.from(data, 'base64'),
    ...(filename ? { filename } : {}),
    ...(caption ? { caption } : {}),
    voice: body['voice'] === true,
  }
}

function typeOf(mimeType: string): string {
  if (mimeType === 'image/webp') return 'sticker'
  const family = mimeType.split('/')[0] ?? ''
  return family === 'image' || family === 'video' || family === 'audio' ? family : 'document'
}
