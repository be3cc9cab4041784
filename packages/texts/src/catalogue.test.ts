import { describe, expect, test } from 'vitest'
import { createCatalogue } from './catalogue.ts'
import type { ParamArguments, ParamsOf } from './message-params.ts'

const en = {
  plain: 'Thank you.',
  greeting: 'Hello {name}.',
  visits: '{count, plural, =0 {no visits} one {# visit} other {# visits}} for {name}',
  purpose: '{purpose, select, move {Move it} other {Look at it}}',
  nested: '{count, plural, one {{who, select, you {your visit} other {# visit of {name}}}} other {# visits}}',
} as const
const ar = {
  plain: 'شكرًا.',
  greeting: 'مرحبًا {name}.',
  visits:
    '{count, plural, zero {لا مواعيد} one {موعد واحد} two {موعدان} few {# مواعيد} many {# موعدًا} other {# موعد}} لـ {name}',
  purpose: '{purpose, select, move {نقل} other {عرض}}',
  nested: '{count, plural, other {{who, select, you {موعدكم} other {# {name}}}}}',
}
const { text, languages, keys, reviewState, source } = createCatalogue(en, {
  en: { review: 'reviewed', texts: en },
  ar: { review: 'draft', texts: ar },
})

describe('the catalogue', () => {
  test('gives a text in the language of the reader', () => {
    expect(text('en', 'plain')).toBe('Thank you.')
    expect(text('ar', 'plain')).toBe('شكرًا.')
    expect(text('en', 'greeting', { name: 'Ana' })).toBe('Hello Ana.')
  })

  test.each([
    [0, 'no visits for Ana'],
    [1, '1 visit for Ana'],
    [2, '2 visits for Ana'],
    [1234, '1,234 visits for Ana'],
  ])('counts %i as "%s"', (count, words) => {
    expect(text('en', 'visits', { count, name: 'Ana' })).toBe(words)
  })

  test.each([
    [0, 'لا مواعيد'],
    [1, 'موعد واحد'],
    [2, 'موعدان'],
    [3, '3 مواعيد'],
    [11, '11 موعدًا'],
    [100, '100 موعد'],
  ])('counts %i the Arabic way', (count, words) => {
    expect(text('ar', 'visits', { count, name: 'Ana' })).toBe(`${words} لـ \u2068Ana\u2069`)
  })

  test('chooses by a word, and has an answer for a word that it does not know', () => {
    expect(text('en', 'purpose', { purpose: 'move' })).toBe('Move it')
    expect(text('en', 'purpose', { purpose: 'anything' })).toBe('Look at it')
  })

  test('fills branches inside branches', () => {
    expect(text('en', 'nested', { count: 1, who: 'you', name: 'Ana' })).toBe('your visit')
    expect(text('en', 'nested', { count: 1, who: 'them', name: 'Ana' })).toBe('1 visit of Ana')
    expect(text('en', 'nested', { count: 3, who: 'them', name: 'Ana' })).toBe('3 visits')
  })

  test('ends a sentence once where a value brings its own full stop', () => {
    expect(text('en', 'greeting', { name: 'Ana, 1:30 p.m.' })).toBe('Hello Ana, 1:30 p.m.')
    expect(text('en', 'greeting', { name: 'Ana...' })).toBe('Hello Ana...')
  })

  test('never reads a parameter’s value as a text of its own', () => {
    expect(text('en', 'greeting', { name: '{name} # {x, plural, other {}}' })).toBe(
      'Hello {name} # {x, plural, other {}}.',
    )
  })

  test('says what it holds and how far it was reviewed', () => {
    expect(languages).toEqual(['en', 'ar'])
    expect(keys).toEqual(['plain', 'greeting', 'visits', 'purpose', 'nested'])
    expect([reviewState('en'), reviewState('ar')]).toEqual(['reviewed', 'draft'])
    expect(source('ar', 'plain')).toBe('شكرًا.')
  })

  test('does not compile without its parameters', () => {
    // @ts-expect-error a text that asks for a name
    expect(text('en', 'greeting')).toBe('Hello .')
    // @ts-expect-error another name
    expect(text('en', 'greeting', { nam: 'Ana' })).toBe('Hello .')
    // @ts-expect-error a plural takes a number
    expect(text('en', 'visits', { count: 'one', name: 'Ana' })).toContain('Ana')
    // @ts-expect-error a language that it does not speak
    expect(() => text('de', 'plain')).toThrow(TypeError)
    // @ts-expect-error a text that it does not have
    expect(() => text('en', 'nothing')).toThrow(TypeError)
    // @ts-expect-error parameters for a text that has none
    expect(text('en', 'plain', { name: 'Ana' })).toBe('Thank you.')
  })

  test('knows at compile time which parameters a text has', () => {
    type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
    const checks: readonly true[] = [
      true satisfies Same<keyof ParamsOf<'plain'>, never>,
      true satisfies Same<
        ParamsOf<(typeof en)['nested']>,
        { readonly count: number; readonly who: string | number; readonly name: string | number }
      >,
      true satisfies Same<ParamArguments<'a' | '{x} and {y}'>, [params: ParamsOf<'{x} {y}'>]>,
    ]
    expect(checks).not.toContain(false)
  })
})
