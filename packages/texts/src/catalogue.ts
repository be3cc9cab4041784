import { formatNumber, pluralCategory } from './format.ts'
import { isolate } from './isolate.ts'
import type { PatientLanguage } from './languages.ts'
import type { ParamArguments } from './message-params.ts'
import type { Message, Part } from './message.ts'
import { parseMessage } from './message.ts'

/** `reviewed`: the source language, and a translation once a native speaker has read every text. All else is `draft`. */
export type ReviewState = 'draft' | 'reviewed'

/** A language's texts: the keys of the source language, each with the same parameters (a test compares them). */
export type Translation<Source extends Readonly<Record<string, string>>> = {
  readonly review: ReviewState
  readonly texts: { readonly [Key in keyof Source]: string }
}

export type Catalogue<Language extends PatientLanguage, Source extends Readonly<Record<string, string>>> = {
  /**
   * The text in the reader's language. Numbers are written for the reader; in Arabic names, numbers and times are
   * isolated from the words around them. A key whose text has no parameters takes none.
   */
  readonly text: <Key extends keyof Source & string>(
    language: Language,
    key: Key,
    ...args: ParamArguments<Source[Key]>
  ) => string
  readonly languages: readonly Language[]
  readonly keys: readonly (keyof Source & string)[]
  readonly reviewState: (language: Language) => ReviewState
  /** The text as written in the catalogue, with its parameters unfilled. */
  readonly source: (language: Language, key: keyof Source & string) => string
}

type Values = Readonly<Record<string, string | number>>

/** Makes the typed door to a set of texts. `source` gives the keys and the parameters; the others must match it. */
export function createCatalogue<
  Language extends PatientLanguage,
  const Source extends Readonly<Record<string, string>>,
>(source: Source, translations: Readonly<Record<Language, Translation<Source>>>): Catalogue<Language, Source> {
  const compiled = new Map<Language, Map<string, Message>>()
  const languages = Object.keys(translations) as Language[]
  for (const language of languages) compiled.set(language, new Map())
  return {
    text: (language, key, ...args) => {
      const messages = compiled.get(language)
      let message = messages?.get(key)
      if (message === undefined) {
        message = parseMessage(translations[language].texts[key])
        messages?.set(key, message)
      }
      return write(language, message, args[0] ?? {}, 0)
    },
    languages,
    keys: Object.keys(source),
    reviewState: (language) => translations[language].review,
    source: (language, key) => translations[language].texts[key],
  }
}

function write(language: PatientLanguage, message: Message, values: Values, count: number): string {
  let written = ''
  for (const part of message) written = joined(written, writePart(language, part, values, count))
  return written
}

function writePart(language: PatientLanguage, part: Part, values: Values, count: number): string {
  switch (part.kind) {
    case 'words':
      return part.words
    case 'number':
      return formatNumber(language, count)
    case 'value':
      return writeValue(language, values[part.name])
    case 'plural': {
      const number = Number(values[part.name])
      const branch = part.branches.get(`=${number}`) ?? part.branches.get(pluralCategory(language, number))
      return write(language, branch ?? part.branches.get('other') ?? [], values, number)
    }
    case 'select': {
      const branch = part.branches.get(String(values[part.name])) ?? part.branches.get('other')
      return write(language, branch ?? [], values, count)
    }
  }
}

/** One full stop where a value brings its own: "1:30 p.m." at the end of a sentence. */
const joined = (before: string, next: string): string =>
  before.endsWith('.') && next.startsWith('.') ? before + next.slice(1) : before + next

const writeValue = (language: PatientLanguage, value: string | number | undefined): string =>
  typeof value === 'number' ? formatNumber(language, value) : isolate(language, value ?? '')
