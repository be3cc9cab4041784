import { Failure } from '@recado/domain/shared/failure'

export type FileKind = 'text' | 'workbook'

/** A file that is no table: one sentence on what it is, one on what to do. `reason` is stable, for programs. */
export const notATable = (reason: string, message: string): Failure => new Failure('unreadable', message, { reason })

const SAVE_AS = 'Open it in your spreadsheet program and save it as "CSV UTF-8" or as .xlsx, then import that file.'

type Signature = { readonly reason: string; readonly starts: (head: string) => boolean; readonly message: string }

// `head` is read as latin1: every byte is one character.
const SIGNATURES: readonly Signature[] = [
  { reason: 'not_text.rtf', starts: (h) => h.startsWith('{\\rtf'), message: `This is a rich text document (RTF), not a table. ${SAVE_AS}` },
  { reason: 'not_text.xls', starts: (h) => h.startsWith('\xd0\xcf\x11\xe0'), message: `This is an old Excel or Word file (.xls, .doc), or a workbook that a password protects. ${SAVE_AS.replace('then import', 'without a password, then import')}` },
  { reason: 'not_text.pdf', starts: (h) => h.startsWith('%PDF'), message: 'This is a PDF. Export the list from your system as CSV or Excel instead.' },
  { reason: 'not_text.gzip', starts: (h) => h.startsWith('\x1f\x8b'), message: 'This is a compressed file. Unpack it and import the table inside.' },
  { reason: 'not_text.rar', starts: (h) => h.startsWith('Rar!') || h.startsWith('7z\xbc\xaf'), message: 'This is a compressed archive. Unpack it and import the table inside.' },
  { reason: 'not_text.image', starts: (h) => /^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF|II\*\0|BM.{4}\0\0)/s.test(h), message: 'This is a picture. Export the list from your system as CSV or Excel instead.' },
  { reason: 'not_text.html', starts: (h) => /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|table|meta|style|div)\b/i.test(h), message: `This is a web page saved under another name. ${SAVE_AS}` },
  { reason: 'not_text.xml', starts: (h) => /^(?:\xef\xbb\xbf)?\s*<\?xml/i.test(h), message: `This is an XML file, not a table. ${SAVE_AS}` },
  { reason: 'not_text.json', starts: (h) => /^(?:\xef\xbb\xbf)?\s*(?:\[\s*[{[]|\{\s*"|\[\s*\])/.test(h), message: 'This is JSON, not a table. Use the API for it, or export as CSV.' },
  { reason: 'not_text.calendar', starts: (h) => /^(?:\xef\xbb\xbf)?BEGIN:V(?:CALENDAR|CARD)/i.test(h), message: 'This is a calendar or address card file. Export the list from your system as CSV or Excel instead.' },
] // prettier-ignore

/**
 * What the bytes are, whatever the file is called.
 * @throws Failure `unreadable` with `details.reason` for everything that is neither text nor a workbook.
 */
export function sniff(head: Uint8Array, size: number): FileKind {
  if (size === 0) throw notATable('empty', 'The file is empty.')
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 4096)).toString('latin1')
  if (text.startsWith('PK\x03\x04') || text.startsWith('PK\x05\x06')) return 'workbook'
  if (text.startsWith('\xff\xfe\0\0') || text.startsWith('\0\0\xfe\xff'))
    throw notATable('not_text.utf32', `This text is in UTF-32, which no spreadsheet writes. ${SAVE_AS}`)
  const found = SIGNATURES.find(({ starts }) => starts(text))
  if (found) throw notATable(found.reason, found.message)
  if (looksBinary(head)) {
    throw notATable('not_text.binary', `This is not a text file: it holds bytes that no table has. ${SAVE_AS}`)
  }
  return 'text'
}

/** Control characters that no export writes; zero bytes are left to the UTF-16 check. */
function looksBinary(head: Uint8Array): boolean {
  if (utf16ByZeros(head) !== undefined || hasUtf16Mark(head)) return false
  let odd = 0
  for (const byte of head) {
    if (byte === 0) return true
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 26 && byte !== 27) odd++
  }
  return odd > Math.max(1, head.length / 200)
}

const hasUtf16Mark = (head: Uint8Array): boolean =>
  (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)

/** UTF-16 without a mark: nearly every second byte of ordinary text is zero, always on the same side. */
export function utf16ByZeros(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const pairs = Math.floor(Math.min(head.length, 2048) / 2)
  if (pairs < 4) return undefined
  let even = 0
  let odd = 0
  for (let at = 0; at < pairs * 2; at += 2) {
    if (head[at] === 0) even++
    if (head[at + 1] === 0) odd++
  }
  if (odd > pairs * 0.4 && even <= pairs * 0.02) return 'utf-16le'
  if (even > pairs * 0.4 && odd <= pairs * 0.02) return 'utf-16be'
  return undefined
}
