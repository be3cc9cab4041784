import { expect, test } from 'vitest'
import { loadTexts } from '../../texts/console-texts.ts'
import { optionText, questionText } from './question-words.ts'

const region = (code: string): string => `region ${code}`

test.each([
  ['dateOrder', 'How are the dates written?'],
  ['column:phone', 'Which column is it: phone?'],
  ['status:AGUARD.', 'What does “AGUARD.” mean for the visit?'],
  ['somethingNew', 'What is meant by “somethingNew”?'],
])('the question about %s reads "%s"', async (about, words) => {
  const { t } = await loadTexts('en')
  expect(questionText(t, about)).toBe(words)
})

test('answers are words where they are words, and stay as they are where they are cells', async () => {
  const { t } = await loadTexts('es')
  expect(optionText(t, 'timeClock', '24-hour clock', region)).toBe('Tal como están, 24 horas')
  expect(optionText(t, 'status:X', 'noshow', region)).toBe('No vino')
  expect(optionText(t, 'country', 'BR', region)).toBe('region BR')
  expect(optionText(t, 'dateOrder', 'DD/MM/YYYY', region)).toBe('DD/MM/YYYY')
})
