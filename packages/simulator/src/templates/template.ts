import { isObject, objectAt, objectsAt, textAt, type Json } from '../json.ts'

export type TemplateStatus =
  | 'PENDING'
  | 'APPROVED'
  | 'REJECTED'
  | 'PAUSED'
  | 'DISABLED'
  | 'IN_APPEAL'
  | 'PENDING_DELETION'
  | 'DELETED'
  | 'LIMIT_EXCEEDED'
  | 'ARCHIVED'

export type TemplateCategory = 'UTILITY' | 'MARKETING' | 'AUTHENTICATION'

export type Template = {
  id: string
  wabaId: string
  name: string
  language: string
  category: TemplateCategory
  /** What the submitter asked for, if Meta made it another. */
  previousCategory?: TemplateCategory
  status: TemplateStatus
  rejectedReason: string
  parameterFormat: 'POSITIONAL' | 'NAMED'
  components: Json[]
  shape: TemplateShape
  quality: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN'
  qualityAtMs: number
  pauses: number
  /** Paced: its messages are accepted and held. */
  isHeld?: boolean
  ttlSeconds?: number
  createdAtMs: number
  /** Counts up at each edit, so that a review of older words says nothing about newer ones. */
  revision: number
}

/** What a send has to fit, worked out once when the template is saved. */
export type TemplateShape = {
  header?: { format: string; text: string; variables: string[] }
  body: { text: string; variables: string[] }
  footer?: string
  buttons: TemplateButton[]
}

export type TemplateButton = {
  type: string
  text: string
  url?: string
  hasVariable: boolean
  phoneNumber?: string
}

export function shapeOf(components: Json[]): TemplateShape {
  const part = (type: string) => components.find((component) => upper(component, 'type') === type)
  const header = part('HEADER')
  const body = part('BODY')
  const footer = part('FOOTER')
  const buttons = objectsAt(part('BUTTONS') ?? {}, 'buttons').map(buttonOf)
  const isCode = buttons.some((button) => button.type === 'OTP')
  const bodyText = (body && textAt(body, 'text')) ?? (isCode ? CODE_BODY : '')
  return {
    ...(header ? { header: headerOf(header) } : {}),
    body: { text: bodyText, variables: variablesIn(bodyText) },
    ...(footer ? { footer: textAt(footer, 'text') ?? '' } : {}),
    buttons,
  }
}

/** Meta writes the body of an authentication template itself. */
const CODE_BODY = '*{{1}}* is your verification code.'

function headerOf(header: Json): NonNullable<TemplateShape['header']> {
  const text = textAt(header, 'text') ?? ''
  return { format: upper(header, 'format') || 'TEXT', text, variables: variablesIn(text) }
}

function buttonOf(button: Json): TemplateButton {
  const url = textAt(button, 'url')
  const phoneNumber = textAt(button, 'phone_number')
  return {
    type: upper(button, 'type'),
    text: textAt(button, 'text') ?? (upper(button, 'type') === 'OTP' ? 'Copy code' : ''),
    hasVariable: url !== undefined && variablesIn(url).length > 0,
    ...(url === undefined ? {} : { url }),
    ...(phoneNumber === undefined ? {} : { phoneNumber }),
  }
}

export function upper(from: Json, key: string): string {
  return (textAt(from, key) ?? '').toUpperCase()
}

/** Names or numbers between double braces, in order of first appearance. */
export function variablesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map((match) => match[1] ?? ''))]
}

/** Examples are mandatory for every variable [M templates/overview]. */
export function hasExamples(component: Json, variables: string[]): boolean {
  if (variables.length === 0) return true
  const example = objectAt(component, 'example')
  if (!example) return false
  const named = objectsAt(example, 'body_text_named_params').concat(objectsAt(example, 'header_text_named_params'))
  if (named.length > 0) {
    return variables.every((variable) => named.some((one) => textAt(one, 'param_name') === variable))
  }
  const rows = example['body_text'] ?? example['header_text']
  const row: unknown = Array.isArray(rows) && Array.isArray(rows[0]) ? rows[0] : rows
  return Array.isArray(row) && row.length >= variables.length && !row.some(isObject)
}
