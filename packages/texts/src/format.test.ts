import { describe, expect, test } from 'vitest'
import { formatDate, formatDayAndTime, formatList, formatNumber, formatSlot, formatTime } from './format.ts'
import { PATIENT_LANGUAGES, type PatientLanguage } from './languages.ts'

/** Tuesday 24 November 2026, 13:30 in São Paulo. */
const visit = Date.UTC(2026, 10, 24, 16, 30)
const ZONE = 'America/Sao_Paulo'

describe('day and time, as the reader writes them', () => {
  test.each([
    ['en', undefined, 'Tuesday 24 November, 13:30'],
    ['en', 'GB', 'Tuesday 24 November, 13:30'],
    ['en', 'US', 'Tuesday, November 24, 1:30 PM'],
    ['en', 'IN', 'Tuesday, 24 November, 1:30 pm'],
    ['en', 'BR', 'Tuesday 24 November, 13:30'],
    ['es', undefined, 'martes, 24 de noviembre, 13:30'],
    ['es', 'MX', 'martes, 24 de noviembre, 1:30 p.m.'],
    ['es', 'AR', 'martes, 24 de noviembre, 13:30'],
    ['pt-BR', 'BR', 'terça-feira, 24 de novembro, 13:30'],
    ['pt-BR', undefined, 'terça-feira, 24 de novembro, 13:30'],
    ['hi', 'IN', 'मंगलवार, 24 नवंबर, दोपहर 1:30'],
    ['ar', undefined, 'الثلاثاء، 24 نوفمبر، 1:30 بعد الظهر'],
    ['ar', 'SA', 'الثلاثاء، 24 نوفمبر، 1:30 بعد الظهر'],
    ['ar', 'LB', 'الثلاثاء، 24 تشرين الثاني، 1:30 بعد الظهر'],
    ['ar', 'MA', 'الثلاثاء، 24 نونبر، 13:30'],
    ['ar', 'DZ', 'الثلاثاء، 24 نوفمبر، 13:30'],
    ['id', 'ID', 'Selasa, 24 November, 13.30'],
    ['fr', 'FR', 'mardi 24 novembre, 13:30'],
    ['fr', 'CA', 'mardi 24 novembre, 13 h 30'],
    ['de', 'DE', 'Dienstag, 24. November, 13:30'],
    ['de', 'not a country', 'Dienstag, 24. November, 13:30'],
  ] as const)('in %s of %s: %s', (language, country, written) => {
    expect(formatDayAndTime(language, visit, ZONE, country)).toBe(written)
  })

  test.each([
    [0, '12:00 صباحًا'],
    [9, '9:00 صباحًا'],
    [12, '12:00 ظهرًا'],
    [13, '1:00 بعد الظهر'],
    [17, '5:00 بعد الظهر'],
    [18, '6:00 مساءً'],
    [23, '11:00 مساءً'],
  ])('says hour %i in Arabic as %s', (hour, written) => {
    expect(formatTime('ar', Date.UTC(2026, 0, 5, hour), 'UTC')).toBe(written)
  })

  test('begins the hours of the night with noughts where there are 24', () => {
    expect(formatTime('es', Date.UTC(2026, 0, 5, 0, 5), 'UTC')).toBe('00:05')
    expect(formatTime('id', Date.UTC(2026, 0, 5, 8, 5), 'UTC')).toBe('08.05')
  })

  test('follows the zone across a change of clocks', () => {
    const [before, after] = [Date.UTC(2026, 9, 25, 0, 30), Date.UTC(2026, 9, 25, 1, 30)]
    expect(formatTime('de', before, 'Europe/Madrid')).toBe('02:30')
    expect(formatTime('de', after, 'Europe/Madrid')).toBe('02:30')
  })

  test('writes other styles', () => {
    expect(formatDate('es', visit, ZONE, 'full')).toBe('martes, 24 de noviembre de 2026')
    expect(formatDate('en', visit, ZONE, 'short', 'US')).toBe('Tue, Nov 24')
    expect(formatDate('ar', visit, ZONE, 'numeric')).toBe('24/11/2026')
    expect(formatDate('ar', visit, ZONE, 'numeric', 'SA')).toMatch(/^24\/11\/2026/)
  })

  test('refuses a zone that does not exist', () => {
    expect(() => formatDate('en', visit, 'Mars/Olympus', 'long')).toThrow(RangeError)
  })

  test('has European digits, plain spaces and no marks in every language and country', () => {
    const countries = [undefined, 'US', 'IN', 'SA', 'EG', 'IR', 'NP', 'MX', 'MA']
    for (const language of PATIENT_LANGUAGES) {
      for (const country of countries) {
        const written = `${formatDayAndTime(language, visit, ZONE, country)} ${formatDate(language, visit, ZONE, 'full', country)}`
        expect(written).not.toMatch(/(?![0-9])\p{Nd}|[\u00a0\u202f\u200e\u200f]/u)
        expect(written).toMatch(/24.*2026|2026.*24/u)
      }
    }
  })
})

