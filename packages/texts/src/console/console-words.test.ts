import { describe, expect, test } from 'vitest'
import { formatNumber } from '../format.ts'
import { paramNames, parseMessage } from '../message.ts'
import type { Message } from '../message.ts'
import { ar } from './ar.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { ptBr } from './pt-br.ts'
import { reasonTexts } from './reason-words.ts'

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

/** Texts of a language, codes' words among them, in which the pattern is found. */
const offending = (tag: Tag, pattern: RegExp): string[] =>
  [
    ...Object.entries<string>(languages[tag]),
    ...reasonTexts.keys.map((key) => [key, reasonTexts.source(tag, key)] as const),
  ]
    .filter(([, words]) => pattern.test(words))
    .map(([key, words]) => `${key}: ${words}`)

describe('the desk', () => {
  test('has one word for each thing, as docs/domain-language.md lists them', () => {
    expect(offending('es', /\bsedes?\b|\bhuecos?\b|apagad|\bfuentes?\b|remitente (?!desconocido)|\bturnos?\b/iu)).toEqual([])
    expect(offending('pt-BR', /\bfontes?\b|\bfilia(?:l|is)\b|\bestado\b|remetente (?!desconhecido)|\bvenci[dr]|agendamentos/iu)).toEqual([])
    expect(offending('ar', /المرسِل|الطبيب|العنوان المرسل|الحجوزات/u)).toEqual([])
  }) // prettier-ignore

  test('is addressed in one way: tú and você, no vosotros, no usted', () => {
    expect(offending('es', /\busted|\bvosotros|\bvuestr|\bsu sistema\b|\brevise\b|\bcorrija\b|\bavise\b/iu)).toEqual([])
    expect(offending('pt-BR', /\btu\b|\bteu\b|\btua\b|o senhor|a senhora/iu)).toEqual([])
  })

  test('is not told in Arabic what only a man would be told: requests are verbal nouns', () => {
    const imperatives = /(?<!\p{L})(?:اختر|افتح|اكتب|حاول|انتظر|اتصل|أجب|اقرأ|ابحث|أدخِل|أدخل|اضغط|أفلِت|ألغِ|صدّر|انتقل|تولَّ)(?!\p{L})/u
    expect(offending('ar', imperatives)).toEqual([])
  }) // prettier-ignore

  test('learns nothing of people who do not exist where Recado runs: no engineers of ours', () => {
    expect(reasonTexts.keys.filter((key) => /engineer|our mistake/.test(reasonTexts.source('en', key)))).toEqual([])
    expect(offending('es', /técnicos|error nuestro/iu)).toEqual([])
    expect(offending('pt-BR', /técnicos|erro nosso/iu)).toEqual([])
    expect(offending('ar', /الفنيين|خطأ منا/u)).toEqual([])
  })
})
