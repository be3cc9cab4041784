import { describe, expect, test } from 'vitest'
import { stripIsolates } from '../isolate.ts'
import { PATIENT_LANGUAGES } from '../languages.ts'
import { TEMPLATE_PARAMETERS, PARAMETER_EXAMPLES } from './parameters.ts'
import { renderTemplate, templateDefinitions, templateParameters, templateValues } from './template-text.ts'
import { TEMPLATE_KEYS, templateForStep, templates } from './templates.ts'

const PARAMETER = /\{\{[a-z_]+\}\}/g
const definitions = templateDefinitions()
const each = definitions.map((one) => [`${one.name} in ${one.language}`, one] as const)
const characters = (text: string): number => Array.from(text).length
const namesIn = (body: string) => [...new Set(body.match(PARAMETER))].toSorted()

describe('a template', () => {
  test.each(each)('%s keeps to what Meta takes', (_, { name, body, footer, buttons = [], examples, category }) => {
    expect(name).toMatch(/^recado_[a-z0-9_]+_v\d+$/)
    expect(category).toBe('UTILITY')
    expect(characters(body)).toBeLessThanOrEqual(1024)
    expect(characters(footer)).toBeLessThanOrEqual(60)
    expect(footer).not.toMatch(PARAMETER)
    expect(buttons.length).toBeLessThanOrEqual(3)
    for (const button of buttons) expect(characters(button)).toBeLessThanOrEqual(20)
    expect(new Set(buttons).size).toBe(buttons.length)
    expect(Object.keys(examples).map((one) => `{{${one}}}`).toSorted()).toEqual(namesIn(body)) // prettier-ignore
  })

  test.each(each)('%s neither begins nor ends with a parameter, nor puts two side by side', (_, { body }) => {
    expect(body.trim()).toBe(body)
    expect(body).not.toMatch(/^[^\p{L}]*\{\{|\}\}[^\p{L}]*$/u)
    expect(body).not.toMatch(/\}\}[^\p{L}]*\{\{/u)
    expect(body.replaceAll(PARAMETER, '')).not.toMatch(/[{}]/)
  })

  test.each(each)('%s has words enough for its parameters', (_, { body }) => {
    const words = body.replaceAll(PARAMETER, ' ').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
    expect(words.length).toBeGreaterThan(3 * (body.match(PARAMETER) ?? []).length)
  })

  test.each(TEMPLATE_KEYS)('%s asks for the same parameters in every language', (key) => {
    const asked = definitions.filter(({ name }) => name === templates[key].name).map(({ body }) => namesIn(body))
    expect(asked).toHaveLength(PATIENT_LANGUAGES.length)
    expect(new Set(asked.map((names) => names.join(' '))).size).toBe(1)
    for (const name of templateParameters(key)) expect(TEMPLATE_PARAMETERS).toContain(name)
  })

  test('has a name of its own, and words of its own in its language', () => {
    expect(new Set(definitions.map(({ name, language }) => `${name} ${language}`)).size).toBe(definitions.length)
    expect(new Set(definitions.map(({ body, footer }) => `${body} ${footer}`)).size).toBe(definitions.length)
  })

  test('names the clinic that sends it', () => {
    for (const { body } of definitions) expect(body).toContain('{{clinic}}')
  })

  test('that asks for an answer says which digit means what', () => {
    for (const key of TEMPLATE_KEYS) {
      const { actions, name } = templates[key]
      if (!actions.includes('confirm') && !actions.includes('confirm-all')) continue
      for (const { body } of definitions.filter((one) => one.name === name)) {
        const digits = body.replaceAll(PARAMETER, '').match(/\d/g) ?? []
        expect(digits).toEqual(actions.map((_, index) => String(index + 1)))
      }
    }
  })
})

describe('the steps of the journeys', () => {
  test.each([
    ['appointment-reminder/confirm', 'confirm', 'confirmMerged'],
    ['appointment-reminder/soon', 'soon', 'soonMerged'],
    ['appointment-reminder/follow-up', 'followUp', 'followUpMerged'],
    ['appointment-reminder-3-1/confirm', 'confirm', 'confirmMerged'],
    ['appointment-reminder-3-1/confirm-again', 'confirmAgain', 'confirmAgainMerged'],
    ['appointment-reminder-3-1/soon', 'soon', 'soonMerged'],
  ])('%s is said by %s, for several visits by %s', (step, single, merged) => {
    expect(templateForStep(step, 'single')).toBe(single)
    expect(templateForStep(step, 'merged')).toBe(merged)
  })

  test('without a template are known to be', () => {
    expect(templateForStep('appointment-reminder/unknown', 'single')).toBeUndefined()
  })
})

describe('a filled template', () => {
  const values = {
    patient: 'Ana',
    clinic: 'Clínica Sol',
    day: 'martes, 24 de noviembre',
    time: '09:00',
    place: 'Calle 1',
  }

  test('reads as the patient sees it', () => {
    const { body, footer, buttons } = renderTemplate('confirm', 'es', values)
    expect(body).toBe(
      'Hola, Ana: le escribimos de Clínica Sol. Tiene una cita con nosotros.\n\nDía: martes, 24 de noviembre\nHora: 09:00\nLugar: Calle 1\n\n¿Puede venir? Toque un botón o responda 1 para confirmar, 2 para reprogramar, 3 para cancelar.',
    )
    expect(footer).toBe('Responda BAJA para no recibir más mensajes')
    expect(buttons).toEqual([
      { action: 'confirm', title: 'Confirmar' },
      { action: 'reschedule', title: 'Reprogramar' },
      { action: 'cancel', title: 'Cancelar' },
    ])
  })

  test('isolates every value in Arabic, the items of a list each for itself', () => {
    const visits = '\u2068Ana 9:00\u2069، \u2068Leo 9:20\u2069'
    expect(templateValues('confirmMerged', 'ar', { ...values, visits })).toEqual({
      clinic: '\u2068Clínica Sol\u2069',
      day: '\u2068martes, 24 de noviembre\u2069',
      visits,
    })
  })

  test('holds the values on one line, as Meta wants them', () => {
    const sent = templateValues('cancelledByClinic', 'en', {
      ...values,
      patient: ' Ana\tMaria\n\nReis ',
      day: 'a     b',
    })
    expect(sent).toEqual({ patient: 'Ana Maria Reis', clinic: 'Clínica Sol', day: 'a b', time: '09:00' })
  })

  test.each([undefined, '', '  \n'])('is not sent with %j for a name', (patient) => {
    const { patient: _gone, ...others } = values
    const given = patient === undefined ? others : { ...others, patient }
    expect(() => renderTemplate('confirm', 'es', given)).toThrow(RangeError)
    expect(() => templateValues('confirm', 'es', given)).toThrow(/recado_appointment_reminder_confirm_v1 .*patient/)
  })

  test('does not read a value as a parameter', () => {
    expect(renderTemplate('soon', 'en', { ...values, patient: '{{clinic}}' }).body).toContain(
      'Hello {{clinic}}, this is Clínica Sol',
    )
  })

  test.each(each)('%s fits with its examples, and says each of them', (_, { name, language, examples }) => {
    const key = TEMPLATE_KEYS.find((one) => templates[one].name === name) ?? 'confirm'
    const { body } = renderTemplate(key, language, PARAMETER_EXAMPLES[language])
    expect(characters(body)).toBeLessThanOrEqual(1024)
    expect(body).not.toMatch(/[{}]/)
    for (const example of Object.values(examples)) expect(stripIsolates(body)).toContain(example)
  })
})
