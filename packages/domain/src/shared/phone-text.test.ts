import { expect, test } from 'vitest'
import { foldDigits, isPlaceholderNumber, isScientific, stripInvisible, unwrapCell } from './phone-text.ts'

test.each([
  ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
  ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
  ['०१२३४५६७८९', '0123456789'],
  ['๐๑๒๓๔๕๖๗๘๙', '0123456789'],
  ['０１２３４５６７８９', '0123456789'],
  ['𝟘𝟙𝟚', '012'],
  ['room 12', 'room 12'],
])('the digits of %s are %s', (text, folded) => expect(foldDigits(text)).toBe(folded))

test('marks that nobody sees are gone, and odd spaces are spaces', () => {
  expect(stripInvisible('\u200f\u202a+55\u00a011\u200b 9\u202c')).toBe('+55 11 9')
  expect(stripInvisible('a\tb\nc')).toBe('a b c')
})

test.each([
  ['="0012"', '0012'],
  ["'0012", '0012'],
  [' 12 ', '12'],
  ['="a"b"', 'a"b'],
])('a spreadsheet keeps text as %s', (cell, text) => expect(unwrapCell(cell)).toBe(text))

test.each([
  ['5,51199E+12', true],
  ['5.51199e12', true],
  ['1E+10', true],
  ['5511', false],
  ['E12', false],
])('%s is rounded: %s', (text, rounded) => expect(isScientific(text)).toBe(rounded))

test.each([
  ['0', true],
  ['00000', true],
  ['1111111111', true],
  ['5511999999999', true],
  ['1234567', true],
  ['123456', false],
  ['0123456789', true],
  ['9876543210', false],
  ['12', false],
  ['5511976540001', false],
])('%s was typed to fill a field: %s', (digits, filler) => expect(isPlaceholderNumber(digits)).toBe(filler))
