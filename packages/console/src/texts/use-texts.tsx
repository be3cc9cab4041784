import { direction } from '@recado/texts/languages'
import type { ConsoleLanguage } from '@recado/texts/languages'
import { createContext, use } from 'react'
import { makeFormats } from './formats.ts'
import type { Formats } from './formats.ts'
import type { CodeWords, LoadedTexts, Translate } from './console-texts.ts'

export type Texts = {
  readonly language: ConsoleLanguage
  readonly dir: 'ltr' | 'rtl'
  readonly t: Translate
  readonly codes: CodeWords
  readonly format: Formats
}

export const makeTexts = (language: ConsoleLanguage, { t, codes }: LoadedTexts): Texts => ({
  language,
  dir: direction(language),
  t,
  codes,
  format: makeFormats(language),
})

export const TextsContext = createContext<Texts | undefined>(undefined)

export function useTexts(): Texts {
  const texts = use(TextsContext)
  if (!texts) throw new Error('no texts above this component')
  return texts
}
