import { GraphError } from '../graph/errors.ts'
import { lengthOf, objectsAt, textAt, type Json } from '../json.ts'
import { hasExamples, upper, variablesIn } from './template.ts'

/** A template as submitted, already in upper case where Meta does not care. */
export type Draft = { name: string; language: string; category: string; parameterFormat: string; components: Json[] }

type Rule = { name: string; refuses: (draft: Draft) => string | undefined; subcode?: number; title?: string }

/** What Meta refuses at once, in this order [M templates/components, templates/overview; error-codes for subcodes]. */
export const CREATION_RULES: readonly Rule[] = [
  {
    name: 'the name has small letters, digits and underscores only, 512 at most',
    refuses: ({ name }) =>
      /^[a-z0-9_]{1,512}$/.test(name)
        ? undefined
        : 'Message template name can only have lowercase letters and underscores.',
    title: 'Invalid template name',
  },
  {
    name: 'the language is one that WhatsApp has',
    refuses: ({ language }) => (LANGUAGES.has(language) ? undefined : `Language ${language} is not supported.`),
    title: 'Language is not supported',
  },
  {
    name: 'the category is utility, marketing or authentication',
    refuses: ({ category }) =>
      ['UTILITY', 'MARKETING', 'AUTHENTICATION'].includes(category) ? undefined : `Category ${category} is not valid.`,
  },
  {
    name: 'there is exactly one body',
    refuses: ({ components }) =>
      components.filter((one) => upper(one, 'type') === 'BODY').length === 1 ? undefined : 'Template needs one BODY.',
    title: 'Body is missing',
  },
  {
    name: 'every component is of a known type',
    refuses: ({ components }) =>
      components.every((one) => COMPONENT_TYPES.has(upper(one, 'type'))) ? undefined : 'Unexpected component type.',
  },
  {
    name: 'the body has at most 1024 characters',
    refuses: ({ components }) => (bodyLength(components) > 1024 ? 'Body is longer than 1024 characters.' : undefined),
    subcode: 2388040,
    title: 'Character limit exceeded',
  },
  {
    name: 'a text header has at most 60 characters and one variable',
    refuses: ({ components }) => {
      const header = components.find((one) => upper(one, 'type') === 'HEADER')
      const text = (header && textAt(header, 'text')) ?? ''
      return lengthOf(text) > 60 || variablesIn(text).length > 1
        ? 'Header is too long or has too many variables.'
        : undefined
    },
    subcode: 2388047,
    title: 'Message header format is incorrect',
  },
  {
    name: 'the footer has at most 60 characters and no variable',
    refuses: ({ components }) => {
      const footer = components.find((one) => upper(one, 'type') === 'FOOTER')
      const text = (footer && textAt(footer, 'text')) ?? ''
      return lengthOf(text) > 60 || text.includes('{{') ? 'Footer is too long or has variables.' : undefined
    },
    subcode: 2388073,
    title: 'Message footer format is incorrect',
  },
  {
    name: 'braces match',
    refuses: ({ components }) => {
      const rest = bodyText(components).replace(/\{\{[^{}]+\}\}/g, '')
      return rest.includes('{{') || rest.includes('}}') ? 'Variables have mismatched braces.' : undefined
    },
    subcode: 2388072,
    title: 'Message body format is incorrect',
  },
  {
    name: 'positional variables count up from 1, named ones are small letters and underscores',
    refuses: (draft) =>
      draft.components.every((one) => hasOrderedVariables(one, draft)) ? undefined : WRONG_VARIABLES,
    subcode: 2388072,
    title: 'Message body format is incorrect',
  },
  {
    name: 'the body neither starts nor ends with a variable',
    refuses: ({ components, category }) =>
      category !== 'AUTHENTICATION' && /^\s*\{\{|\}\}\s*$/.test(bodyText(components))
        ? "Variables can't be at the start or end of the template."
        : undefined,
    subcode: 2388299,
    title: "Template can't start or end with a variable",
  },
  {
    name: 'the body has enough words for its variables',
    refuses: ({ components }) => {
      const text = bodyText(components)
      if (/[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]/.test(text)) return undefined // scripts without blanks
      const words = text
        .replace(/\{\{[^{}]*\}\}/g, ' ')
        .trim()
        .split(/\s+/).length
      return words < 2 * variablesIn(text).length + 1
        ? 'This template has too many variables for its length.'
        : undefined
    },
    subcode: 2388293,
    title: 'Too many variables for the message length',
  },
  {
    name: 'every variable has an example',
    refuses: ({ components }) =>
      components.every((one) => hasExamples(one, variablesIn(textAt(one, 'text') ?? '')))
        ? undefined
        : 'Add sample text for all variables.',
    title: 'Example is missing',
  },
  {
    name: 'buttons keep their limits',
    refuses: ({ components }) => buttonFault(components),
    title: 'Button format is incorrect',
  },
]

