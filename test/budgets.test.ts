import { expect, test } from 'vitest'
import { measure } from './support/budgets.ts'
import { filesBelow, isTest, textOf } from './support/source-files.ts'

const FILE_MAX = 400
const FUNCTION_MAX = 60

/** Word lists, seeds, frozen SQL and generated code are read as tables, whatever their length. */
const APART = /\/(migrations|seeds|lexicon|lexicons|generated|texts)\/|\.d\.m?ts$/

const sources = filesBelow('packages').filter((path) => /\.tsx?$/.test(path) && !isTest(path) && !APART.test(path))

test('there are sources to measure', () => expect(sources.length).toBeGreaterThan(50))

test(`no file is longer than ${FILE_MAX} lines, tables apart`, () => {
  const long = sources
    .map((path) => ({ path, lines: measure(path, textOf(path)).lines }))
    .filter(({ lines }) => lines > FILE_MAX)
  expect(long).toEqual([])
})

test(`no function is longer than ${FUNCTION_MAX} lines of its own`, () => {
  const long = sources.flatMap((path) =>
    measure(path, textOf(path))
      .functions.filter(({ lines }) => lines > FUNCTION_MAX)
      .map((found) => ({ path, ...found })),
  )
  expect(long).toEqual([])
})

test('a long function is seen, and lines of a function inside it are counted once', () => {
  const inner = `  const inner = () => {\n${'    step()\n'.repeat(70)}  }\n`
  const { functions } = measure('x.ts', `function outer() {\n${inner}  inner()\n}\n`)
  expect(functions).toEqual([
    { name: 'inner', lines: 72 },
    { name: 'outer', lines: 3 },
  ])
})

test('a long table is no long file, but code in its clothes is', () => {
  const rows = "  'a',\n".repeat(500)
  expect(measure('x.ts', `export const rows = [\n${rows}] as const\n`).lines).toBe(0)
  expect(measure('x.ts', `export const code = [\n${rows}  () => {\n    run()\n  },\n]\n`).lines).toBeGreaterThan(500)
})

test('nobody switches a check off: no any, no ignored type error, no disabled lint rule', () => {
  const off = new RegExp(
    ['@ts-(ignore|expect-error|nocheck)', '(eslint|oxlint)-disable', String.raw`\bas any\b`, String.raw`: any\b`].join(
      '|',
    ),
  )
  const files = filesBelow().filter((path) => /\.(tsx?|m?js)$/.test(path) && path !== 'test/budgets.test.ts')
  const found = files
    .flatMap((path) =>
      textOf(path)
        .split('\n')
        .map((line, index) => ({ at: `${path}:${index + 1}`, line })),
    ) // prettier-ignore
    .filter(({ line }) => off.test(line) && !/^\s*(\*|\/\/)/.test(line))
  expect(found).toEqual([])
})
