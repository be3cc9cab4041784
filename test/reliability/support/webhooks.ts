import { createHmac } from 'node:crypto'
import { Agent, request } from 'node:http'

/** One item as Meta puts it into a delivery: a status of a message of ours, or a message of a person. */
export type Item =
  | { readonly statuses: readonly object[] }
  | { readonly messages: readonly object[]; readonly contacts: readonly object[] }

/** The demo's first number, see sending-account.ts. */
export const NUMBER = { phoneNumberId: '100000000000001', wabaId: '200000000000001', display: '551140000001' } as const
const APP_SECRET = 'simulated-app-secret'

export type StatusFields = {
  readonly wamid: string
  readonly attemptId?: string
  readonly to: string
  readonly status: string
  readonly at: number
  readonly code?: number
}

/** @param at milliseconds; Meta tells whole seconds */
export const statusItem = ({ wamid, attemptId, to, status, at, code }: StatusFields): Item => ({
  statuses: [
    {
      id: wamid, status, timestamp: seconds(at), recipient_id: to,
      ...(attemptId === undefined ? {} : { biz_opaque_callback_data: attemptId }),
      ...(code === undefined ? {} : { errors: [{ code, title: 'Failed', message: 'Failed', error_data: { details: 'Failed.' } }] }),
    },
  ],
}) // prettier-ignore

/** @param content the part that depends on the type: `{ type: 'text', text: { body } }` */
export const messageItem = (from: string, wamid: string, at: number, content: object): Item => ({
  messages: [{ from, id: wamid, timestamp: seconds(at), ...content }],
  contacts: [{ profile: { name: 'Somebody' }, wa_id: from }],
})

const seconds = (ms: number) => String(Math.floor(ms / 1_000))

/** The bytes of one delivery with these items, each a change of its own as Meta batches them. */
export const delivery = (items: readonly Item[]): Buffer =>
  Buffer.from(
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: NUMBER.wabaId, changes: items.map((item) => ({ field: 'messages', value: { messaging_product: 'whatsapp', metadata: { display_phone_number: NUMBER.display, phone_number_id: NUMBER.phoneNumberId }, ...item } })) }],
    }),
  ) // prettier-ignore

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

const signatureOf = (body: Buffer) => `sha256=${createHmac('sha256', APP_SECRET).update(body).digest('hex')}`

/** Posts the bytes signed as Meta signs them, or otherwise. Answers the status, 0 when there was no answer. */
export const deliver = (webUrl: string, body: Buffer, signature = signatureOf(body)): Promise<number> =>
  new Promise((resolve) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': body.length,
      'x-hub-signature-256': signature,
    }
    const call = request(`${webUrl}/webhooks/whatsapp`, { method: 'POST', agent, headers }, (answer) => {
      answer.resume()
      answer.once('end', () => resolve(answer.statusCode ?? 0))
      answer.once('error', () => resolve(0))
    })
    call.once('error', () => resolve(0))
    call.end(body)
  })

/** Delivers as Meta does: what is not answered with 200 comes again, until it is. Answers how many tries were in vain. */
export async function deliverAll(
  webUrl: () => string,
  bodies: readonly Buffer[],
  connections: number,
): Promise<number> {
  let next = 0
  let inVain = 0
  const lane = async () => {
    for (let index = next++; index < bodies.length; index = next++) {
      const body = bodies[index]
      while (body && (await deliver(webUrl(), body)) !== 200) {
        inVain++
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }
  }
  await Promise.all(Array.from({ length: connections }, lane))
  return inVain
}

/** Does it for each, so many at a time; the answers are in the order of the items. */
export async function inParallel<Item, Answer>(
  items: readonly Item[],
  lanes: number,
  work: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = []
  let next = 0
  const lane = async () => {
    for (let index = next++; index < items.length; index = next++) answers[index] = await work(items[index] as Item)
  }
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane))
  return answers
}
