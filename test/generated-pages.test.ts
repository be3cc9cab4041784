import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { allJourneys } from '../packages/domain/src/planning/all-journeys.ts'
import { journeysPage } from '../packages/domain/src/planning/journeys-page.ts'
import { skipRules } from '../packages/domain/src/planning/skip-rules.ts'
import { gateRulesPage } from '../packages/domain/src/policy/gate-rules-page.ts'
import { sendRules } from '../packages/domain/src/policy/gate.ts'
import { allJurisdictions } from '../packages/domain/src/policy/jurisdictions/all-jurisdictions.ts'
import { root } from './support/source-files.ts'

const pages: Readonly<Record<string, string>> = {
  'docs/generated/journeys.md': journeysPage(allJourneys),
  'docs/generated/gate-rules.md': gateRulesPage(sendRules, allJurisdictions),
}

describe.each(Object.entries(pages))('%s', (path, page) => {
  test('is what the data says (UPDATE_PAGES=1 writes it)', () => {
    if (process.env['UPDATE_PAGES']) writeFileSync(join(root, path), page)
    expect(readFileSync(join(root, path), 'utf8')).toBe(page)
  })
})

test('the pages name every journey, every step and every rule', () => {
  const text = Object.values(pages).join('\n')
  const names = [...allJourneys, ...allJourneys.flatMap(({ steps }) => steps)].map(({ key }) => key)
  const rules = [...sendRules, ...skipRules].map(({ name }) => name)
  expect([...names, ...rules].filter((name) => !text.includes(`\`${name}\``))).toEqual([])
})

test('a change of the data makes a page stale', () => {
  const [first, ...rest] = allJourneys
  expect(journeysPage([{ ...first!, minimumGapMs: 5 * 3_600_000 }, ...rest])).not.toBe(
    pages['docs/generated/journeys.md'],
  )
  expect(gateRulesPage(sendRules.slice(1), allJurisdictions)).not.toBe(pages['docs/generated/gate-rules.md'])
})