describe('a free time as a title', () => {
  test.each([
    ['en', undefined, 24, 'Tue 24 Nov, 13:30'],
    ['en', 'US', 24, 'Tue Nov 24, 1:30 PM'],
    ['es', 'MX', 24, 'mar 24 de nov, 1:30 p.m.'],
    ['es', 'CO', 20, 'mar 24/11 1:30 p. m.'],
    ['pt-BR', 'BR', 24, 'ter 24 de nov, 13:30'],
    ['hi', 'IN', 24, 'मंगल 24 नव॰, दोपहर 1:30'],
    ['hi', 'IN', 20, '24/11 दोपहर 1:30'],
    ['ar', undefined, 24, 'الثلاثاء 24/11 1:30 م'],
    ['ar', undefined, 20, '24/11 1:30 م'],
    ['de', 'DE', 24, 'Di 24. Nov, 13:30'],
  ] as const)('in %s of %s within %i characters: %s', (language, country, most, title) => {
    expect(formatSlot(language, visit, ZONE, country, most)).toBe(title)
  })

  const countriesOf: Readonly<Record<PatientLanguage, readonly string[]>> = {
    en: ['US', 'GB', 'IN', 'CA', 'AU'],
    es: ['ES', 'MX', 'CO', 'AR', 'CL', 'PE', 'US'],
    'pt-BR': ['BR', 'PT', 'MZ'],
    hi: ['IN'],
    ar: ['EG', 'SA', 'AE', 'LB', 'MA', 'DZ', 'IQ'],
    id: ['ID'],
    fr: ['FR', 'CA', 'CH', 'MA'],
    de: ['DE', 'AT', 'CH'],
  }
  test.each(PATIENT_LANGUAGES)('always fits a row, or a button, in %s, with its day and hour', (language) => {
    for (const country of countriesOf[language]) {
      for (let step = 0; step < 366 * 3; step++) {
        const at = Date.UTC(2026, 0, 1 + Math.floor(step / 3), [1, 11, 22][step % 3])
        for (const most of [20, 24]) {
          const title = formatSlot(language, at, 'UTC', country, most)
          expect(title.length).toBeLessThanOrEqual(most)
          expect(title).toMatch(/\d.*[\d:. h]00/u)
        }
      }
    }
  })
})

describe('lists and numbers', () => {
  test('join names with the word of the language', () => {
    expect(formatList('en', ['Ana', 'Leo'])).toBe('Ana and Leo')
    expect(formatList('es', ['Ana', 'Inés'])).toBe('Ana e Inés')
    expect(formatList('en', ['Ana', 'Leo', 'Mia'], 'or')).toBe('Ana, Leo or Mia')
    expect(formatList('en', [])).toBe('')
  })

  test('join visits with commas alone', () => {
    expect(formatList('pt-BR', ['Ana 09:00', 'Leo 09:20'], 'plain')).toBe('Ana 09:00, Leo 09:20')
    expect(formatList('ar', ['Ana 9:00', 'Leo 9:20'], 'plain')).toBe('\u2068Ana 9:00\u2069، \u2068Leo 9:20\u2069')
  })

  test('write numbers for the reader', () => {
    expect(formatNumber('de', 12345.5)).toBe('12.345,5')
    expect(formatNumber('hi', 1234567)).toBe('12,34,567')
    expect(formatNumber('ar', 1234)).toMatch(/^1.234$/)
  })
})
