import { describe, expect, test } from 'vitest'
import { paramNames, parseMessage } from './message.ts'

describe('a text of the catalogue', () => {
  test('without braces is words', () => {
    expect(parseMessage('Thank you.')).toEqual([{ kind: 'words', words: 'Thank you.' }])
    expect(parseMessage('')).toEqual([])
  })

  test('asks for values by name', () => {
    expect(parseMessage('At {time}, {place}.')).toEqual([
      { kind: 'words', words: 'At ' },
      { kind: 'value', name: 'time' },
      { kind: 'words', words: ', ' },
      { kind: 'value', name: 'place' },
      { kind: 'words', words: '.' },
    ])
  })

  test('keeps a number sign outside a plural as it is', () => {
    expect(parseMessage('#1 {a}#')).toEqual([
      { kind: 'words', words: '#1 ' },
      { kind: 'value', name: 'a' },
      { kind: 'words', words: '#' },
    ])
  })

  test('names every parameter once, also those inside branches', () => {
    const message = parseMessage('{n, plural, one {# of {name}} other {{who, select, me {I} other {{name} {x}}}}} {x}')
    expect(paramNames(message)).toEqual(['n', 'name', 'who', 'x'])
  })

  test.each([
    ['{', 'a brace that nobody closes'],
    ['a }', 'a brace too many'],
    ['{a, plural, other {x}', 'a plural that nobody closes'],
    ['{a, plural, one {x}}', 'no branch for other'],
    ['{a, select, one {x}}', 'no branch for other'],
    ['{a, ordinal, other {x}}', 'an unknown kind'],
    ['{a,plural,other {x}}', 'no space after the comma'],
    ['{A}', 'a name with a capital first'],
    ['{two words}', 'a name of two words'],
    ['{}', 'no name'],
    ['{a, plural, other x}', 'a branch without braces'],
    ['{a, plural}', 'a plural without branches'],
  ])('%j is refused: %s', (source) => {
    expect(() => parseMessage(source)).toThrow(SyntaxError)
  })
})
