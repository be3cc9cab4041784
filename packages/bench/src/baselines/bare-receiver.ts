import { createHmac, timingSafeEqual } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import pg from 'pg'

// The least that a durable receiver does: Fastify, the signature, one INSERT for all that wait, then the answers.
const [databaseUrl = ''] = process.argv.slice(2)
const SECRET = 'simulated-app-secret'
const WRITERS = 2
const GROUP = 400
const pool = new pg.Pool({ connectionString: databaseUrl, max: WRITERS })
await pool.query(
  'create table if not exists bare_webhook (id bigint generated always as identity primary key, body bytea not null)',
)

type Waiting = { readonly body: Buffer; readonly done: () => void; readonly failed: (error: unknown) => void }
const waiting: Waiting[] = []
let writers = 0

function pump(): void {
  while (writers < WRITERS && waiting.length > 0) void write(waiting.splice(0, GROUP))
}

async function write(group: readonly Waiting[]): Promise<void> {
  writers++
  try {
    await pool.query({
      name: 'store',
      text: 'insert into bare_webhook (body) select unnest($1::bytea[])',
      values: [group.map(({ body }) => body)],
    })
    for (const { done } of group) done()
  } catch (error) {
    for (const { failed } of group) failed(error)
  }
  writers--
  pump()
}

const app = Fastify({ logger: false })
app.removeAllContentTypeParsers()
app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
app.post('/webhooks/whatsapp', async (request, reply) => {
  const body = request.body as Buffer
  const given = Buffer.from(String(request.headers['x-hub-signature-256']))
  const right = Buffer.from(`sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return reply.status(401).send()
  await new Promise<void>((done, failed) => {
    waiting.push({ body, done, failed })
    setImmediate(pump)
  })
  return reply.status(200).send()
})
await app.listen({ host: '127.0.0.1', port: 0 })
process.stdout.write(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}\n`)
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)))
