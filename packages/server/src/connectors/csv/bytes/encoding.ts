import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import type { ByteStore } from './byte-store.ts'
import { CODE_PAGES, codePageOf, familyOf, isMultiByte } from './code-pages.ts'
import type { CodePage } from './code-pages.ts'
import { utf16ByZeros } from './sniff.ts'

/** `fallback` is set for a file of both kinds of lines: those that are no UTF-8 are read in it. */
export type Encoding = {
  readonly name: 'utf-8' | 'utf-8+bom' | 'utf-16le' | 'utf-16be' | CodePage
  readonly markBytes: number
  readonly fallback?: CodePage
  /** The code page was chosen by how the letters look, not by the country. */
  readonly guessed?: boolean
}

const SAMPLE_BYTES = 64 * 1024
const MAX_LINE_BYTES = 1024 * 1024

/** Mark, then strict UTF-8 over the whole file, then UTF-16 by its zeros, then the country's code page. */
export async function detectEncoding(store: ByteStore, head: Uint8Array, country?: string): Promise<Encoding> {
  if (head[0] === 0xff && head[1] === 0xfe) return { name: 'utf-16le', markBytes: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { name: 'utf-16be', markBytes: 2 }
  const marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf
  const utf16 = marked ? undefined : utf16ByZeros(head)
  if (utf16) return { name: utf16, markBytes: 0 }
  const name = marked ? 'utf-8+bom' : 'utf-8'
  const markBytes = marked ? 3 : 0
  if (await isAllUtf8(store)) return { name, markBytes }
  const lines = await sortLines(store)
  const { page, guessed } = choosePage(Buffer.concat(lines.sample), country)
  // Text of two-byte pages passes as UTF-8 for a line now and then; a mark or many such lines tell a real mix.
  const mixed = marked || (isMultiByte(page) ? lines.utf8 > lines.other / 2 : lines.utf8 > 0)
  if (mixed) return { name, markBytes, fallback: page, guessed }
  return { name: page, markBytes: 0, guessed }
}

async function isAllUtf8(store: ByteStore): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of store.chunks()) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return true
  } catch {
    // A fatal decoder has no other way to say no.
    return false
  }
}

type Lines = { utf8: number; other: number; sample: Uint8Array[] }

async function sortLines(store: ByteStore): Promise<Lines> {
  const lines: Lines = { utf8: 0, other: 0, sample: [] }
  let sampled = 0
  for await (const { bytes } of byteLines(store, 0)) {
    if (!bytes.some((byte) => byte > 127)) continue
    if (isUtf8(bytes)) lines.utf8++
    else {
      lines.other++
      if (sampled < SAMPLE_BYTES) lines.sample.push(bytes)
      sampled += bytes.length
    }
  }
  return lines
}

/** The bytes of each line, its line feed included; none of our encodings but UTF-16 uses that byte for anything else. */
export async function* byteLines(store: ByteStore, skip: number): AsyncGenerator<{ bytes: Uint8Array }> {
  let rest: Uint8Array = new Uint8Array(0)
  let toSkip = skip
  for await (const chunk of store.chunks()) {
    const fresh = toSkip > 0 ? chunk.subarray(toSkip) : chunk
    toSkip = Math.max(0, toSkip - chunk.length)
    const data = rest.length > 0 ? Buffer.concat([rest, fresh]) : fresh
    let from = 0
    for (let at = data.indexOf(10); at !== -1; at = data.indexOf(10, from)) {
      yield { bytes: data.subarray(from, at + 1) }
      from = at + 1
    }
    rest = data.subarray(from)
    // No table has such a line: cut it rather than copy it again and again.
    if (rest.length > MAX_LINE_BYTES) {
      yield { bytes: rest }
      rest = new Uint8Array(0)
    }
  }
  if (rest.length > 0) yield { bytes: rest }
}

function choosePage(sample: Uint8Array, country: string | undefined): { page: CodePage; guessed: boolean } {
  const own = codePageOf(country)
  const scored = (Object.keys(CODE_PAGES) as CodePage[]).map((page) => ({ page, score: plausibility(sample, page) }))
  const best = scored.reduce((top, next) => (next.score > top.score ? next : top))
  const ownScore = scored.find(({ page }) => page === own)?.score ?? -Infinity
  const kin = scored.filter(({ page }) => familyOf(page) === familyOf(own))
  const bestKin = kin.reduce((top, next) => (next.score > top.score ? next : top))
  // The country's page wins unless its text looks clearly broken: many pages give almost the same letters.
  const accepted = country === undefined ? ownScore >= best.score - 0.05 : ownScore > 0.5
  if (accepted) return { page: own, guessed: country === undefined }
  // Then another page of the same script: Russian in KOI8 can pass for Thai.
  return { page: country !== undefined && bestKin.score > 0.5 ? bestKin.page : best.page, guessed: true }
}

/**
 * How much the text looks like words in one script, from about -1 to 1: foreign letters next to letters of their own
 * script are good; symbols inside words, capitals after small letters and undefined characters are bad.
 */
export function plausibility(sample: Uint8Array, page: CodePage): number {
  const text = iconv.decode(Buffer.from(sample), CODE_PAGES[page])
  let good = 0
  let bad = 0
  for (const word of text.match(
    /[^\s\x21-\x26\x28-\x2c.\x2f-\x40[-`{-\x7f]*[^\x00-\x7f][^\s\x21-\x26\x28-\x2c.\x2f-\x40[-`{-\x7f]*/g,
  ) ?? []) {
    const foreign = word.match(/[^\x00-\x7f]/gu)?.length ?? 0
    if (isOneScript(word)) good += foreign
    else bad += foreign
  }
  return good + bad === 0 ? 0 : (good - bad) / (good + bad)
}

const WORD_SHAPES: readonly RegExp[] = [
  /^[\p{Script=Latin}\p{M}'’.-]+$/u, /^[\p{Script=Cyrillic}'’.-]+$/u, /^[\p{Script=Greek}'’.-]+$/u, /^[\p{Script=Hebrew}'"״׳-]+$/u,
  /^[\p{Script=Arabic}\p{M}\u200c\u200e\u200f،ـ-]+$/u, /^[\p{Script=Thai}.ฯ-]+$/u,
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・々〇（）：、。－\u3000]+$/u, /^[\p{Script=Hangul}\p{Script=Han}]+$/u,
] // prettier-ignore

function isOneScript(word: string): boolean {
  if (/[ºª°]/.test(word)) return true
  if (/\p{Ll}\p{Lu}/u.test(word)) return false
  // Rare kinds of Latin letters that a wrong page sprinkles over ordinary words.
  if (/[ƒˆ˜ŠšŽžŸ¥¦§µ¶þÞðÐ]/.test(word) && /^[ƒˆ˜Ÿ¥¦§µ¶]/.test(word)) return false
  return WORD_SHAPES.some((shape) => shape.test(word))
}
