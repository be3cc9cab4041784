import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise, squeeze } from './normalise.ts'

describe('a message, as lexicons compare it', () => {
  test.each([
    // what was written, what is compared, why
    ['STOP', 'stop', 'capitals'],
    ['Stop!!!', 'stop', 'punctuation'],
    ['  s t o p  ', 's t o p', 'spaces inside are the writer’s own'],
    ['ＳＴＯＰ', 'stop', 'full width'],
    ['ʀead', 'ʀead', 'letters that only look alike stay'],
    ['arrêt', 'arret', 'composed accent'],
    ['arre\u0302t', 'arret', 'decomposed accent'],
    ['ÑANDÚ', 'nandu', 'tilde and acute'],
    ['Straße', 'strasse', 'sharp s'],
    ['İPTAL ılık', 'iptal ilik', 'Turkish dots'],
    ['cœur', 'coeur', 'ligature'],
    ['st\u200bo\u00adp\ufeff', 'stop', 'invisible characters'],
    ['\u2067إيقاف\u2069', 'ايقاف', 'isolates, hamza below'],
    ['إِيقَافٌ', 'ايقاف', 'harakat'],
    ['إيقـــاف', 'ايقاف', 'tatweel'],
    ['أوقف آخر ٱبدأ', 'اوقف اخر ابدا', 'alef folding'],
    ['على علی', 'علي علي', 'alef maksura and Farsi yeh'],
    ['موافقة موافقه', 'موافقه موافقه', 'ta marbuta'],
    ['کنسل', 'كنسل', 'keheh'],
    ['هاں', 'هاں', 'letters of Urdu that have no twin stay'],
    ['हाँ हां', 'हां हां', 'candrabindu'],
    ['ज़रूर ड़', 'जरूर ड', 'nukta, composed or not'],
    ['रोकें', 'रोकें', 'vowel signs and virama stay'],
    ['रद्द', 'रद्द', 'conjuncts stay'],
    ['stoooop', 'stop', 'long letters'],
    ['ठीककक', 'ठीक', 'long letters in Devanagari'],
    ['abbestellen', 'abbestellen', 'double letters are spelling'],
    ['111', '111', 'digits are never shortened'],
    ['١٢٣', '123', 'Arabic-Indic digits'],
    ['۴۵۶', '456', 'extended Arabic-Indic digits'],
    ['७८९०', '7890', 'Devanagari digits'],
    ['１２', '12', 'full width digits'],
    ['①②', '12', 'circled digits'],
    ['𝟙𝟚', '12', 'mathematical digits'],
    ['2️⃣', '2', 'keycap'],
    ['👍🏽 ok ✅', 'ok', 'emoji'],
    ['don’t don´t don`t d\u0027accord', 'dont dont dont daccord', 'apostrophes vanish'],
    ['opt-out, opt_out', 'opt out opt out', 'hyphens and underscores part words'],
    ['sí,gracias.', 'si gracias', 'punctuation parts words'],
    ['a\tb\nc\u00a0d', 'a b c d', 'any white space'],
    ['', '', 'nothing'],
    ['🙏🙏', '', 'nothing but emoji'],
    ['¿?¡!…', '', 'nothing but punctuation'],
  ])('%j reads %j: %s', (written, compared) => {
    expect(normalise(written)).toBe(compared)
  })

  test('each decimal digit of every script is its value', () => {
    const wrong: string[] = []
    for (let code = 0; code <= 0x1fbff; code++) {
      const digit = String.fromCodePoint(code)
      if (!/\p{Nd}/u.test(digit)) continue
      const read = normalise(digit)
      if (!/^[0-9]$/.test(read)) wrong.push(code.toString(16))
    }
    expect(wrong).toEqual([])
    expect(['०', '๓', '߅', '𑃹'].map(normalise)).toEqual(['0', '3', '5', '9'])
  })

  test('reads the same when it is read twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text))
      }),
    )
  })

  test('holds letters, marks, numbers and single spaces only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(normalise(text)).toMatch(/^$|^[\p{L}\p{M}\p{N}]+(?: [\p{L}\p{M}\p{N}]+)*$/u)
      }),
    )
  })

  test('does not depend on capitals, invisible characters or what surrounds it', () => {
    const noise = fc.constantFrom('\u200b', '\u200f', '\u2068', '\u2069', '\ufe0f', '\u00ad', '\ufeff')
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'ü', 'ñ', '1', '2', ' '), maxLength: 20 }),
        noise,
        (text, invisible) => {
          const noisy = Array.from(text).join(invisible)
          expect(normalise(`!! ${noisy.toUpperCase()} 👍`)).toBe(normalise(text))
        },
      ),
    )
  })
})

describe('squeezing', () => {
  test('writes doubled letters once and leaves digits alone', () => {
    expect(squeeze('stoppp abbestellen 11 22')).toBe('stop abestelen 11 22')
  })

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        expect(squeeze(squeeze(text))).toBe(squeeze(text))
      }),
    )
  })
})
