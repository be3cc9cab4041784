import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SharedStrings } from './shared-strings.ts'

function filled(texts: Iterable<string>): SharedStrings {
  const strings = new SharedStrings()
  for (const text of texts) strings.add(text)
  return strings
}

test('texts come back as they were, in any order and as often as asked', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.array(fc.nat()), (texts, asked) => {
      const strings = filled(texts)
      for (const id of asked) expect(strings.at(id)).toBe(texts[id])
    }),
  )
})

test('texts of many blocks come back, long and empty ones alike', () => {
  const textOf = (id: number) => (id % 5 === 0 ? '' : `${id}é`.repeat(id % 7 === 0 ? 5000 : 40))
  const strings = filled(Array.from({ length: 6000 }, (_, id) => textOf(id)))
  for (let id = 0; id < 6000; id++) expect(strings.at(id)).toBe(textOf(id))
})

test.each([-1, 0.5, 2, Number.NaN, Infinity])('nothing is at %d', (id) => {
  expect(filled(['a', 'b']).at(id)).toBeUndefined()
})

test('more texts than memory should hold are refused in words that help', () => {
  const strings = new SharedStrings()
  const long = 'x'.repeat(32_000)
  expect(() => {
    for (let count = 0; count < 3000; count++) strings.add(long)
  }).toThrow(/too large to read: save it as CSV/)
})
