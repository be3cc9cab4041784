import { GraphError } from '../graph/errors.ts'
import { lengthOf, objectAt, objectsAt, textAt, type Json } from '../json.ts'
import type { Button, ChatMessage } from '../phones/phone.ts'
import { missing, required } from './envelope.ts'
import { mediaPart, type Content, type Lookup } from './free-form.ts'

type ActionReader = (action: Json) => Pick<Content, 'buttons'> & Pick<Partial<ChatMessage>, 'list' | 'flow'>
type Kind = { bodyMost: number; header: 'any' | 'text' | 'none'; footer: boolean; action: ActionReader }

/** [M messages/interactive-*, flows/guides/sendingaflow, business-scoped-user-ids]. */
const KINDS: Readonly<Record<string, Kind>> = {
  button: { bodyMost: 1024, header: 'any', footer: true, action: replyButtons },
  list: { bodyMost: 4096, header: 'text', footer: true, action: listRows },
  cta_url: { bodyMost: 1024, header: 'any', footer: true, action: linkButton },
  flow: { bodyMost: 1024, header: 'any', footer: true, action: flowButton },
  location_request_message: {
    bodyMost: 1024,
    header: 'none',
    footer: false,
    action: named('send_location', 'share-location'),
  },
  request_contact_info: {
    bodyMost: 1024,
    header: 'none',
    footer: false,
    action: named('request_contact_info', 'share-contact'),
  },
  call_permission_request: { bodyMost: 1024, header: 'none', footer: false, action: () => ({ buttons: [] }) },
  voice_call: { bodyMost: 1024, header: 'none', footer: false, action: callButton },
}

export function interactiveContent(body: Json, lookup: Lookup): Content {
  const interactive = required(body, 'interactive')
  const type = textAt(interactive, 'type')
  if (type === undefined) throw missing("interactive['type']")
  const kind = KINDS[type]
  if (!kind) {
    const list = Object.keys(KINDS).join(', ')
    throw new GraphError(100, undefined, {
      message: `(#100) Param interactive['type'] must be one of {${list}} - got "${type}".`,
    })
  }
  const words = textAt(objectAt(interactive, 'body') ?? {}, 'text')
  if (words === undefined) throw missing("interactive['body']")
  within(words, 1, kind.bodyMost, 'Body text')
  const footer = footerOf(interactive, kind)
  const action = objectAt(interactive, 'action')
  if (!action) throw missing("interactive['action']")
  const header = headerOf(interactive, kind, lookup)
  const text = [header.header, words, footer].filter((part) => part !== undefined).join('\n')
  return { text, body: words, ...header, ...(footer === undefined ? {} : { footer }), ...kind.action(action) }
}

function footerOf(interactive: Json, kind: Kind): string | undefined {
  const object = objectAt(interactive, 'footer')
  if (!object) return undefined
  if (!kind.footer) throw new GraphError(131009, 'Footer is not supported for this interactive type.')
  const footer = textAt(object, 'text')
  if (footer === undefined) throw missing("interactive['footer']['text']")
  within(footer, 1, 60, 'Footer text')
  return footer
}

function headerOf(interactive: Json, kind: Kind, lookup: Lookup): Pick<Content, 'header' | 'media'> {
  const header = objectAt(interactive, 'header')
  if (!header) return {}
  const type = textAt(header, 'type') ?? ''
  const isAllowed = kind.header === 'any' ? /^(text|image|video|document)$/.test(type) : kind.header === type
  if (!isAllowed) throw new GraphError(131009, `Header type ${type} is not supported for this interactive type.`)
  if (type !== 'text') return { media: mediaPart(required(header, type), type, lookup) }
  const text = textAt(header, 'text')
  if (text === undefined) throw missing("interactive['header']['text']")
  within(text, 1, 60, 'Header text')
  return { header: text }
}

