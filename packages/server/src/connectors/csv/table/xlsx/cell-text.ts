import { damagedWorkbook } from './refusals.ts'

const DAY_MS = 86_400_000
/** 1 January 1970 in a sheet's count of days, which takes 1900 for a leap year. */
const UNIX_EPOCH_DAY = 25_569
/** Sheets of old Macs count from 1 January 1904. */
const DAYS_TO_1904 = 1462
const REMEMBERED = 10_000

/** What the cells mean depends on the workbook. */
export type CellContext = {
  /** The texts that cells of type `s` point to. */
  readonly strings: { at(id: number): string | undefined }
  /** For each style whether it shows numbers as dates. */
  readonly dates: readonly boolean[]
  readonly is1904: boolean
}

/** The text of a cell: dates as ISO, numbers with all their digits. */
export class CellTexts {
  private readonly context: CellContext
  /** Days and times of day come back in every row. */
  private readonly moments = new Map<string, string>()

  constructor(context: CellContext) {
    this.context = context
  }

  /**
   * @param type how `value` is to be read (ECMA-376, ST_CellType); undefined: as a number
   * @param value what the cell holds; '' for nothing, as in a formula that was never calculated
   * @throws Failure `unreadable` for what contradicts its type or names what the workbook does not have
   */
  text(type: string | undefined, style: string | undefined, value: string): string {
    // What a formula failed to calculate ('#N/A') is nothing.
    if (value === '' || type === 'e') return ''
    if (type === 's') return this.context.strings.at(Number(value)) ?? damaged()
    if (type === 'inlineStr' || type === 'str') return unescapeText(value).trim()
    if (type === 'b') return value === '1' ? 'true' : value === '0' ? 'false' : damaged()
    if (type === 'd') return isoText(value)
    if (type !== undefined && type !== 'n') return damaged()
    return this.isDate(style) ? this.momentText(value) : numberText(value)
  }

  private isDate(style: string | undefined): boolean {
    return style !== undefined && (this.context.dates[Number(style)] ?? damaged())
  }

  private momentText(value: string): string {
    const known = this.moments.get(value)
    if (known !== undefined) return known
    const days = numberOf(value) + (this.context.is1904 ? DAYS_TO_1904 : 0)
    const text = dateText(Math.floor((days - UNIX_EPOCH_DAY) * DAY_MS))
    if (this.moments.size >= REMEMBERED) this.moments.clear()
    this.moments.set(value, text)
    return text
  }
}

function damaged(): never {
  throw damagedWorkbook()
}

function numberOf(value: string): number {
  const number = Number(value)
  return Number.isNaN(number) ? damaged() : number
}

function numberText(value: string): string {
  if (isPlainInteger(value)) return value
  const number = numberOf(value)
  return Number.isInteger(number) ? number.toFixed(0) : String(number)
}

/** Written as it is said: most are, and turning them into numbers and back costs more than all else in a cell. */
function isPlainInteger(value: string): boolean {
  const first = value.charCodeAt(0)
  if (value.length > 15 || first < 49 || first > 57) return false
  for (let at = 1; at < value.length; at++) {
    const code = value.charCodeAt(at)
    if (code < 48 || code > 57) return false
  }
  return true
}

/** A date in words of ISO 8601, without a zone as all that sheets count. */
function isoText(value: string): string {
  const text = value.trim()
  const time = Date.parse(/T[\d:.]+$/.test(text) ? `${text}Z` : text)
  return Number.isNaN(time) ? damaged() : dateText(time)
}

/** Rounded to seconds: 0.395833 of a day is 09:30. A time of day lies on a sheet's day 0. */
function dateText(timeMs: number): string {
  const rounded = new Date(Math.round(timeMs / 1000) * 1000)
  if (Number.isNaN(rounded.getTime())) return ''
  const text = rounded.toISOString()
  if (/^(?:1899-12-3[01]|1904-01-01)/.test(text)) return text.slice(11, 19)
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`
}

/** Characters that XML can't write stand as `_x000D_` (ECMA-376, ST_Xstring). */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
