import { expect, test } from 'vitest'
import { hoursOf, rowsOf } from './week.ts'

test('days off stay empty and come back as no hours', () => {
  const rows = rowsOf([{ siteId: 's', weekday: 2, start: '08:00', end: '12:00' }])
  expect(rows).toHaveLength(7)
  expect(hoursOf(rows, 's')).toEqual([{ siteId: 's', weekday: 2, start: '08:00', end: '12:00' }])
})

test('a day that ends before it starts, or has no end, can not be saved', () => {
  expect(hoursOf([{ weekday: 1, start: '12:00', end: '08:00' }], 's')).toBeUndefined()
  expect(hoursOf([{ weekday: 1, start: '12:00', end: '' }], 's')).toBeUndefined()
})
