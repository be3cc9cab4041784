import type { RawRow } from '../tokenizer.ts'
import type { CellTexts } from './cell-text.ts'
import { damagedWorkbook } from './refusals.ts'
import type { StartTag } from './start-tag.ts'
import type { XmlListener } from './xml.ts'

const MAX_ROWS = 1_048_576
const MAX_COLUMNS = 16_384
/** No book of appointments is as wide; what is further right is not read, as every row costs its whole width. */
const MAX_READ_COLUMNS = 1024
/** More than a cell can hold: no program writes it, and what reads cells must not meet it. */
const MAX_CELL_CHARS = 32_767
const MAX_ROW_CHARS = 1024 * 1024
/** A cell's attributes: where, how shown, how to be read. */
const R = 114
const S = 115
const T = 116

/**
 * The rows of a worksheet that hold something, as its part is scanned; each ends with its last filled cell. Rows and cells
 * need not say where they are: they then follow the one before.
 * @throws Failure `unreadable` for rows and cells that are out of order
 */
export class SheetRows implements XmlListener {
  private readonly texts: CellTexts
  private rows: RawRow[] = []
  private line = 0
  private cells: string[] = []
  private chars = 0
  private isBroken = false
  private column = 0
  private type: string | undefined
  private style: string | undefined
  private value = ''
  private isValue = false
  private isReading = false
  private isInRow = false
  private isInCell = false

  constructor(texts: CellTexts) {
    this.texts = texts
  }

  /** What has been completed since the last time. */
  take(): readonly RawRow[] {
    const rows = this.rows
    this.rows = []
    return rows
  }

  open(name: string, tag: StartTag): void {
    if (name === 'c') this.openCell(tag)
    else if (name === 'v') this.isValue = this.isInCell && this.type !== 'inlineStr'
    else if (name === 't') this.isValue = this.isInCell && this.type === 'inlineStr' && !this.isReading
    else if (name === 'rPh') this.isReading = true
    else if (name === 'row') this.openRow(tag)
  }

  close(name: string): void {
    if (name === 'c') this.closeCell()
    else if (name === 'v' || name === 't') this.isValue = false
    else if (name === 'rPh') this.isReading = false
    else if (name === 'row') this.closeRow()
  }

  text(text: string): void {
    if (this.isValue && this.value.length <= MAX_CELL_CHARS) this.value += text
  }

  private openRow(tag: StartTag): void {
    const line = Number(tag.get('r') ?? this.line + 1)
    if (!(line > this.line && line <= MAX_ROWS && Number.isInteger(line))) throw damagedWorkbook()
    this.line = line
    this.cells = []
    this.chars = 0
    this.isBroken = false
    this.column = 0
    this.isInRow = true
  }

  private closeRow(): void {
    this.isInRow = false
    if (this.cells.length > 0)
      this.rows.push({ cells: this.cells, line: this.line, ...(this.isBroken ? { broken: true } : {}) })
  }

  private openCell(tag: StartTag): void {
    if (!this.isInRow) throw damagedWorkbook()
    let column = this.column + 1
    this.type = undefined
    this.style = undefined
    tag.rewind()
    while (tag.next()) {
      const letter = tag.letter()
      if (letter === R) column = tag.column()
      else if (letter === S) this.style = tag.value()
      else if (letter === T) this.type = tag.value()
    }
    if (!(column > this.column && column <= MAX_COLUMNS)) throw damagedWorkbook()
    this.column = column
    this.value = ''
    this.isInCell = true
  }

  private closeCell(): void {
    this.isInCell = false
    if (this.value === '' || this.column > MAX_READ_COLUMNS) return
    const text = this.texts.text(this.type, this.style, this.value)
    if (text === '') return
    this.chars += text.length
    // A zero byte, which text can't hold in the database, or more than a cell or a row can hold.
    if (text.length > MAX_CELL_CHARS || this.chars > MAX_ROW_CHARS || text.includes('\0')) this.isBroken = true
    else this.put(text)
  }

  private put(text: string): void {
    while (this.cells.length < this.column - 1) this.cells.push('')
    this.cells.push(text)
  }
}
