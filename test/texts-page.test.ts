import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PATIENT_LANGUAGES } from '@recado/texts/languages'
import { patientTexts } from '@recado/texts/patient-text'
import { templates } from '@recado/texts/templates/templates'
import { textsPage } from '@recado/texts/texts-page'
import { expect, test } from 'vitest'
import { root } from './support/source-files.ts'

const PATH = 'docs/generated/texts.md'

test('the page of texts is what patients read (UPDATE_PAGES=1 writes it)', () => {
  if (process.env['UPDATE_PAGES']) writeFileSync(join(root, PATH), textsPage())
  expect(readFileSync(join(root, PATH), 'utf8')).toBe(textsPage())
})

test('the page shows every template and every text in every language, and how far it was reviewed', () => {
  const page = textsPage()
  for (const { name } of Object.values(templates))
    expect(page.split(`### \`${name}\``).length - 1).toBe(PATIENT_LANGUAGES.length)
  for (const key of patientTexts.keys) expect(page.split(`| \`${key}\` |`).length - 1).toBe(PATIENT_LANGUAGES.length)
  expect(page.split('| draft |').length - 1).toBe(PATIENT_LANGUAGES.length - 1)
})
