import { foldText } from '../columns/fold.ts'

/** Languages whose month and weekday names are understood; the names themselves come from Intl (CLDR). */
const LOCALES =
  'en es pt fr de it nl tr pl ru uk ar ar-EG ar-MA ar-SY he hi ja zh th fa id ms sv da nb fi cs sk hu ro el bg hr sr sr-Latn sl lt lv et vi ko bn ur sw ca'.split(
    ' ',
  )

export type MonthWords = ReadonlyMap<string, number>

/** Spellings that people and systems use and CLDR does not list. */
const EXTRA: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  en: { sept: 9 },
  es: { set: 9, setiembre: 9 },
  pt: { setembro: 9 },
  id: { agt: 8, ags: 8, agu: 8, peb: 2, nop: 11 },
}

let months: ReadonlyMap<string, MonthWords> | undefined
let weekdays: ReadonlyMap<string, number> | undefined

/** Month names per language, folded, full and short, standing alone and in a date. Built when a month is first spelled. */
export function monthWords(): ReadonlyMap<string, MonthWords> {
  months ??= new Map(LOCALES.map((locale) => [locale, monthsOf(locale)]))
  return months
}

function monthsOf(locale: string): MonthWords {
  const words = new Map<string, number>(Object.entries(EXTRA[locale] ?? {}))
  for (const month of ['long', 'short'] as const) {
    for (const day of [undefined, 'numeric'] as const) {
      const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, { month, day, timeZone: 'UTC' })
      for (let index = 0; index < 12; index++) {
        const parts = format.formatToParts(Date.UTC(2026, index, 15))
        const word = foldMonth(parts.find(({ type }) => type === 'month')?.value ?? '')
        if (word !== '' && !/\d/.test(word)) words.set(word, index + 1)
      }
    }
  }
  return words
}

export const foldMonth = (word: string): string => foldText(word).replace(/[.,]/g, '')

/** Whether the word names a day of the week in any of the languages; such words around a date are decoration. */
export const isWeekday = (word: string): boolean => weekdaysOf(word) !== 0

/** The days of the week that the word may name, a bit each, Sunday the first; 0 for none. */
export function weekdaysOf(word: string): number {
  weekdays ??= collectWeekdays()
  return weekdays.get(foldMonth(word)) ?? 0
}

function collectWeekdays(): ReadonlyMap<string, number> {
  const words = new Map<string, number>([
    ['thur', 1 << 4],
    ['thurs', 1 << 4],
    ['tues', 1 << 2],
  ])
  for (const locale of LOCALES) {
    for (const weekday of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' })
      // 1 February 2026 is a Sunday.
      for (let day = 0; day < 7; day++) {
        const word = foldMonth(format.format(Date.UTC(2026, 1, day + 1)))
        words.set(word, (words.get(word) ?? 0) | (1 << day))
      }
    }
  }
  return words
}
