/** Parsed JSON of unknown shape, and the few questions we ask of it. */
export type Json = Record<string, unknown>

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function objectAt(from: Json, key: string): Json | undefined {
  const value = from[key]
  return isObject(value) ? value : undefined
}

export function listAt(from: Json, key: string): unknown[] | undefined {
  const value = from[key]
  return Array.isArray(value) ? value : undefined
}

export function objectsAt(from: Json, key: string): Json[] {
  return (listAt(from, key) ?? []).filter(isObject)
}

/** A non-empty string; numbers are taken as Meta takes them (button indexes, ids). */
export function textAt(from: Json, key: string): string | undefined {
  const value = from[key]
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function numberAt(from: Json, key: string): number | undefined {
  const value = from[key]
  if (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))) return Number(value)
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** Length as WhatsApp counts it, as far as is known: code points. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length += 1
  return length
}
