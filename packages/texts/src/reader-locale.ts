import type { PatientLanguage } from './languages.ts'

/** The country whose way of writing dates counts while the reader's own is not known. */
const HOME: Readonly<Record<PatientLanguage, string>> = {
  en: 'GB', es: 'ES', 'pt-BR': 'BR', hi: 'IN', ar: 'EG', id: 'ID', fr: 'FR', de: 'DE',
} // prettier-ignore

/** Readers who write 24 hours although the locale data says otherwise. */
const TWENTY_FOUR_HOURS: ReadonlySet<string> = new Set(['es-AR', 'es-BO', 'es-PY', 'ar-DZ'])

/**
 * The locale for Intl: European digits and the Gregorian calendar always; the country only where the locale data know
 * the pair (English in Brazil is written the international way, not the American one). Anything that is not two letters
 * is what a file happened to hold, and is ignored.
 */
export const localeOf = (language: PatientLanguage, country?: string): string =>
  remembered(locales, `${language} ${country ?? ''}`, () => {
    const tag = language.slice(0, 2)
    const wanted = country !== undefined && /^[A-Za-z]{2}$/.test(country) ? `${tag}-${country.toUpperCase()}` : tag
    const known = new Intl.DateTimeFormat(wanted).resolvedOptions().locale
    return `${known === wanted && wanted !== tag ? wanted : `${tag}-${HOME[language]}`}-u-ca-gregory-nu-latn`
  })

/** Whether hours are said in twelves ("1:30 pm") by this reader. */
export const saysTwelveHours = (language: PatientLanguage, country?: string): boolean =>
  remembered(twelveHours, localeOf(language, country), (locale) => {
    const { hourCycle } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions()
    return hourCycle === 'h12' && !TWENTY_FOUR_HOURS.has(locale.slice(0, 5))
  })

const locales = new Map<string, string>()
const twelveHours = new Map<string, boolean>()

/** Intl objects cost tens of microseconds to make and every text asks for some: each is made once. */
export function remembered<T>(made: Map<string, T>, key: string, make: (key: string) => T): T {
  const known = made.get(key)
  if (known !== undefined) return known
  const fresh = make(key)
  made.set(key, fresh)
  return fresh
}
