import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Failure } from '@recado/domain/shared/failure'

/** Small, so that the rows of a piece die young: what survives costs memory until the next full collection. */
const CHUNK_BYTES = 16 * 1024
const MEMORY_BYTES = 32 * 1024 * 1024
const MAX_BYTES = 512 * 1024 * 1024

/** The bytes of one upload, readable as often as needed: in memory, or in a temporary file when they are many. */
export type ByteStore = {
  readonly size: number
  /** Small chunks, from the start. */
  chunks(): AsyncIterable<Uint8Array>
  /** The bytes from `from` up to, not with, `to`: a workbook's list of contents is at its end. */
  range(from: number, to: number): AsyncIterable<Uint8Array>
  close(): Promise<void>
}

/** @throws Failure `too-large` above 512 MiB. */
export async function keepBytes(input: AsyncIterable<Uint8Array> | Uint8Array, memoryBytes = MEMORY_BYTES) {
  if (input instanceof Uint8Array) return inMemory([input], input.length)
  const kept: Uint8Array[] = []
  let size = 0
  let spill: Spill | undefined
  try {
    for await (const chunk of input) {
      size += chunk.length
      if (size > MAX_BYTES) throw new Failure('too-large', 'The file is larger than 512 MB: export a shorter period.')
      if (spill) await spill.handle.write(chunk)
      else kept.push(chunk)
      if (!spill && size > memoryBytes) spill = await spillToDisk(kept)
    }
  } catch (error) {
    await spill?.close()
    throw error
  }
  if (!spill) return inMemory(kept, size)
  await spill.handle.close()
  return onDisk(spill.path, size)
}

function inMemory(parts: readonly Uint8Array[], size: number): ByteStore {
  async function* range(from: number, to: number): AsyncGenerator<Uint8Array> {
    let start = 0
    for (const part of parts) {
      const end = Math.min(part.length, to - start)
      for (let at = Math.max(0, from - start); at < end; at += CHUNK_BYTES)
        yield part.subarray(at, Math.min(end, at + CHUNK_BYTES))
      start += part.length
      if (start >= to) return
    }
  }
  return { size, chunks: () => range(0, size), range, close: async () => {} }
}

type Spill = { readonly path: string; readonly handle: FileHandle; close(): Promise<void> }

async function spillToDisk(kept: Uint8Array[]): Promise<Spill> {
  const path = join(tmpdir(), `recado-import-${randomUUID()}`)
  // Patients' data: readable by our user alone, and gone with close().
  const handle = await open(path, 'wx', 0o600)
  for (const chunk of kept.splice(0)) await handle.write(chunk)
  return {
    path,
    handle,
    async close() {
      await handle.close()
      await rm(path, { force: true })
    },
  }
}

function onDisk(path: string, size: number): ByteStore {
  // A stream's `end` is inclusive: it can't say "nothing".
  const range = (start: number, to: number): AsyncIterable<Uint8Array> =>
    start < to ? createReadStream(path, { start, end: to - 1, highWaterMark: CHUNK_BYTES }) : Readable.from([])
  return { size, chunks: () => range(0, size), range, close: () => rm(path, { force: true }) }
}

/** The first bytes, for sniffing. */
export async function headOf(store: ByteStore, bytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of store.chunks()) {
    parts.push(chunk)
    size += chunk.length
    if (size >= bytes) break
  }
  return Buffer.concat(parts).subarray(0, bytes)
}
