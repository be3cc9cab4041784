/** Languages in which patients are addressed (BCP 47); the same list as the domain's, which a test in `test/` compares. */
export const PATIENT_LANGUAGES = ['en', 'es', 'pt-BR', 'hi', 'ar', 'id', 'fr', 'de'] as const
export type PatientLanguage = (typeof PATIENT_LANGUAGES)[number]

/** Languages of the staff's console. */
export const CONSOLE_LANGUAGES = ['en', 'es', 'pt-BR', 'ar'] as const
export type ConsoleLanguage = (typeof CONSOLE_LANGUAGES)[number]

/** Each language by its own name, for a menu that its readers can find it in. */
export const LANGUAGE_NAMES: Readonly<Record<PatientLanguage, string>> = {
  en: 'English',
  es: 'Español',
  'pt-BR': 'Português (Brasil)',
  hi: 'हिन्दी',
  ar: 'العربية',
  id: 'Bahasa Indonesia',
  fr: 'Français',
  de: 'Deutsch',
}

/** Which way the language is written: the `dir` of a page or a bubble. */
export const direction = (language: PatientLanguage): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')
