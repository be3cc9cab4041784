import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '../../shared/language.ts'
import { normalise, squeeze } from '../normalise.ts'
import { understandExact } from '../understand-exact.ts'
import { lexicons } from './all.ts'
import { WORD_KINDS, type WordKind } from './lexicon.ts'

type Row = { language: Language; kind: WordKind; phrase: string; key: string; everywhere: boolean }
const rows: readonly Row[] = LANGUAGES.flatMap((language) =>
  WORD_KINDS.flatMap((kind) =>
    (['everywhere', 'here'] as const).flatMap((reach) =>
      (lexicons[language][kind][reach] ?? []).map((phrase) => ({
        language,
        kind,
        phrase,
        key: squeeze(normalise(phrase)),
        everywhere: reach === 'everywhere',
      })),
    ),
  ),
)
const byKey = Map.groupBy(rows, ({ key }) => key)
const said = ({ language, kind, phrase }: Row) => `${language} ${kind}: ${phrase}`

/** Courtesies and numbers, as they are compared. */
const otherWords = (language: Language): string[] =>
  [...lexicons[language].courtesies, ...lexicons[language].numbers.flat()].map((word) => squeeze(normalise(word)))

describe('the words that we know', () => {
  test('mean one thing each in their language, are written once and survive normalising', () => {
    const seen = new Map<string, string>()
    const twice = rows.flatMap((row) => {
      const where = `${row.language} ${row.key}`
      const before = seen.get(where)
      seen.set(where, said(row))
      return before === undefined && row.key !== '' ? [] : [`${said(row)} = ${before}`]
    })
    expect(twice).toEqual([])
  })

  test('that count everywhere mean nothing else anywhere', () => {
    const others = LANGUAGES.map((language) => ({ language, keys: new Set(otherWords(language)) }))
    const clashes = rows
      .filter(({ everywhere }) => everywhere)
      .flatMap((row) => [
        ...(byKey.get(row.key) ?? [])
          .filter((other) => other.kind !== row.kind)
          .map((other) => `${said(row)} / ${said(other)}`),
        ...others.filter(({ keys }) => keys.has(row.key)).map(({ language }) => `${said(row)} / ${language}`),
      ])
    expect(clashes).toEqual([])
  })

  test('are understood in their own language, shouted, and with a full stop', () => {
    for (const row of rows) {
      const meaning = { kind: row.kind, language: row.language }
      expect(understandExact(row.phrase, [row.language])).toEqual(meaning)
      expect(understandExact(`${row.phrase.toLocaleUpperCase('en')}.`, [row.language])).toEqual(meaning)
    }
  })

  test('that count everywhere are understood whatever language was expected', () => {
    for (const row of rows.filter(({ everywhere }) => everywhere)) {
      for (const language of [...LANGUAGES, undefined]) {
        expect(understandExact(row.phrase, language === undefined ? [] : [language]).kind).toBe(row.kind)
      }
    }
  })

  test('that need their language are none in a language that does not know them', () => {
    const numbersOf = new Map(LANGUAGES.map((one) => [one, new Set(lexicons[one].numbers.flat().map((word) => squeeze(normalise(word))))])) // prettier-ignore
    const known = ({ key }: Row, language: Language) =>
      (byKey.get(key) ?? []).some((other) => other.everywhere || other.language === language) ||
      numbersOf.get(language)?.has(key)
    const guessed = rows
      .filter(({ everywhere }) => !everywhere)
      .flatMap((row) =>
        LANGUAGES.filter((language) => !known(row, language))
          .filter((language) => understandExact(row.phrase, [language]).kind !== 'none')
          .map((language) => `${said(row)} in ${language}`),
      )
    expect(guessed).toEqual([])
  })

  test('never let yes be no: whatever languages are expected, a consent of one is no cancellation of another', () => {
    const opposite = rows
      .filter(({ kind }) => kind === 'confirm')
      .flatMap((yes) =>
        (byKey.get(yes.key) ?? [])
          .filter(({ kind }) => kind === 'cancel' || kind === 'opt-out')
          .map((no) => `${said(yes)} / ${said(no)}`),
      )
    expect(opposite).toEqual([])
  })
})
