import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { phoneMatchKey, phoneMatchKeys, waIdToE164 } from './phone-match.ts'

describe('the spellings of one phone have one key', () => {
  test.each([
    ['Brazil with and without the ninth digit', '+5531991234567', '+553191234567'],
    ['Mexico with the old 1', '+5215587654321', '+525587654321'],
    ['Argentina with and without the 9', '+5491143210001', '+541143210001'],
  ])('%s', (_name, one, other) => {
    expect(phoneMatchKey(one)).toBe(phoneMatchKey(other))
    expect(phoneMatchKeys(one)).toEqual(phoneMatchKeys(other))
    expect(phoneMatchKeys(one).toSorted()).toEqual([one, other].toSorted())
  })
})

describe('different phones keep different keys', () => {
  test.each([
    ['a Brazilian mobile and the fixed line with the same last digits', '+5531934567890', '+553134567890'],
    ['two mobiles', '+5531991234567', '+5531991234568'],
    ['a Mexican and an American number', '+525587654321', '+15587654321'],
  ])('%s', (_name, one, other) => {
    expect(phoneMatchKey(one)).not.toBe(phoneMatchKey(other))
  })
})

test('numbers of other countries are their own key', () => {
  expect(phoneMatchKeys('+491706543210')).toEqual(['+491706543210'])
})

test('every spelling leads back to the same key', () => {
  const numbers = fc.stringMatching(/^\+(?:55|52|54|1|49)[1-9][0-9]{8,10}$/)
  fc.assert(
    fc.property(numbers, (number) => {
      for (const spelling of phoneMatchKeys(number)) expect(phoneMatchKey(spelling)).toBe(phoneMatchKey(number))
    }),
  )
})

test.each([
  ['5531991234567', '+5531991234567'],
  ['+5531991234567', '+5531991234567'],
  ['0531991234567', undefined],
  ['US.13491208655302741918', undefined],
  ['12345', undefined],
])('the WhatsApp id %s is the number %s', (waId, e164) => {
  expect(waIdToE164(waId)).toBe(e164)
})
