import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import pg from 'pg'
import { Pool } from 'undici'

// The least that a durable sender does: claim rows, send them on keep-alive connections, record what came back, and store
// what the signed statuses say; no gate, no ledger, no templates of its own. Prints how long it took until all was read.
const [databaseUrl = '', graphUrl = '', port = '0', count = '0', ready = ''] = process.argv.slice(2)
const SECRET = 'simulated-app-secret'
const COUNT = Number(count)
const BATCH = 100
const MAX_IN_FLIGHT = 128
const CONNECTIONS = 64
const database = new pg.Pool({ connectionString: databaseUrl, max: 4 })
const graph = new Pool(graphUrl, { connections: CONNECTIONS, pipelining: 1 })

type Claimed = { readonly id: string; readonly phone: string }
type Status = { readonly wamid: string; readonly status: string; readonly at: number }
const query = (name: string, text: string, values: readonly unknown[]) =>
  database.query({ name, text, values: [...values] })

async function prepare(): Promise<void> {
  await database.query(`
    drop table if exists bare_message;
    create table bare_message (id uuid primary key default gen_random_uuid(), phone text not null, state text not null default 'planned',
      due_at timestamptz not null default now(), wamid text unique, sent_at timestamptz, delivered_at timestamptz, read_at timestamptz);
    create index bare_due on bare_message (due_at) where state = 'planned'`)
  await query(
    'fill',
    `insert into bare_message (phone) select '55119' || (70000000 + n) from generate_series(0, $1::int - 1) n`,
    [COUNT],
  )
  await database.query('vacuum analyze bare_message')
}

const claim = async (limit: number): Promise<Claimed[]> => {
  const { rows } = await query('claim', `
    update bare_message m set state = 'attempting'
      from (select id from bare_message where state = 'planned' and due_at <= now() order by due_at limit $1 for update skip locked) d
     where m.id = d.id returning m.id, m.phone`, [limit]) // prettier-ignore
  return rows as Claimed[]
}

async function send({ id, phone }: Claimed): Promise<string | null> {
  const parameters = [
    { type: 'text', parameter_name: 'name', text: 'Ana' },
    { type: 'text', parameter_name: 'time', text: '09:00' },
  ]
  const template = { name: 'bare_reminder', language: { code: 'pt_BR' }, components: [{ type: 'body', parameters }] }
  const { body } = await graph.request({
    method: 'POST',
    path: '/v25.0/100000000000001/messages',
    headers: { authorization: 'Bearer simulated-access-token', 'content-type': 'application/json' },
    body: JSON.stringify({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: phone,
      type: 'template',
      template,
      biz_opaque_callback_data: id,
    }),
  })
  const answer = (await body.json()) as { messages?: { id: string }[] }
  return answer.messages?.[0]?.id ?? null
}

/** Writes in groups: while one is written the next one fills. */
function inGroups<Item>(write: (items: readonly Item[]) => Promise<unknown>) {
  let waiting: { item: Item; done: () => void }[] = []
  let writing = false
  const pump = async () => {
    if (writing || waiting.length === 0) return
    const group = waiting
    waiting = []
    writing = true
    await write(group.map(({ item }) => item))
    writing = false
    for (const { done } of group) done()
    void pump()
  }
  return (item: Item) => new Promise<void>((done) => (waiting.push({ item, done }), setImmediate(() => void pump())))
}

const record = inGroups((sent: readonly { id: string; wamid: string | null }[]) =>
  query(
    'record',
    `update bare_message m set state = 'sent', wamid = s.wamid from unnest($1::uuid[], $2::text[]) as s (id, wamid) where m.id = s.id`,
    [sent.map(({ id }) => id), sent.map(({ wamid }) => wamid)],
  ),
)

const apply = inGroups(async (groups: readonly (readonly Status[])[]) => {
  const all = groups.flat()
  for (const status of ['sent', 'delivered', 'read']) {
    const those = all.filter((one) => one.status === status)
    if (those.length === 0) continue
    await query(
      status,
      `update bare_message m set ${status}_at = to_timestamp(s.at) from unnest($1::text[], $2::float8[]) as s (id, at) where m.id = s.id::uuid`,
      [those.map(({ wamid }) => wamid), those.map(({ at }) => at)],
    )
    if (status === 'read') read += those.length
  }
})

let read = 0
type Delivery = {
  readonly entry: readonly {
    readonly changes: readonly {
      readonly value: {
        readonly statuses?: readonly {
          readonly biz_opaque_callback_data: string
          readonly status: string
          readonly timestamp: string
        }[]
      }
    }[]
  }[]
}
const receiver = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = Buffer.concat(chunks)
    const right = Buffer.from(`sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`)
    const given = Buffer.from(String(request.headers['x-hub-signature-256']))
    if (given.length !== right.length || !timingSafeEqual(given, right)) return void response.writeHead(401).end()
    const changes = (JSON.parse(body.toString()) as Delivery).entry.flatMap((entry) => entry.changes)
    const statuses = changes.flatMap(({ value }) => value.statuses ?? [])
    void apply(
      statuses.map((one) => ({ wamid: one.biz_opaque_callback_data, status: one.status, at: Number(one.timestamp) })),
    ).then(() => response.writeHead(200).end())
  })
})

await prepare()
await new Promise<void>((done) => receiver.listen(Number(port), '127.0.0.1', done))
if (ready) process.stdout.write('ready\n')
const begun = performance.now()
const inFlight = new Set<Promise<void>>()
for (;;) {
  const rows = await claim(Math.min(BATCH, MAX_IN_FLIGHT - inFlight.size))
  if (rows.length === 0 && inFlight.size === 0) break
  for (const row of rows) {
    const one: Promise<void> = send(row).then((wamid) => void record({ id: row.id, wamid })).finally(() => inFlight.delete(one)) // prettier-ignore
    inFlight.add(one)
  }
  while (inFlight.size > MAX_IN_FLIGHT - 16) await Promise.race(inFlight)
  if (rows.length === 0) await Promise.race(inFlight)
}
const deadline = performance.now() + 30_000
while (read < COUNT && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 5))
process.stdout.write(`${JSON.stringify({ seconds: (performance.now() - begun) / 1_000, read })}\n`)
receiver.close()
receiver.closeAllConnections()
await graph.close()
await database.end()
