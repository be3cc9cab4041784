/** How one value of a type is written: the type's own binary form (its `_recv` function), without the length before it. */
type Element = {
  /** The type's number in pg_type. */
  readonly oid: number
  /** As many bytes at most. */
  readonly room: (value: never) => number
  /** Writes the value and answers where it ends. */
  readonly write: (bytes: Buffer, at: number, value: never) => number
}

const element = <Value>(
  oid: number,
  room: (value: Value) => number,
  write: (bytes: Buffer, at: number, value: Value) => number,
): Element => ({ oid, room, write })

const TEXT_ROOM = (text: string) => 3 * text.length // UTF-8 takes three bytes at most for each unit of UTF-16
const writeText = (bytes: Buffer, at: number, text: string) => at + bytes.write(text, at, 'utf8')

/** The types whose arrays we send. */
export const ELEMENTS = {
  uuid: element(2950, () => 16, writeUuid),
  text: element(25, TEXT_ROOM, writeText),
  int: element(23, () => 4, (bytes, at, value: number) => bytes.writeInt32BE(value, at)), // prettier-ignore
  bigint: element(20, () => 8, writeInt64),
  boolean: element(16, () => 1, (bytes, at, value: boolean) => bytes.writeUInt8(value ? 1 : 0, at)), // prettier-ignore
  bytea: element(17, (value: Buffer) => value.length, (bytes, at, value: Buffer) => at + value.copy(bytes, at)), // prettier-ignore
  /** Milliseconds since the epoch; the server counts microseconds since 2000. */
  instant: element(
    1184,
    () => 8,
    (bytes, at, ms: number) => writeInt64(bytes, at, (ms - Y2000_MS) * 1_000),
  ),
  /** JSON text, after the number of its version. */
  jsonb: element(3802, (json: string) => 1 + TEXT_ROOM(json), (bytes, at, json: string) => writeText(bytes, bytes.writeUInt8(1, at), json)), // prettier-ignore
} as const satisfies Record<string, Element>

export type ElementKind = keyof typeof ELEMENTS

const Y2000_MS = Date.UTC(2000, 0, 1)
const HEADER = 20
const LENGTH = 4
const NULL = -1

/**
 * An array parameter in PostgreSQL's binary form (arrayfuncs.c, array_recv): the server takes it as it is, while the text
 * form is looked at letter by letter on both sides. `values` are of the kind's type, or null.
 */
export function binaryArray(kind: ElementKind, values: readonly unknown[]): Buffer {
  const { oid, room, write } = ELEMENTS[kind] as Element
  let at = HEADER
  let holes = 0
  for (const value of values as readonly (never | null | undefined)[]) {
    if (value === null || value === undefined) {
      holes = 1
      at = roomFor(at + LENGTH).writeInt32BE(NULL, at)
      continue
    }
    const bytes = roomFor(at + LENGTH + room(value))
    const end = write(bytes, at + LENGTH, value)
    bytes.writeInt32BE(end - at - LENGTH, at)
    at = end
  }
  const header = [1, holes, oid, values.length, 1] // dimensions, whether there are nulls, type, length, first index
  header.forEach((word, index) => scratch.writeInt32BE(word, index * LENGTH))
  return Buffer.from(scratch.subarray(0, at)) // a copy: the scratch belongs to the next array
}

let scratch = Buffer.alloc(64 * 1024)

function roomFor(end: number): Buffer {
  if (end <= scratch.length) return scratch
  const larger = Buffer.alloc(2 * end)
  scratch.copy(larger)
  return (scratch = larger)
}

/** @throws RangeError for a text that is no UUID */
function writeUuid(bytes: Buffer, at: number, uuid: string): number {
  let seen = uuid.length === UUID_LETTERS && DASHES.every((place) => uuid[place] === '-') ? 0 : BAD
  for (let index = 0; index < UUID_BYTES; index++) {
    const place = PLACES[index] ?? 0
    const byte = ((NIBBLES[uuid.charCodeAt(place)] ?? BAD) << 4) | (NIBBLES[uuid.charCodeAt(place + 1)] ?? BAD)
    seen |= byte
    bytes[at + index] = byte
  }
  if (seen >= BAD) throw new RangeError('not a UUID')
  return at + UUID_BYTES
}

const UUID_BYTES = 16
const UUID_LETTERS = 36
const DASHES = [8, 13, 18, 23]
/** Where the pairs of digits stand between the dashes. */
const PLACES = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34]
const BAD = 256
const NIBBLES = Uint16Array.from({ length: 128 }, (_, code) => {
  const digit = '0123456789abcdef'.indexOf(String.fromCharCode(code).toLowerCase())
  return digit < 0 ? BAD : digit
})

/** Eight bytes, without the detour over BigInt. Infinities are the type's own: its largest and smallest value. */
function writeInt64(bytes: Buffer, at: number, value: number): number {
  if (!Number.isFinite(value))
    return value > 0 ? bytes.writeBigInt64BE(MAX_INT64, at) : bytes.writeBigInt64BE(MIN_INT64, at)
  const whole = Math.round(value)
  const high = Math.floor(whole / 2 ** 32)
  bytes.writeInt32BE(high, at)
  return bytes.writeUInt32BE(whole - high * 2 ** 32, at + LENGTH)
}

const MAX_INT64 = 2n ** 63n - 1n
const MIN_INT64 = -(2n ** 63n)
