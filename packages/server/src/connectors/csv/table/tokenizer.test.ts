import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Tokenizer } from './tokenizer.ts'
import type { RawRow } from './tokenizer.ts'

/** The text in pieces of `size` characters, as a file arrives. */
function tokenize(text: string, delimiter = ',', size = text.length || 1): RawRow[] {
  const tokenizer = new Tokenizer(delimiter)
  const rows: RawRow[] = []
  for (let at = 0; at < text.length; at += size) rows.push(...tokenizer.push(text.slice(at, at + size)))
  return [...rows, ...tokenizer.end()]
}

const cells = (text: string, delimiter?: string) => tokenize(text, delimiter).map((row) => row.cells)

describe('records of a file', () => {
  test.each([
    [
      'plain cells',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a last line without its end',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'line ends of Windows and of old Macs',
      'a,b\r\n1,2\r3,4',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['quotes with a delimiter, a line end and a doubled quote', '"a,""b""\nc",d', [['a,"b"\nc', 'd']]],
    ['a quote in the middle of a bare cell', '5" pipe,b', [['5" pipe', 'b']]],
    ['spaces around a quoted cell', 'a, "b, c" ,d', [['a', 'b, c', 'd']]],
    ['a quote that nobody doubled', '"say "hi" now",b', [['say "hi" now', 'b']]],
    [
      'empty cells',
      ',,\n"",x',
      [
        ['', '', ''],
        ['', 'x'],
      ],
    ],
  ] as const)('%s', (_name, text, expected) => {
    expect(cells(text)).toEqual(expected)
  })

  test('know the line on which they begin', () => {
    expect(tokenize('a\n"b\nb"\nc\n').map(({ line }) => line)).toEqual([1, 2, 4])
  })
})

test('a quote that is never closed costs its own row and no other', () => {
  const rows = tokenize('a,b\n"1,2\n3,4\n5,6\n')
  expect(rows.map((row) => row.cells)).toEqual([
    ['a', 'b'],
    ['"1', '2'],
    ['3', '4'],
    ['5', '6'],
  ])
  expect(rows.map(({ broken }) => broken ?? false)).toEqual([false, true, false, false])
})

test('a stray quote in a long file is given up before the file is swallowed', () => {
  const rows = tokenize(`"oops,x\n${'1,2\n'.repeat(40_000)}`, ',', 4096)
  expect(rows).toHaveLength(40_001)
  expect(rows[0]?.broken).toBe(true)
})

const cell = fc
  .string({ unit: fc.constantFrom('a', 'é', '1', ' x', '"', ',', ';', '\n', '\t', '語'), maxLength: 6 })
  .filter((text) => text.trim() === text)
const tables = fc.record({
  rows: fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  size: fc.integer({ min: 1, max: 40 }),
})

test('well-formed files are split as csv-parse splits them, in whatever pieces they arrive', () => {
  fc.assert(
    fc.property(tables, ({ rows, delimiter, size }) => {
      const text = rows
        .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter))
        .join('\r\n')
      const theirs: string[][] = parse(text, { delimiter, relax_column_count: true })
      expect(tokenize(text, delimiter, size).map((row) => row.cells)).toEqual(theirs)
    }),
  )
})

test('the pieces in which a file arrives change nothing, however odd its quotes', () => {
  const odd = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' '), maxLength: 60 })
  fc.assert(
    fc.property(odd, fc.integer({ min: 1, max: 9 }), (text, size) => {
      expect(tokenize(text, ',', size)).toEqual(tokenize(text))
    }),
    { numRuns: 500 },
  )
})

describe('what no table has costs its row and nothing else', () => {
  const book = (middle: string): string => `id,name\n1,Ana\n2,${middle}\n3,Bob\n`
  test.each([
    ['a cell larger than a spreadsheet can hold', book('A'.repeat(40_000))],
    ['a zero byte', book('B\0b')],
    ['a line of five million characters', book('A'.repeat(5_000_000))],
  ])('%s', (_name, text) => {
    for (const size of [text.length, 16_384]) {
      const rows = tokenize(text, ',', size)
      expect(rows.map(({ line, broken }) => [line, broken ?? false])).toEqual([
        [1, false],
        [2, false],
        [3, true],
        [4, false],
      ])
      expect(rows[3]?.cells).toEqual(['3', 'Bob'])
    }
  })
})
