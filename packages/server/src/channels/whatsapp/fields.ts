import type { Instant } from '@recado/domain/shared/instant'

/** A JSON object that we did not write: every value has to be looked at before it is used. */
export type Fields = Readonly<Record<string, unknown>>

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const fieldsOf = (value: unknown): Fields | undefined => (isFields(value) ? value : undefined)

/** The object below a key, or an empty one: for parts whose absence means nothing. */
export const child = (fields: Fields, key: string): Fields => fieldsOf(fields[key]) ?? {}

/** The elements of a list, without those that are no objects. Use `listOf` where a broken element must be reported. */
export const children = (fields: Fields, key: string): Fields[] => listOf(fields, key).filter(isFields)

export function listOf(fields: Fields, key: string): readonly unknown[] {
  const value = fields[key]
  return Array.isArray(value) ? value : []
}

/**
 * A text; `""` is absent, as early payloads with business-scoped ids wrote it. NUL and halves of surrogate pairs are
 * replaced: PostgreSQL stores neither, and one such letter must not stop a batch.
 */
export function textOf(fields: Fields, key: string): string | undefined {
  const value = fields[key]
  if (typeof value !== 'string' || value === '') return undefined
  return (value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value).toWellFormed()
}

/** An id: digits are a number in some events (template ids) and a text in others. */
export function idOf(fields: Fields, key: string): string | undefined {
  const value = fields[key]
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : textOf(fields, key)
}

export function numberOf(fields: Fields, key: string): number | undefined {
  const value = fields[key]
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

export function flagOf(fields: Fields, key: string): boolean | undefined {
  const value = fields[key]
  return typeof value === 'boolean' ? value : undefined
}

/** 5 March 5138 in seconds, 3 March 1973 in milliseconds: what is larger can only be meant in milliseconds. */
const LARGEST_SECONDS = 1e11
/** The last moment that a Date and PostgreSQL both know. */
const LARGEST_INSTANT = 8.64e15

/** Unix seconds as text or number; milliseconds where an integration sends those (`smb_app_state_sync`). */
export function momentOf(fields: Fields, key: string): Instant | undefined {
  const value = numberOf(fields, key)
  if (value === undefined || value <= 0 || value > LARGEST_INSTANT) return undefined
  return Math.round(value > LARGEST_SECONDS ? value : value * 1_000) as Instant
}

/** T, with the keys that may be undefined made optional. */
export type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/** The same fields without those whose value is undefined: what is absent is absent. */
export function present<T extends object>(fields: T): Present<T> {
  const kept: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) kept[key] = value
  return kept as Present<T>
}
