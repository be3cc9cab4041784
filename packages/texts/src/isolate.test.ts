import { describe, expect, test } from 'vitest'
import { isolate, stripIsolates } from './isolate.ts'

describe('a value in a text', () => {
  test('is isolated in Arabic whatever it holds', () => {
    expect(isolate('ar', '+55 11 5550-0100')).toBe('\u2068+55 11 5550-0100\u2069')
    expect(isolate('ar', 'مريم')).toBe('\u2068مريم\u2069')
  })

  test('is left alone elsewhere, unless it runs from right to left', () => {
    expect(isolate('es', 'Lucía 09:00')).toBe('Lucía 09:00')
    expect(isolate('es', 'مريم 09:00')).toBe('\u2068مريم 09:00\u2069')
    expect(isolate('en', 'שרה')).toBe('\u2068שרה\u2069')
  })

  test('is not isolated twice', () => {
    const once = isolate('ar', 'Ana')
    expect(isolate('ar', once)).toBe(once)
  })

  test('is the value again without its isolates', () => {
    expect(stripIsolates(isolate('ar', 'Ana 09:00'))).toBe('Ana 09:00')
  })
})
