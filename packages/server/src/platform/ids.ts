import { createHash, randomFillSync } from 'node:crypto'
import { machineClock } from './clock.ts'

const RANDOM_BYTES = 10 // 2 for the counter's start, 8 for the variant and the tail

/**
 * Makes UUIDs of version 7 (RFC 9562, 6.2 method 1): 48 bits of milliseconds, a 12-bit counter, 62 random bits. Ids of one
 * source sort in the order in which they were made, also within a millisecond and when the machine's clock is set back.
 */
export function createIdSource(now: () => number, fillRandom: (bytes: Uint8Array) => unknown): () => string {
  const pool = new Uint8Array(RANDOM_BYTES * 512) // random bytes are fetched for 512 ids at once: 10 times faster than one by one
  let used = pool.length
  let lastMs = -1
  let counter = 0
  let prefixMs = -1
  let prefix = '' // hundreds of ids of an import share their millisecond
  return () => {
    if (used === pool.length) {
      fillRandom(pool)
      used = 0
    }
    const random = pool.subarray(used, used + RANDOM_BYTES)
    used += RANDOM_BYTES
    const ms = now()
    if (ms > lastMs) {
      lastMs = ms
      counter = (((random[0] ?? 0) << 8) | (random[1] ?? 0)) & 0x7ff // starts low: room to count within the millisecond
    } else if (++counter > 0xfff) {
      lastMs += 1
      counter = 0
    }
    if (lastMs !== prefixMs) {
      prefixMs = lastMs
      prefix = prefixOf(lastMs)
    }
    return format(prefix, counter, random)
  }
}

const next = createIdSource(machineClock.now, randomFillSync)

/** A new id: UUIDv7, lower case. The type argument is the brand of what it identifies. */
export const newId = <Id extends string = string>(): Id => next() as Id

/** The smallest id that could have been made at that time (machine time): the start of a range over ids. */
export function floorId(ms: number): string {
  const time = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`
}

/** The same id for the same text, always: for what has no row of its own. Version 8 (RFC 9562, 5.8), from its SHA-256. */
export function derivedId(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

const COUNTERS = Array.from({ length: 0x1000 }, (_, counter) => counter.toString(16).padStart(3, '0'))

function prefixOf(ms: number): string {
  const time = ms.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7`
}

function format(prefix: string, counter: number, random: Uint8Array): string {
  const hex = (index: number) => HEX[random[index] ?? 0]
  const variant = HEX[((random[2] ?? 0) & 0x3f) | 0x80]
  const tail = `${hex(4)}${hex(5)}${hex(6)}${hex(7)}${hex(8)}${hex(9)}`
  return `${prefix}${COUNTERS[counter]}-${variant}${hex(3)}-${tail}`
}
