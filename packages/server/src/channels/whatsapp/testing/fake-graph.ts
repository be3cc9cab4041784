import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** For tests: a Graph API that answers what the test asks for, and remembers every request that reached it. */
export type FakeGraph = {
  readonly baseUrl: string
  readonly requests: SeenRequest[]
  answer: Answerer
  /** Sockets that clients have opened so far. */
  readonly connections: () => number
  readonly close: () => Promise<void>
}

export type SeenRequest = {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: Record<string, unknown>
}
export type Answerer = (response: ServerResponse, request: SeenRequest, socket: Socket) => void

/** An answer in JSON with this status. */
export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Answerer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  }

export const graphError = (code: number, status: number, more: object = {}): Answerer =>
  json(
    { error: { message: `(#${code}) refused`, type: 'OAuthException', code, fbtrace_id: 'Atrace1', ...more } },
    status,
  )

export const acceptedAs = (wamid: string, more: object = {}): Answerer =>
  json({ messaging_product: 'whatsapp', contacts: [{ input: '+0', wa_id: '0' }], messages: [{ id: wamid, ...more }] })

export async function startFakeGraph(): Promise<FakeGraph> {
  let connections = 0
  const fake = { requests: [] as SeenRequest[], answer: acceptedAs('wamid.FAKE1') }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString()
      const body: Record<string, unknown> = text === '' ? {} : JSON.parse(text)
      const seen = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body }
      fake.requests.push(seen)
      fake.answer(response, seen, request.socket)
    })
  })
  server.on('connection', () => connections++)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return Object.assign(fake, {
    baseUrl: `http://127.0.0.1:${port}`,
    connections: () => connections,
    close: () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  })
}
