/**
 * The same phone under the spellings that WhatsApp and clinics' books use for it. A number is never rewritten by this:
 * we keep what WhatsApp gave and what the book says, and compare them by key.
 *
 * Brazil: ids of accounts in area codes from 31 up often lack the ninth digit of mobiles (8 digits starting 6-9).
 * Mexico: ids may carry the 1 that mobiles had after +52 until 2019. Argentina: ids carry a 9 after +54, books often do not.
 */
type Folding = { readonly long: RegExp; readonly toKey: string; readonly short: RegExp; readonly toLong: string }

const FOLDINGS: readonly Folding[] = [
  { long: /^\+55(\d\d)9([6-9]\d{7})$/, toKey: '+55$1$2', short: /^\+55(\d\d)([6-9]\d{7})$/, toLong: '+55$19$2' },
  { long: /^\+521(\d{10})$/, toKey: '+52$1', short: /^\+52(\d{10})$/, toLong: '+521$1' },
  { long: /^\+549(\d{10})$/, toKey: '+54$1', short: /^\+54(\d{10})$/, toLong: '+549$1' },
]

/** One key for all spellings of a number: two numbers are the same phone when their keys are equal. */
export function phoneMatchKey(e164: string): string {
  const folding = FOLDINGS.find(({ long }) => long.test(e164))
  return folding ? e164.replace(folding.long, folding.toKey) : e164
}

/** Every spelling of the number, the key first; for looking up a column that holds numbers as they came. */
export function phoneMatchKeys(e164: string): readonly string[] {
  const key = phoneMatchKey(e164)
  const folding = FOLDINGS.find(({ short }) => short.test(key))
  return folding ? [key, key.replace(folding.short, folding.toLong)] : [key]
}

/** A WhatsApp id (digits alone) or a number typed with a plus, as E.164; undefined when it is neither. */
export function waIdToE164(waId: string): string | undefined {
  const digits = waId.replace(/^\+/, '')
  return /^[1-9]\d{5,14}$/.test(digits) ? `+${digits}` : undefined
}