export function checkDraft(draft: Draft): void {
  for (const rule of CREATION_RULES) {
    const why = rule.refuses(draft)
    if (why === undefined) continue
    throw new GraphError(100, undefined, {
      message: 'Invalid parameter',
      userTitle: rule.title ?? 'Invalid template',
      userMessage: why,
      ...(rule.subcode === undefined ? {} : { subcode: rule.subcode }),
    })
  }
}

const WRONG_VARIABLES = 'Variable names must be {{1}}, {{2}}, … in order, or lowercase letters and underscores.'
const COMPONENT_TYPES = new Set(['HEADER', 'BODY', 'FOOTER', 'BUTTONS', 'CAROUSEL', 'LIMITED_TIME_OFFER'])
const QUICK_REPLY = 'QUICK_REPLY'

function bodyText(components: Json[]): string {
  const body = components.find((one) => upper(one, 'type') === 'BODY')
  return (body && textAt(body, 'text')) ?? ''
}

function bodyLength(components: Json[]): number {
  return lengthOf(bodyText(components))
}

function hasOrderedVariables(component: Json, draft: Draft): boolean {
  const variables = variablesIn(textAt(component, 'text') ?? '')
  if (draft.parameterFormat === 'NAMED') return variables.every((name) => /^[a-z][a-z0-9_]*$/.test(name))
  return variables.every((name, at) => name === String(at + 1))
}

function buttonFault(components: Json[]): string | undefined {
  const buttons = components.flatMap((one) => objectsAt(one, 'buttons'))
  const types = buttons.map((button) => upper(button, 'type'))
  const count = (type: string) => types.filter((one) => one === type).length
  if (buttons.length > 10) return 'At most 10 buttons.'
  if (count('URL') > 2 || count('PHONE_NUMBER') > 1 || count('COPY_CODE') > 1) return 'Too many buttons of one type.'
  if (buttons.some((button) => lengthOf(textAt(button, 'text') ?? '') > 25))
    return 'Button text has at most 25 characters.'
  if (types.some((type) => type === QUICK_REPLY) && !isContiguous(types))
    return 'Quick replies must be grouped together.'
  const urls = buttons.map((button) => textAt(button, 'url') ?? '')
  if (urls.some((url) => url.length > 2000 || variablesIn(url).length > 1 || /\{\{.*\}\}.+$/.test(url))) {
    return 'A URL has at most 2000 characters and one variable, at its end.'
  }
  return undefined
}

function isContiguous(types: string[]): boolean {
  return (
    types.lastIndexOf(QUICK_REPLY) - types.indexOf(QUICK_REPLY) + 1 ===
    types.filter((type) => type === QUICK_REPLY).length
  )
}

/** [M templates/supported-languages]; there is no falling back from `es_MX` to `es`. */
export const LANGUAGES: ReadonlySet<string> = new Set(
  `af sq ar ar_EG ar_AE ar_LB ar_MA ar_QA az be_BY bn bn_IN bg ca zh_CN zh_HK zh_TW hr cs da prs_AF nl nl_BE en en_GB
  en_US en_AE en_AU en_CA en_GH en_IE en_IN en_JM en_MY en_NZ en_QA en_SG en_UG en_ZA et fil fi fr fr_BE fr_CA fr_CH
  fr_CI fr_MA ka de de_AT de_CH el gu ha he hi hu id ga it ja kn kk rw_RW ko ky_KG lo lv lt mk ms ml mr nb ps_AF fa pl
  pt_BR pt_PT pa ro ru sr si_LK sk sl es es_AR es_CL es_CO es_CR es_DO es_EC es_HN es_MX es_PA es_PE es_ES es_UY sw sv
  ta te th tr uk ur uz vi zu`.split(/\s+/),
)
