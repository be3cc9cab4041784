import { describe, expect, test } from 'vitest'
import { hour24 } from './lex-time.ts'
import { cleanMoment, lexMoment, lexTimeCell } from './lex-moment.ts'

const two = (value: number): string => String(value).padStart(2, '0')

function clockOf(text: string): string | undefined {
  const moment = lexTimeCell(cleanMoment(text))
  if (!moment?.time) return undefined
  const start = `${two(hour24(moment.time))}:${two(moment.time.minute)}`
  return moment.endTime ? `${start}-${two(hour24(moment.endTime))}:${two(moment.endTime.minute)}` : start
}

describe('a time of day, however it is written', () => {
  test.each([
    ['9:30', '09:30'], ['09:30:00', '09:30'], ['9.30', '09:30'], ['9h30', '09:30'], ['14h', '14:00'], ['0930', '09:30'], ['930', '09:30'],
    ['9 AM', '09:00'], ['12:30 AM', '00:30'], ['12:30 PM', '12:30'], ['2:05 p. m.', '14:05'], ['2:05p', '14:05'], ['14:05 PM', '14:05'],
    ['12 noon', '12:00'], ['09:30 ص', '09:30'], ['02:05 م', '14:05'], ['上午9:30', '09:30'], ['下午2點30分', '14:30'], ['午後2時半', '14:30'],
    ['午後0時05分', '12:05'], ['오후 2:05', '14:05'], ['9:30 π.μ.', '09:30'], ['2:05 ÖS', '14:05'], ['14.30 Uhr', '14:30'], ['08:00 hrs.', '08:00'],
    ['09.30 น.', '09:30'], ['ساعت ۹:۳۰', '09:30'], ['14 ч. 30 мин.', '14:30'], ['0.395833', '09:30'], ['0,5', undefined], ['12/30/1899 9:30:00 AM', '09:30'],
    ['9:30-10:00 AM', '09:30-10:00'], ['11:30 - 12:30 PM', '11:30-12:30'], ['1:30 to 2 PM', '13:30-14:00'], ['09h30 às 10h00', '09:30-10:00'],
    ['24:00', undefined], ['9:60', undefined], ['14:05 AM', undefined], ['soon', undefined], ['9:5', undefined],
  ] as const)('%s is %s', (text, clock) => expect(clockOf(text)).toBe(clock)) // prettier-ignore
})

describe('a date, before anybody knows which number is the day', () => {
  test.each([
    ['14/09/2026', { kind: 'yearLast', a: 14, b: 9, c: 2026 }],
    ['2026-9-4', { kind: 'yearFirst', a: 2026, b: 9, c: 4 }],
    ['14.09.26', { kind: 'short', a: 14, b: 9, c: 26 }],
    ['2026年9月14日(月)', { kind: 'yearFirst', a: 2026, b: 9, c: 14 }],
    ['2026. 9. 14.', { kind: 'yearFirst', a: 2026, b: 9, c: 14 }],
    ['۱۴۰۵/۰۶/۲۳', { kind: 'yearFirst', a: 1405, b: 6, c: 23 }],
    ['115/09/14', { kind: 'yearFirst', a: 115, b: 9, c: 14 }],
    ['令和8年9月14日', { kind: 'era', year: 2026, month: 9, day: 14 }],
    ['令和元年5月1日', { kind: 'era', year: 2019, month: 5, day: 1 }],
    ['R8.9.14', { kind: 'era', year: 2026, month: 9, day: 14 }],
    ['民國115年9月14日', { kind: 'era', year: 2026, month: 9, day: 14 }],
    ['14 tháng 9 năm 2026', { kind: 'era', year: 2026, month: 9, day: 14 }],
    ['20260914', { kind: 'compact', digits: '20260914' }],
    ['46279', { kind: 'serial', days: 46_279 }],
    ['14-Sep-26', { kind: 'named', word: 'sep', day: 14, year: 26 }],
    ['Mon, Sep 14th, 2026', { kind: 'named', word: 'sep', day: 14, year: 2026 }],
    ['Mar 9, 2027', { kind: 'named', word: 'mar', day: 9, year: 2027 }],
    ['mar 9 mars 2027', { kind: 'named', word: 'mars', day: 9, year: 2027 }],
    ['14 de septiembre de 2026', { kind: 'named', word: 'septiembre', day: 14, year: 2026 }],
    ['14 сент. 2026 г.', { kind: 'named', word: 'сент', day: 14, year: 2026 }],
    ['14 ก.ย. 2569', { kind: 'named', word: 'กย', day: 14, year: 2569 }],
  ])('%s', (text, date) => expect(lexMoment(cleanMoment(text))?.date).toMatchObject(date))

  test.each(['next week', '14/09', '14-09/2026', '1234567', 'Dr. 12', '2026', ''])('%s is none', (text) => {
    expect(lexMoment(cleanMoment(text))).toBeUndefined()
  })
})

describe('a date with its time and zone', () => {
  test.each([
    ['2026-09-14T09:30:00.000-03:00', '09:30', { offsetMin: -180 }],
    ['2026-09-14T09:30Z', '09:30', { offsetMin: 0 }],
    ['2026-09-14 09:30 -04:00', '09:30', { offsetMin: -240 }],
    ['Mon, 14 Sep 2026 09:30:00 +0530', '09:30', { offsetMin: 330 }],
    ['Mon Sep 14 2026 09:30:00 GMT-0400 (Eastern Daylight Time)', '09:30', { offsetMin: -240 }],
    ['2026-09-14 09:30 EDT', '09:30', { abbreviation: 'EDT' }],
    ['20260914093000', '09:30', {}],
    ['1789371000', '07:30', { offsetMin: 0 }],
    ['46279,395833', '09:30', {}],
    ['09:30 14/09/2026', '09:30', {}],
    ['lundi 14 septembre 2026 à 14h30', '14:30', {}],
    ['14 Eylül 2026 Pazartesi 14:30', '14:30', {}],
  ])('%s', (text, clock, zone) => {
    const moment = lexMoment(cleanMoment(text))
    expect(moment?.time && `${two(hour24(moment.time))}:${two(moment.time.minute)}`).toBe(clock)
    expect({ offsetMin: moment?.offsetMin, abbreviation: moment?.abbreviation }).toEqual({
      offsetMin: undefined,
      abbreviation: undefined,
      ...zone,
    })
  })

  test('the end of a range is no offset', () => {
    const moment = lexMoment(cleanMoment('14/09/2026 09:30-10:00'))
    expect(moment?.offsetMin).toBeUndefined()
    expect(moment?.endTime?.hour).toBe(10)
  })
})
