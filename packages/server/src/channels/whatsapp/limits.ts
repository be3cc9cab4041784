import { Failure } from '@recado/domain/shared/failure'

/** Longest texts that Meta accepts, in characters. Source: messages/* and templates/components, December 2025. */
export const LIMITS = {
  text: 4096,
  interactiveBody: 1024,
  listBody: 4096,
  header: 60,
  footer: 60,
  caption: 1024,
  buttonTitle: 20,
  buttonId: 256,
  listButton: 20,
  sectionTitle: 24,
  rowTitle: 24,
  rowDescription: 72,
  rowId: 200,
  linkLabel: 20,
  quickReplyPayload: 256,
  callbackData: 512,
  templateName: 512,
  templateBody: 1024,
  templateButton: 25,
} as const

export const MOST_BUTTONS = 3
export const MOST_SECTIONS = 10
/** In all sections together. */
export const MOST_ROWS = 10

/** Characters as people count them on WhatsApp: code points, an emoji of one code point is one. */
export const lengthOf = (text: string): number => {
  let length = 0
  for (const _ of text) length++
  return length
}

/** The failure of a message that we composed wrongly. Names the field and the limit, never the text. */
export const invalid = (what: string, details: Readonly<Record<string, unknown>> = {}): Failure =>
  new Failure('invalid', what, details)

/** @throws Failure `invalid` when the text is empty or longer than `most`. */
export function checked(text: string, what: string, most: number): string {
  if (text.trim() === '') throw invalid(`${what} is empty`)
  // Code points are never more than UTF-16 units: most texts need no counting.
  if (text.length > most && lengthOf(text) > most) throw invalid(`${what} is longer than ${most} characters`, { most })
  return text
}

/** @throws Failure `invalid` unless there are 1 to `most` of them. */
export function checkedCount(count: number, what: string, most: number): void {
  if (count < 1 || count > most) throw invalid(`${count} ${what}, 1 to ${most} are possible`, { count, most })
}

/** @throws Failure `invalid` when two are the same: Meta refuses them, and a tap could not be told from another. */
export function checkedUnique(texts: readonly string[], what: string): void {
  if (new Set(texts).size !== texts.length) throw invalid(`two ${what} are the same`)
}
