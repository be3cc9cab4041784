/** Zero of every decimal digit block in the Basic Multilingual Plane and beyond; filled on first use. */
const digitOf = new Map<string, string>()

const foldDigit = (char: string): string => {
  const known = digitOf.get(char)
  if (known !== undefined) return known
  // Unicode keeps the ten digits of a script together, 0 first; blocks that touch each other are whole tens apart.
  const code = char.codePointAt(0) ?? 0
  let value = 0
  while (/^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value++
  const folded = String(value % 10)
  digitOf.set(char, folded)
  return folded
}

/** Any script's decimal digits as 0-9: Arabic-Indic, Persian, Devanagari, Thai, full-width, ... */
export const foldDigits = (text: string): string =>
  /[^\x00-\x7f]/.test(text) ? text.replace(/[^\P{Nd}0-9]/gu, foldDigit) : text

/** Without direction marks, zero-width characters, soft hyphens and the like; odd spaces become plain ones. */
export const stripInvisible = (text: string): string =>
  /[^\x20-\x7e]/.test(text) ? text.replace(/[\p{Zs}\t\n\r]/gu, ' ').replace(/[\p{Cf}\p{Cc}\u115f\u3164]/gu, '') : text

/** Takes off what spreadsheets wrap around a number to keep it text: ="0123", a leading apostrophe, a trailing ".0". */
export function unwrapCell(text: string): string {
  const trimmed = text.trim()
  const formula = /^="(.*)"$/s.exec(trimmed)
  const inner = formula ? (formula[1] ?? '') : trimmed
  return inner.startsWith("'") ? inner.slice(1).trim() : inner
}

/** 5.51199E+12: a spreadsheet rounded the number and its last digits are gone. */
export const isScientific = (text: string): boolean => /^[+-]?\d+(?:[.,]\d+)?e[+]?\d+$/i.test(text)

/** Typed to get past a required field: one digit repeated, or a run such as 123456789. */
export function isPlaceholderNumber(digits: string): boolean {
  if (digits.length < 5) return digits.length > 0 && repeats(digits, digits.length)
  if (repeats(digits, digits.length) || (digits.length >= 8 && repeats(digits, 7))) return true
  // 9876543210 is not here: in India it is a number like any other.
  return /^0?1234567(?:8(?:90?)?)?$/.test(digits)
}

/** Whether the last `count` digits are one and the same. */
function repeats(digits: string, count: number): boolean {
  const last = digits.charCodeAt(digits.length - 1)
  for (let at = digits.length - count; at < digits.length; at++) if (digits.charCodeAt(at) !== last) return false
  return true
}
