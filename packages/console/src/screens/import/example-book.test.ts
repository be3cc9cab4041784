import { expect, test } from 'vitest'
import { exampleBook } from './example-book.ts'

test('the example speaks of the coming days, each row as long as the headings', () => {
  const rows = exampleBook(Date.parse('2026-12-30T22:00:00Z')).trimEnd().split('\r\n')
  expect(rows.map((row) => row.split(',').length)).toEqual([11, 11, 11, 11, 11])
  expect(rows.slice(1).map((row) => row.split(',')[5])).toEqual([
    '2027-01-02',
    '2027-01-02',
    '2027-01-03',
    '2027-01-04',
  ])
})
