import { createHmac } from 'node:crypto'
import type { Exchange } from '../http/exchange.ts'
import { reply } from '../http/exchange.ts'
import type { Json } from '../json.ts'
import { MEDIA_KINDS, sniffed, UPLOADED_LIFE_MS, URL_LIFE_MS, type Media } from '../media/media-store.ts'
import { multipartParts } from '../media/multipart.ts'
import type { Sender } from '../senders.ts'
import { nowOf, type World } from '../world.ts'
import { checkToken, seesAccount } from './auth.ts'
import { errorBody, GraphError } from './errors.ts'
import type { GraphCall, GraphRoutes } from './call.ts'

/** `GET` and `DELETE /{media-id}` [M business-phone-numbers/media]. */
export const mediaRoutes: GraphRoutes = async ({ world, exchange, id, edge, token }) => {
  const media = world.media.find(id, nowOf(world))
  if (!media || edge !== undefined || !seesAccount(world, media.wabaId, token)) return undefined
  if (exchange.method === 'DELETE') return { success: world.media.delete(id) }
  if (exchange.method !== 'GET') return undefined
  return {
    messaging_product: 'whatsapp',
    url: mediaUrl(world, media),
    mime_type: media.mimeType,
    sha256: media.sha256,
    file_size: String(media.bytes.length),
    id: media.id,
  }
}

export async function uploadMedia(call: GraphCall, sender: Sender): Promise<Json> {
  const { world, exchange } = call
  const parts = multipartParts(await exchange.body(), exchange.request.headers['content-type'] ?? '') ?? []
  const value = (name: string) => parts.find((part) => part.name === name)?.bytes.toString('utf8')
  const file = parts.find((part) => part.name === 'file')
  if (value('messaging_product') !== 'whatsapp') throw required('messaging_product')
  if (!file) throw required('file')
  const mimeType = value('type') ?? file.type ?? 'application/octet-stream'
  checkFile(mimeType, file.bytes)
  const media = world.media.add({
    wabaId: sender.wabaId,
    mimeType,
    filename: file.filename,
    bytes: file.bytes,
    expiresAtMs: nowOf(world) + UPLOADED_LIFE_MS,
  })
  return { id: media.id }
}

function checkFile(mimeType: string, bytes: Buffer): void {
  const family = mimeType.split('/')[0] ?? ''
  const kind = MEDIA_KINDS[mimeType === 'image/webp' ? 'sticker' : family] ?? MEDIA_KINDS['document']
  if (kind && !kind.types.test(mimeType)) throw new GraphError(131053, `Unsupported mime type ${mimeType}.`)
  if (kind && bytes.length > kind.maxBytes) throw new GraphError(131053, 'Media file size is too big.')
  const seen = sniffed(bytes)
  if (seen !== undefined && !mimeType.startsWith(seen)) {
    throw new GraphError(131053, `Media file is of type ${seen}, not ${mimeType}.`)
  }
}

/** Good for five minutes, and only with the token. */
function mediaUrl(world: World, media: Media): string {
  const expires = String(Math.floor((nowOf(world) + URL_LIFE_MS) / 1000))
  return `${world.url}/whatsapp_business/attachments/?mid=${media.id}&ext=${expires}&hash=${hashOf(world, media.id, expires)}`
}

export function downloadMedia(world: World, exchange: Exchange, token: string, nowMs: number): void {
  try {
    checkToken(world, token)
  } catch (error) {
    if (!(error instanceof GraphError)) throw error
    return reply(exchange.response, 401, errorBody(error, world.ids.trace()))
  }
  const id = exchange.query.get('mid') ?? ''
  const expires = exchange.query.get('ext') ?? ''
  const media = world.media.find(id, nowMs)
  const isGood = exchange.query.get('hash') === hashOf(world, id, expires) && Number(expires) * 1000 >= nowMs
  if (!media || !isGood) return reply(exchange.response, 404, '', { 'content-type': 'text/plain' })
  reply(exchange.response, 200, media.bytes, { 'content-type': media.mimeType })
}

function hashOf(world: World, id: string, expires: string): string {
  return createHmac('sha256', world.options.webhook.appSecret)
    .update(`${id} ${expires}`)
    .digest('base64url')
    .slice(0, 22)
}

function required(name: string): GraphError {
  return new GraphError(100, undefined, { message: `(#100) The parameter ${name} is required.` })
}
