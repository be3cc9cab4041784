import { expect, test } from 'vitest'
import { initialsOf } from './patient-label.ts'

test.each([
  ['Ana Souza', 'AS'],
  ['ana maria de souza', 'AS'],
  ['Souza, Ana', 'SA'],
  ['Madonna', 'M'],
  ['محمد العلي', 'ما'],
  ['अनिल कुमार', 'अकु'],
  ['Ødegård Åse', 'ØÅ'],
  ['', ''],
])('the initials of "%s" are "%s"', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
