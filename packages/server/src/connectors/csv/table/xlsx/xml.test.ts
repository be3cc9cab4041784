import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { XmlScanner } from './xml.ts'

type Event = readonly [kind: string, ...values: string[]]

/** What is told of the text in pieces; neighbouring texts are one. */
function joined(events: readonly Event[]): Event[] {
  const result: Event[] = []
  for (const event of events) {
    const last = result.at(-1)
    if (event[0] === 'text' && last?.[0] === 'text') result[result.length - 1] = ['text', `${last[1]}${event[1]}`]
    else if (event[0] !== 'text' || event[1] !== '') result.push(event)
  }
  return result
}

function ours(pieces: readonly string[]): Event[] {
  const events: Event[] = []
  const scanner = new XmlScanner({
    open: (name, tag) => events.push(['open', name, `${tag.get('r')}`, `${tag.get('s')}`]),
    close: (name) => events.push(['close', name]),
    text: (text) => events.push(['text', text]),
  })
  for (const piece of pieces) scanner.push(piece)
  scanner.end()
  return joined(events)
}

function theirs(xml: string): Event[] {
  const events: Event[] = []
  const parser = new SaxesParser()
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  parser.on('opentag', ({ name, attributes }) => events.push(['open', local(name), `${attributes['r']}`, `${attributes['s']}`]))
  parser.on('closetag', ({ name }) => events.push(['close', local(name)]))
  parser.on('text', (text) => events.push(['text', text]))
  parser.on('cdata', (text) => events.push(['text', text]))
  parser.write(xml).close()
  return joined(events.filter(([kind], at) => kind !== 'text' || at > 0))
} // prettier-ignore

const words = fc.string({
  unit: fc.constantFrom('a', 'é', '東', '😀', ' ', '>', "'", '"', '&amp;', '&#65;', '&#x42;', '=', '/', ']', '-'),
})
const space = fc.constantFrom('', ' ', '\n', ' \t')
const value = words.map((text) => text.replaceAll('"', '').replaceAll('\n', ' '))
const tagName = fc.constantFrom('c', 'v', 'row', 'x:c', 'is')
const attributes = fc
  .uniqueArray(fc.tuple(fc.constantFrom('r', 's', 't', 'rs'), space, value), {
    selector: ([name]) => name,
    maxLength: 3,
  })
  .map((list) => list.map(([name, around, text]) => ` ${name}${around}=${around}"${text}"`).join(''))
const { node } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words.map((text) => text.replaceAll(']', '')),
    fc.tuple(tagName, attributes, space).map(([name, list, around]) => `<${name}${list}${around}/>`),
    words.map((text) => `<!-- ${text.replaceAll('-', '')}<c> -->`),
    words.map((text) => `<![CDATA[${text.replaceAll(']', '')}<c>]]>`),
    fc.tuple(tagName, attributes, space, fc.array(tie('node'), { maxLength: 4 })).map(([name, list, around, inner]) => `<${name}${list}${around}>${inner.join('')}</${name}${around}>`),
  ),
})) // prettier-ignore
const xml = fc
  .tuple(attributes, fc.array(node, { maxLength: 6 }))
  .map(([list, inner]) => `<?xml version="1.0"?><sheet${list}>${inner.join('')}</sheet>`)

test('XML is read as a parser for all of XML reads it, wherever it is cut into pieces', () => {
  fc.assert(
    fc.property(xml, fc.array(fc.nat(), { maxLength: 5 }), (text, cuts) => {
      const ends = [...cuts.map((cut) => cut % (text.length + 1)), text.length].sort((x, y) => x - y)
      const pieces = ends.map((end, at) => text.slice(ends[at - 1] ?? 0, end))
      expect(ours(pieces)).toEqual(theirs(text))
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['two roots', '<a/><b/>'],
  ['none', '  '],
  ['text beside the root', '<a/>b'],
  ['an end too many', '<a></a></a>'],
  ['an end too few', '<a><b></a>'],
  ['another end', '<ab></abc>'],
  ['a tag in a tag', '<a <b/>/>'],
  ['an attribute without quotes', '<a r=1/>'],
  ['an attribute without value', '<a r/>'],
  ['a document type', '<!DOCTYPE a><a/>'],
  ['a comment without end', '<a><!-- </a>'],
])('XML with %s is not well-formed', (_name, text) => {
  expect(() => ours([text])).toThrow(/damaged/)
})

test('markup that never ends is given up after a million characters', () => {
  const scanner = new XmlScanner({ open: () => {}, close: () => {}, text: () => {} })
  scanner.push('<a><b ')
  expect(() => {
    for (let piece = 0; piece < 20; piece++) scanner.push('x'.repeat(65_536))
  }).toThrow(/damaged/)
})
