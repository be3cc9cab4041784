import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { filesBelow, isTest, root, textOf } from './support/source-files.ts'

/** Places where a source reads a clock or rolls dice. The domain takes now, ids and chance as arguments. */
function impurities(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (isImpure(node))
      found.push(
        `${path}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1} ${node.getText(source)}`,
      )
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const IMPURE_MEMBERS = new Set([
  'Date.now',
  'Math.random',
  'Temporal.Now',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
])

function isImpure(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return IMPURE_MEMBERS.has(`${node.expression.getText()}.${node.name.text}`)
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && !node.arguments?.length
  if (ts.isCallExpression(node)) return node.expression.getText() === 'Date'
  return ts.isIdentifier(node) && node.text === 'globalThis'
}

const pure = filesBelow('packages').filter(
  (path) => /^packages\/(domain|texts|contracts)\/src\/.*\.ts$/.test(path) && !isTest(path),
)

test('the domain, its texts and its contracts read no clock and roll no dice', () => {
  expect(pure.length).toBeGreaterThan(10)
  expect(pure.flatMap((path) => impurities(path, textOf(path)))).toEqual([])
})

test.each(['Date.now()', 'new Date()', 'Date()', 'Math.random()', 'Temporal.Now.instant()', 'globalThis.process'])(
  '%s is seen',
  (expression) => {
    expect(impurities('x.ts', `export const x = ${expression}`)).toHaveLength(1)
  },
)

test('a date that is given is no clock', () => {
  expect(impurities('x.ts', 'export const x = new Date(at).toISOString() + Date.UTC(2026, 0)')).toEqual([])
})

describe('for the compiler, the domain lives without a machine', () => {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(root, 'packages/domain/tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    join(root, 'packages/domain'),
  )
  const words = ['process', 'setTimeout', 'fetch', 'console', 'document', 'Buffer']
  const unknown = unknownNames(words.map((word) => `export const a_${word} = ${word}`).join('\n'), options)
  test.each(words)('%s is unknown to it', (word) => expect(unknown).toContain(word))
})

function unknownNames(text: string, options: ts.CompilerOptions): string[] {
  const path = join(root, 'packages/domain/src/canary.ts')
  const host = ts.createCompilerHost(options)
  const { getSourceFile } = host
  host.getSourceFile = (name, ...rest) =>
    name === path ? ts.createSourceFile(name, text, ts.ScriptTarget.Latest) : getSourceFile(name, ...rest)
  const program = ts.createProgram([path], options, host)
  const messages = program
    .getSemanticDiagnostics(program.getSourceFile(path))
    .map((found) => ts.flattenDiagnosticMessageText(found.messageText, ' '))
  return messages.flatMap((message) => /Cannot find name '(\w+)'/.exec(message)?.[1] ?? [])
}
