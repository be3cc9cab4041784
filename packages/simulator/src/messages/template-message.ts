import { GraphError } from '../graph/errors.ts'
import { lengthOf, objectAt, objectsAt, textAt, type Json } from '../json.ts'
import type { Button } from '../phones/phone.ts'
import { upper, type Template, type TemplateButton } from '../templates/template.ts'
import { missing, required } from './envelope.ts'
import { locationFrom, mediaPart, type Content, type Lookup } from './free-form.ts'

export type TemplateLookup = Lookup & { template(name: string, language: string): Template | undefined }

/** A template send: the template it names, and what the phone shows [M templates/components; error-codes 132000 ff.]. */
export function templateContent(
  body: Json,
  lookup: TemplateLookup,
  version: number,
): { template: Template; content: Content } {
  const message = required(body, 'template')
  const name = textAt(message, 'name')
  if (name === undefined) throw missing("template['name']")
  const language = textAt(objectAt(message, 'language') ?? {}, 'code')
  if (language === undefined) throw missing("template['language']['code']")
  const template = sendable(lookup.template(name, language), name, language)
  const components = objectsAt(message, 'components')
  const known = components.every((one) => COMPONENTS.has(upper(one, 'type')))
  if (!known) throw new GraphError(100, 'Unexpected component type in template.')
  const part = (type: string) => components.find((one) => upper(one, 'type') === type)
  const header = headerContent(template, part('HEADER'), lookup, version)
  const words = fill(template, 'body', template.shape.body, objectsAt(part('BODY') ?? {}, 'parameters'), version)
  if (lengthOf(words) > 1024) throw new GraphError(132005, 'body: translated text too long')
  const buttons = buttonsOf(
    template,
    components.filter((one) => upper(one, 'type') === 'BUTTON'),
    version,
  )
  const { footer } = template.shape
  const text = [header.header, words, footer].filter((one) => one !== undefined && one !== '').join('\n')
  const shown = { text, body: words, ...header, ...(footer ? { footer } : {}), buttons, template: name }
  return { template, content: shown }
}

const COMPONENTS = new Set([
  'HEADER',
  'BODY',
  'BUTTON',
  'FOOTER',
  'LIMITED_TIME_OFFER',
  'CAROUSEL',
  'TAP_TARGET_CONFIGURATION',
])

function sendable(template: Template | undefined, name: string, language: string): Template {
  if (template?.status === 'PAUSED') throw new GraphError(132015)
  if (template?.status === 'DISABLED') throw new GraphError(132016)
  if (template?.status !== 'APPROVED') {
    throw new GraphError(132001, `template name (${name}) does not exist in ${language}`)
  }
  return template
}

function headerContent(
  template: Template,
  component: Json | undefined,
  lookup: Lookup,
  version: number,
): Pick<Content, 'header' | 'media' | 'location'> {
  const { header } = template.shape
  const parameters = objectsAt(component ?? {}, 'parameters')
  if (!header) {
    if (parameters.length > 0) throw countMismatch('header', parameters.length, 0)
    return {}
  }
  if (header.format === 'TEXT') return { header: fill(template, 'header', header, parameters, version) }
  const parameter = parameters[0]
  const received = parameter ? upper(parameter, 'type') || 'UNKNOWN' : 'UNKNOWN'
  if (!parameter || received !== header.format) {
    throw new GraphError(132012, `header: Format mismatch, expected ${header.format}, received ${received}`)
  }
  const type = header.format.toLowerCase()
  const object = required(parameter, type)
  return type === 'location' ? { location: locationFrom(object, type) } : { media: mediaPart(object, type, lookup) }
}

type Part = { text: string; variables: string[] }

function fill(template: Template, where: string, part: Part, parameters: Json[], version: number): string {
  if (parameters.length !== part.variables.length) {
    throw countMismatch(where, parameters.length, part.variables.length)
  }
  if (parameters.length === 0) return part.text
  const values = new Map<string, string>()
  for (const [at, parameter] of parameters.entries()) {
    const name = template.parameterFormat === 'NAMED' ? textAt(parameter, 'parameter_name') : part.variables[at]
    if (name === undefined) throw new GraphError(132012, `${where}: Parameter name is missing or empty`)
    if (!part.variables.includes(name))
      throw new GraphError(132012, `${where}: Parameter name (${name}) does not exist`)
    values.set(name, parameterText(parameter, where, version))
  }
  if (values.size !== part.variables.length) throw new GraphError(132012, `${where}: A parameter is given twice`)
  return part.text.replace(/\{\{\s*([^{}]*?)\s*\}\}/g, (_, name: string) => values.get(name) ?? '')
}

