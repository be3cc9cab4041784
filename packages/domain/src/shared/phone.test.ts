import fc from 'fast-check'
import { getCountryCallingCode, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { CountryCode } from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'
import { describe, expect, test } from 'vitest'
import { readPhone } from './phone.ts'
import { isPlaceholderNumber } from './phone-text.ts'

describe('a number as the clinic wrote it becomes the number to write to', () => {
  test.each([
    ['US', '(212) 555-0171', '+12125550171', 'either'],
    ['US', '1-212-555-0171', '+12125550171', 'either'],
    ['US', '2125550171.0', '+12125550171', 'either'],
    ['US', '212-555-0171 (mother)', '+12125550171', 'either'],
    ['US', '+55 11 97654-0001', '+5511976540001', 'mobile'],
    ['DE', '0151/98765432', '+4915198765432', 'mobile'],
    ['DE', '+49 (0) 170 6543210', '+491706543210', 'mobile'],
    ['DE', '030 2345678', '+49302345678', 'fixed'],
    ['IT', '06 1234 5678', '+390612345678', 'fixed'],
    ['IT', '347 7654321', '+393477654321', 'mobile'],
    ['RU', '8 (916) 987-65-43', '+79169876543', 'mobile'],
    ['AE', '٠٥٠٩٨٧٦٥٤٣', '+971509876543', 'mobile'],
    ['AE', '00971509876543', '+971509876543', 'mobile'],
    ['IN', '919876501234', '+919876501234', 'mobile'],
    ['IN', '98765 43210', '+919876543210', 'mobile'],
    ['IN', '९८७६५ ०१२३४', '+919876501234', 'mobile'],
    ['GB', '+44 (0)7700 900123', '+447700900123', 'mobile'],
    ['GB', '０７７００ ９００１２３', '+447700900123', 'mobile'],
    ['AR', '011 15-4321-0001', '+5491143210001', 'mobile'],
    ['AR', '11 4321-0001', '+541143210001', 'either'],
    ['BR', '="011976540001"', '+5511976540001', 'mobile'],
    ['BR', "'021985550002", '+5521985550002', 'mobile'],
    ['BR', '\u202a+55 11 97654\u20110001\u202c', '+5511976540001', 'mobile'],
    ['BR', '0 15 11 97654-0001', '+5511976540001', 'mobile'],
    ['BR', '(11) 3333-4444', '+551133334444', 'fixed'],
    ['IR', '۰۹۳۵۹۸۷۶۵۴۳', '+989359876543', 'mobile'],
    // Dialled 03 + ten digits until 2021; no Colombian number but this one can be meant.
    ['CO', '03000000001', '+573000000001', 'mobile'],
    ['AU', '0049 170 6543210', '+491706543210', 'mobile'],
  ])('%s: %s', (country, text, e164, kind) => {
    expect(readPhone(text, country)).toEqual({ e164, kind })
  })
})

describe('a form that the country gave up is completed by the rule of the change', () => {
  test.each([
    ['BR', '(11) 8765-4321', '+5511987654321'],
    ['BR', '+55 31 9123-4567', '+5531991234567'],
    ['BR', '(11) 7654-0001', '+5511976540001'],
    ['BR', '01176540001', '+5511976540001'],
    ['MX', '+52 1 81 8765 4321', '+528187654321'],
    ['MX', '044 33 8765 4321', '+523387654321'],
    ['MX', '01 55 8765 4321', '+525587654321'],
    ['CL', '8765 0001', '+56987650001'],
    // A patient from abroad: the number says its country itself.
    ['ES', '+52 1 55 1234 5678', '+525512345678'],
    ['US', '+55 11 8765-4321', '+5511987654321'],
  ])('%s: %s', (country, text, e164) => {
    expect(readPhone(text, country)).toMatchObject({ e164, repaired: true })
  })

  test('a Brazilian fixed line of eight digits stays one', () => {
    expect(readPhone('(11) 2345-6789', 'BR')).toEqual({ e164: '+551123456789', kind: 'fixed' })
  })
})

describe('what is no number to write to says why', () => {
  test.each([
    ['US', '', 'empty'],
    ['US', ' - ', 'empty'],
    ['US', 'none', 'empty'],
    ['US', '0000000000', 'placeholder'],
    ['US', '1234567890', 'placeholder'],
    ['US', '(999) 999-9999', 'placeholder'],
    ['US', '(212) 555-5555', 'placeholder'],
    ['BR', '(11) 99999-9999', 'placeholder'],
    ['BR', '5,51199E+12', 'scientific_notation'],
    ['BR', '1.19877E10', 'scientific_notation'],
    ['US', '718-555-0171 x582', 'extension'],
    ['US', '718-555-0171 ext. 9', 'extension'],
    ['BR', '(11) 3333-4444 ramal 12', 'extension'],
    ['US', '1-800-555-0199', 'special'],
    ['US', '555-0171', 'invalid'],
    ['US', '2125550171 3055550172', 'invalid'],
    ['US', 'a1234567@b.example', 'invalid'],
    ['US', '525587654321', 'invalid'],
    ['AU', '00490522433', 'invalid'],
    ['BR', '97654-0001', 'invalid'],
    [undefined, '212 555 0171', 'no_country'],
    ['XX', '212 555 0171', 'no_country'],
    [undefined, '0000000', 'placeholder'],
  ])('%s: %s is refused as %s', (country, text, refused) => {
    expect(readPhone(text, country)).toEqual({ refused })
  })
})

test('with a plus no country is needed', () => {
  expect(readPhone('+971 50 987 6543')).toEqual({ e164: '+971509876543', kind: 'mobile' })
})

const COUNTRIES =
  'US BR MX AR CL CO PE ES PT FR DE IT NL GB TR RU PL GR IL AE SA EG IN PK BD ID MY SG TH VN CN JP KR AU NZ ZA NG KE IR'.split(
    ' ',
  ) as CountryCode[]

const plainNumbers = fc.tuple(fc.constantFrom(...COUNTRIES), fc.stringMatching(/^\+?[0-9]{6,13}$/))

/** The library's own reading, when it takes the number for a real one. */
const libraryReading = (text: string, country?: CountryCode): string | undefined => {
  const parsed = parsePhoneNumberFromString(text, country)
  return parsed?.isValid() ? parsed.number : undefined
}

test('the quick way for plain numbers says what the library says', () => {
  fc.assert(
    fc.property(plainNumbers, ([country, text]) => {
      const read = readPhone(text, country)
      const theirs = libraryReading(text, country)
      fc.pre(read.e164 !== undefined && !('repaired' in read) && theirs !== undefined)
      expect(read.e164).toBe(theirs)
    }),
    { numRuns: 3000 },
  )
})

test('a plain number that the library does not know loses what stands before it and nothing else', () => {
  fc.assert(
    fc.property(plainNumbers, ([country, text]) => {
      const read = readPhone(text, country)
      if (read.e164 === undefined || 'repaired' in read || libraryReading(text, country) !== undefined) return
      expect(libraryReading(read.e164)).toBe(read.e164)
      const { countryCallingCode: code, nationalNumber } = parsePhoneNumberFromString(read.e164) ?? {}
      const digits = text.replace('+', '')
      expect(digits.endsWith(`${nationalNumber}`)).toBe(true)
      // Zeros in front, Brazil's zero with a carrier's two digits, or the calling code with or without its 00.
      const before = digits.slice(0, digits.length - `${nationalNumber}`.length)
      expect(before).toMatch(new RegExp(`^(?:00?|(?:00)?${code}0?|${country === 'BR' ? '0[0-9]{2}' : '0'})$`))
    }),
    { numRuns: 3000 },
  )
})

test('a mobile is read back as it is, written with its plus or as at home', () => {
  const mobiles = fc.tuple(fc.constantFrom(...COUNTRIES), fc.stringMatching(/^[0-9]{3}$/))
  fc.assert(
    fc.property(mobiles, ([country, tail]) => {
      const example = getExampleNumber(country, examples)
      const national = `${example?.nationalNumber.slice(0, -3)}${tail}`
      const code = getCountryCallingCode(country)
      const atHome = parsePhoneNumberFromString(`+${code}${national}`)?.formatNational() ?? ''
      // Malaysia's 012-345 6789 is a number and, written at home, what people type to fill a field.
      fc.pre(!isPlaceholderNumber(atHome.replace(/\D/g, '')))
      const read = readPhone(`+${code} ${national}`, country)
      fc.pre(read.e164 !== undefined && !('repaired' in read))
      expect(read.e164).toBe(`+${code}${national}`)
      expect(readPhone(`+${code}${national}`)).toEqual(read)
      expect(readPhone(atHome, country)).toEqual(read)
    }),
    { numRuns: 500 },
  )
})
