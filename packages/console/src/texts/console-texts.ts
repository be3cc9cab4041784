import { createCatalogue } from '@recado/texts/catalogue'
import type { Translation } from '@recado/texts/catalogue'
import type { ConsoleLanguage } from '@recado/texts/languages'
import type { ParamArguments } from '@recado/texts/message-params'
import { en } from './en.ts'

type En = typeof en
export type TextKey = keyof En & string
/** A text by its key, in the language that staff read. */
export type Translate = <K extends TextKey>(key: K, ...args: ParamArguments<En[K]>) => string

/** English comes along, as the source of the keys; every other language is a file of its own, fetched when it is chosen. */
const load: Readonly<Record<ConsoleLanguage, () => Promise<Translation<En>>>> = {
  en: () => Promise.resolve({ review: 'draft', texts: en }),
  es: async () => (await import('./es.ts')).es,
  'pt-BR': async () => (await import('./pt-br.ts')).ptBr,
  ar: async () => (await import('./ar.ts')).ar,
}

export async function loadTexts(language: ConsoleLanguage): Promise<Translate> {
  const catalogue = createCatalogue<ConsoleLanguage, En>(en, { [language]: await load[language]() } as never)
  return (key, ...args) => catalogue.text(language, key, ...args)
}

const isKey = (key: string): key is TextKey => Object.hasOwn(en, key)

/** Codes are open: a reason that a newer server knows shows as its own words instead of nothing. */
export function reasonText(t: Translate, code: string): string {
  const key = `reason.${code}`
  return isKey(key) ? (t as (key: TextKey) => string)(key) : code.replaceAll('-', ' ')
}

export function stepText(t: Translate, step: string): string {
  const key = `step.${step}`
  return isKey(key) ? (t as (key: TextKey) => string)(key) : step.replaceAll('-', ' ')
}

/** What went wrong, by the code of the answer; never the server's own words, which are for developers. */
export function errorText(t: Translate, code: string): string {
  const key = `error.${code}`
  return (t as (key: TextKey) => string)(isKey(key) ? key : 'error.generic')
}
