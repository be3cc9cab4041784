import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { csvCell, writeCsv } from './write-csv.ts'

test.each([
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['@SUM(1)', "'@SUM(1)"],
  ['-Ana', "'-Ana"],
  ['+cmd|x', "'+cmd|x"],
  ['\tx', "'\tx"],
  ['-12.5', '-12.5'],
  ['+551199', '+551199'],
  ['Ana, "Luz"', '"Ana, ""Luz"""'],
  ['two\nlines', '"two\nlines"'],
  [null, ''],
  [7, '7'],
])('a spreadsheet shows %s as text and runs nothing', (value, cell) => expect(csvCell(value)).toBe(cell))

test('a written file begins with the mark by which spreadsheets know UTF-8', () => {
  expect(writeCsv(['id', 'name'], [['1', 'Zoë']])).toBe('\ufeffid,name\r\n1,Zoë\r\n')
})

test('no written cell begins a formula, and every cell can be read back', () => {
  const cell = fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '\t', 'a', '1', '"', ',', '\n'),
    minLength: 1,
    maxLength: 8,
  })
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), (cells) => {
      const [read = []] = parse(writeCsv(cells, []), { bom: true, trim: false, relax_column_count: true }) as string[][]
      read.forEach((text, at) => {
        expect([cells[at], `'${cells[at]}`]).toContain(text)
        expect(/^[=@\t]|^[+-](?!\d+(?:\.\d+)?$)/.test(text)).toBe(false)
      })
    }),
  )
})
