/** JSON as Meta sends it: UTF-8, and ids that are numbers too large for a JavaScript number. */
export type ParsedJson = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string }

const decoder = new TextDecoder('utf-8', { fatal: true })
/** A whole number of 16 digits or more in the place of a value; inside a text it only costs a second reading. */
const LARGE_INTEGER = /[:[,]\s*-?\d{16}/
/** Meta's deepest payload has 14 levels. What nests deeper would overflow the stack of whoever writes it again. */
const DEEPEST = 64
const TOO_DEEP = '[nested too deeply]'

/** Whole numbers beyond 2^53 become texts with the same digits. Never throws. */
export function parseJson(bytes: Uint8Array): ParsedJson {
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    return { ok: false, why: 'not UTF-8' }
  }
  try {
    const value: unknown = prune(JSON.parse(text), DEEPEST)
    return { ok: true, value: LARGE_INTEGER.test(text) ? withLargeIntegers(text, value) : value }
  } catch {
    return { ok: false, why: text.trim() === '' ? 'empty' : 'not JSON' }
  }
}

/** The second reading recurses inside the engine; a text too deep for it keeps the first reading. */
function withLargeIntegers(text: string, firstReading: unknown): unknown {
  try {
    return prune(JSON.parse(text, keepLargeIntegers), DEEPEST)
  } catch {
    return firstReading
  }
}

function keepLargeIntegers(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value
  const source = context?.source ?? ''
  return /^-?\d+$/.test(source) ? source : value
}

/** Cuts off, in place, what lies deeper than `levels`. */
function prune(value: unknown, levels: number): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (levels === 0) return TOO_DEEP
  const branch = value as Record<string, unknown>
  for (const key in branch) {
    const below = branch[key]
    if (typeof below === 'object' && below !== null) branch[key] = prune(below, levels - 1)
  }
  return value
}
