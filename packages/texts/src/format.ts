import { isolate } from './isolate.ts'
import type { PatientLanguage } from './languages.ts'
import { localeOf, remembered, saysTwelveHours } from './reader-locale.ts'

/**
 * How dates, times and numbers are written for a reader. Decided, not left to defaults:
 * - digits are European (0-9) in every language, also in Arabic and Hindi: times, telephone numbers and "reply 1" then
 *   look as on the keypad and on the wall of the clinic;
 * - the calendar is Gregorian everywhere (ar-SA would give the Islamic one);
 * - the country decides between 12 and 24 hours and the order of day and month: en + US "9:00 AM", en + GB "09:00";
 * - where hours are said in twelves, Hindi and Arabic name the part of the day in words ("सुबह 9:00", "9:00 صباحًا").
 */
export type DateStyle = 'long' | 'full' | 'short' | 'numeric'

const DATE_OPTIONS: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  numeric: { day: '2-digit', month: '2-digit', year: 'numeric' },
}

/**
 * @param epochMs milliseconds since 1970, UTC
 * @param zone IANA time zone in which the reader thinks of the visit (the clinic's)
 * @param country ISO 3166-1 alpha-2 of the reader, when known
 * @throws RangeError for an unknown zone
 */
export const formatDate = (
  language: PatientLanguage,
  epochMs: number,
  zone: string,
  style: DateStyle,
  country?: string,
): string => dateFormat(language, country, zone, style, DATE_OPTIONS[style])(epochMs)

/** The time of day, "09:00" or "9:00 AM" (see the rules above). Parameters as for formatDate. */
export function formatTime(language: PatientLanguage, epochMs: number, zone: string, country?: string): string {
  if (!saysTwelveHours(language, country)) return dateFormat(language, country, zone, 'h23', HOURS_24)(epochMs)
  if (language === 'hi') return dateFormat(language, country, zone, 'part', PART_OF_DAY)(epochMs)
  const written = dateFormat(language, country, zone, 'h12', HOURS_12)(epochMs)
  if (language !== 'ar') return written
  const hour = Number(dateFormat('en', undefined, zone, 'hour', { hour: '2-digit', hourCycle: 'h23' })(epochMs))
  return `${written.replace(/[^\d:]/g, '')} ${arabicPartOfDay(hour)}`
}

const HOURS_24 = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const HOURS_12 = { hour: 'numeric', minute: '2-digit', hour12: true } as const
const PART_OF_DAY = { ...HOURS_12, dayPeriod: 'short' } as const

/** Whole words instead of the letters ص and م, and instead of the locale data's "12:00 في المساء" for midnight. */
function arabicPartOfDay(hour: number): string {
  if (hour < 12) return 'صباحًا'
  if (hour === 12) return 'ظهرًا'
  return hour < 18 ? 'بعد الظهر' : 'مساءً'
}

/** "Tuesday 24 November, 09:00": day and time as one value, right after a colon in every language. */
export function formatDayAndTime(language: PatientLanguage, epochMs: number, zone: string, country?: string): string {
  const day = formatDate(language, epochMs, zone, 'long', country)
  return `${day}${comma(language)} ${formatTime(language, epochMs, zone, country)}`
}

/**
 * A free time as the title of a list row (Meta allows 24 characters; a reply button 20): as much as fits of
 * "Tue 24 Nov, 09:00", "mié 25/11 10:00 p. m.", "25/11 10:00 p. m.".
 */
export function formatSlot(
  language: PatientLanguage,
  epochMs: number,
  zone: string,
  country?: string,
  maxChars = LIST_ROW_TITLE_MAX,
): string {
  const time = shortTime(language, epochMs, zone, country)
  const day = (name: string, options: Intl.DateTimeFormatOptions) =>
    dateFormat(language, country, zone, name, options)(epochMs).replaceAll(/[,،]|(?<!\d)\./g, '')
  const numeric = day('dm', { day: 'numeric', month: 'numeric' })
  const candidates = [
    `${day('wdm', { weekday: 'short', day: 'numeric', month: 'short' })}${comma(language)} ${time}`,
    `${day('w', { weekday: 'short' })} ${numeric} ${time}`,
    `${numeric} ${time}`,
  ]
  return candidates.find((candidate) => candidate.length <= maxChars) ?? numeric
}
const LIST_ROW_TITLE_MAX = 24

const shortTime: typeof formatTime = (language, epochMs, zone, country) =>
  language === 'ar' && saysTwelveHours(language, country)
    ? dateFormat(language, country, zone, 'h12', HOURS_12)(epochMs)
    : formatTime(language, epochMs, zone, country)

/** "Ana, Leo and Mia"; `plain` leaves the "and" out, for pairs such as "Ana 09:00, Leo 09:20". */
export function formatList(
  language: PatientLanguage,
  items: readonly string[],
  kind: 'and' | 'or' | 'plain' = 'and',
): string {
  const isolated = items.map((item) => isolate(language, item))
  if (kind === 'plain') return isolated.join(`${comma(language)} `)
  const type = kind === 'and' ? 'conjunction' : 'disjunction'
  const format = remembered(listFormats, `${language} ${type}`, () => new Intl.ListFormat(localeOf(language), { type }))
  return format.format(isolated)
}

export const formatNumber = (language: PatientLanguage, value: number): string =>
  remembered(numberFormats, language, () => new Intl.NumberFormat(localeOf(language))).format(value)

export const pluralCategory = (language: PatientLanguage, count: number): Intl.LDMLPluralRule =>
  remembered(pluralRules, language, () => new Intl.PluralRules(localeOf(language))).select(count)

const listFormats = new Map<string, Intl.ListFormat>()
const numberFormats = new Map<string, Intl.NumberFormat>()
const pluralRules = new Map<string, Intl.PluralRules>()
const dateFormats = new Map<string, (epochMs: number) => string>()

/** `name` tells the options apart in the cache: making a key out of them would cost more than formatting. */
function dateFormat(
  language: PatientLanguage,
  country: string | undefined,
  zone: string,
  name: string,
  options: Intl.DateTimeFormatOptions,
): (epochMs: number) => string {
  return remembered(dateFormats, `${localeOf(language, country)} ${zone} ${name}`, () => {
    const format = new Intl.DateTimeFormat(localeOf(language, country), { timeZone: zone, ...options })
    return (epochMs) => plain(format.format(epochMs))
  })
}

/** The locale data's narrow and unbreakable spaces and direction marks become plain: they break searching. */
const plain = (text: string): string => text.replaceAll(/[\u202f\u00a0]/g, ' ').replaceAll(/[\u200e\u200f]/g, '')

const comma = (language: PatientLanguage): string => (language === 'ar' ? '،' : ',')
