import type { WebhookPart } from '../../channels/whatsapp/parts.ts'
import { parseWebhook } from '../../channels/whatsapp/webhook.ts'
import type { ContentCipher } from '../../platform/content-cipher.ts'
import type { PartRecord, StoredEvent } from './inbound-events.ts'

/** A delivery taken apart; `parts` and `records` run side by side. */
export type ReadEvent = {
  readonly event: StoredEvent
  readonly parts: readonly WebhookPart[]
  readonly records: PartRecord[]
}

/** Opens a stored delivery. Never throws: what cannot be read is a record with its reason. */
export function readEvent(event: StoredEvent, cipher: ContentCipher): ReadEvent {
  const parsed = parseWebhook(cipher.open(event.body, event.key_id))
  if (!parsed.ok) return { event, parts: [], records: [{ kind: 'delivery', state: 'unreadable', why: parsed.why }] }
  return { event, parts: parsed.parts, records: parsed.parts.map(recordOf) }
}

const recordOf = (part: WebhookPart): PartRecord => {
  const wamid = 'wamid' in part ? { wamid: part.wamid } : {}
  if (part.kind === 'unreadable') return { kind: part.kind, state: 'unreadable', why: part.why, ...wamid }
  if (part.kind === 'unknown') return { kind: part.kind, state: 'parked', why: part.what, ...wamid }
  return { kind: part.kind, state: 'applied', ...wamid }
}
