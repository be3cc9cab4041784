import type { Sender } from '../senders.ts'

/** One thing to tell the client; its JSON is escaped already, because it is written once and sent often. */
export type Update =
  | { field: 'messages'; kind: 'status' | 'message'; sender: Sender; json: string; contact: string | undefined }
  | { field: string; kind: 'account'; wabaId: string; json: string; timeSeconds: number }

/** Meta's most per POST is 3 MB [M webhooks/overview]; we stay below it. */
const MAX_BYTES = 2_500_000

/** Takes updates off the front of the queue, as many as fit, and writes them as one body. */
export function takeBatch(queue: Update[], max: number): { body: Buffer; count: number } {
  let count = 0
  let bytes = 0
  for (const update of queue) {
    bytes += update.json.length + 300
    if (count >= max || (count > 0 && bytes > MAX_BYTES)) break
    count += 1
  }
  const entries = entriesOf(queue.splice(0, count))
  return { body: Buffer.from(`{"object":"whatsapp_business_account","entry":[${entries}]}`, 'latin1'), count }
}

/** Neighbours of one account share an entry; neighbouring statuses of one number share a change. */
function entriesOf(updates: Update[]): string {
  const entries: string[] = []
  let changes: string[] = []
  let account = ''
  let at = 0
  const close = () => {
    if (changes.length > 0) entries.push(`{"id":"${account}","changes":[${changes.join(',')}]}`)
    changes = []
  }
  while (at < updates.length) {
    const update = updates[at]
    if (!update) break
    const wabaId = update.kind === 'account' ? update.wabaId : update.sender.wabaId
    if (wabaId !== account) close()
    account = wabaId
    if (update.kind === 'account') {
      close()
      entries.push(accountEntry(update))
      at += 1
    } else if (update.kind === 'message') {
      changes.push(messagesChange(update.sender, [update.contact], 'messages', [update.json]))
      at += 1
    } else {
      const run = statusRun(updates, at, update.sender)
      changes.push(statusesChange(update.sender, run))
      at += run.length
    }
  }
  close()
  return entries.join(',')
}

function statusRun(updates: Update[], from: number, sender: Sender): Update[] {
  let end = from
  for (let next = updates[end]; next?.kind === 'status' && next.sender === sender; next = updates[end]) end += 1
  return updates.slice(from, end)
}

function statusesChange(sender: Sender, run: Update[]): string {
  const contacts = run.map((update) => (update.kind === 'status' ? update.contact : undefined))
  return messagesChange(
    sender,
    contacts,
    'statuses',
    run.map((update) => update.json),
  )
}

function messagesChange(
  sender: Sender,
  contacts: (string | undefined)[],
  key: 'messages' | 'statuses',
  items: string[],
): string {
  const known = [...new Set(contacts)].filter((contact) => contact !== undefined)
  const people = known.length > 0 ? `"contacts":[${known.join(',')}],` : ''
  const metadata = `{"display_phone_number":"${sender.displayPhoneNumber}","phone_number_id":"${sender.id}"}`
  const value = `{"messaging_product":"whatsapp","metadata":${metadata},${people}"${key}":[${items.join(',')}]}`
  return `{"value":${value},"field":"messages"}`
}

function accountEntry(update: Extract<Update, { kind: 'account' }>): string {
  const change = `{"value":${update.json},"field":"${update.field}"}`
  return `{"id":"${update.wabaId}","time":${update.timeSeconds},"changes":[${change}]}`
}
