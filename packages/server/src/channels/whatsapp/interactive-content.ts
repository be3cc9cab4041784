import type { Instant } from '@recado/domain/shared/instant'
import { broken, type BrokenContent } from './broken-content.ts'
import { child, fieldsOf, isFields, momentOf, present, textOf, type Fields } from './fields.ts'

/** Answers to interactive messages of ours. A template's quick reply is not one of them: it arrives as `button`. */
export type InteractiveContent =
  | { readonly type: 'button-reply'; readonly id: string; readonly title?: string }
  | { readonly type: 'list-reply'; readonly id: string; readonly title?: string; readonly description?: string }
  | FormReply
  | {
      readonly type: 'call-permission'
      readonly response: string
      readonly expiresAt?: Instant
      readonly source?: string
    }

/** A finished form (WhatsApp Flow). `answers` is absent when Meta's JSON text is broken; `responseJson` keeps it. */
export type FormReply = {
  readonly type: 'form-reply'
  readonly responseJson: string
  readonly answers?: Fields
  readonly flowToken?: string
  readonly name?: string
  readonly body?: string
}

/** A kind that Meta added after this was written. */
export type UnknownContent = { readonly type: 'unknown'; readonly name: string }

export function interactiveContent(message: Fields): InteractiveContent | UnknownContent | BrokenContent {
  const interactive = fieldsOf(message['interactive'])
  // Seen in practice: Meta can't hand the answer over, and says so in value.errors (131000).
  if (!interactive) return broken('an interactive answer without its contents')
  const type = textOf(interactive, 'type')
  switch (type) {
    case undefined:
      return broken('an interactive answer without its kind')
    case 'button_reply':
    case 'list_reply':
      return choice(child(interactive, type), type)
    case 'nfm_reply':
      return formReply(child(interactive, type))
    case 'call_permission_reply':
      return callPermission(child(interactive, type))
    default: // An open set: Meta adds kinds without notice.
      return { type: 'unknown', name: `interactive ${type}` }
  }
}

function choice(reply: Fields, type: 'button_reply' | 'list_reply'): InteractiveContent | BrokenContent {
  const id = textOf(reply, 'id')
  const title = textOf(reply, 'title')
  if (id === undefined) return broken('a chosen button or row without its id')
  if (type === 'button_reply') return present({ type: 'button-reply' as const, id, title })
  return present({ type: 'list-reply' as const, id, title, description: textOf(reply, 'description') })
}

function formReply(reply: Fields): InteractiveContent | BrokenContent {
  const responseJson = textOf(reply, 'response_json')
  if (responseJson === undefined) return broken('a finished form without its answers')
  const answers = parsedObject(responseJson)
  return present({
    type: 'form-reply' as const,
    responseJson,
    answers,
    flowToken: answers && textOf(answers, 'flow_token'),
    name: textOf(reply, 'name'),
    body: textOf(reply, 'body'),
  })
}

function parsedObject(json: string): Fields | undefined {
  try {
    const parsed: unknown = JSON.parse(json)
    return isFields(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

function callPermission(reply: Fields): InteractiveContent | BrokenContent {
  const response = textOf(reply, 'response')
  if (response === undefined) return broken('a call permission without an answer')
  return present({
    type: 'call-permission' as const,
    response,
    expiresAt: momentOf(reply, 'expiration_timestamp'),
    source: textOf(reply, 'response_source'),
  })
}