function replyButtons(action: Json): { buttons: Button[] } {
  const list = objectsAt(action, 'buttons')
  if (list.length < 1 || list.length > 3) {
    throw new GraphError(131009, 'Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3')
  }
  const buttons = list.map((button): Button => {
    if (textAt(button, 'type') !== 'reply') throw new GraphError(131009, 'Button type must be reply.')
    const reply = required(button, 'reply')
    const id = textAt(reply, 'id') ?? ''
    const title = textAt(reply, 'title') ?? ''
    within(title, 1, 20, 'Button title')
    within(id, 1, 256, 'Button id')
    return { id, title, kind: 'reply' }
  })
  unique(
    buttons.map((button) => button.id),
    'Duplicated button id',
  )
  unique(
    buttons.map((button) => button.title),
    'Duplicated button title',
  )
  return { buttons }
}

function listRows(action: Json): { buttons: Button[]; list: NonNullable<ChatMessage['list']> } {
  const label = textAt(action, 'button')
  if (label === undefined) throw missing("interactive['action']['button']")
  within(label, 1, 20, 'Button label')
  const sections = objectsAt(action, 'sections')
  if (sections.length < 1 || sections.length > 10) {
    throw new GraphError(131009, 'Invalid sections count. Min allowed sections: 1, Max allowed sections: 10')
  }
  const buttons: Button[] = []
  const groups = sections.map((section) => {
    const title = textAt(section, 'title')
    if (title === undefined && sections.length > 1) throw missing("interactive['action']['sections'][0]['title']")
    if (title !== undefined) within(title, 1, 24, 'Section title')
    const rows = objectsAt(section, 'rows').map(rowOf)
    if (rows.length === 0) throw missing("interactive['action']['sections'][0]['rows']")
    buttons.push(...rows)
    return { ...(title === undefined ? {} : { title }), rowIds: rows.map((row) => row.id) }
  })
  if (buttons.length > 10) throw new GraphError(131009, 'Total row count exceed max allowed count: 10')
  unique(
    buttons.map((row) => row.id),
    'Duplicated row id',
  )
  return { buttons, list: { label, sections: groups } }
}

function rowOf(row: Json): Button {
  const id = textAt(row, 'id') ?? ''
  const title = textAt(row, 'title') ?? ''
  const description = textAt(row, 'description')
  within(id, 1, 200, 'Row id')
  within(title, 1, 24, 'Row title')
  if (description !== undefined) within(description, 1, 72, 'Row description')
  return { id, title, kind: 'row', ...(description === undefined ? {} : { description }) }
}

function linkButton(action: Json): { buttons: Button[] } {
  const parameters = required(action, 'parameters')
  const title = textAt(parameters, 'display_text') ?? ''
  const url = textAt(parameters, 'url')
  within(title, 1, 20, 'Display text')
  if (url === undefined || !/^https?:\/\//.test(url)) throw new GraphError(131009, 'Button url is not a valid URL.')
  return { buttons: [{ id: url, title, kind: 'url', url }] }
}

function flowButton(action: Json): { buttons: Button[]; flow: NonNullable<ChatMessage['flow']> } {
  const parameters = required(action, 'parameters')
  const cta = textAt(parameters, 'flow_cta')
  const name = textAt(parameters, 'flow_id') ?? textAt(parameters, 'flow_name')
  if (textAt(parameters, 'flow_message_version') === undefined) throw missing('flow_message_version')
  if (cta === undefined) throw missing('flow_cta')
  if (name === undefined) throw missing('flow_id or flow_name')
  const token = textAt(parameters, 'flow_token') ?? 'unused'
  return { buttons: [{ id: token, title: cta, kind: 'flow' }], flow: { token, name } }
}

function callButton(action: Json): { buttons: Button[] } {
  const title = textAt(objectAt(action, 'parameters') ?? {}, 'display_text') ?? 'Call'
  return { buttons: [{ id: 'call', title, kind: 'call' }] }
}

function named(name: string, kind: 'share-location' | 'share-contact'): ActionReader {
  return (action) => {
    if (textAt(action, 'name') !== name) throw new GraphError(131009, `Action name must be ${name}.`)
    return { buttons: [{ id: name, title: kind === 'share-location' ? 'Send location' : 'Share number', kind }] }
  }
}

function within(text: string, least: number, most: number, what: string): void {
  const length = lengthOf(text)
  if (length >= least && length <= most) return
  throw new GraphError(131009, `${what} length invalid. Min length: ${least}, Max length: ${most}`)
}

function unique(values: string[], why: string): void {
  if (new Set(values).size !== values.length) throw new GraphError(131009, why)
}
