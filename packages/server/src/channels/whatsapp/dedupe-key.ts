import { createHash } from 'node:crypto'
import type { PartBody } from './parts.ts'

/** Where the part stood: enough to tell two events without an id of their own apart. */
export type Origin = { readonly field: string; readonly account: string; readonly time: string; readonly item: unknown }

/** Keys are indexed: a payload must not choose their length. */
const LONGEST = 300

/**
 * The identity of an event. Messages: their id. Statuses: message, status and group participant. Everything else:
 * field, account, time and content, so that two equal events without a time of their own count as one.
 */
export function dedupeKey(part: PartBody, origin: Origin): string {
  const key = naturalKey(part) ?? `${origin.field}:${origin.account}:${origin.time}:${digest(textOfItem(origin.item))}`
  return key.length <= LONGEST ? key : `${part.kind}:${digest(key)}`
}

function naturalKey(part: PartBody): string | undefined {
  switch (part.kind) {
    case 'message':
      return `message:${part.wamid}${changeSuffix(part.content.type, part.sentAt)}`
    case 'echo':
      return `echo:${part.message.wamid}${changeSuffix(part.message.content.type, part.message.sentAt)}`
    case 'history-message':
      return `history:${part.message.wamid}`
    case 'status':
      return `status:${part.wamid}:${part.status}:${participant(part.group?.participant)}`
    case 'call':
      return `call:${part.callId}:${part.event}`
    default: // All other kinds have no id of their own.
      return undefined
  }
}

/** An edit or a deletion may come under the id of the message that it changes, and more than once. */
const changeSuffix = (type: string, at: number | undefined): string =>
  type === 'edit' || type === 'revoke' ? `:${type}:${at ?? ''}` : ''

const participant = (person: { phone?: string; userId?: string } | undefined): string =>
  person?.phone ?? person?.userId ?? ''

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 27)

/** The order of keys is the sender's; a redelivery repeats the same bytes. */
function textOfItem(item: unknown): string {
  return JSON.stringify(item) ?? ''
}
