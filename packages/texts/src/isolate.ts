import type { PatientLanguage } from './languages.ts'
import { direction } from './languages.ts'

/** U+2068 FIRST STRONG ISOLATE and U+2069 POP DIRECTIONAL ISOLATE (Unicode Standard Annex 9, part 2.4). */
const OPEN = '\u2068'
const CLOSE = '\u2069'

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/

/**
 * Keeps a foreign piece (a name, a telephone number, a time) from turning its neighbours around: in Arabic every value,
 * elsewhere only a value with right-to-left letters ("محمد 09:00, Leo 09:20" would show 09:00 on the wrong side). A list
 * whose items are isolated already stays as it is.
 */
export const isolate = (language: PatientLanguage, value: string): string =>
  !value.includes(OPEN) && (direction(language) === 'rtl' || RIGHT_TO_LEFT.test(value))
    ? `${OPEN}${value}${CLOSE}`
    : value

/** The text without isolates: for comparing what was shown with what was meant. */
export const stripIsolates = (value: string): string => value.replaceAll(OPEN, '').replaceAll(CLOSE, '')
