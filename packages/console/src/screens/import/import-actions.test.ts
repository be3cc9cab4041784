import type { ImportDetail } from '@recado/contracts/imports'
import { expect, test } from 'vitest'
import { disabledReason } from './import-actions.ts'

const report = (over: Partial<ImportDetail> = {}): ImportDetail =>
  ({ state: 'dry-run', created: 2, updated: 0, cancelled: 0, questions: [], ...over }) as ImportDetail
const question = { about: 'dateFormat', options: ['dd/MM', 'MM/dd'], evidence: '04/12' }

test.each([
  ['a dry run with visits can be imported', { report: report(), allowed: true }, undefined],
  ['an open question comes first', { report: report({ questions: [question] }), allowed: true }, 'off.questions'],
  ['nothing is imported twice', { report: report({ state: 'committed' }), allowed: true }, 'off.committed'],
  ['a file that changes nothing needs no import', { report: report({ created: 0 }), allowed: true }, 'off.nothing'],
  ['the wrong role looks only', { report: report(), allowed: false }, 'off.permission'],
] as const)('%s', (_, facts, wanted) => expect(disabledReason.commit(facts)).toBe(wanted))
