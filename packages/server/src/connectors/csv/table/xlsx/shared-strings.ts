import type { Archive } from './archive.ts'
import { unescapeText } from './cell-text.ts'
import { tooLargeWorkbook } from './refusals.ts'
import { XmlScanner } from './xml.ts'
import type { XmlListener } from './xml.ts'

const BLOCK_BYTES = 1024 * 1024
const MAX_BLOCKS = 64
const MAX_STRINGS = 4 * 1024 * 1024
/** One more than a cell holds, so that a longer one is seen to be too long. */
const MAX_CHARS = 32_768
/** Names of practitioners and words of status come back in every row. */
const REMEMBERED = 2048
const REMEMBERED_CHARS = 256

/** The texts that the cells point to, as bytes: as strings of their own they take several times that. */
export class SharedStrings {
  private readonly blocks: Buffer[] = []
  private end = 0
  private ends = new Uint32Array(1024)
  private count = 0
  private readonly ids = new Int32Array(REMEMBERED).fill(-1)
  private readonly texts: string[] = []

  /** @throws Failure `unreadable` (`too_large`) for more than 64 MB of texts, or four million. */
  add(text: string): void {
    const kept = text.length > MAX_CHARS ? text.slice(0, MAX_CHARS) : text
    // A text lies in one block: three bytes are the most that a UTF-16 unit takes.
    if (this.end + kept.length * 3 > this.blocks.length * BLOCK_BYTES) this.addBlock()
    this.end += this.blocks.at(-1)?.write(kept, this.end % BLOCK_BYTES) ?? 0
    if (this.count === this.ends.length) this.growEnds()
    this.ends[this.count++] = this.end
  }

  /** @returns undefined for an id that the workbook does not have. */
  at(id: number): string | undefined {
    if (!(id >= 0 && id < this.count && Number.isInteger(id))) return undefined
    const slot = id % REMEMBERED
    if (this.ids[slot] === id) return this.texts[slot]
    const text = this.read(id)
    if (text.length <= REMEMBERED_CHARS) {
      this.ids[slot] = id
      this.texts[slot] = text
    }
    return text
  }

  private read(id: number): string {
    const end = this.ends[id] ?? 0
    const before = id === 0 ? 0 : (this.ends[id - 1] ?? 0)
    if (end === before) return ''
    const block = Math.floor((end - 1) / BLOCK_BYTES)
    // The first text of a block begins with it, wherever the one before ended.
    const start = Math.max(before, block * BLOCK_BYTES) - block * BLOCK_BYTES
    return this.blocks[block]?.toString('utf8', start, end - block * BLOCK_BYTES) ?? ''
  }

  private addBlock(): void {
    if (this.blocks.length >= MAX_BLOCKS) throw tooLargeWorkbook()
    this.end = this.blocks.length * BLOCK_BYTES
    this.blocks.push(Buffer.allocUnsafeSlow(BLOCK_BYTES))
  }

  private growEnds(): void {
    if (this.count >= MAX_STRINGS) throw tooLargeWorkbook()
    const ends = new Uint32Array(this.ends.length * 2)
    ends.set(this.ends)
    this.ends = ends
  }
}

export async function readSharedStrings(archive: Archive, part: string): Promise<SharedStrings> {
  const strings = new SharedStrings()
  const scanner = new XmlScanner(new StringListener(strings))
  for await (const piece of archive.text(part)) scanner.push(piece)
  scanner.end()
  return strings
}

/** `<si><t>one</t></si>`, or in runs of one style each, with a reading beside it (`rPh`) that is no part of it. */
class StringListener implements XmlListener {
  private readonly strings: SharedStrings
  private string = ''
  private isText = false
  private isReading = false

  constructor(strings: SharedStrings) {
    this.strings = strings
  }

  open(name: string): void {
    if (name === 'si') this.string = ''
    else if (name === 'rPh') this.isReading = true
    else if (name === 't') this.isText = !this.isReading
  }

  close(name: string): void {
    if (name === 'si') this.strings.add(unescapeText(this.string).trim())
    else if (name === 'rPh') this.isReading = false
    else if (name === 't') this.isText = false
  }

  text(text: string): void {
    if (this.isText && this.string.length <= MAX_CHARS) this.string += text
  }
}
