import { expect, test } from 'vitest'
import { readText } from './read-text.ts'

test('a word of one language is understood without a hint, and names its language', () => {
  expect(readText('Confirmar')).toMatchObject({ meaning: 'confirm', certain: true })
  expect(readText('bestätigen')).toEqual({ meaning: 'confirm', language: 'de', certain: true })
})

test('STOP means the same everywhere', () => {
  expect(readText('STOP')).toMatchObject({ meaning: 'opt-out', certain: true })
})

test('free text is for a person', () => {
  expect(readText('can I bring my mother?')).toEqual({ meaning: 'none', certain: false })
})

test('a hint decides the language, also as a tag that we speak under another name', () => {
  expect(readText('cancelar', 'pt')).toEqual({ meaning: 'cancel', language: 'pt-BR', certain: true })
  expect(readText('ich komme', 'es')).toMatchObject({ meaning: 'none', certain: false })
})

test('a hint that names no language of ours is as good as none', () => {
  expect(readText('STOP', 'xx')).toMatchObject({ meaning: 'opt-out' })
})
