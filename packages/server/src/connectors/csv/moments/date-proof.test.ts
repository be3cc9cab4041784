import { describe, expect, test } from 'vitest'
import { DateTally } from './date-tally.ts'
import { proveDates } from './date-proof.ts'
import { cleanMoment, lexMoment } from './lex-moment.ts'
import { dayReader } from './moment-column.ts'
import { isoDay } from './calendars.ts'

const YEAR = 2026

function prove(cells: readonly string[], answers: Record<string, string> = {}) {
  const tally = new DateTally(YEAR)
  cells.forEach((cell, at) => {
    const date = lexMoment(cleanMoment(cell))?.date
    if (date) tally.add(date, at + 2, cell)
  })
  return proveDates(tally, { answers, todayYear: YEAR })
}

/** The days of a column, by what the column proves. */
async function days(cells: readonly string[], answers?: Record<string, string>): Promise<string[]> {
  const proof = prove(cells, answers)
  if (!proof || 'contradiction' in proof) return [proof?.reason ?? 'nothing']
  const read = await dayReader(proof.proven, YEAR)
  return cells.map((cell) => {
    const date = lexMoment(cleanMoment(cell))?.date
    const day = date ? read(date) : { off: 'none' }
    return 'off' in day ? day.off : 'open' in day ? 'open' : isoDay(day)
  })
}

describe('the whole column proves how its dates are written', () => {
  test.each([
    ['a day above 12 in front', ['03/04/2026', '13/04/2026'], ['2026-04-03', '2026-04-13']],
    ['a day above 12 in the middle', ['03/04/2026', '04/13/2026'], ['2026-03-04', '2026-04-13']],
    ['ISO', ['2026-03-04', '2026-04-05'], ['2026-03-04', '2026-04-05']],
    ['the year in front with slashes', ['2026/3/4', '2026/11/5'], ['2026-03-04', '2026-11-05']],
    ['two-digit years behind', ['03/04/26', '13/04/26', '28/05/26'], ['2026-04-03', '2026-04-13', '2026-05-28']],
    ['two-digit years in front', ['26-04-13', '26-05-28', '26-06-01'], ['2026-04-13', '2026-05-28', '2026-06-01']],
    ['eight digits, year first', ['20260403', '20260413'], ['2026-04-03', '2026-04-13']],
    ['eight digits, day first', ['03042026', '13042026'], ['2026-04-03', '2026-04-13']],
    ['Buddhist years', ['03/04/2569', '13/04/2569'], ['2026-04-03', '2026-04-13']],
    ['Solar Hijri years', ['1405/06/23', '1405/12/29'], ['2026-09-14', '2027-03-20']],
    ['lunar Hijri years', ['1448/04/03', '1448/04/14'], ['2026-09-14', '2026-09-25']],
    ['Minguo years', ['115/09/14', '115/09/25'], ['2026-09-14', '2026-09-25']],
    ['Japanese eras', ['令和8年9月14日', '令和8年9月25日'], ['2026-09-14', '2026-09-25']],
    ['names of months in one language', ['14 déc. 2026', '3 févr. 2027'], ['2026-12-14', '2027-02-03']],
    ['spreadsheet days', ['46279', '46290'], ['2026-09-14', '2026-09-25']],
  ])('%s', async (_name, cells, expected) => expect(await days(cells)).toEqual(expected))
})

describe('what does not fit the proven pattern is not bent', () => {
  const many = ['13/04/2026', '14/04/2026', '15/04/2026', '16/04/2026', '17/04/2026', '02/05/2026']
  test.each([
    ['another way to write dates', '2026-04-18', 'date.off_pattern'],
    ['a day that its month does not have', '31/04/2026', 'date.impossible'],
    ['the leap day of a common year', '29/02/2026', 'date.impossible'],
    ['a cell cut short', '18/4/2026', 'date.off_pattern'],
    ['a database’s way to say none', '00/00/0000', 'date.missing'],
  ])('%s', async (_name, cell, off) => expect((await days([...many, cell])).at(-1)).toBe(off))
})

describe('what the column leaves open is asked', () => {
  test('days and months that could be each other', async () => {
    expect(await days(['03/04/2026', '05/06/2026', '07/07/2026'])).toEqual(['open', 'open', '2026-07-07'])
    expect(prove(['03/04/2026'])).toMatchObject({
      question: { about: 'dateOrder', options: ['DD/MM/YYYY', 'MM/DD/YYYY'] },
    })
    expect(await days(['03/04/2026'], { dateOrder: 'MM/DD/YYYY' })).toEqual(['2026-03-04'])
  })

  test('two digits that could be anything', () => {
    expect(prove(['26/04/26', '27/05/27'])).toMatchObject({ question: { about: 'dateOrder' } })
    expect(prove(['03-04-05'])).toMatchObject({ question: { options: ['DD-MM-YY', 'MM-DD-YY', 'YY-MM-DD'] } })
  })

  test('day numbers that could count from 1904', async () => {
    expect(prove(['44817', '44828'])).toMatchObject({ question: { about: 'dateSystem' } })
    expect(await days(['44817'], { dateSystem: '1904' })).toEqual(['2026-09-14'])
  })

  test('a month whose name means another month next door', () => {
    expect(prove(['14 listopad 2026'])).toMatchObject({ question: { about: 'monthLanguage' } })
  })
})

describe('a column that contradicts itself is refused', () => {
  test.each([
    ['both orders', ['13/04/2026', '04/13/2026'], 'date.order_contradiction'],
    ['three ways to write', ['13/04/2026', '2026-04-14', '15 April 2026'], 'date.mixed_formats'],
    ['a spreadsheet that swapped a part', ['2026-04-03', '2026-05-03', '2026-06-03', '13/04/2026'], 'date.mangled'],
  ])('%s', async (_name, cells, reason) => expect(await days(cells)).toEqual([reason]))
})
