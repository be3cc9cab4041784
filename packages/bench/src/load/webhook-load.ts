import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { openConnection } from './connection.ts'

// Sends signed deliveries on several connections, each waiting for its answer, for a while; prints what came of it.
const [url = '', wamidFile = '', connections = '64', seconds = '10'] = process.argv.slice(2)
const SECRET = 'simulated-app-secret'
const WARM_UP_MS = 2_000
const wamids = readFileSync(wamidFile, 'utf8').trim().split('\n')
const { pathname } = new URL(url)

/** As Meta tells that one message was read; for a message that the server knows. */
function delivery(index: number): string {
  const wamid = wamids[index % wamids.length] ?? ''
  const status = {
    id: wamid,
    status: 'delivered',
    timestamp: String(Math.floor(Date.now() / 1_000)),
    recipient_id: '5511970000001',
    pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'utility' },
  }
  const metadata = { display_phone_number: '551140000001', phone_number_id: '100000000000001' }
  const value = { messaging_product: 'whatsapp', metadata, statuses: [status] }
  return JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '200000000000001', changes: [{ value, field: 'messages' }] }],
  })
}

const latencies: number[] = []
let next = 0
let refused = 0
const begun = performance.now()
const until = begun + WARM_UP_MS + Number(seconds) * 1_000

async function run(): Promise<void> {
  const connection = await openConnection(url)
  while (performance.now() < until) {
    const body = delivery(next++)
    const sent = performance.now()
    const { status } = await connection.post(
      pathname,
      body,
      `x-hub-signature-256: sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}\r\n`,
    )
    if (status !== 200) refused++
    else if (sent > begun + WARM_UP_MS) latencies.push(performance.now() - sent)
  }
  connection.close()
}

process.stdout.write('ready\n')
await Promise.all(Array.from({ length: Number(connections) }, run))
process.stdout.write(
  `${JSON.stringify({ rate: latencies.length / Number(seconds), refused, sent: next, latencies: latencies.map((ms) => Math.round(ms * 10) / 10) })}\n`,
)
