import { PATIENT_LANGUAGES } from '@recado/texts/languages'
import { expect, test } from 'vitest'
import { valuesOf, type VisitWords } from './render-envelope.ts'

const visit = (given: string | null, hour: number): VisitWords => ({
  start_at: Date.UTC(2026, 10, 24, hour) as VisitWords['start_at'],
  date: '2026-11-24',
  zone: 'UTC',
  country: 'DE',
  given,
  patient_name: '',
  site: 'Clínica Sol',
  address: null,
})

test('a patient without a name is greeted politely', () => {
  expect(valuesOf([visit(null, 9)], 'de', 'Praxis Sol').patient).toBe('und willkommen')
  expect(valuesOf([visit('Hanna', 9)], 'de', 'Praxis Sol').patient).toBe('Hanna')
})

test('beside others a patient without a name is another person, not a greeting', () => {
  const { patients, visits } = valuesOf([visit('Hanna', 9), visit(null, 10)], 'de', 'Praxis Sol')
  expect(patients).toBe('Hanna und eine weitere Person')
  expect(visits).toBe('Hanna 09:00, eine weitere Person 10:00')
})

test('no language puts its greeting into a list', () => {
  for (const language of PATIENT_LANGUAGES) {
    const { patient = '', patients, visits } = valuesOf([visit(null, 9), visit('Noor', 10)], language, 'x')
    expect(patients).not.toContain(patient)
    expect(visits).not.toContain(patient)
  }
})
