import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { mobilePlan } from './phone-plan.ts'
import { dropTrunk, isDramaNumber, repairDigits, repairInternational } from './phone-repairs.ts'
import { foldDigits, isPlaceholderNumber, isScientific, stripInvisible, unwrapCell } from './phone-text.ts'

/** `either`: the country's numbers do not tell mobiles from fixed lines (US, Mexico, Argentina without its 9). */
export type PhoneKind = 'mobile' | 'either' | 'fixed'

/** Why a text is no number to write to. `special`: toll-free, premium and the like. */
export type PhoneRefusal =
  'empty' | 'placeholder' | 'scientific_notation' | 'extension' | 'special' | 'no_country' | 'invalid'

export type PhoneReading =
  | { readonly e164: string; readonly kind: PhoneKind; readonly repaired?: boolean }
  | { readonly e164?: never; readonly refused: PhoneRefusal }

/**
 * Reads one phone number as a person or a spreadsheet wrote it.
 * @param country ISO 3166-1 alpha-2, by which national numbers are read; without it only +... is understood.
 */
export function readPhone(text: string, country?: string): PhoneReading {
  const cleaned = cleanPhoneText(text)
  const digits = cleaned.replace(/\D/g, '')
  if (PLAIN.test(cleaned)) return readPlain(cleaned, digits, country) ?? readWithLibrary(cleaned, digits, country)
  if (isScientific(cleaned)) return { refused: 'scientific_notation' }
  if (digits === '') return { refused: 'empty' }
  if (cleaned.includes('@')) return { refused: 'invalid' }
  if (EXTENSION.test(cleaned)) return { refused: 'extension' }
  return readWithLibrary(cleaned, digits, country)
}

/** Digits and what people put between them. */
const PLAIN = /^\+?[\d\s().-]*\d[\d\s().-]*$/

/** Folded digits, no invisible characters, no spreadsheet wrapper, no ".0" of a number column. */
export const cleanPhoneText = (text: string): string =>
  // Most cells are digits and brackets already.
  /^[+(\d][\d\s().-]*\d$/.test(text) && !text.endsWith('.0') ? text : unwrap(text)

const unwrap = (text: string): string =>
  unwrapCell(stripInvisible(foldDigits(text)))
    .replace(/^(\d{5,})\.0+$/, '$1')
    .replace(/^[＋﹢]/, '+')

/** A desk behind a switchboard; the library knows the English words alone. */
const EXTENSION =
  /\d\s*[,;]?\s*(?:ramal|anexo|interno|int\.|poste|доб\.?|durchwahl|dw|dahili|内線|分机|分機|내선)\.?:?\s*\d{1,5}$/i

/** The common case, a mobile with nothing around it, by the library's own pattern for it. */
function readPlain(cleaned: string, digits: string, country: string | undefined): PhoneReading | undefined {
  const plan = country === undefined ? undefined : mobilePlan(country)
  if (!plan || isPlaceholderNumber(digits)) return undefined
  const whole = cleaned.startsWith('+') ? afterCallingCode(digits, plan.callingCode) : digits
  if (whole === undefined) return undefined
  const national = plan.mobile.test(whole) ? whole : withoutTrunk(whole, plan.trunk)
  if (national === undefined || !plan.mobile.test(national)) return undefined
  if (repairDigits(country ?? '', `${plan.callingCode}${national}`) !== undefined) return undefined
  return { e164: `+${plan.callingCode}${national}`, kind: plan.fixed.test(national) ? 'either' : 'mobile' }
}

const afterCallingCode = (digits: string, callingCode: string): string | undefined =>
  digits.startsWith(callingCode) ? digits.slice(callingCode.length) : undefined

const withoutTrunk = (digits: string, trunk: string): string | undefined =>
  trunk !== '' && digits.startsWith(trunk) ? digits.slice(trunk.length) : undefined

function readWithLibrary(cleaned: string, digits: string, country: string | undefined): PhoneReading {
  const international = cleaned.startsWith('+')
  if (!international && (country === undefined || !isSupportedCountry(country))) {
    return { refused: isPlaceholderNumber(digits) ? 'placeholder' : 'no_country' }
  }
  for (const attempt of attempts(cleaned, digits, international, country)) {
    const read = parse(attempt.text, country)
    if (read) return read.e164 !== undefined && attempt.repaired ? { ...read, repaired: true } : read
  }
  return { refused: isPlaceholderNumber(digits) ? 'placeholder' : 'invalid' }
}

type Attempt = { readonly text: string; readonly repaired: boolean }

/** Spellings to try in turn. The country's repairs come first: what it gave up can still look like something else. */
function* attempts(cleaned: string, digits: string, international: boolean, country?: string): Generator<Attempt> {
  if (isPlaceholderNumber(digits)) return
  const plan = country === undefined ? undefined : mobilePlan(country)
  const bare =
    !plan || country === undefined || /[a-z]{2}/i.test(cleaned)
      ? []
      : bareDigits(digits, international, plan.callingCode, country)
  for (const candidate of bare) {
    const repaired = repairDigits(country ?? '', candidate)
    if (repaired !== undefined) yield { text: `+${repaired}`, repaired: true }
  }
  const abroad = international && bare.length === 0 ? repairInternational(digits) : undefined
  if (abroad !== undefined) yield { text: `+${abroad}`, repaired: true }
  yield { text: cleaned, repaired: false }
  for (const candidate of bare) yield { text: `+${candidate}`, repaired: false }
}

/** Digits that begin with the country's calling code, however the number was written. */
function bareDigits(digits: string, international: boolean, callingCode: string, country: string): string[] {
  if (international) return digits.startsWith(callingCode) ? [digits] : []
  const bare = [`${callingCode}${dropTrunk(country, digits)}`]
  // The country's own calling code without a plus, or 00 in front where another prefix is official. Nothing else: a digit
  // too many must not turn a local number into somebody's abroad.
  if (digits.startsWith(callingCode)) bare.push(digits)
  if (digits.startsWith('00') && !isZeroTooMany(digits, country)) bare.push(digits.slice(2))
  return bare
}

/** 00490522433 in Australia: a number in Germany, or an Australian one with a zero too many. */
const isZeroTooMany = (digits: string, country: string): boolean => parse(digits.slice(1), country) !== undefined

function parse(text: string, country: string | undefined): PhoneReading | undefined {
  const defaultCountry = country !== undefined && isSupportedCountry(country) ? country : undefined
  const parsed = parsePhoneNumberFromString(text, defaultCountry ? { defaultCountry, extract: true } : {})
  if (!parsed) return undefined
  if (isDramaNumber(parsed.number)) return { e164: parsed.number, kind: 'mobile' }
  if (!parsed.isValid()) return undefined
  if (parsed.ext !== undefined && parsed.ext !== '') return { refused: 'extension' }
  const kind = kindOf(parsed.getType(), parsed.number)
  return kind ? { e164: parsed.number, kind } : { refused: 'special' }
}

function kindOf(type: string | undefined, e164: string): PhoneKind | undefined {
  if (type === 'MOBILE') return 'mobile'
  if (type === 'FIXED_LINE_OR_MOBILE' || type === 'PERSONAL_NUMBER' || type === 'VOIP') return 'either'
  // Argentine books leave out the 9 of mobiles: without it they look like fixed lines.
  if (type === 'FIXED_LINE') return e164.startsWith('+54') ? 'either' : 'fixed'
  return undefined
}
