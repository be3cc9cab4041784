import { createCatalogue } from '../catalogue.ts'
import type { ConsoleLanguage } from '../languages.ts'
import { ar } from './reasons/ar.ts'
import { en } from './reasons/en.ts'
import { es } from './reasons/es.ts'
import { ptBr } from './reasons/pt-br.ts'

export const reasonTexts = createCatalogue<ConsoleLanguage, typeof en>(en, {
  en: { review: 'reviewed', texts: en },
  es,
  'pt-BR': ptBr,
  ar,
})

const keys: ReadonlySet<string> = new Set(reasonTexts.keys)
const isKey = (key: string): key is keyof typeof en => keys.has(key)

const wordsFor =
  (group: 'reason' | 'rule' | 'row') =>
  (language: ConsoleLanguage, code: string): string | undefined => {
    const key = `${group}.${code}`
    return isKey(key) ? reasonTexts.text(language, key) : undefined
  }

/** Why something went out or did not, or needs a person; undefined for a code that is newer than these words. */
export const reasonWords = wordsFor('reason')
/** What a rule of the gate asked, by the rule's name. */
export const ruleWords = wordsFor('rule')
/** A warning about a row of a file, or why it was left out, by its code. */
export const rowWords = wordsFor('row')
