import { posix } from 'node:path'
import type { Archive } from './archive.ts'
import { isDateFormat } from './number-formats.ts'
import { tooLargeWorkbook } from './refusals.ts'
import type { StartTag } from './start-tag.ts'
import { XmlScanner } from './xml.ts'
import type { XmlListener } from './xml.ts'

/** What describes a workbook is small: 64,000 styles are the most, and take 10 MB. */
const MAX_CHARS = 16 * 1024 * 1024

export type Sheet = { readonly part: string; readonly hidden: boolean }

/** What the workbook says of its sheets and cells. */
export type Book = {
  readonly sheets: readonly Sheet[]
  readonly is1904: boolean
  /** For each style whether it shows numbers as dates. */
  readonly dates: readonly boolean[]
  /** The part of the shared texts; undefined when there are none. */
  readonly strings: string | undefined
}

/** @throws Failure `unreadable` when a part is missing or damaged. */
export async function readBook(archive: Archive): Promise<Book> {
  const links = new Links()
  await scan(archive, 'xl/_rels/workbook.xml.rels', links)
  const workbook = new Workbook()
  await scan(archive, 'xl/workbook.xml', workbook)
  const styles = new Styles()
  const stylesPart = links.one('styles') ?? 'xl/styles.xml'
  if (archive.has(stylesPart)) await scan(archive, stylesPart, styles)
  const strings = links.one('sharedStrings') ?? 'xl/sharedStrings.xml'
  return {
    // What has no worksheet is a chart on a sheet of its own.
    sheets: workbook.sheets.flatMap(({ link, hidden }) => {
      const part = links.worksheets.get(link)
      return part === undefined ? [] : [{ part, hidden }]
    }),
    is1904: workbook.is1904 ?? false,
    dates: styles.dates(),
    strings: archive.has(strings) ? strings : undefined,
  }
}

async function scan(archive: Archive, part: string, listener: Pick<XmlListener, 'open' | 'close'>): Promise<void> {
  const scanner = new XmlScanner({
    open: (name, tag) => listener.open(name, tag),
    close: (name) => listener.close(name),
    text: () => {},
  })
  let chars = 0
  for await (const piece of archive.text(part)) {
    chars += piece.length
    if (chars > MAX_CHARS) throw tooLargeWorkbook()
    scanner.push(piece)
  }
  scanner.end()
}

/** Where the parts are: programs name them as they like. */
class Links {
  readonly worksheets = new Map<string, string>()
  private readonly others = new Map<string, string>()

  one(kind: 'styles' | 'sharedStrings'): string | undefined {
    return this.others.get(kind)
  }

  open(name: string, tag: StartTag): void {
    const target = name === 'Relationship' ? tag.get('Target') : undefined
    if (target === undefined) return
    const kind = tag.get('Type')?.split('/').at(-1) ?? ''
    const part = target.startsWith('/') ? target.slice(1) : posix.join('xl', target)
    if (kind === 'worksheet') this.worksheets.set(tag.get('Id') ?? '', part)
    else this.others.set(kind, part)
  }

  close(): void {}
}

class Workbook {
  readonly sheets: { readonly link: string; readonly hidden: boolean }[] = []
  is1904: boolean | undefined

  open(name: string, tag: StartTag): void {
    if (name === 'workbookPr') this.is1904 ??= /^(?:1|true)$/.test(tag.get('date1904') ?? '')
    if (name !== 'sheet') return
    // Sheets that nobody sees: last year's, or lists behind drop-down cells.
    const hidden = /^(?:hidden|veryHidden)$/.test(tag.get('state') ?? '')
    this.sheets.push({ link: tag.get('id') ?? '', hidden })
  }

  close(): void {}
}

class Styles {
  private readonly codes = new Map<number, string>()
  /** The number of its format that each style has; a cell's style may leave it to the one that it rests on. */
  private readonly bases: (string | undefined)[] = []
  private readonly cells: { readonly format: string | undefined; readonly base: number }[] = []
  private list: 'bases' | 'cells' | undefined

  open(name: string, tag: StartTag): void {
    if (name === 'numFmt') this.codes.set(Number(tag.get('numFmtId')), tag.get('formatCode') ?? '')
    else if (name === 'cellStyleXfs') this.list = 'bases'
    else if (name === 'cellXfs') this.list = 'cells'
    else if (name === 'xf' && this.list === 'bases') this.bases.push(tag.get('numFmtId'))
    else if (name === 'xf' && this.list === 'cells')
      this.cells.push({ format: tag.get('numFmtId'), base: Number(tag.get('xfId')) })
  }

  close(name: string): void {
    if (name === 'cellStyleXfs' || name === 'cellXfs') this.list = undefined
  }

  dates(): boolean[] {
    return this.cells.map(({ format, base }) => {
      const id = Number(format ?? this.bases[base])
      return isDateFormat(id, this.codes.get(id))
    })
  }
}
