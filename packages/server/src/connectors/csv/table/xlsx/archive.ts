import { pipeline, Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { Failure } from '@recado/domain/shared/failure'
import { fromRandomAccessReaderPromise, RandomAccessReader } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import type { ByteStore } from '../../bytes/byte-store.ts'
import { notATable } from '../../bytes/sniff.ts'
import { damagedWorkbook, tooLargeWorkbook } from './refusals.ts'

/** Unpacked, an archive may be this large (about a million visits); no part may become larger than it says. */
const MAX_UNPACKED_BYTES = 512 * 1024 * 1024
const MAX_PARTS = 10_000
/** The end of the list of contents and the longest comment that may follow it. */
const END_BYTES = 22 + 65_535
const PIECE_BYTES = 64 * 1024
const [STORED, DEFLATED] = [0, 8]
const LESS = 60
/** No text of a cell is as long without a tag. */
const MAX_HELD_BYTES = 1024 * 1024

const NO_WORKBOOK = 'This is an archive (zip), not a table. Unpack it and import the CSV or Excel file inside.'
const OPEN_DOCUMENT = 'This is an OpenDocument file. Save it as CSV or .xlsx and import that.'

/** The parts of a workbook. */
export type Archive = {
  has(part: string): boolean
  /**
   * The text of a part in pieces, unpacked as it is read.
   * @throws Failure `unreadable` for a part that is missing or, at its end at the latest, not what was packed.
   */
  text(part: string): AsyncGenerator<string>
}

/** @throws Failure `unreadable` for an archive that is damaged, too large or no workbook. */
export async function openArchive(store: ByteStore): Promise<Archive> {
  const { zip, entries } = await contentsOf(store)
  let unpacked = 0
  for (const { uncompressedSize } of entries.values()) unpacked += uncompressedSize
  if (unpacked > MAX_UNPACKED_BYTES) throw tooLargeWorkbook()
  if (![...entries.keys()].some((name) => name.startsWith('xl/')))
    throw notATable('not_text.zip', entries.has('mimetype') && entries.has('content.xml') ? OPEN_DOCUMENT : NO_WORKBOOK)
  return {
    has: (part) => entries.has(part),
    text: (part) => partText(zip, entries.get(part)),
  }
}

async function contentsOf(store: ByteStore): Promise<{ zip: ZipFile; entries: ReadonlyMap<string, Entry> }> {
  const size = await archiveSize(store)
  const entries = new Map<string, Entry>()
  try {
    const zip = await fromRandomAccessReaderPromise(new StoreReader(store), size, { autoClose: false })
    if (zip.entryCount > MAX_PARTS) throw notATable('not_text.zip', NO_WORKBOOK)
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
    return { zip, entries }
  } catch (error) {
    throw asDamage(error)
  }
}

/** Without what follows the archive: old servers end a download with an empty line. */
async function archiveSize(store: ByteStore): Promise<number> {
  const from = Math.max(0, store.size - END_BYTES)
  const parts: Uint8Array[] = []
  for await (const chunk of store.range(from, store.size)) parts.push(chunk)
  const tail = Buffer.concat(parts)
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end === -1 || end + 22 > tail.length) throw damagedWorkbook()
  return Math.min(store.size, from + end + 22 + tail.readUInt16LE(end + 20))
}

class StoreReader extends RandomAccessReader {
  private readonly store: ByteStore

  constructor(store: ByteStore) {
    super()
    this.store = store
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.store.range(start, end), { objectMode: false })
  }
}

async function* partText(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<string> {
  if (!entry) throw damagedWorkbook()
  let sum = 0
  let size = 0
  let held = Buffer.alloc(0)
  try {
    for await (const chunk of unpacked(zip, entry)) {
      size += chunk.length
      if (size > entry.uncompressedSize || held.length > MAX_HELD_BYTES) throw damagedWorkbook()
      sum = crc32(chunk, sum)
      // Cut before a tag no character is in two pieces, and text from a buffer has one byte a character where it can.
      const bytes = Buffer.concat([held, chunk])
      const end = Math.max(0, bytes.lastIndexOf(LESS))
      if (end > 0) yield bytes.toString('utf8', 0, end)
      held = bytes.subarray(end)
    }
    yield held.toString('utf8')
  } catch (error) {
    throw asDamage(error)
  }
  // One wrong bit is another patient's number. Programs that write no checksum write 0.
  if (size !== entry.uncompressedSize || (entry.crc32 !== 0 && sum !== entry.crc32)) throw damagedWorkbook()
}

async function* unpacked(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) throw damagedWorkbook()
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false })
  if (entry.compressionMethod === STORED) yield* packed as AsyncIterable<Uint8Array>
  else if (entry.compressionMethod === DEFLATED) {
    // Of larger pieces than the archive's reader makes: each costs a turn of the event loop.
    const inflate = createInflateRaw({ chunkSize: PIECE_BYTES })
    pipeline(packed, inflate, () => {})
    yield* inflate as AsyncIterable<Uint8Array>
  } else throw damagedWorkbook()
}

/** The reader's own errors say that the file is damaged; those of the disk (with a `syscall`) are ours. */
const asDamage = (error: unknown): unknown =>
  error instanceof Failure || (error instanceof Error && 'syscall' in error) ? error : damagedWorkbook(error)
