/** Languages in which patients are addressed (BCP 47). The console speaks a part of them. */
export const LANGUAGES = ['en', 'es', 'pt-BR', 'hi', 'ar', 'id', 'fr', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

const byPrimary = new Map<string, Language>(LANGUAGES.map((tag) => [tag.split('-')[0] ?? tag, tag]))

/** The nearest language that we speak for a BCP 47 tag or an ISO 639-1 code; undefined when there is none. */
export function nearestLanguage(tag: string): Language | undefined {
  const exact = LANGUAGES.find((language) => language.toLowerCase() === tag.toLowerCase())
  return exact ?? byPrimary.get(tag.toLowerCase().split(/[-_]/)[0] ?? '')
}

export const isRightToLeft = (language: Language): boolean => language === 'ar'
