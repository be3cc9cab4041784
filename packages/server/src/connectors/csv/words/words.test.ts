import { describe, expect, test } from 'vitest'
import { DurationTally, readDuration } from './durations.ts'
import { readLanguage } from './languages.ts'
import { statusOf } from './status-proof.ts'
import { readYesNo } from './yes-no.ts'

describe('a length of a visit', () => {
  test.each([
    ['30', 30], ['30 min', 30], ["45'", 45], ['1h', 60], ['1h30', 90], ['1 hr 15 mins', 75], ['0:30', 30], ['01:15:00', 75], ['30:00', 30], ['PT1H30M', 90],
    ['1,5', 2], ['20 minutos', 20], ['30分', 30], ['۳۰ دقیقه', 30], ['soon', undefined], ['0', undefined], ['99999', undefined], ['', undefined],
  ] as const)('%s is %s minutes', (cell, minutes) => expect(readDuration(cell, 'minutes')).toBe(minutes)) // prettier-ignore

  test.each([
    ['seconds', ['1800', '1200', '2700'], '1800', 30],
    ['minutes', ['30', '20', '45'], '30', 30],
    ['hours', ['0.5', '1', '1.5'], '1.5', 90],
    ['pattern', ['/XXX/', 'XX'], '/XXX/', 25],
    ['unknown', ['1', '2', '1'], '2', undefined],
  ] as const)('a column of %s', (unit, cells, cell, minutes) => {
    const tally = new DurationTally()
    for (const one of cells) tally.add(one)
    expect(tally.unit()).toBe(unit)
    expect(readDuration(cell, tally.unit())).toBe(minutes)
  })
})

test.each([
  ['en', 'en'], ['pt-br', 'pt-BR'], ['Spanish', 'es'], ['español', 'es'], ['Deutsch', 'de'], ['eng', 'en'], ['العربية', 'ar'], ['हिन्दी', 'hi'],
  ['日本語', 'ja'], ['Português do Brasil', 'pt-BR'], ['01', undefined], ['xx', undefined],
] as const)('the language %s is %s', (cell, tag) => expect(readLanguage(cell)).toBe(tag)) // prettier-ignore

test.each([
  ['Yes', true], ['sí', true], ['SIM', true], ['نعم', true], ['1', true], ['✓', true], ['Não', false], ['nein', false], ['0', false], ['לא', false], ['opted-out', false],
  ['maybe', undefined], ['2', undefined],
] as const)('%s is %s', (cell, yes) => expect(readYesNo(cell)).toBe(yes)) // prettier-ignore

test.each([
  ['Scheduled', 'booked'], ['NO-SHOW', 'noshow'], ['no show', 'noshow'], ['Marcado – não confirmado', 'booked'], ['não confirmado', 'booked'], ['Confirmado', 'confirmed'],
  ['Anulada', 'cancelled'], ['abgesagt', 'cancelled'], ['Отменён', 'cancelled'], ['ملغى', 'cancelled'], ['キャンセル', 'cancelled'], ['已取消', 'cancelled'], ['รอยืนยัน', 'booked'],
  ['entered-in-error', 'entered-in-error'], ['kept', undefined], ['Rescheduled', undefined], ['verschoben', undefined], ['7', undefined], ['whatever', undefined],
] as const)('the status word %s means %s', (word, status) => expect(statusOf(word)).toBe(status)) // prettier-ignore

test('a number is a state only under the heading of the system that counts so', () => {
  expect([statusOf('5', 'AptStatus'), statusOf('5', 'Status')]).toEqual(['cancelled', undefined])
})
