import { damagedWorkbook } from './refusals.ts'

const QUOTE = 34
const APOSTROPHE = 39
const COLON = 58
const EQUALS = 61

/** The attributes of one start tag, read where they stand: a sheet has millions. */
export class StartTag {
  private text = ''
  private from = 0
  private to = 0
  private nameStart = 0
  private nameEnd = 0
  private valueStart = 0
  private valueEnd = 0

  of(text: string, from: number, to: number): this {
    this.text = text
    this.from = from
    this.to = to
    return this
  }

  /** The attribute's value, whatever its prefix; undefined for none. */
  get(name: string): string | undefined {
    this.rewind()
    while (this.next()) if (this.isNamed(name)) return this.value()
    return undefined
  }

  rewind(): void {
    this.valueEnd = this.from - 1
  }

  /** Goes to the next attribute; false behind the last. @throws Failure `unreadable` for what is no attribute */
  next(): boolean {
    const { text, to } = this
    let at = this.valueEnd + 1
    while (at < to && isSpace(text.charCodeAt(at))) at++
    if (at >= to) return false
    this.nameStart = at
    while (at < to && text.charCodeAt(at) !== EQUALS && !isSpace(text.charCodeAt(at))) at++
    this.nameEnd = at
    while (at < to && isSpace(text.charCodeAt(at))) at++
    if (at >= to || text.charCodeAt(at) !== EQUALS) throw damagedWorkbook()
    do at++
    while (at < to && isSpace(text.charCodeAt(at)))
    const quote = at < to ? text.charCodeAt(at) : 0
    if (quote !== QUOTE && quote !== APOSTROPHE) throw damagedWorkbook()
    this.valueStart = at + 1
    do at++
    while (at < to && text.charCodeAt(at) !== quote)
    if (at >= to) throw damagedWorkbook()
    this.valueEnd = at
    return true
  }

  /** The attribute's name when it is a single letter, as nearly all in a sheet are, as its code; else 0. */
  letter(): number {
    return this.nameEnd - this.nameStart === 1 ? this.text.charCodeAt(this.nameStart) : 0
  }

  value(): string {
    return decodeEntities(this.text.slice(this.valueStart, this.valueEnd))
  }

  /** The column (from 1) of a value such as `AB12`; NaN for what is no address. */
  column(): number {
    let column = 0
    for (let at = this.valueStart; at < this.valueEnd; at++) {
      const code = this.text.charCodeAt(at)
      if (code >= 48 && code <= 57) return column
      if (code < 65 || code > 90) return Number.NaN
      column = column * 26 + code - 64
    }
    return Number.NaN
  }

  private isNamed(name: string): boolean {
    const start = this.nameEnd - name.length
    if (start < this.nameStart || !this.text.startsWith(name, start)) return false
    if (start === this.nameStart) return true
    return this.text.charCodeAt(start - 1) === COLON && !this.text.startsWith('xmlns', this.nameStart)
  }
}

export const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  })
}
