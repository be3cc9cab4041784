import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { makeMockApi } from './mock-api.ts'

type Api = ReturnType<typeof makeMockApi>

/** The mock over HTTP, with the built console beside it when `dist` is given. Loopback only. Port 0 takes a free one. */
export async function startMockServer({ port = 0, dist }: { port?: number; dist?: string } = {}) {
  const api = makeMockApi()
  const server = createServer((request, response) => void route(api, dist, request, response))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { api, url: addressOf(server), close: () => closeAll(server) }
}

function addressOf(server: Server): string {
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('not listening on a port')
  return `http://127.0.0.1:${address.port}`
}

async function closeAll(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

async function route(
  api: Api,
  dist: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = request.url ?? '/'
  if (url.startsWith('/api/v1/events')) return stream(api, response)
  if (url.startsWith('/api/')) return forward(api, request, response)
  if (dist) return file(dist, url, response)
  response.writeHead(404).end()
}

function stream({ store }: Api, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write(': ping\n\n')
  const send: Parameters<typeof store.listeners.add>[0] = (event, position) =>
    void response.write(`id: ${position}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
  store.listeners.add(send)
  response.on('close', () => store.listeners.delete(send))
}

async function forward({ handle }: Api, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const hasBody = request.method !== 'GET'
  const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
  const body = hasBody ? await bodyOf(request) : null
  const answer = await handle(
    new Request(`http://mock${request.url}`, { method: request.method ?? 'GET', headers, body }),
  )
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text())
}

/** Multipart bodies of the mock are text files, so that text is enough. */
const bodyOf = async (request: IncomingMessage): Promise<string | null> => (await text(request)) || null

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

async function file(dist: string, url: string, response: ServerResponse): Promise<void> {
  const path = new URL(url, 'http://mock').pathname
  const wanted = extname(path) ? path : '/index.html'
  const content = await readFile(join(dist, wanted)).catch(() => undefined)
  response
    .writeHead(content ? 200 : 404, { 'content-type': TYPES[extname(wanted)] ?? 'application/octet-stream' })
    .end(content)
}
