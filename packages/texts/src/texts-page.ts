import { direction, LANGUAGE_NAMES, PATIENT_LANGUAGES, type PatientLanguage } from './languages.ts'
import { patientTexts } from './patient-text.ts'
import { PARAMETER_EXAMPLES } from './templates/parameters.ts'
import { renderTemplate } from './templates/template-text.ts'
import { TEMPLATE_KEYS, templates } from './templates/templates.ts'

/** docs/generated/texts.md: all that patients can read, laid out for a native speaker who reviews it. */
export const textsPage = (): string =>
  [
    '# What patients read',
    '',
    '<!-- Generated from packages/texts. Do not edit: `UPDATE_PAGES=1 npx vitest run test/texts-page` writes it. -->',
    '',
    'Every text by language, the templates filled with their examples. `draft` means that no native speaker has reviewed the',
    'language yet. To review one: read each text aloud, correct it in `packages/texts/src/patient/` and',
    '`packages/texts/src/templates/`, and set the state of the language to `reviewed`. A template that WhatsApp has approved gets',
    'a new number when its words change.',
    '',
    '| Language | State |',
    '| --- | --- |',
    ...PATIENT_LANGUAGES.map((language) => `| ${linkTo(language)} | ${patientTexts.reviewState(language)} |`),
    ...PATIENT_LANGUAGES.flatMap(languageSection),
    '',
  ].join('\n')

const languageSection = (language: PatientLanguage): string[] => [
  '',
  `## ${titleOf(language)}`,
  ...TEMPLATE_KEYS.flatMap((key) => templateSection(key, language)),
  '',
  '### In the conversation',
  '',
  '| Key | Text |',
  '| --- | --- |',
  ...patientTexts.keys.map((key) => `| \`${key}\` | ${cell(language, patientTexts.source(language, key))} |`),
]

function templateSection(key: (typeof TEMPLATE_KEYS)[number], language: PatientLanguage): string[] {
  const { body, footer, buttons } = renderTemplate(key, language, PARAMETER_EXAMPLES[language])
  const titles = buttons.map(({ title }) => `[ ${title} ]`).join(' ')
  const lines = [...body.split('\n'), '', `_${footer}_`, ...(titles === '' ? [] : ['', titles])]
  return ['', `### \`${templates[key].name}\``, '', ...lines.map((line) => `> ${line}`.trimEnd())]
}

const titleOf = (language: PatientLanguage): string => `${LANGUAGE_NAMES[language]} (${language})`
const linkTo = (language: PatientLanguage): string => `${LANGUAGE_NAMES[language]} (\`${language}\`)`
const cell = (language: PatientLanguage, words: string): string => {
  const escaped = words.replaceAll('|', '\\|')
  return direction(language) === 'rtl' ? `<span dir="rtl">${escaped}</span>` : escaped
}
