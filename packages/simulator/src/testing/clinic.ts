import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isObject, objectAt, objectsAt, textAt, type Json } from '../json.ts'

export const APP_SECRET = 'a-secret-for-tests'
export const VERIFY_TOKEN = 'a-verify-token'

export type Clinic = {
  url: string
  /** Bodies as they arrived, in order. */
  bodies: string[]
  /** Of the last delivery. */
  lastSignature(): string
  values(): Json[]
  statuses(): Json[]
  messages(): Json[]
  /** Resolves when the check holds; rejects after ten seconds. */
  until(check: () => boolean): Promise<void>
  /** What the next deliveries are answered with; then 200 again. */
  answerNext(...codes: number[]): void
  stop(): Promise<void>
}

/** A clinic's webhook: checks signatures over the raw bytes and keeps what came. */
export async function startClinic(port = 0): Promise<Clinic> {
  const bodies: string[] = []
  const planned: number[] = []
  let lastSignature = ''
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://clinic')
    if (request.method === 'GET') {
      const isRight = url.searchParams.get('hub.verify_token') === VERIFY_TOKEN
      response.writeHead(isRight ? 200 : 403).end(isRight ? url.searchParams.get('hub.challenge') : '')
      return
    }
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const body = Buffer.concat(parts)
      lastSignature = String(request.headers['x-hub-signature-256'])
      const code = isSigned(body, request.headers['x-hub-signature-256']) ? (planned.shift() ?? 200) : 401
      if (code === 200) bodies.push(body.toString('latin1'))
      response.writeHead(code).end()
    })
  })
  await listen(server, port)
  const values = () => bodies.flatMap((body) => valuesOf(body))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/whatsapp`,
    bodies,
    lastSignature: () => lastSignature,
    values,
    statuses: () => values().flatMap((value) => objectsAt(value, 'statuses')),
    messages: () => values().flatMap((value) => objectsAt(value, 'messages')),
    until: (check) => until(check),
    answerNext: (...codes) => void planned.push(...codes),
    stop: () => close(server),
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

function isSigned(body: Buffer, header: string | string[] | undefined): boolean {
  const expected = Buffer.from(`sha256=${createHmac('sha256', APP_SECRET).update(body).digest('hex')}`)
  const given = Buffer.from(String(header))
  return expected.length === given.length && timingSafeEqual(expected, given)
}

function valuesOf(body: string): Json[] {
  const parsed: unknown = JSON.parse(body)
  const entries = isObject(parsed) ? objectsAt(parsed, 'entry') : []
  return entries
    .flatMap((entry) => objectsAt(entry, 'changes'))
    .map((change) => ({ field: textAt(change, 'field'), ...objectAt(change, 'value') }))
}

async function until(check: () => boolean): Promise<void> {
  const giveUpAt = Date.now() + 10_000
  while (!check()) {
    if (Date.now() > giveUpAt) throw new Error('What the test waits for did not happen within ten seconds.')
    await new Promise((resolve) => setTimeout(resolve, 3))
  }
}
