import { notATable } from '../bytes/sniff.ts'
import type { RawRow } from './tokenizer.ts'

/** Unpacked, a workbook may be this large; more is an archive made to fill memory. */
const MAX_UNPACKED_BYTES = 400 * 1024 * 1024

const NO_WORKBOOK = 'This is an archive (zip), not a table. Unpack it and import the CSV or Excel file inside.'
const BROKEN =
  'This is an Excel workbook, but it is damaged or incomplete. Open it in Excel, save it again and import that file.'

export type WorkbookRows = { readonly rows: RawRow[]; readonly sheet: string; readonly otherSheets: number }

/**
 * The rows of the first sheet that has any, as text: dates as ISO, numbers with all their digits.
 * @throws Failure `unreadable` (`not_text.zip`) for an archive that is no workbook, or a damaged one.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookRows> {
  checkArchive(bytes)
  const { default: readExcelFile } = await import('read-excel-file/node')
  let sheets
  try {
    sheets = await readExcelFile(Buffer.from(bytes))
  } catch (error) {
    // The reader throws plain errors of many kinds for damaged parts; to the user they are one thing.
    throw Object.assign(notATable('not_text.zip', BROKEN), { cause: error })
  }
  const filled = sheets
    .map(({ sheet, data }) => ({ sheet, rows: data.map(toRow) }))
    .filter(({ rows }) => rows.length > 0)
  const [first] = filled
  if (!first) throw notATable('empty', 'The workbook is empty.')
  return { rows: first.rows, sheet: first.sheet, otherSheets: filled.length - 1 }
}

const toRow = (cells: readonly unknown[], at: number): RawRow => ({ cells: cells.map(cellText), line: at + 1 })

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dateText(value)
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(0) : String(value)
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Sheets count days without a zone; the reader gives them as UTC. Rounded to seconds: 0.395833 of a day is 09:30. */
function dateText(value: Date): string {
  const rounded = new Date(Math.round(value.getTime() / 1000) * 1000)
  if (Number.isNaN(rounded.getTime())) return ''
  const text = rounded.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`
}

/** Reads the archive's list of contents: what it is, and how large it would become. */
function checkArchive(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = buffer.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end === -1 || end + 20 > buffer.length) throw notATable('not_text.zip', BROKEN)
  let at = buffer.readUInt32LE(end + 16)
  let unpacked = 0
  const names: string[] = []
  for (let left = buffer.readUInt16LE(end + 10); left > 0 && at + 46 <= buffer.length; left--) {
    if (buffer.readUInt32LE(at) !== 0x02014b50) throw notATable('not_text.zip', BROKEN)
    unpacked += buffer.readUInt32LE(at + 24)
    const nameLength = buffer.readUInt16LE(at + 28)
    names.push(buffer.toString('latin1', at + 46, at + 46 + nameLength))
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  if (unpacked > MAX_UNPACKED_BYTES)
    throw notATable('too_large', 'The workbook is too large to read: export a shorter period.')
  if (names.some((name) => name.startsWith('xl/'))) return
  const isOpenDocument = names.includes('mimetype') && names.includes('content.xml')
  throw notATable(
    'not_text.zip',
    isOpenDocument ? 'This is an OpenDocument file. Save it as CSV or .xlsx and import that.' : NO_WORKBOOK,
  )
}
