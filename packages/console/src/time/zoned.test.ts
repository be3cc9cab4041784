import { expect, test } from 'vitest'
import { addDays, instantOf, isoWeekday, localOf, minuteOf, mondayOf } from './zoned.ts'

test.each([
  ['2026-11-24T11:40:00.000Z', 'America/Sao_Paulo', '2026-11-24T08:40'],
  ['2026-11-24T20:00:00.000Z', 'Asia/Kolkata', '2026-11-25T01:30'],
  ['2026-07-01T22:30:00.000Z', 'Europe/Madrid', '2026-07-02T00:30'],
])('%s in %s reads %s on the wall and back', (instant, zone, local) => {
  expect(localOf(instant, zone)).toBe(local)
  expect(instantOf(local, zone)).toBe(instant)
})

test('a wall time that Madrid skips in spring is read an hour later', () => {
  expect(localOf(instantOf('2027-03-28T02:30', 'Europe/Madrid'), 'Europe/Madrid')).toBe('2027-03-28T03:30')
})

test('a wall time that Madrid has twice in autumn is the first of the two', () => {
  expect(instantOf('2026-10-25T02:30', 'Europe/Madrid')).toBe('2026-10-25T00:30:00.000Z')
})

test('weeks begin on Monday and days roll over months', () => {
  expect(addDays('2026-11-30', 1)).toBe('2026-12-01')
  expect(isoWeekday('2026-11-22')).toBe(7)
  expect(mondayOf('2026-11-22')).toBe('2026-11-16')
  expect(minuteOf('2026-11-22T09:20')).toBe(560)
})
