/** One text, taken apart (grammar in message-params.ts). */
export type Part =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'number' }
  | { readonly kind: 'plural' | 'select'; readonly name: string; readonly branches: ReadonlyMap<string, Message> }
export type Message = readonly Part[]

/** @throws SyntaxError for a text that the grammar does not allow: a mistake in the catalogue, found by its test. */
export function parseMessage(source: string): Message {
  const reader = { source, at: 0 }
  const message = readMessage(reader, false)
  if (reader.at < source.length) throw new SyntaxError(`a brace too many at ${reader.at}: ${source}`)
  return message
}

/** The names of all values that the text asks for, sorted. */
export function paramNames(message: Message): string[] {
  const names = new Set<string>()
  for (const part of message) {
    if (part.kind === 'value' || part.kind === 'plural' || part.kind === 'select') names.add(part.name)
    if (part.kind === 'plural' || part.kind === 'select') {
      for (const branch of part.branches.values()) for (const name of paramNames(branch)) names.add(name)
    }
  }
  return [...names].toSorted()
}

type Reader = { readonly source: string; at: number }

function readMessage(reader: Reader, inPlural: boolean): Message {
  const parts: Part[] = []
  while (reader.at < reader.source.length && reader.source[reader.at] !== '}') {
    const here = reader.source[reader.at]
    if (here === '{') parts.push(readArgument(reader, inPlural))
    else if (here === '#' && inPlural) parts.push(readHash(reader))
    else parts.push({ kind: 'words', words: readUntil(reader, inPlural ? '{}#' : '{}') })
  }
  return parts
}

function readHash(reader: Reader): Part {
  reader.at += 1
  return { kind: 'number' }
}

function readArgument(reader: Reader, inPlural: boolean): Part {
  reader.at += 1
  const name = readUntil(reader, ',}').trim()
  if (!/^[a-z][A-Za-z0-9]*$/.test(name)) throw new SyntaxError(`not a parameter's name: "${name}" in ${reader.source}`)
  if (reader.source[reader.at] === '}') {
    reader.at += 1
    return { kind: 'value', name }
  }
  expectText(reader, ', ')
  const kind = readUntil(reader, ',}').trim()
  if (kind !== 'plural' && kind !== 'select') throw new SyntaxError(`neither plural nor select: ${reader.source}`)
  expectText(reader, ',')
  return { kind, name, branches: readBranches(reader, inPlural || kind === 'plural') }
}

function readBranches(reader: Reader, inPlural: boolean): ReadonlyMap<string, Message> {
  const branches = new Map<string, Message>()
  for (;;) {
    const key = readUntil(reader, '{}').trim()
    if (key === '') break
    expectText(reader, '{')
    branches.set(key, readMessage(reader, inPlural))
    expectText(reader, '}')
  }
  expectText(reader, '}')
  if (!branches.has('other')) throw new SyntaxError(`no branch for "other": ${reader.source}`)
  return branches
}

function readUntil(reader: Reader, stops: string): string {
  const from = reader.at
  while (reader.at < reader.source.length && !stops.includes(reader.source[reader.at] ?? '')) reader.at += 1
  return reader.source.slice(from, reader.at)
}

function expectText(reader: Reader, text: string): void {
  if (!reader.source.startsWith(text, reader.at)) {
    throw new SyntaxError(`"${text}" is missing at ${reader.at}: ${reader.source}`)
  }
  reader.at += text.length
}
