import { LANGUAGES, type Language } from '../shared/language.ts'
import { hasNoGesture, isQuestion, isYesGesture } from './gestures.ts'
import { lexicons } from './lexicon/all.ts'
import { WORD_KINDS, type WordKind } from './lexicon/lexicon.ts'
import { normalise, squeeze } from './normalise.ts'

/** What a whole message says in exact words; `language` is the one whose words they are, when that is known. */
export type ExactMeaning =
  | { readonly kind: WordKind; readonly language?: Language }
  /** A bare number from 1 to 10; what it chooses is for the conversation to say. */
  | { readonly kind: 'choice'; readonly n: number; readonly language?: Language }
  | { readonly kind: 'none' }

const NONE: ExactMeaning = { kind: 'none' }
/** As many rows as a list can have (Cloud API, interactive lists). */
const HIGHEST_CHOICE = 10
const BARE_NUMBER =
  /^(?:(?:number|numero|numer|nr|option|opcion|opcao|opsi|pilihan|nomor|choix|la|الرقم|رقم|الخيار|خيار|विकल्प|नंबर) )?(\d{1,2})$/u
/** Longer than any phrase we know: not worth a look. Characters of the raw message. */
const LONGEST = 120

/**
 * Reads a message that consists of known words and nothing else; everything longer is free text, and `none`.
 * `expected`: the languages in which the person was written to or is known to write, likeliest first. Words that mean the
 * same everywhere are understood in any language; the others only where their language is expected. Where two expected
 * languages disagree, the first one counts. A question is never an order, and a denying emoji undoes a consent.
 */
export function understandExact(text: string, expected: readonly Language[]): ExactMeaning {
  if (text.length > LONGEST || isQuestion(text)) return NONE
  if (isYesGesture(text)) return { kind: 'confirm' }
  const words = squeeze(normalise(text))
  const meaning = meaningOf(words, expected) ?? meaningOf(withoutCourtesies(words), expected) ?? NONE
  return meaning.kind === 'confirm' && hasNoGesture(text) ? NONE : meaning
}

function meaningOf(words: string, expected: readonly Language[]): ExactMeaning | undefined {
  return choiceOf(words, expected) ?? here(words, expected) ?? everywhere.get(words)
}

function here(words: string, expected: readonly Language[]): ExactMeaning | undefined {
  for (const language of expected) {
    const kind = phrasesOf[language].get(words)
    if (kind !== undefined) return { kind, language }
  }
  return undefined
}

/** "2", "2.", "2️⃣", "opción 2", "zwei". The words before the digit are squeezed, as everything here is. */
function choiceOf(words: string, expected: readonly Language[]): ExactMeaning | undefined {
  const digits = BARE_NUMBER.exec(words)
  if (digits) {
    const n = Number(digits[1])
    return n >= 1 && n <= HIGHEST_CHOICE ? { kind: 'choice', n } : undefined
  }
  for (const language of expected) {
    const n = numbersOf[language].get(words)
    if (n !== undefined) return { kind: 'choice', n, language }
  }
  return undefined
}

/**
 * Takes away "please", "thank you" and greetings at both ends, as often as there are any, in any language. The end goes
 * first: of "जी सर" ("yes, sir") the yes must be left, although alone it is a courtesy too.
 */
function withoutCourtesies(words: string): string {
  const shorter = words.replace(COURTESY_AT_THE_END, '')
  const barer = shorter === words ? words.replace(COURTESY_AT_THE_START, '') : shorter
  return barer === words ? words : withoutCourtesies(barer)
}

const keyOf = (phrase: string): string => squeeze(normalise(phrase))
const perLanguage = <T>(make: (language: Language) => T): Readonly<Record<Language, T>> =>
  Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as Record<Language, T>

const phrasesOf = perLanguage((language) => {
  const lexicon = lexicons[language]
  return new Map(
    WORD_KINDS.flatMap((kind) =>
      [...lexicon[kind].everywhere, ...(lexicon[kind].here ?? [])].map((phrase) => [keyOf(phrase), kind] as const),
    ),
  )
})

const numbersOf = perLanguage(
  (language) =>
    new Map(
      lexicons[language].numbers.flatMap((words, index) => words.map((word) => [keyOf(word), index + 1] as const)),
    ),
)

/** The longest first: "thank you very much" is one courtesy, not "thank you" and a rest. */
const courtesies = LANGUAGES.flatMap((language) => lexicons[language].courtesies.map(keyOf))
  .toSorted((a, b) => b.length - a.length)
  .join('|')
const COURTESY_AT_THE_END = new RegExp(` (?:${courtesies})$`, 'u')
const COURTESY_AT_THE_START = new RegExp(`^(?:${courtesies}) `, 'u')

const everywhere: ReadonlyMap<string, ExactMeaning> = new Map(
  LANGUAGES.flatMap((language) =>
    WORD_KINDS.flatMap((kind) =>
      lexicons[language][kind].everywhere.map((phrase) => [keyOf(phrase), { kind, language }] as const),
    ),
  ).toReversed(),
)
