import { inflateRawSync } from 'node:zlib'
import { notATable } from '../bytes/sniff.ts'
import { hasHeadings } from '../columns/find-header.ts'
import type { RawRow } from './tokenizer.ts'

/** Unpacked, a workbook may be this large (about 300,000 visits): its reader holds it, at ten times the size in memory. */
const MAX_UNPACKED_BYTES = 120 * 1024 * 1024

const NO_WORKBOOK = 'This is an archive (zip), not a table. Unpack it and import the CSV or Excel file inside.'
const BROKEN =
  'This is an Excel workbook, but it is damaged or incomplete. Open it in Excel, save it again and import that file.'

export type WorkbookRows = { readonly rows: RawRow[]; readonly sheet: string; readonly otherSheets: number }

/**
 * The rows of the first visible sheet that looks like a book, as text: dates as ISO, numbers with all their digits.
 * @throws Failure `unreadable` (`not_text.zip`) for an archive that is no workbook, or a damaged one.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookRows> {
  const hidden = hiddenSheets(entryText(bytes, checkArchive(bytes)))
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
    .filter(({ rows }) => rows.some(({ cells }) => cells.some((cell) => cell !== '')))
    .filter(({ sheet }, _, all) => !hidden.has(sheet) || all.every((one) => hidden.has(one.sheet)))
  // A cover or a summary may come first: the first sheet with known headings is the book.
  const first = filled.find(({ rows }) => hasHeadings(rows)) ?? filled[0]
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

/**
 * Sheets count days without a zone; the reader gives them as UTC. Rounded to seconds: 0.395833 of a day is 09:30. A time
 * of day lies on a sheet's day 0.
 */
function dateText(value: Date): string {
  const rounded = new Date(Math.round(value.getTime() / 1000) * 1000)
  if (Number.isNaN(rounded.getTime())) return ''
  const text = rounded.toISOString()
  if (/^(?:1899-12-3[01]|1904-01-01)/.test(text)) return text.slice(11, 19)
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`
}

/** Reads the archive's list of contents: what it is, and how large it would become. */
function checkArchive(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = buffer.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end === -1 || end + 20 > buffer.length) throw notATable('not_text.zip', BROKEN)
  let at = buffer.readUInt32LE(end + 16)
  let unpacked = 0
  const names: string[] = []
  let workbook = -1
  for (let left = buffer.readUInt16LE(end + 10); left > 0 && at + 46 <= buffer.length; left--) {
    if (buffer.readUInt32LE(at) !== 0x02014b50) throw notATable('not_text.zip', BROKEN)
    unpacked += buffer.readUInt32LE(at + 24)
    const nameLength = buffer.readUInt16LE(at + 28)
    const name = buffer.toString('latin1', at + 46, at + 46 + nameLength)
    names.push(name)
    if (name === 'xl/workbook.xml') workbook = at
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  if (unpacked > MAX_UNPACKED_BYTES)
    throw notATable(
      'too_large',
      'The workbook is too large to read: save it as CSV, which has no such limit, or export a shorter period.',
    )
  if (names.some((name) => name.startsWith('xl/'))) return workbook
  const isOpenDocument = names.includes('mimetype') && names.includes('content.xml')
  throw notATable(
    'not_text.zip',
    isOpenDocument ? 'This is an OpenDocument file. Save it as CSV or .xlsx and import that.' : NO_WORKBOOK,
  )
}

/** The text of the archive's entry that the list of contents has at `entry`. */
function entryText(bytes: Uint8Array, entry: number): string {
  if (entry === -1) return ''
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [packed, from] = [buffer.readUInt32LE(entry + 20), buffer.readUInt32LE(entry + 42)]
  const start = from + 30 + buffer.readUInt16LE(from + 26) + buffer.readUInt16LE(from + 28)
  const data = buffer.subarray(start, start + packed)
  if (buffer.readUInt16LE(entry + 10) === 0) return data.toString()
  try {
    return inflateRawSync(data, { maxOutputLength: 4 * 1024 * 1024 }).toString()
  } catch (error) {
    throw Object.assign(notATable('not_text.zip', BROKEN), { cause: error })
  }
}

/** Sheets that nobody sees: last year's, or lists behind drop-down cells. */
const hiddenSheets = (workbook: string): ReadonlySet<string> =>
  new Set(
    [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)]
      .filter(([tag]) => /\sstate="(?:hidden|veryHidden)"/.test(tag))
      .map(([tag]) => unescaped(/\sname="([^"]*)"/.exec(tag)?.[1] ?? '')),
  )

const unescaped = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity)

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
}
