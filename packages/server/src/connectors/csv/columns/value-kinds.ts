import { readPhone } from '@recado/domain/shared/phone'
import { cleanMoment, lexMoment, lexTimeCell } from '../moments/lex-moment.ts'
import { isWeekday } from '../moments/date-words.ts'
import { isStatusLike } from '../words/status-proof.ts'
import { readYesNo } from '../words/yes-no.ts'
import { isNothing } from './nothing.ts'

/** What the sampled cells of a column look like; shares of the filled cells, 0 to 1. */
export type ValueKinds = {
  readonly filled: number
  readonly distinct: number
  readonly date: number
  /** Dates that carry a time other than midnight. */
  readonly dateTime: number
  readonly time: number
  readonly integer: number
  readonly phone: number
  /** Cells that hold letters. */
  readonly letters: number
  /** Two words or more, of letters: a full name, a remark. */
  readonly words: number
  /** Last, First. */
  readonly commaName: number
  readonly email: number
  readonly url: number
  readonly yesNo: number
  readonly status: number
  readonly op: number
  readonly weekday: number
  /** Mean length in characters. */
  readonly length: number
  readonly earliestYear: number
  readonly latestYear: number
}

/** Cleaned cells of the first rows. */
export type Samples = readonly (readonly string[])[]

const OPS =
  /^(?:add|added|new|create|created|insert|update|updated|upd|change|changed|modify|delete|deleted|del|remove|removed|a|u|d|c|i)$/i
const OP_WORDS = /^(?:add|new|create|insert|update|change|modify|delete|remove|del|upd)/i

export const isOp = (cell: string): boolean => OPS.test(cell.trim())

/** What a cell is shows in its beginning; some of the patterns take long over a long text. */
const MAX_LOOKED_AT = 250

type Counts = { -readonly [key in keyof ValueKinds]: number }

export function valueKinds(cells: readonly string[], country: string | undefined): ValueKinds {
  const counts: Counts = {
    filled: 0, distinct: 0, date: 0, dateTime: 0, time: 0, integer: 0, phone: 0, letters: 0, words: 0, commaName: 0, email: 0, url: 0,
    yesNo: 0, status: 0, op: 0, weekday: 0, length: 0, earliestYear: Infinity, latestYear: -Infinity,
  } // prettier-ignore
  const distinct = new Set<string>()
  let opWord = false
  for (const cell of cells) {
    const text = cell.trim().slice(0, MAX_LOOKED_AT)
    if (isNothing(text)) continue
    counts.filled++
    distinct.add(text)
    opWord ||= OP_WORDS.test(text)
    countText(counts, text)
    countMoment(counts, text)
    if (/\d/.test(text) && looksLikePhone(text, country)) counts.phone++
  }
  return shares(counts, distinct.size, opWord)
}

function countText(counts: Counts, text: string): void {
  counts.length += text.length
  if (/^[+-]?\p{Nd}+$/u.test(text)) counts.integer++
  if (/\p{L}/u.test(text)) counts.letters++
  if (/\p{L}[\p{L}\p{M}.'’-]*\s+\p{L}/u.test(text)) counts.words++
  if (/^[^,\d]*\p{L}[^,\d]*,[^,\d]*\p{L}[^,\d]*$/u.test(text)) counts.commaName++
  if (/^[^@\s]+@[^@\s]+\.\p{L}+$/u.test(text)) counts.email++
  if (/^https?:\/\//i.test(text)) counts.url++
  if (readYesNo(text) !== undefined) counts.yesNo++
  if (isStatusLike(text)) counts.status++
  if (isOp(text)) counts.op++
  if (text.length <= 20 && /^\D+$/.test(text) && isWeekday(text)) counts.weekday++
}

function countMoment(counts: Counts, text: string): void {
  const clean = cleanMoment(text)
  const moment = lexMoment(clean)
  if (moment?.date) {
    counts.date++
    if (moment.time && moment.time.hour + moment.time.minute > 0) counts.dateTime++
    const year = yearOf(moment.date)
    counts.earliestYear = Math.min(counts.earliestYear, year)
    counts.latestYear = Math.max(counts.latestYear, year)
  }
  // A bare 9 may be an hour, and is more often anything else: fit.ts allows it under the heading of a time.
  if (!/^\d{1,2}$/.test(clean) && lexTimeCell(clean)) counts.time++
}

function yearOf(date: NonNullable<NonNullable<ReturnType<typeof lexMoment>>['date']>): number {
  if (date.kind === 'yearFirst') return date.a
  if (date.kind === 'yearLast') return date.c
  if (date.kind === 'named' || date.kind === 'era') return date.year
  if (date.kind === 'serial') return Math.floor(1899 + date.days / 365.25)
  return NaN
}

function looksLikePhone(text: string, country: string | undefined): boolean {
  const digits = text.replace(/\P{Nd}/gu, '')
  if (/^\d[.,]\d+E\+?\d+$/i.test(text) && digits.length >= 5) return true
  if (digits.length < 7 || digits.length > 17) return false
  if (/^\p{Nd}{4}-\p{Nd}\p{Nd}-\p{Nd}\p{Nd}/u.test(text)) return false
  const read = readPhone(text, country)
  return read.e164 !== undefined || (country === undefined && /^[+(]?[\p{Nd}\s().\-/]{8,20}$/u.test(text))
}

function shares(counts: Counts, distinct: number, opWord: boolean): ValueKinds {
  const share = (count: number): number => (counts.filled === 0 ? 0 : count / counts.filled)
  return {
    filled: counts.filled, distinct, date: share(counts.date), dateTime: share(counts.dateTime), time: share(counts.time),
    integer: share(counts.integer), phone: share(counts.phone), letters: share(counts.letters), words: share(counts.words),
    commaName: share(counts.commaName), email: share(counts.email), url: share(counts.url), yesNo: share(counts.yesNo),
    status: share(counts.status), op: opWord ? share(counts.op) : 0, weekday: share(counts.weekday), length: share(counts.length),
    earliestYear: counts.earliestYear, latestYear: counts.latestYear,
  } // prettier-ignore
}
