import type { ByteStore } from '../bytes/byte-store.ts'
import { notATable } from '../bytes/sniff.ts'
import { hasHeadings } from '../columns/find-header.ts'
import { firstRows } from './row-source.ts'
import type { RowSource } from './row-source.ts'
import type { RawRow } from './tokenizer.ts'
import { openArchive } from './xlsx/archive.ts'
import type { Archive } from './xlsx/archive.ts'
import { readBook } from './xlsx/book-parts.ts'
import type { Sheet } from './xlsx/book-parts.ts'
import { CellTexts } from './xlsx/cell-text.ts'
import type { CellContext } from './xlsx/cell-text.ts'
import { readSharedStrings, SharedStrings } from './xlsx/shared-strings.ts'
import { SheetRows } from './xlsx/sheet-rows.ts'
import { XmlScanner } from './xlsx/xml.ts'

/** The rows that say how wide the table is. */
const HEAD_ROWS = 500
const PIECE_ROWS = 500

export type WorkbookTable = { readonly source: RowSource; readonly otherSheets: number }

/**
 * The first visible sheet that looks like a book, its rows as text: dates as ISO, numbers with all their digits. The file
 * is unpacked anew each time that its rows are read: in memory are its shared texts alone.
 * @throws Failure `unreadable` (`not_text.zip`) for an archive that is no workbook, or a damaged one.
 */
export async function openWorkbook(store: ByteStore): Promise<WorkbookTable> {
  const archive = await openArchive(store)
  const book = await readBook(archive)
  const strings = book.strings === undefined ? new SharedStrings() : await readSharedStrings(archive, book.strings)
  const context = { ...book, strings }
  const visible = await filledSheets(archive, context, book.sheets, false)
  const filled = visible.length > 0 ? visible : await filledSheets(archive, context, book.sheets, true)
  // A cover or a summary may come first: the first sheet with known headings is the book.
  const first = filled.find(({ isBook }) => isBook) ?? filled[0]
  if (!first) throw notATable('empty', 'The workbook is empty.')
  const { part, width } = first
  const rows = (): AsyncIterable<readonly RawRow[]> => tableRows(sheetRows(archive, context, part), width)
  return { source: { rows, isForeignLine: () => false }, otherSheets: filled.length - 1 }
}

type FilledSheet = { readonly part: string; readonly width: number; readonly isBook: boolean }

async function filledSheets(archive: Archive, context: CellContext, sheets: readonly Sheet[], hidden: boolean) {
  const filled: FilledSheet[] = []
  for (const part of new Set(sheets.filter((sheet) => sheet.hidden === hidden).map((sheet) => sheet.part))) {
    const rows = () => tableRows(sheetRows(archive, context, part))
    const head = await firstRows({ rows, isForeignLine: () => false }, HEAD_ROWS)
    if (head.length === 0) continue
    const width = Math.max(...head.map(({ cells }) => cells.length))
    filled.push({ part, width, isBook: hasHeadings(head) })
  }
  return filled
}

async function* sheetRows(archive: Archive, context: CellContext, part: string): AsyncGenerator<readonly RawRow[]> {
  const sheet = new SheetRows(new CellTexts(context))
  const scanner = new XmlScanner(sheet)
  for await (const piece of archive.text(part)) {
    scanner.push(piece)
    yield sheet.take()
  }
  scanner.end()
}

/**
 * The rows as a table has them: with the empty ones between them, each as wide as the table. What is further right than all of
 * the first rows stands under no heading.
 */
async function* tableRows(filled: AsyncIterable<readonly RawRow[]>, width?: number): AsyncGenerator<readonly RawRow[]> {
  const nothing = Array<string>(width ?? 0).fill('')
  let piece: RawRow[] = []
  let line = 0
  for await (const rows of filled) {
    for (const row of rows) {
      while (++line < row.line) {
        piece.push({ cells: nothing, line })
        if (piece.length >= PIECE_ROWS) {
          yield piece
          piece = []
        }
      }
      piece.push(width === undefined || row.cells.length === width ? row : { ...row, cells: asWide(row.cells, width) })
    }
    if (piece.length > 0) yield piece
    piece = []
  }
}

function asWide(cells: readonly string[], width: number): readonly string[] {
  if (cells.length > width) return cells.slice(0, width)
  return [...cells, ...Array<string>(width - cells.length).fill('')]
}
