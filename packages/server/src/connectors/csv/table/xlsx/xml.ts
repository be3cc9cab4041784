import { damagedWorkbook } from './refusals.ts'
import { decodeEntities, isSpace, StartTag } from './start-tag.ts'

/** What hears of a part's elements in their order, by their names without prefix. */
export type XmlListener = {
  /** `tag` is lent: it is the next one's afterwards. */
  open(name: string, tag: StartTag): void
  close(name: string): void
  text(text: string): void
}

/** A cell holds 32,767 characters, each written with ten at most. */
const MAX_MARKUP_CHARS = 1024 * 1024
const MAX_DEPTH = 64
const BANG = 33
const QUOTE = 34
const APOSTROPHE = 39
const SLASH = 47
const COLON = 58
const LESS = 60
const GREATER = 62
const QUESTION = 63

/**
 * Reads the XML of a workbook's part as it arrives. Own code because saxes takes twice as long, and a sheet of a
 * hundred thousand rows has two million elements; a law compares the two. It knows no document type
 * and thereby no entities but XML's own five: a part that declares some is refused.
 * @throws Failure `unreadable` for text that is not well-formed.
 */
export class XmlScanner {
  private readonly listener: XmlListener
  private readonly tag = new StartTag()
  /** The open elements, as written and without prefix. */
  private readonly names: string[] = []
  private readonly localNames: string[] = []
  private rest = ''
  private hasRoot = false

  constructor(listener: XmlListener) {
    this.listener = listener
  }

  push(piece: string): void {
    const text = this.rest === '' ? piece : this.rest + piece
    this.rest = text.slice(this.scan(text))
    if (this.rest.length > MAX_MARKUP_CHARS) throw damagedWorkbook()
  }

  end(): void {
    if (!this.hasRoot || this.names.length > 0 || this.rest.trim() !== '') throw damagedWorkbook()
  }

  /** Up to where the text is read: what is behind is the beginning of something. */
  private scan(text: string): number {
    let at = 0
    for (;;) {
      // Mostly one tag follows the other.
      const start = at < text.length && text.charCodeAt(at) === LESS ? at : text.indexOf('<', at)
      if (start === -1) return at
      if (start > at) this.textOf(decodeEntities(text.slice(at, start)))
      const end = this.markup(text, start)
      if (end === -1) return start
      at = end
    }
  }

  private textOf(text: string): void {
    if (this.names.length > 0) this.listener.text(text)
    else if (text.trim() !== '') throw damagedWorkbook()
  }

  /** The end of the markup at `start`; -1 when the text ends before it. */
  private markup(text: string, start: number): number {
    if (start + 1 >= text.length) return -1
    const mark = text.charCodeAt(start + 1)
    if (mark === SLASH) return this.endTag(text, start)
    if (mark === QUESTION) return endOf('?>', text, start)
    return mark === BANG ? this.declaration(text, start) : this.startTag(text, start)
  }

  private declaration(text: string, start: number): number {
    if (text.startsWith('<!--', start)) return endOf('-->', text, start + 4)
    if (text.startsWith('<![CDATA[', start)) {
      const end = endOf(']]>', text, start)
      if (end !== -1) this.textOf(text.slice(start + 9, end - 3))
      return end
    }
    if (text.length < start + 9) return -1
    throw damagedWorkbook()
  }

  private startTag(text: string, start: number): number {
    const end = endOfTag(text, start + 1)
    if (end === -1) return -1
    const isEmpty = text.charCodeAt(end - 1) === SLASH
    const last = isEmpty ? end - 1 : end
    let nameStart = start + 1
    let nameEnd = nameStart
    for (; nameEnd < last; nameEnd++) {
      const code = text.charCodeAt(nameEnd)
      if (isSpace(code)) break
      if (code === COLON) nameStart = nameEnd + 1
    }
    const localName = text.slice(nameStart, nameEnd)
    const isSecondRoot = this.hasRoot && this.names.length === 0
    if (localName === '' || isSecondRoot || this.names.length >= MAX_DEPTH) throw damagedWorkbook()
    this.hasRoot = true
    this.listener.open(localName, this.tag.of(text, nameEnd, last))
    if (isEmpty) this.listener.close(localName)
    else {
      this.names.push(nameStart === start + 1 ? localName : text.slice(start + 1, nameEnd))
      this.localNames.push(localName)
    }
    return end + 1
  }

  private endTag(text: string, start: number): number {
    const name = this.names[this.names.length - 1]
    if (name === undefined) throw damagedWorkbook()
    let end = start + 2
    for (let at = 0; at < name.length && end < text.length; at++, end++)
      if (text.charCodeAt(end) !== name.charCodeAt(at)) throw damagedWorkbook()
    while (end < text.length && isSpace(text.charCodeAt(end))) end++
    if (end >= text.length) return -1
    if (text.charCodeAt(end) !== GREATER) throw damagedWorkbook()
    this.names.pop()
    this.listener.close(this.localNames.pop() ?? name)
    return end + 1
  }
}

function endOf(mark: string, text: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at === -1 ? -1 : at + mark.length
}

/** Where the tag's `>` is; one in quotes belongs to a value. */
function endOfTag(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > GREATER) continue
    if (code === GREATER) return at
    if (code === LESS) throw damagedWorkbook()
    if (code !== QUOTE && code !== APOSTROPHE) continue
    at = text.indexOf(code === QUOTE ? '"' : "'", at + 1)
    if (at === -1) return -1
  }
  return -1
}
