import { describe, expect, test } from 'vitest'
import { formatNumber } from '../format.ts'
import { paramNames, parseMessage } from '../message.ts'
import type { Message } from '../message.ts'
import { ar } from './ar.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { ptBr } from './pt-br.ts'

const languages = { es: es.texts, 'pt-BR': ptBr.texts, ar: ar.texts } as const
type Tag = keyof typeof languages

/** Every plural in a text, also inside other plurals. */
function pluralsIn(message: Message): ReadonlySet<string>[] {
  return message.flatMap((part) => {
    if (part.kind !== 'plural' && part.kind !== 'select') return []
    const inner = [...part.branches.values()].flatMap(pluralsIn)
    return part.kind === 'plural' ? [new Set(part.branches.keys()), ...inner] : inner
  })
}

describe.each(Object.keys(languages) as Tag[])('the console in %s', (tag) => {
  const texts: Readonly<Record<string, string>> = languages[tag]

  test('has every text of the English console and no other', () => {
    expect(Object.keys(texts).toSorted()).toEqual(Object.keys(en).toSorted())
  })

  test('asks for the same values in every text', () => {
    const names = (text = ''): string[] => paramNames(parseMessage(text))
    const other = Object.entries(en).filter(([key, source]) => names(texts[key]).join() !== names(source).join())
    expect(other.map(([key]) => key)).toEqual([])
  })

  test('has a word for every number that its grammar tells apart', () => {
    const wanted = new Intl.PluralRules(tag)
      .resolvedOptions()
      .pluralCategories.filter((name) => name !== 'many' || tag === 'ar')
    const lacking = Object.entries(texts).filter(([, text]) =>
      pluralsIn(parseMessage(text)).some((branches) => wanted.some((category) => !branches.has(category))),
    )
    expect(lacking.map(([key]) => key)).toEqual([])
  })
})

test('numbers on screen have European digits, also in Arabic', () => {
  expect(formatNumber('ar', 1206)).toMatch(/^1.?206$/)
})
