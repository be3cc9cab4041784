import { isolate } from '../isolate.ts'
import { PATIENT_LANGUAGES, type PatientLanguage } from '../languages.ts'
import { text } from '../patient-text.ts'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { hi } from './hi.ts'
import { id } from './id.ts'
import { PARAMETER_EXAMPLES, type TemplateParameter } from './parameters.ts'
import { ptBr } from './pt-br.ts'
import {
  buttonKey,
  TEMPLATE_KEYS,
  templates,
  type TemplateAction,
  type TemplateKey,
  type TemplateTexts,
} from './templates.ts'

const texts: Readonly<Record<PatientLanguage, TemplateTexts>> = { en, es, 'pt-BR': ptBr, hi, ar, id, fr, de }

export type TemplateDefinition = {
  readonly name: string
  readonly language: PatientLanguage
  readonly category: 'UTILITY'
  readonly body: string
  readonly examples: Readonly<Record<string, string>>
  readonly footer: string
  readonly buttons?: readonly string[]
}

/** Every template in every language, as it is submitted to the account. */
export const templateDefinitions = (): readonly TemplateDefinition[] =>
  PATIENT_LANGUAGES.flatMap((language) => TEMPLATE_KEYS.map((key) => definition(key, language)))

function definition(key: TemplateKey, language: PatientLanguage): TemplateDefinition {
  const { name, category, actions } = templates[key]
  const { bodies, footer } = texts[language]
  const body = bodies[key]
  const names = parametersOf(body)
  const examples = Object.fromEntries(names.map((one) => [one, PARAMETER_EXAMPLES[language][one]]))
  const buttons = actions.map((action) => text(language, buttonKey(action)))
  return { name, language, category, body, examples, footer, ...(buttons.length > 0 && { buttons }) }
}

/** The parameters of a template, each once, in the order of the source language. */
export const templateParameters = (key: TemplateKey): readonly TemplateParameter[] => parametersOf(texts.en.bodies[key])

export type TemplateValues = Readonly<Partial<Record<TemplateParameter, string>>>

export type RenderedTemplate = {
  readonly body: string
  readonly footer: string
  readonly buttons: readonly { readonly action: TemplateAction; readonly title: string }[]
}

/**
 * The values as they go into the Graph request: one line each, and isolated where the direction of writing asks for it.
 * @throws RangeError when a parameter of the template is missing or empty: nobody is sent "Hello ,".
 */
export function templateValues(
  key: TemplateKey,
  language: PatientLanguage,
  values: TemplateValues,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    templateParameters(key).map((name) => {
      const value = (values[name] ?? '').replaceAll(/\s+/g, ' ').trim()
      if (value === '') throw new RangeError(`the template ${templates[key].name} needs the parameter ${name}`)
      return [name, isolate(language, value)]
    }),
  )
}

/** What the patient sees: for the timeline, for previews and for comparing with what arrived. Throws as templateValues. */
export function renderTemplate(key: TemplateKey, language: PatientLanguage, values: TemplateValues): RenderedTemplate {
  const filled = templateValues(key, language, values)
  const { bodies, footer } = texts[language]
  return {
    body: bodies[key].replaceAll(PARAMETER, (_braces, name: string) => filled[name] ?? ''),
    footer,
    buttons: templates[key].actions.map((action) => ({ action, title: text(language, buttonKey(action)) })),
  }
}

const PARAMETER = /\{\{([a-z_]+)\}\}/g

const parametersOf = (body: string): readonly TemplateParameter[] => [
  ...new Set([...body.matchAll(PARAMETER)].map(([, name]) => name as TemplateParameter)),
]