function parameterText(parameter: Json, where: string, version: number): string {
  const type = textAt(parameter, 'type') ?? ''
  const inner =
    type === 'currency' || type === 'date_time' ? textAt(objectAt(parameter, type) ?? {}, 'fallback_value') : undefined
  const text = type === 'text' ? textAt(parameter, 'text') : inner
  if (type !== 'text' && inner === undefined) {
    throw new GraphError(
      132012,
      `${where}: Format mismatch, expected TEXT, received ${type.toUpperCase() || 'UNKNOWN'}`,
    )
  }
  if (text === undefined) throw new GraphError(131008, 'Parameter of type text is missing text value')
  if (/[\n\t\r]| {5}/.test(text)) {
    const why = 'Param text cannot have new-line/tab characters or more than 4 consecutive spaces'
    throw new GraphError(version >= 23 ? 132018 : 132012, why)
  }
  return text
}

function countMismatch(where: string, given: number, expected: number): GraphError {
  const why = `${where}: number of localizable_params (${given}) does not match the expected number of params (${expected})`
  return new GraphError(132000, why)
}

function buttonsOf(template: Template, components: Json[], version: number): Button[] {
  const byIndex = new Map<number, Json>()
  for (const component of components) {
    const index = Number(textAt(component, 'index') ?? NaN)
    const button = template.shape.buttons[index]
    if (!button)
      throw new GraphError(
        131009,
        `buttons: Template does not have a button at index ${textAt(component, 'index') ?? ''}`,
      )
    const subType = upper(component, 'sub_type')
    if (!SUB_TYPES[button.type]?.includes(subType)) {
      throw new GraphError(
        132012,
        `buttons: Button at index ${index} of type ${button.type} does not take sub_type ${subType}`,
      )
    }
    byIndex.set(index, component)
  }
  return template.shape.buttons.map((button, index) => buttonShown(button, index, byIndex.get(index), version))
}

/** Which `sub_type`s a button of the template takes; a phone number takes none. */
const SUB_TYPES: Readonly<Record<string, readonly string[]>> = {
  QUICK_REPLY: ['QUICK_REPLY'],
  URL: ['URL'],
  OTP: ['URL', 'COPY_CODE'],
  COPY_CODE: ['COPY_CODE'],
  FLOW: ['FLOW'],
  VOICE_CALL: ['VOICE_CALL'],
}

function buttonShown(button: TemplateButton, index: number, component: Json | undefined, version: number): Button {
  const parameter = component && objectsAt(component, 'parameters')[0]
  const title = button.text
  if (button.type === 'QUICK_REPLY') {
    const payload = parameter ? textAt(parameter, 'payload') : title
    if (payload === undefined)
      throw new GraphError(131008, `buttons: Button at index ${index} of type QuickReply requires a payload`)
    if (lengthOf(payload) > 256)
      throw new GraphError(131009, `buttons: Payload at index ${index} is longer than 256 characters`)
    return { id: payload, title, kind: 'template-reply' }
  }
  if (button.type === 'URL' || button.type === 'OTP') {
    if (!button.hasVariable && button.type === 'URL')
      return { id: button.url ?? '', title, kind: 'url', url: button.url ?? '' }
    if (!parameter) throw new GraphError(131008, `buttons: Button at index ${index} of type Url requires a parameter`)
    const suffix = parameterText(parameter, `buttons: Button at index ${index}`, version)
    if (button.type === 'OTP') return { id: suffix, title, kind: 'copy' }
    const url = (button.url ?? '').replace(/\{\{[^{}]*\}\}/, suffix)
    return { id: url, title, kind: 'url', url }
  }
  if (button.type === 'PHONE_NUMBER') return { id: button.phoneNumber ?? '', title, kind: 'call' }
  if (button.type === 'COPY_CODE') {
    const code = parameter && textAt(parameter, 'coupon_code')
    if (code === undefined)
      throw new GraphError(131008, `buttons: Button at index ${index} of type CopyCode requires a parameter`)
    return { id: code, title, kind: 'copy' }
  }
  const action = parameter && objectAt(parameter, 'action')
  return {
    id: (action && textAt(action, 'flow_token')) ?? 'unused',
    title,
    kind: button.type === 'FLOW' ? 'flow' : 'call',
  }
}
