import { Failure } from '@recado/domain/shared/failure'
import { checked, checkedCount, checkedUnique, invalid, lengthOf, LIMITS } from './limits.ts'
import { templateLanguage } from './template-language.ts'
import type { RemoteTemplate } from './template-state.ts'
import type { WhatsAppClient } from './client.ts'

/** A template as it stands in our repository; `{{names}}` in the texts are keys of `examples`. */
export type TemplateDefinition = {
  readonly name: string
  readonly language: string
  readonly category: 'UTILITY' | 'MARKETING'
  readonly body: string
  /** One for each name; Meta's reviewers read them. Never a real patient's. */
  readonly examples: Readonly<Record<string, string>>
  readonly header?: string
  readonly footer?: string
  /** Labels of the quick replies. */
  readonly buttons?: readonly string[]
}

type Json = Readonly<Record<string, unknown>>

const NAME = /^[a-z0-9_]{1,512}$/
const PARAMETER = /\{\{([^{}]*)\}\}/g
const PARAMETER_NAME = /^[a-z_][a-z0-9_]*$/
const MOST_QUICK_REPLIES = 10

/** The body of `POST /{account}/message_templates`. @throws Failure `invalid` for what Meta's review would refuse. */
export function templateCreation(definition: TemplateDefinition): Json {
  const { name, language, category, body, header, footer, buttons = [] } = definition
  if (!NAME.test(name)) throw invalid('a template name has small letters, digits and _ only')
  return {
    name,
    language: templateLanguage(language),
    category,
    parameter_format: 'NAMED',
    components: [
      ...(header === undefined ? [] : [headerJson(header, definition)]),
      bodyJson(body, definition),
      ...(footer === undefined ? [] : [{ type: 'FOOTER', text: footerText(footer) }]),
      ...(buttons.length === 0 ? [] : [{ type: 'BUTTONS', buttons: buttonsJson(buttons) }]),
    ],
  }
}

function headerJson(text: string, definition: TemplateDefinition): Json {
  const names = parameterNames(text)
  if (names.length > 1) throw invalid('a header has one parameter at most')
  const example = examplesJson(names, definition)
  return {
    type: 'HEADER',
    format: 'TEXT',
    text: checked(text, 'the header', LIMITS.header),
    ...(names.length > 0 && { example: { header_text_named_params: example } }),
  }
}

function bodyJson(text: string, definition: TemplateDefinition): Json {
  const names = parameterNames(text)
  checked(text, 'the body', LIMITS.templateBody)
  if (/^\s*\{\{|\}\}\s*$/.test(text)) throw invalid('the body begins or ends with a parameter')
  if (/\}\}\s*\{\{/.test(text)) throw invalid('two parameters stand next to each other')
  const filled = names.reduce((sum, name) => sum.replaceAll(`{{${name}}}`, definition.examples[name] ?? ''), text)
  if (lengthOf(filled) > LIMITS.templateBody) throw invalid('the body is too long with its examples')
  return {
    type: 'BODY',
    text,
    ...(names.length > 0 && { example: { body_text_named_params: examplesJson(names, definition) } }),
  }
}

function footerText(text: string): string {
  if (parameterNames(text).length > 0) throw invalid('a footer has no parameters')
  return checked(text, 'the footer', LIMITS.footer)
}

function buttonsJson(labels: readonly string[]): Json[] {
  checkedCount(labels.length, 'quick replies', MOST_QUICK_REPLIES)
  checkedUnique(labels, 'labels')
  return labels.map((label) => ({
    type: 'QUICK_REPLY',
    text: checked(label, 'the label of a button', LIMITS.templateButton),
  }))
}

/** The names in `{{…}}`, each once, in order. @throws Failure `invalid` for braces that do not match. */
export function parameterNames(text: string): string[] {
  const names = [...text.matchAll(PARAMETER)].map(([, name = '']) => name)
  const wrong = names.find((name) => !PARAMETER_NAME.test(name))
  if (wrong !== undefined) throw invalid('a parameter is no {{lower_case}} name')
  if (/\{\{|\}\}/.test(text.replaceAll(PARAMETER, ''))) throw invalid('braces that do not match')
  return [...new Set(names)]
}

function examplesJson(names: readonly string[], { examples }: TemplateDefinition): Json[] {
  return names.map((name) => {
    const example = examples[name]
    if (example === undefined || example.trim() === '') throw invalid(`the parameter ${name} has no example`, { name })
    return { param_name: name, example }
  })
}

/** What has to happen so that Meta holds our definitions. */
export type TemplateComparison = {
  readonly missing: readonly TemplateDefinition[]
  /** Ours and Meta's text differ under one name: a new version of the name is needed, never an edit in place. */
  readonly different: readonly { readonly definition: TemplateDefinition; readonly remote: RemoteTemplate }[]
  readonly present: readonly { readonly definition: TemplateDefinition; readonly remote: RemoteTemplate }[]
}

export function compareTemplates(
  definitions: readonly TemplateDefinition[],
  remotes: readonly RemoteTemplate[],
): TemplateComparison {
  const byKey = new Map(remotes.filter((one) => one.status !== 'DELETED').map((one) => [keyOf(one), one]))
  const missing: TemplateDefinition[] = []
  const different: { definition: TemplateDefinition; remote: RemoteTemplate }[] = []
  const present: { definition: TemplateDefinition; remote: RemoteTemplate }[] = []
  for (const definition of definitions) {
    const remote = byKey.get(keyOf(definition))
    if (!remote) missing.push(definition)
    else if (remote.body !== undefined && remote.body !== definition.body) different.push({ definition, remote })
    else present.push({ definition, remote })
  }
  return { missing, different, present }
}

const keyOf = ({ name, language }: { name: string; language: string }): string =>
  `${name}/${templateLanguage(language)}`

/** What became of each definition. A template that Meta refuses at once keeps its failure and stops no other. */
export type TemplateSync = TemplateComparison & {
  readonly created: readonly CreatedTemplate[]
  readonly refused: readonly { readonly definition: TemplateDefinition; readonly failure: Failure }[]
}

/** `category` may differ from ours: Meta approves a utility template that it finds promotional as marketing. */
export type CreatedTemplate = {
  readonly definition: TemplateDefinition
  readonly id: string
  readonly status: string
  readonly category: string
}

/**
 * Creates what is missing, one call each (Meta: 100 creations an hour). Safe to repeat after a failure; once `stopped`
 * it asks for no more, and answers with what it has created until then.
 * @throws Failure `rate-limited` or `upstream-unavailable`: the rest has to wait.
 */
export async function createMissing(
  client: Pick<WhatsAppClient, 'createTemplate' | 'listTemplates'>,
  definitions: readonly TemplateDefinition[],
  stopped?: AbortSignal,
): Promise<TemplateSync> {
  const comparison = compareTemplates(definitions, await client.listTemplates())
  const created: CreatedTemplate[] = []
  const refused: { definition: TemplateDefinition; failure: Failure }[] = []
  for (const definition of comparison.missing) {
    if (stopped?.aborted) break
    const result = await createOne(client, definition)
    if (result instanceof Failure) refused.push({ definition, failure: result })
    else created.push({ definition, ...result })
  }
  return { ...comparison, created, refused }
}

async function createOne(client: Pick<WhatsAppClient, 'createTemplate'>, definition: TemplateDefinition) {
  try {
    return await client.createTemplate(templateCreation(definition))
  } catch (error) {
    if (error instanceof Failure && !error.retryable) return error
    throw error
  }
}
