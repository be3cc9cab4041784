import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import type { ByteStore } from './byte-store.ts'
import { CODE_PAGES } from './code-pages.ts'
import type { CodePage } from './code-pages.ts'
import { byteLines } from './encoding.ts'
import type { Encoding } from './encoding.ts'

/** Text of the file in pieces. `onFallback` hears the number (from 1) of each line that was no UTF-8. */
export async function* decodeText(
  store: ByteStore,
  encoding: Encoding,
  onFallback: (line: number) => void,
): AsyncGenerator<string> {
  if (encoding.fallback) yield* decodeMixed(store, encoding.markBytes, encoding.fallback, onFallback)
  else yield* decodePlain(store, encoding)
}

async function* decodePlain(store: ByteStore, { name, markBytes }: Encoding): AsyncGenerator<string> {
  const decode = decoderFor(name)
  let skip = markBytes
  for await (const chunk of store.chunks()) {
    const text = decode(skip > 0 ? chunk.subarray(skip) : chunk)
    skip = Math.max(0, skip - chunk.length)
    if (text !== '') yield text
  }
  const rest = decode(undefined)
  if (rest !== '') yield rest
}

function decoderFor(name: Encoding['name']): (chunk: Uint8Array | undefined) => string {
  if (name === 'utf-8' || name === 'utf-8+bom' || name === 'utf-16le' || name === 'utf-16be') {
    const decoder = new TextDecoder(name === 'utf-8+bom' ? 'utf-8' : name, { ignoreBOM: true })
    return (chunk) => (chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode())
  }
  const decoder = iconv.getDecoder(CODE_PAGES[name])
  return (chunk) => (chunk ? decoder.write(Buffer.from(chunk)) : (decoder.end() ?? ''))
}

async function* decodeMixed(
  store: ByteStore,
  markBytes: number,
  fallback: CodePage,
  onFallback: (line: number) => void,
): AsyncGenerator<string> {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
  let line = 0
  let text = ''
  for await (const { bytes } of byteLines(store, markBytes)) {
    line++
    if (isUtf8(bytes)) text += utf8.decode(bytes)
    else {
      onFallback(line)
      text += iconv.decode(Buffer.from(bytes), CODE_PAGES[fallback])
    }
    if (text.length > 65_536) {
      yield text
      text = ''
    }
  }
  if (text !== '') yield text
}
