import { createCatalogue } from '@recado/texts/catalogue'
import type { Translation } from '@recado/texts/catalogue'
import { en } from '@recado/texts/console/en'
import { en as reasonsEn } from '@recado/texts/console/reasons/en'
import type { ReasonTexts } from '@recado/texts/console/reasons/en'
import type { ConsoleLanguage } from '@recado/texts/languages'
import type { ParamArguments } from '@recado/texts/message-params'

type En = typeof en
export type TextKey = keyof En & string

/** A text by its key, in the language that staff read. */
export type Translate = <K extends TextKey>(key: K, ...args: ParamArguments<En[K]>) => string

/** Words for the codes of the server: undefined for one that is newer than our words. */
export type CodeWords = (code: string) => string | undefined

export type LoadedTexts = { readonly t: Translate; readonly codes: CodeWords }

type Both = { readonly texts: Translation<En>; readonly reasons: Translation<ReasonTexts> }

/** English comes along, as the source of the keys; every other language is a file of its own, fetched when it is chosen. */
const load: Readonly<Record<ConsoleLanguage, () => Promise<Both>>> = {
  en: () =>
    Promise.resolve({ texts: { review: 'reviewed', texts: en }, reasons: { review: 'reviewed', texts: reasonsEn } }),
  es: async () => {
    const [console, reasons] = await Promise.all([
      import('@recado/texts/console/es'),
      import('@recado/texts/console/reasons/es'),
    ])
    return { texts: console.es, reasons: reasons.es }
  },
  'pt-BR': async () => {
    const [console, reasons] = await Promise.all([
      import('@recado/texts/console/pt-br'),
      import('@recado/texts/console/reasons/pt-br'),
    ])
    return { texts: console.ptBr, reasons: reasons.ptBr }
  },
  ar: async () => {
    const [console, reasons] = await Promise.all([
      import('@recado/texts/console/ar'),
      import('@recado/texts/console/reasons/ar'),
    ])
    return { texts: console.ar, reasons: reasons.ar }
  },
}

export async function loadTexts(language: ConsoleLanguage): Promise<LoadedTexts> {
  const { texts, reasons } = await load[language]()
  const only = <T>(translation: T) => ({ [language]: translation }) as Record<ConsoleLanguage, T>
  const words = createCatalogue<ConsoleLanguage, En>(en, only(texts))
  const codes = createCatalogue<ConsoleLanguage, ReasonTexts>(reasonsEn, only(reasons))
  const known: ReadonlySet<string> = new Set(codes.keys)
  const isKnown = (key: string): key is keyof ReasonTexts => known.has(key)
  return {
    t: (key, ...args) => words.text(language, key, ...args),
    codes: (code) => (isKnown(code) ? codes.text(language, code) : undefined),
  }
}

const isKey = (key: string): key is TextKey => Object.hasOwn(en, key)
const readable = (code: string): string => code.replaceAll(/[-_.]/g, ' ')

/** Without parameters, by a key that was put together at run time; undefined when there is none. */
export const textByKey = (t: Translate, key: string): string | undefined =>
  isKey(key) ? (t as (key: TextKey) => string)(key) : undefined

/** Codes are open: one that a newer server knows shows as its own words instead of nothing. */
export const reasonText = (codes: CodeWords, code: string): string => codes(`reason.${code}`) ?? readable(code)
export const ruleText = (codes: CodeWords, rule: string): string => codes(`rule.${rule}`) ?? readable(rule)
export const stepText = (t: Translate, step: string): string => textByKey(t, `step.${step}`) ?? readable(step)

/** What went wrong, by the code of the answer; never the server's own words, which are for developers. */
export const errorText = (t: Translate, code: string): string => textByKey(t, `error.${code}`) ?? t('error.generic')
