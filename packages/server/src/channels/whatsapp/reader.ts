import type { Fields } from './fields.ts'

/** Reads one item of a webhook into a part of kind P. It looks, never throws, and says why when it can't. */
export type Reader<P> = (item: Fields, around: Surroundings) => P | UnknownPart | UnreadablePart

/** What a reader gets to see besides the item. */
export type Surroundings = { readonly field: string; readonly value: Fields }

/** Well formed, but of a kind that we don't know: kept, counted, without effect. */
export type UnknownPart = { readonly kind: 'unknown'; readonly what: string }
/** Not what Meta documents; kept with the reason. The items beside it are not affected. */
export type UnreadablePart = { readonly kind: 'unreadable'; readonly why: string }

export const unknown = (what: string): UnknownPart => ({ kind: 'unknown', what })
export const unreadable = (why: string): UnreadablePart => ({ kind: 'unreadable', why })
