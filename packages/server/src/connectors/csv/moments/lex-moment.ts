import { foldDigits, stripInvisible, unwrapCell } from '@recado/domain/shared/phone-text'
import { isWeekday, weekdaysOf } from './date-words.ts'
import type { LexedDate, LexedMoment, LexedTime } from './lexed.ts'
import { lexDate } from './lex-date.ts'
import { lexTime, lexTimeRange } from './lex-time.ts'
import { lexNumber } from './lex-number.ts'

/** Any script's digits as 0-9, no invisible marks, no spreadsheet wrapper. */
export function cleanMoment(cell: string): string {
  const plain = /^[\x20-\x7e]*$/.test(cell) ? cell : stripInvisible(foldDigits(cell)).normalize('NFKC')
  return unwrapCell(plain).replace(/\s+/g, ' ')
}

/** A date, with its time, zone or range where the cell has them; undefined when the cell is no date. @param text cleaned. */
export function lexMoment(text: string): LexedMoment | undefined {
  if (!hasShapeOfMoment(text)) return undefined
  const number = lexNumber(text)
  if (number) return number.date ? number : undefined
  const bare = withoutWeekdays(text)
  // As it stands first: "Mar 9, 2027" is in March, though "mar" is Tuesday in Spanish.
  const whole = lexDate(text)
  if (whole) return withRemainder(whole.date, whole.rest)
  const first = lexDate(bare)
  if (first) return withWeekdays(withRemainder(first.date, first.rest), /^\W*(\p{L}[\p{L}\p{M}-]*)/u.exec(text)?.[1])
  // Time in front: 09:30 14/09/2026.
  const match = /^(\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?\s?m\.?)?)[\s,;-]+(.*\d.*)$/i.exec(bare)
  const time = match ? lexTime(match[1] ?? '', false) : undefined
  const then = time ? lexDate(match?.[2] ?? '') : undefined
  return time && then && then.rest.trim() === '' ? { date: then.date, time } : undefined
}

/** A cell of a time column: a time, a range, or a date with a time (whose date may be a spreadsheet's day 0). */
export function lexTimeCell(text: string): LexedMoment | undefined {
  if (!hasShapeOfMoment(text)) return undefined
  const number = lexNumber(text)
  if (number && !number.date) return number
  const zoned = takeZone(text, false)
  const time = lexTime(zoned.rest, true)
  if (time) return { time, ...zoned.zone }
  const range = lexTimeRange(zoned.rest)
  if (range) return { time: range.start, endTime: range.end, ...zoned.zone }
  const moment = lexMoment(text)
  return moment?.time ? moment : undefined
}

/** Most cells of a table are words: nothing without a digit, and nothing long, is a date. */
const hasShapeOfMoment = (text: string): boolean => text.length <= 80 && /\d/.test(text)

function withoutWeekdays(text: string): string {
  const bracketless = text.replace(/\s?[(（]\p{L}[\p{L}\p{M}]*\.?[)）]\s?/u, ' ').trim()
  const lead = /^(\p{L}[\p{L}\p{M}-]*)\.?,?\s*(?=[\p{L}\d])/u.exec(bracketless)
  return lead && (lead[1] ?? '').length > 1 && isWeekday(lead[1] ?? '')
    ? bracketless.slice(lead[0].length)
    : bracketless
}

function withRemainder(date: LexedDate, rest: string): LexedMoment | undefined {
  const trimmed = rest.replace(/^(?:[\s,;@•·|]|-(?=\s)|–|T(?=\d)|_)+/, '').trim()
  if (trimmed === '') return { date }
  const word = trimmed.replace(/^[(（]|[)）]$/g, '')
  if (!/\d/.test(trimmed) && isWeekday(word)) return withWeekdays({ date }, word)
  const weekday = /^(\p{L}[\p{L}\p{M}]+)[.,]?\s+(?=\d)/u.exec(trimmed)
  const said = weekday && isWeekday(weekday[1] ?? '') ? trimmed.slice(weekday[0].length) : trimmed
  const zoned = takeZone(said, rest.startsWith('T'))
  const found = said === trimmed ? { date } : { date, weekdays: weekdaysOf(weekday?.[1] ?? '') }
  if (zoned.rest === '') return { ...found, ...zoned.zone }
  const time = lexTime(zoned.rest, /^\d{4}(?:\d\d)?$/.test(zoned.rest))
  if (time) return { ...found, time, ...zoned.zone }
  const range = lexTimeRange(zoned.rest)
  return range && { ...found, time: range.start, endTime: range.end, ...zoned.zone }
}

const withWeekdays = (moment: LexedMoment | undefined, word: string | undefined): LexedMoment | undefined => {
  // One letter is an abbreviation of anything: the Polish r. is a year.
  const weekdays = word === undefined || word.replace(/\P{L}/gu, '').length < 2 ? 0 : weekdaysOf(word)
  return moment && weekdays !== 0 ? { ...moment, weekdays } : moment
}

type Zone = { offsetMin?: number; abbreviation?: string }

/** Takes Z, +02:00, GMT-3 or a zone's abbreviation off the end. */
function takeZone(text: string, afterT: boolean): { rest: string; zone: Zone } {
  const named = withoutBrackets(text)
  const offset = /\s?(?:GMT|UTC)?\s?([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(named)
  if (offset && /\d:?\d{2}/.test(named.slice(0, offset.index)) && isOffset(offset, named, afterT)) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0)
    return { rest: named.slice(0, offset.index).trim(), zone: { offsetMin: offset[1] === '-' ? -minutes : minutes } }
  }
  const utc = /(?<=\d)\s?(?:Z|UTC|GMT)$/.exec(named)
  if (utc) return { rest: named.slice(0, utc.index).trim(), zone: { offsetMin: 0 } }
  const letters = /\s([A-Z]{2,5})$/.exec(named)
  const word = letters?.[1]
  if (!letters || word === undefined || /^(?:AM|PM|HRS?|HS|H|UHR|WIB|OS|OO|CH|SA|PTG|PG)$/.test(word))
    return { rest: named, zone: {} }
  return { rest: named.slice(0, letters.index).trim(), zone: { abbreviation: word } }
}

/** "GMT-0500 (Eastern Standard Time)" says it twice; in "09:30 (GMT-05:00)" the brackets alone do. */
function withoutBrackets(text: string): string {
  const match = /\s?\(([^()]*)\)$/.exec(text)
  if (!match) return text
  const before = text.slice(0, match.index)
  const says = /^(?:(?:GMT|UTC)?\s?[+-]\d{1,2}(?::?\d{2})?|Z|[A-Z]{3,5})$/.test(match[1] ?? '')
  return says && !/(?:[+-]\d{2}:?\d{2}|Z|UTC|GMT)$/.test(before) ? `${before} ${match[1]}` : before
}

/** "-10:00" right after a bare time is the end of a range; an offset follows seconds, ISO's T or a space, or has a plus. */
function isOffset(match: RegExpExecArray, text: string, afterT: boolean): boolean {
  const hours = Number(match[2])
  if (hours > 14 || Number(match[3] ?? 0) > 59) return false
  if (/(?:GMT|UTC)/.test(match[0])) return true
  if (match[2]?.length !== 2) return false
  return afterT || match[1] === '+' || match[0].startsWith(' ') || /\d:\d{2}:\d{2}/.test(text)
}

export type { LexedDate, LexedMoment, LexedTime }
