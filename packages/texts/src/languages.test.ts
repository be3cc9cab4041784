import { expect, test } from 'vitest'
import { CONSOLE_LANGUAGES, direction, LANGUAGE_NAMES, PATIENT_LANGUAGES } from './languages.ts'

test('Arabic runs from right to left, the others from left to right', () => {
  expect(PATIENT_LANGUAGES.filter((language) => direction(language) === 'rtl')).toEqual(['ar'])
})

test('the desk speaks languages that patients speak too, and each has its own name for itself', () => {
  for (const language of CONSOLE_LANGUAGES) expect(PATIENT_LANGUAGES).toContain(language)
  expect(new Set(Object.values(LANGUAGE_NAMES)).size).toBe(PATIENT_LANGUAGES.length)
})
