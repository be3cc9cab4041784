import { contactsContent, locationContent, mediaContent, orderContent } from './attachment-content.ts'
import type { ContactsContent, LocationContent, MediaContent, OrderContent } from './attachment-content.ts'
import { broken, type BrokenContent } from './broken-content.ts'
import { child, isFields, present, textOf, type Fields } from './fields.ts'
import { interactiveContent, type InteractiveContent, type UnknownContent } from './interactive-content.ts'
import { systemContent, type SystemContent } from './system-content.ts'
import { wireErrors, type WireError } from './wire-error.ts'

/** What a person sent. A content that can't be read still has a sender, and a person must look at it (invariant 9). */
export type InboundContent =
  | { readonly type: 'text'; readonly body: string }
  /** A quick reply of a template was tapped; without a payload of ours the payload is the label. */
  | { readonly type: 'button'; readonly payload: string; readonly text?: string }
  | InteractiveContent
  | MediaContent
  | LocationContent
  | ContactsContent
  /** Without an emoji the reaction was taken back. */
  | { readonly type: 'reaction'; readonly wamid: string; readonly emoji?: string }
  | OrderContent
  | SystemContent
  | { readonly type: 'edit'; readonly originalWamid: string; readonly content: InboundContent }
  | { readonly type: 'revoke'; readonly originalWamid: string }
  /** WhatsApp itself can't hand this kind over (polls, pins, …): ask the person to write. */
  | { readonly type: 'unsupported'; readonly name?: string; readonly errors: readonly WireError[] }
  | UnknownContent
  | BrokenContent

type ContentReader = (message: Fields) => InboundContent

/** The content of one message, also of one inside an edit. */
export function contentOf(message: Fields): InboundContent {
  const type = textOf(message, 'type')
  if (type === undefined) return broken('a message without a type')
  return CONTENT.get(type)?.(message) ?? { type: 'unknown', name: type }
}

const CONTENT: ReadonlyMap<string, ContentReader> = new Map<string, ContentReader>([
  ['text', textContent],
  ['button', buttonContent],
  ['interactive', interactiveContent],
  ['image', (message) => mediaContent(message, 'image')],
  ['video', (message) => mediaContent(message, 'video')],
  ['document', (message) => mediaContent(message, 'document')],
  ['audio', (message) => mediaContent(message, 'audio')],
  ['sticker', (message) => mediaContent(message, 'sticker')],
  ['location', locationContent],
  ['contacts', contactsContent],
  ['reaction', reactionContent],
  ['order', orderContent],
  ['system', systemContent],
  ['edit', editContent],
  ['revoke', revokeContent],
  ['unsupported', unsupportedContent],
])

function textContent(message: Fields): InboundContent {
  const body = textOf(child(message, 'text'), 'body')
  return body === undefined ? broken('a text without words') : { type: 'text', body }
}

function buttonContent(message: Fields): InboundContent {
  const button = child(message, 'button')
  const text = textOf(button, 'text')
  const payload = textOf(button, 'payload') ?? text
  if (payload === undefined) return broken('a button without payload and label')
  return present({ type: 'button' as const, payload, text })
}

function reactionContent(message: Fields): InboundContent {
  const reaction = child(message, 'reaction')
  const wamid = textOf(reaction, 'message_id')
  if (wamid === undefined) return broken('a reaction to no message')
  return present({ type: 'reaction' as const, wamid, emoji: textOf(reaction, 'emoji') })
}

function editContent(message: Fields): InboundContent {
  const edit = child(message, 'edit')
  const originalWamid = textOf(edit, 'original_message_id')
  const edited = edit['message']
  if (originalWamid === undefined) return broken('an edit of no message')
  // An edit inside an edit does not exist; following it would let a payload choose how deep we go.
  if (!isFields(edited) || edited['type'] === 'edit') return broken('an edit without the new content')
  return { type: 'edit', originalWamid, content: contentOf(edited) }
}

function revokeContent(message: Fields): InboundContent {
  const originalWamid = textOf(child(message, 'revoke'), 'original_message_id')
  return originalWamid === undefined ? broken('a deletion of no message') : { type: 'revoke', originalWamid }
}

function unsupportedContent(message: Fields): InboundContent {
  const name = textOf(child(message, 'unsupported'), 'type')
  return present({ type: 'unsupported' as const, name, errors: wireErrors(message) })
}
