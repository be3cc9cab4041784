import { readFileSync } from 'node:fs'
import type { Exchange } from '../http/exchange.ts'
import { reply } from '../http/exchange.ts'
import { nowOf, type World } from '../world.ts'

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

const PAGE_HEADERS = {
  'cache-control': 'no-cache',
  'content-security-policy': "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; style-src 'self'",
  'x-content-type-options': 'nosniff',
}

/** The phones page, its scripts and styles; true if the path was one of them. */
export function servePage(world: World, { method, path, response }: Exchange): boolean {
  if (method !== 'GET') return false
  if (path.startsWith('/_sim/media/')) return serveMedia(world, path.slice('/_sim/media/'.length), response)
  const name = path === '/' ? 'index.html' : /^\/page\/([a-z-]+\.(?:js|css|svg))$/.exec(path)?.[1]
  if (name === undefined) return false
  const content = contentOf(name)
  if (content === undefined) return false
  reply(response, 200, content, { ...PAGE_HEADERS, 'content-type': TYPES[name.split('.')[1] ?? ''] ?? 'text/plain' })
  return true
}

const contents = new Map<string, Buffer>()

function contentOf(name: string): Buffer | undefined {
  const known = contents.get(name)
  if (known) return known
  try {
    const content = readFileSync(new URL(`./web/${name}`, import.meta.url))
    contents.set(name, content)
    return content
  } catch {
    return undefined
  }
}

/** What a phone sees of a picture: no token, because it is not the client who looks. */
function serveMedia(world: World, id: string, response: Exchange['response']): boolean {
  const media = world.media.find(id, nowOf(world))
  if (!media) return false
  const isShown = /^(image|video|audio)\//.test(media.mimeType) && media.mimeType !== 'image/svg+xml'
  reply(response, 200, media.bytes, {
    'content-type': isShown ? media.mimeType : 'application/octet-stream',
    'content-disposition': isShown ? 'inline' : 'attachment',
    'x-content-type-options': 'nosniff',
  })
  return true
}
