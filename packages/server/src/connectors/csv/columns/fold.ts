import { foldDigits } from '@recado/domain/shared/phone-text'

const LETTERS: Readonly<Record<string, string>> = {
  أ: 'ا', إ: 'ا', آ: 'ا', ى: 'ي', ی: 'ي', ئ: 'ي', ک: 'ك', ة: 'ه', ۀ: 'ه', ؤ: 'و', ı: 'i', ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', '’': "'",
} // prettier-ignore

/** Spelling differences that mean nothing: case, accents, Arabic letter forms, invisible marks, odd spaces. */
export function foldText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase().replace(/  +/g, ' ').trim()
  const lower = foldDigits(text).normalize('NFKC').replace(/İ/g, 'i').toLowerCase()
  const known = lower.replace(/[أإآىیئکةۀؤıłøđßæœ’]/g, (letter) => LETTERS[letter] ?? letter)
  const bare = known.normalize('NFD').replace(/[\u0300-\u036f\u064b-\u0652\u0670\u0640\u0591-\u05c7\p{Cf}]/gu, '')
  return bare.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** The words of a heading or a status: folded, punctuation and joined capitals taken apart ("AptDateTime"). */
export function foldWords(text: string): string[] {
  const apart = text.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
  const numbered = foldText(apart).replace(
    /#|(?<![\p{L}\p{N}])(?:no|nr|num|number|numero|nro|cod|code|codigo)(?![\p{L}\p{N}])\.?[°º]?|(?<![\p{L}\p{N}])n[°º]/gu,
    ' no ',
  )
  return numbered.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '')
}

/** One key for all spellings of a heading: "Appt. ID", "appt_id" and "ApptID" are the same. */
export const foldKey = (text: string): string => foldWords(text).join('')
