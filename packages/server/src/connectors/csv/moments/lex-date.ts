import { foldMonth } from './date-words.ts'
import type { LexedDate } from './lexed.ts'

type Found = { readonly date: LexedDate; readonly rest: string }

const YEAR_FIRST =
  /^(\d{4}|1\d\d)\s?([-/.年년\s])\s?(\d{1,2})\s?([-/.月월\s])\s?(\d{1,2})(?!\d)(?:\s?[日일]|\.(?=\s|$))?/u
const YEAR_LAST = /^(\d{1,2})\s?([-/.\s])\s?(\d{1,2})\s?([-/.\s])\s?(\d{4}|\d{2})(?!\d)(?:\s?г\.?)?/u
const COMPACT = /^((?:19|20)\d{6})(?=[T\s_-]\d)/
const ERA = /^(令和|平成|昭和|[RHS](?=\d))\s?(\d{1,2}|元)\s?[年.\-/]\s?(\d{1,2})\s?[月.\-/]\s?(\d{1,2})\s?日?/u
const MINGUO = /^(?:中華)?民[國国]\s?(\d{2,3})\s?[年.\-/]\s?(\d{1,2})\s?[月.\-/]\s?(\d{1,2})\s?日?/u
const VIETNAMESE = /^(?:ngay\s|ngày\s)?(\d{1,2})\s?tháng\s(\d{1,2})(?:\s?năm|,)?\s(\d{4})/iu
const DAY_WORD_YEAR =
  /^(\d{1,2})(?:st|nd|rd|th|er|[ºª]|\.)?(?:\s|-|\/|\.|,|de\s|di\s|of\s)*(\p{L}[\p{L}\p{M}.]*[\p{L}\p{M}](?:\s(?:ال[أا]ول|الثاني))?)(?:\s|-|\/|\.|,|de\s|del\s|of\s|'|’)*(\d{4}|\d{2})(?!\d)(?:\s?г(?:ода|\.)?)?/iu
const WORD_DAY_YEAR =
  /^(\p{L}[\p{L}\p{M}.]*[\p{L}\p{M}](?:\s(?:ال[أا]ول|الثاني))?)[\s.\-/]*(\d{1,2})(?:st|nd|rd|th)?[\s,.\-/]+(\d{4})(?!\d)/iu
const YEAR_WORD_DAY =
  /^(\d{4})[\s\-/.,]+(\p{L}[\p{L}\p{M}.]*[\p{L}\p{M}](?:\s(?:ال[أا]ول|الثاني))?)[\s\-/.,]+(\d{1,2})(?!\d)\.?/iu

/** Year 1 of each era, minus one (Japan's calendar law; Reiwa from 2019-05-01). */
const ERA_BASE: Readonly<Record<string, number>> = { 令和: 2018, R: 2018, 平成: 1988, H: 1988, 昭和: 1925, S: 1925 }

/** A date at the start of the text, and what follows it. */
export function lexDate(text: string): Found | undefined {
  return numeric(text) ?? compact(text) ?? serial(text) ?? era(text) ?? named(text)
}

function numeric(text: string): Found | undefined {
  const first = YEAR_FIRST.exec(text)
  if (first && sameSeparator(first[2], first[4])) return three(first, 'yearFirst', text)
  const last = YEAR_LAST.exec(text)
  // 14/12-2026 is Danish.
  const isDanish = last?.[2] === '/' && last[4] === '-' && last[5]?.length === 4
  if (!last || (last[2] !== last[4] && !isDanish)) return undefined
  return three(last, last[5]?.length === 4 ? 'yearLast' : 'short', text)
}

const sameSeparator = (x: string | undefined, y: string | undefined): boolean =>
  x === y || (x === '年' && y === '月') || (x === '년' && y === '월')

function three(match: RegExpExecArray, kind: 'yearFirst' | 'yearLast' | 'short', text: string): Found {
  const [whole, a = '', separator = '', b = '', , c = ''] = match
  const lengths = `${a.length}${b.length}${c.length}`
  return {
    date: { kind, a: Number(a), b: Number(b), c: Number(c), lengths, separator },
    rest: text.slice(whole.length),
  }
}

function compact(text: string): Found | undefined {
  const digits = COMPACT.exec(text)?.[1]
  return digits === undefined ? undefined : { date: { kind: 'compact', digits }, rest: text.slice(8) }
}

/** A spreadsheet's day number joined to a time that stayed text. */
function serial(text: string): Found | undefined {
  const days = /^([2-7]\d{4})(?=\s+\d{1,2}[:.h])/.exec(text)?.[1]
  return days === undefined ? undefined : { date: { kind: 'serial', days: Number(days) }, rest: text.slice(5) }
}

function era(text: string): Found | undefined {
  const japan = ERA.exec(text)
  if (japan) {
    const year = (ERA_BASE[japan[1] ?? ''] ?? 0) + (japan[2] === '元' ? 1 : Number(japan[2]))
    return gregorian(year, japan[3], japan[4], text.slice(japan[0].length))
  }
  const taiwan = MINGUO.exec(text)
  if (taiwan) return gregorian(Number(taiwan[1]) + 1911, taiwan[2], taiwan[3], text.slice(taiwan[0].length))
  const vietnam = VIETNAMESE.exec(text)
  return vietnam ? gregorian(Number(vietnam[3]), vietnam[2], vietnam[1], text.slice(vietnam[0].length)) : undefined
}

const gregorian = (year: number, month: string | undefined, day: string | undefined, rest: string): Found => ({
  date: { kind: 'era', year, month: Number(month), day: Number(day) },
  rest,
})

function named(text: string): Found | undefined {
  const dayFirst = DAY_WORD_YEAR.exec(text)
  if (dayFirst) return spelled(dayFirst, dayFirst[1], dayFirst[2], dayFirst[3], text)
  const wordFirst = WORD_DAY_YEAR.exec(text)
  if (wordFirst) return spelled(wordFirst, wordFirst[2], wordFirst[1], wordFirst[3], text)
  // JavaScript's own format has the time before the year in none of its forms, C's asctime does: Sep 14 09:30:00 2026.
  const yearFirst = YEAR_WORD_DAY.exec(text)
  return yearFirst ? spelled(yearFirst, yearFirst[3], yearFirst[2], yearFirst[1], text) : undefined
}

function spelled(match: RegExpExecArray, day = '', word = '', year = '', text = ''): Found {
  const date = {
    kind: 'named',
    word: foldMonth(word),
    day: Number(day),
    year: Number(year),
    yearDigits: year.length,
  } as const
  return { date, rest: text.slice(match[0].length) }
}
