import { LANGUAGES, nearestLanguage, type Language } from '../shared/language.ts'
import { understandExact, type ExactMeaning } from './understand-exact.ts'

export type ReadText = {
  readonly meaning: ExactMeaning['kind']
  /** The language whose words they are, where exactly one can be named. */
  readonly language?: Language
  /** Whether the whole text is known words that mean one thing. */
  readonly certain: boolean
}

/**
 * What a text means by exact words, for somebody of whom we know nothing but perhaps the language. Without a language the
 * words must mean the same in every language that knows them: "no" orders nothing when it is a yes somewhere else.
 */
export function readText(text: string, language?: string): ReadText {
  const hinted = language === undefined ? undefined : nearestLanguage(language)
  if (hinted !== undefined) return asRead(understandExact(text, [hinted]), hinted)
  const known = LANGUAGES.map((one) => ({ one, meaning: understandExact(text, [one]) })).filter(
    ({ meaning }) => meaning.kind !== 'none',
  )
  const [first] = known
  if (!first || known.some(({ meaning }) => meaning.kind !== first.meaning.kind))
    return { meaning: 'none', certain: false }
  const own = new Set(known.flatMap(({ meaning }) => languageOf(meaning) ?? []))
  const [single] = own
  return asRead(first.meaning, own.size === 1 ? single : undefined)
}

const languageOf = (meaning: ExactMeaning): Language | undefined =>
  'language' in meaning ? meaning.language : undefined

function asRead(meaning: ExactMeaning, language: Language | undefined): ReadText {
  const named = languageOf(meaning) ?? language
  return {
    meaning: meaning.kind,
    certain: meaning.kind !== 'none',
    ...(named === undefined ? {} : { language: named }),
  }
}
