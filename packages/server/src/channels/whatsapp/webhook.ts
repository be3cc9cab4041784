import type { Instant } from '@recado/domain/shared/instant'
import { dedupeKey } from './dedupe-key.ts'
import { child, idOf, isFields, momentOf, textOf, type Fields } from './fields.ts'
import { parseJson } from './json.ts'
import { phoneDigits } from './people.ts'
import type { Envelope, PartBody, WebhookPart } from './parts.ts'
import { unknown, unreadable, type Surroundings } from './reader.ts'
import { LIST_READERS, VALUE_READERS, type AnyReader } from './readers.ts'

export type ParsedWebhook =
  | { readonly ok: true; readonly parts: readonly WebhookPart[] }
  /** Not a webhook of WhatsApp at all. The sender signed it, so it is kept; nothing in it can be applied. */
  | { readonly ok: false; readonly why: string }

/**
 * Takes a webhook apart. Each entry, change, message, status and error becomes one part; what can't be read is a part
 * with the reason and leaves its neighbours alone (invariant 4). Never throws.
 */
export function parseWebhook(rawBytes: Uint8Array): ParsedWebhook {
  const parsed = parseJson(rawBytes)
  if (!parsed.ok) return parsed
  if (!isFields(parsed.value)) return { ok: false, why: 'not a JSON object' }
  const { entry, ...body } = parsed.value
  if (body['object'] !== 'whatsapp_business_account') return { ok: false, why: 'not an event of a WhatsApp account' }
  if (!Array.isArray(entry) || entry.length === 0) return { ok: false, why: 'an event without entries' }
  return { ok: true, parts: entry.flatMap((one: unknown) => partsOfEntry(one, body)) }
}

/** Everything above one item, gathered on the way down. */
type Place = { readonly envelope: Envelope; readonly field: string }

const NOTHING: Fields = {}

function partsOfEntry(entry: unknown, body: Fields): WebhookPart[] {
  const envelope = { body, entry: NOTHING, change: NOTHING, value: NOTHING }
  if (!isFields(entry)) return [part(unreadable('an entry that is no object'), entry, { envelope, field: '' })]
  const { changes, ...rest } = entry
  const below = { ...envelope, entry: rest }
  if (!Array.isArray(changes) || changes.length === 0)
    return [part(unreadable('an entry without changes'), entry, { envelope: below, field: '' })]
  return changes.flatMap((change: unknown) => partsOfChange(change, below))
}

function partsOfChange(change: unknown, envelope: Envelope): WebhookPart[] {
  if (!isFields(change)) return [part(unreadable('a change that is no object'), change, { envelope, field: '' })]
  const { value, ...rest } = change
  const field = textOf(change, 'field')
  if (field === undefined) return [part(unreadable('a change without a field'), change, { envelope, field: '' })]
  const place = { envelope: { ...envelope, change: rest }, field }
  if (!isFields(value)) return [part(unreadable('a change without a value'), value, place)]
  const reader = VALUE_READERS.get(field)
  if (reader) return [part(read(reader, value, { field, value }), value, place)]
  return partsOfLists(value, place)
}

/** Fields whose value is lists of items: each item stands alone. */
function partsOfLists(value: Fields, { envelope, field }: Place): WebhookPart[] {
  const readers = Object.entries(LIST_READERS.get(field) ?? NO_READERS).filter(([list]) => value[list] !== undefined)
  const around = { ...value }
  for (const [list] of readers) delete around[list]
  const place = { field, envelope: { ...envelope, value: around } }
  const parts: WebhookPart[] = []
  for (const [list, reader] of readers) {
    const items = value[list]
    if (!Array.isArray(items)) parts.push(part(unreadable(`${list} is not a list`), items, place))
    else for (const item of items) parts.push(part(readItem(reader, item, list, { field, value }), item, place))
  }
  if (parts.length > 0) return parts
  const what = LIST_READERS.has(field) ? `an empty change of ${field}` : `the field ${field}`
  return [part(unknown(what), value, { field, envelope })]
}

const NO_READERS: Readonly<Record<string, AnyReader>> = {}

const readItem = (reader: AnyReader, item: unknown, list: string, around: Surroundings): PartBody =>
  isFields(item) ? read(reader, item, around) : unreadable(`an element of ${list} that is no object`)

/** The wall between items: a defect of one reader costs one item, which is kept with the reason, not the batch. */
function read(reader: AnyReader, item: Fields, around: Surroundings): PartBody {
  try {
    return reader(item, around)
  } catch (error) {
    return unreadable(`our reader failed: ${error instanceof Error ? error.name : 'unknown error'}`)
  }
}

function part(body: PartBody, raw: unknown, { envelope, field }: Place): WebhookPart {
  const metadata = child(envelope.value, 'metadata')
  const wabaId = idOf(envelope.entry, 'id')
  const phoneNumberId = idOf(metadata, 'phone_number_id')
  const displayPhone = phoneDigits(
    textOf(metadata, 'display_phone_number') ?? textOf(fieldsOrNothing(raw), 'display_phone_number'),
  )
  const at = momentOfPart(raw, envelope)
  const account = phoneNumberId ?? wabaId ?? ''
  const time = idOf(envelope.entry, 'time') ?? ''
  return {
    dedupeKey: dedupeKey(body, { field, account, time, item: raw }),
    field,
    ...(wabaId !== undefined && { wabaId }),
    ...(phoneNumberId !== undefined && { phoneNumberId }),
    ...(displayPhone !== undefined && { displayPhone }),
    ...(at !== undefined && { at }),
    raw,
    envelope,
    ...body,
  }
}

const fieldsOrNothing = (raw: unknown): Fields => (isFields(raw) ? raw : NOTHING)

function momentOfPart(raw: unknown, { entry }: Envelope): Instant | undefined {
  const item = fieldsOrNothing(raw)
  return momentOf(item, 'timestamp') ?? momentOf(child(item, 'metadata'), 'timestamp') ?? momentOf(entry, 'time')
}
