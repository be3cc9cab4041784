/**
 * One message as lexicons compare it: what was meant by the fingers, without what the keyboard added. Compatibility forms
 * (full width, circled digits, keycaps), capitals, accents, harakat and tatweel, the Arabic spellings that writers mix,
 * the Hindi nukta and candrabindu, digits of any script, punctuation, emoji, invisible characters and spaces. Lexicon
 * entries go through the same function, so that both sides agree.
 */
export function normalise(text: string): string {
  const lettered = foldLetters(text.replaceAll(UNSEEN, '').normalize('NFKD').toLowerCase())
  return shortenRuns(asciiDigits(lettered).normalize('NFC')).replaceAll(NEITHER_LETTER_NOR_DIGIT, ' ').trim()
}

/**
 * What nobody sees (joiners, direction marks, isolates, soft hyphens, variation selectors), the circle of a keycap, and
 * apostrophes, which writers put in and leave out: "don't" and "dont" are one word.
 */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Me}'’‘‛ʼʹ´`]/gu

const NEITHER_LETTER_NOR_DIGIT = /[^\p{L}\p{M}\p{N}]+/gu

/**
 * After decomposition. Marks are dropped only where they are decoration (Latin accents, harakat, nukta); in Devanagari the
 * vowels are marks too and stay.
 */
function foldLetters(text: string): string {
  return text
    .replaceAll(/[\u0300-\u036f\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u093c]/gu, '')
    .replaceAll(FOLDED, (letter) => FOLDS[letter] ?? letter)
}

const FOLDS: Readonly<Record<string, string>> = {
  // Alef wasla, alef maksura and Farsi yeh, ta marbuta and Urdu heh, keheh: typed by keyboard, not by meaning.
  'ٱ': 'ا', 'ى': 'ي', 'ی': 'ي', 'ې': 'ي', 'ے': 'ي', 'ة': 'ه', 'ہ': 'ه', 'ھ': 'ه', 'ە': 'ه', 'ک': 'ك', 'ڪ': 'ك',
  'ँ': 'ं', 'ß': 'ss', 'ı': 'i', 'ł': 'l', 'ø': 'o', 'œ': 'oe', 'æ': 'ae', 'đ': 'd',
} // prettier-ignore
const FOLDED = new RegExp(`[${Object.keys(FOLDS).join('')}]`, 'gu')

const DIGIT = /\p{Nd}/u
const OTHER_DIGITS = /(?![0-9])\p{Nd}/gu

/** Decimal digits of a script lie in runs of ten that begin with zero (Unicode Standard, chapter 4.6). */
function asciiDigits(text: string): string {
  return text.replaceAll(OTHER_DIGITS, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    let first = code
    while (DIGIT.test(String.fromCodePoint(first - 1))) first -= 1
    return String((code - first) % 10)
  })
}

/** "stoooop" is stop: a letter three times or more is one. Twice may be spelling, and digits are never shortened. */
const shortenRuns = (text: string): string => text.replaceAll(/(\p{L})\1{2,}/gu, '$1')

/** Every doubled letter once: compared on both sides it forgives "stopp", "cancell" and "siii". */
export const squeeze = (normalised: string): string => normalised.replaceAll(/(\p{L})\1+/gu, '$1')
