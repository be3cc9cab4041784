import type { ConsoleLanguage } from '@recado/texts/languages'

/**
 * Dates and times for staff. Times are 24 h in every language, so that a column of them lines up; digits are European, as on
 * the clinic's wall and keypad; the calendar is Gregorian.
 */
const LOCALES: Readonly<Record<ConsoleLanguage, string>> = {
  en: 'en-GB',
  es: 'es-ES',
  'pt-BR': 'pt-BR',
  ar: 'ar-EG',
}

export type Formats = ReturnType<typeof makeFormats>

export function makeFormats(language: ConsoleLanguage) {
  const locale = `${LOCALES[language]}-u-ca-gregory-nu-latn`
  const formats = new Map<string, Intl.DateTimeFormat>()
  const format = (ms: number, options: Intl.DateTimeFormatOptions): string => {
    const key = JSON.stringify(options)
    const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options)
    formats.set(key, known)
    return known.format(ms)
  }
  const day = (date: string): number => Date.parse(`${date.slice(0, 10)}T00:00:00Z`)
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
  const languages = new Intl.DisplayNames([locale], { type: 'language' })
  const regions = new Intl.DisplayNames([locale], { type: 'region' })
  return {
    number: (value: number): string => new Intl.NumberFormat(locale).format(value),
    /** Tue 24 Nov */
    date: (date: string): string =>
      format(day(date), { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }),
    /** Tuesday 24 November 2026 */
    longDate: (date: string): string =>
      format(day(date), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
    weekday: (date: string): string => format(day(date), { weekday: 'short', timeZone: 'UTC' }),
    longWeekday: (date: string): string => format(day(date), { weekday: 'long', timeZone: 'UTC' }),
    dayOfMonth: (date: string): string => format(day(date), { day: 'numeric', timeZone: 'UTC' }),
    /** 24 Nov – 30 Nov 2026 */
    range: (from: string, to: string): string =>
      new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).formatRange(
        day(from),
        day(to),
      ),
    /** 09:20 of an instant in a zone */
    time: (instant: string | number, zone: string): string =>
      format(new Date(instant).getTime(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }),
    /** Tue 24 Nov, 09:20 */
    dateTime: (instant: string | number, zone: string): string =>
      format(new Date(instant).getTime(), {
        weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone,
      }), // prettier-ignore
    /** Tue 24 Nov, 09:20 of a wall time */
    localDateTime: (local: string): string =>
      format(Date.parse(`${local.slice(0, 16)}:00Z`), {
        weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC',
      }), // prettier-ignore
    /** 2 hr ago, in 5 min */
    relative: (ms: number): string => {
      const [value, unit] = inUnit(ms)
      return relative.format(value, unit)
    },
    /** one, two and three */
    list: (items: readonly string[]): string => new Intl.ListFormat(locale).format(items),
    /** 3 h, 25 min: how long, not when */
    span: (ms: number): string => {
      const [value, unit] = inUnit(Math.max(0, ms))
      return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value)
    },
    /** Brazil, from BR; anything that is no code stays as it is. */
    region: (code: string): string => (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code),
    language: (tag: string): string => languages.of(tag) ?? tag,
    /** São Paulo, from America/Sao_Paulo */
    zone: (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' '),
  }
}

function inUnit(ms: number): [number, 'minute' | 'hour' | 'day'] {
  const minutes = Math.round(ms / 60_000)
  if (Math.abs(minutes) < 60) return [minutes, 'minute']
  const hours = Math.round(minutes / 60)
  return Math.abs(hours) < 48 ? [hours, 'hour'] : [Math.round(hours / 24), 'day']
}
