import { checked, invalid, LIMITS } from './limits.ts'
import { mediaJson, placeJson } from './media-json.ts'
import type { OutgoingTemplate, TemplateHeader } from './outgoing.ts'
import { templateLanguage } from './template-language.ts'

type Json = Readonly<Record<string, unknown>>

/** The `template` object: only the parts that have parameters. @throws Failure `invalid` for an empty parameter. */
export function templateJson(template: OutgoingTemplate): Json {
  const components = [
    ...headerJson(template.header),
    ...bodyJson(template.params),
    ...(template.quickReplyPayloads ?? []).map(quickReplyJson),
    ...urlJson(template.urlSuffix),
  ]
  return {
    name: checked(template.name, 'the template name', LIMITS.templateName),
    language: { code: templateLanguage(template.language) },
    ...(components.length > 0 && { components }),
  }
}

const bodyJson = (params: Readonly<Record<string, string>>): Json[] => {
  const parameters = namedJson(params)
  return parameters.length === 0 ? [] : [{ type: 'body', parameters }]
}

const namedJson = (params: Readonly<Record<string, string>>): Json[] =>
  Object.entries(params).map(([name, value]) => ({
    type: 'text',
    parameter_name: name,
    text: checked(oneLine(value), `the parameter ${name}`, LIMITS.templateBody),
  }))

/**
 * Meta refuses a parameter with line breaks, tabs or more than four spaces in a row (132012, 132018). They come from
 * the clinic's own book, and a name with a tab is still a name: such a run becomes one space.
 */
export const oneLine = (value: string): string =>
  value.replaceAll(/[\s\u00A0]*[\n\r\t\u2028\u2029][\s\u00A0]*|[ \u00A0]{4,}/g, ' ').trim()

function headerJson(header: TemplateHeader | undefined): Json[] {
  if (!header) return []
  return [{ type: 'header', parameters: headerParameters(header) }]
}

function headerParameters(header: TemplateHeader): Json[] {
  switch (header.type) {
    case 'text':
      return namedJson(header.params)
    case 'document':
      return [{ type: 'document', document: { ...mediaJson(header.source), filename: header.filename } }]
    case 'image':
      return [{ type: 'image', image: mediaJson(header.source) }]
    case 'location':
      return [{ type: 'location', location: placeJson(header.place) }]
  }
}

const quickReplyJson = (payload: string, index: number): Json => ({
  type: 'button',
  sub_type: 'quick_reply',
  index: String(index),
  parameters: [{ type: 'payload', payload: checked(payload, 'the payload of a button', LIMITS.quickReplyPayload) }],
})

function urlJson(suffix: OutgoingTemplate['urlSuffix']): Json[] {
  if (!suffix) return []
  if (suffix.text.trim() === '') throw invalid('the end of the address is empty')
  return [
    { type: 'button', sub_type: 'url', index: String(suffix.index), parameters: [{ type: 'text', text: suffix.text }] },
  ]
}
