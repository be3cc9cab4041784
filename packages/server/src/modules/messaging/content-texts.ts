import type { Language } from '@recado/domain/shared/language'
import { renderTemplate } from '@recado/texts/templates/template-text'
import { TEMPLATE_KEYS, templates } from '@recado/texts/templates/templates'
import type { InboundContent } from '../../channels/whatsapp/inbound-content.ts'
import type { OutgoingContent } from '../../channels/whatsapp/outgoing.ts'
import type { ContentCipher } from '../../platform/content-cipher.ts'

/** A message as a person reads it. `kind` is WhatsApp's word for what it is; what has no words has no text. */
export type MessageText = { readonly kind: string; readonly text?: string; readonly buttons?: readonly string[] }

type SealedContent = { readonly content: Buffer | null; readonly key_id: number | null }

/** What we sent or are about to send; undefined while it is not written yet. */
export function openOutgoing(sealed: SealedContent, cipher: ContentCipher): MessageText | undefined {
  return sealed.content === null ? undefined : outgoingText(open(sealed, cipher) as OutgoingContent)
}

/** What a person sent. */
export const openInbound = (sealed: SealedContent, cipher: ContentCipher): MessageText =>
  inboundText(open(sealed, cipher) as InboundContent)

const open = ({ content, key_id }: SealedContent, cipher: ContentCipher): unknown =>
  JSON.parse(cipher.open(content ?? Buffer.alloc(0), key_id ?? 0).toString('utf8'))

export function outgoingText(content: OutgoingContent): MessageText {
  switch (content.type) {
    case 'text':
    case 'contact-request':
      return { kind: content.type, text: content.body }
    case 'template':
      return templateText(content)
    case 'buttons':
      return { kind: 'interactive', text: content.body, buttons: content.buttons.map(({ title }) => title) }
    case 'list':
      return {
        kind: 'interactive',
        text: content.body,
        buttons: content.sections.flatMap(({ rows }) => rows.map(({ title }) => title)),
      }
    case 'link':
      return { kind: 'interactive', text: content.body, buttons: [content.label] }
    case 'location':
      return { kind: 'location', ...(content.place.name === undefined ? {} : { text: content.place.name }) }
    case 'document':
    case 'image':
      return { kind: content.type, ...(content.caption === undefined ? {} : { text: content.caption }) }
  }
}

type Template = Extract<OutgoingContent, { type: 'template' }>

function templateText({ name, language, params }: Template): MessageText {
  const key = TEMPLATE_KEYS.find((one) => templates[one].name === name)
  // A message of an older version of the program: its words are no longer in the catalogue.
  if (key === undefined) return { kind: 'template' }
  const { body, buttons } = renderTemplate(key, language as Language, params)
  return { kind: 'template', text: body, ...(buttons.length > 0 ? { buttons: buttons.map(({ title }) => title) } : {}) }
}

function inboundText(content: InboundContent): MessageText {
  switch (content.type) {
    case 'text':
      return { kind: 'text', text: content.body }
    case 'button':
      return { kind: 'button', text: content.text ?? content.payload }
    case 'button-reply':
    case 'list-reply':
      return { kind: 'interactive', ...(content.title === undefined ? {} : { text: content.title }) }
    case 'edit':
      return inboundText(content.content)
    case 'reaction':
      return { kind: 'reaction', ...(content.emoji === undefined ? {} : { text: content.emoji }) }
    default:
      return {
        kind: content.type,
        ...('caption' in content && typeof content.caption === 'string' ? { text: content.caption } : {}),
      }
  }
}
