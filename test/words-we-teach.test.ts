import { LANGUAGES } from '@recado/domain/shared/language'
import { allJourneys } from '@recado/domain/planning/all-journeys'
import { templateBase } from '@recado/domain/planning/journey'
import { understandExact } from '@recado/domain/understanding/understand-exact'
import { stripIsolates } from '@recado/texts/isolate'
import { PATIENT_LANGUAGES } from '@recado/texts/languages'
import { patientTexts, text, type PatientKey } from '@recado/texts/patient-text'
import { templateDefinitions } from '@recado/texts/templates/template-text'
import { templateForStep } from '@recado/texts/templates/templates'
import { describe, expect, test } from 'vitest'

/** A word that a text tells the patient to send: in capitals, or between the quotation marks of Hindi and Arabic. */
const taughtIn = (words: string): string[] => [
  ...(words.match(/(?<!\p{L})\p{Lu}{4,}(?!\p{L})/gu) ?? []),
  ...[...words.matchAll(/[“«]([^”»]+)[”»]/gu)].map(([, word = '']) => word),
]

describe('what our texts tell patients to send', () => {
  test('is written in the languages that the domain knows', () => {
    expect(PATIENT_LANGUAGES).toEqual(LANGUAGES)
  })

  test.each(PATIENT_LANGUAGES)('stops the messages, in %s, whatever language is expected', (language) => {
    const footers = templateDefinitions().filter((one) => one.language === language).map(({ footer }) => footer) // prettier-ignore
    const receipt = text(language, 'reply.opted-in', { clinic: 'x' })
    for (const words of [...footers, receipt]) {
      const [taught, ...others] = taughtIn(stripIsolates(words))
      expect(others).toEqual([])
      for (const expected of LANGUAGES) expect(understandExact(taught ?? '', [expected]).kind).toBe('opt-out')
    }
  })

  test.each(PATIENT_LANGUAGES)('starts them again, in %s', (language) => {
    for (const words of [
      text(language, 'reply.opted-out', { clinic: 'x' }),
      text(language, 'reply.already-opted-out'),
    ]) {
      const [taught, ...others] = taughtIn(stripIsolates(words))
      expect(others).toEqual([])
      // It is taught to somebody who has said stop: a word that says little to others will do.
      expect(['opt-in', 'opt-in-again']).toContain(understandExact(taught ?? '', [language]).kind)
    }
  })

  test.each(PATIENT_LANGUAGES)('may be typed instead of tapped, in %s', (language) => {
    const typed: readonly (readonly [PatientKey, string])[] = [
      ['option.confirm', 'confirm'],
      ['option.confirm-all', 'confirm'],
      ['option.all-visits', 'confirm'],
      ['option.reschedule', 'reschedule'],
      ['option.another-time', 'reschedule'],
      ['option.change-one', 'reschedule'],
      ['option.cancel', 'cancel'],
      ['option.undo', 'undo'],
      ['option.start-again', 'opt-in'],
    ]
    for (const [key, kind] of typed) {
      expect([key, understandExact(patientTexts.source(language, key), [language]).kind]).toEqual([key, kind])
    }
  })
})

test('every step of every journey has words, for one visit and for several', () => {
  const steps = allJourneys.flatMap(({ key, steps: own }) => own.map((step) => templateBase(key, step.key)))
  expect(steps.filter((step) => !templateForStep(step, 'single') || !templateForStep(step, 'merged'))).toEqual([])
})
