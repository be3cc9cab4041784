import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { ICruiseResult } from 'dependency-cruiser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readImports, ruleNames } from './support/import-rules.ts'
import { root } from './support/source-files.ts'

describe('the tree', () => {
  let tree: ICruiseResult
  beforeAll(async () => {
    tree = await readImports(root, ['packages', 'test'])
  }, 60_000)

  test('keeps every rule about who may import whom', () => {
    expect(tree.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
  })

  // A checker that reads nothing finds nothing wrong (seen with a TypeScript that it did not understand).
  test('was really read: its files, and the imports between them', () => {
    expect(tree.summary.totalCruised).toBeGreaterThan(100)
    const clock = tree.modules.find((module) => module.source === 'packages/server/src/platform/clock.ts')
    expect(clock?.dependencies.map((dependency) => dependency.resolved)).toContain(
      'packages/domain/src/shared/instant.ts',
    )
  })
})

/** A file that breaks a rule and no other: where it lies, and what it must not import. */
type Canary = { readonly file: string; readonly imports: string; readonly target?: string }

const moduleFile = (name: string) => `packages/server/src/modules/${name}.ts`

const canaries: Readonly<Record<string, Canary>> = {
  'no-cycles': { file: 'packages/texts/src/circle.ts', imports: './circle.ts' },
  'no-unknown-import': { file: 'packages/bench/src/lost.ts', imports: './nowhere.ts' },
  'domain-is-pure': { file: 'packages/domain/src/policy/impure.ts', imports: 'kysely' },
  'texts-stand-alone': {
    file: 'packages/texts/src/curious.ts',
    imports: '../../domain/src/shared/word.ts',
    target: 'packages/domain/src/shared/word.ts',
  },
  'contracts-know-domain-and-zod': { file: 'packages/contracts/src/framed.ts', imports: 'fastify' },
  'platform-knows-no-feature': {
    file: 'packages/server/src/platform/nosy.ts',
    imports: '../../../domain/src/planning/p.ts',
    target: 'packages/domain/src/planning/p.ts',
  },
  'channels-translate-only': {
    file: 'packages/server/src/channels/sms/deciding.ts',
    imports: '../../../../domain/src/policy/q.ts',
    target: 'packages/domain/src/policy/q.ts',
  },
  'connectors-translate-only': {
    file: 'packages/server/src/connectors/csv/storing.ts',
    imports: '../../db/table.ts',
    target: 'packages/server/src/db/table.ts',
  },
  'migrations-are-frozen': {
    file: 'packages/server/src/db/migrations/0001-x.ts',
    imports: '../table.ts',
    target: 'packages/server/src/db/table.ts',
  },
  'db-knows-no-feature': {
    file: 'packages/server/src/db/clever.ts',
    imports: '../../../domain/src/planning/p.ts',
    target: 'packages/domain/src/planning/p.ts',
  },
  'modules-meet-at-their-doors': {
    file: moduleFile('a/reaching'),
    imports: '../b/inside.ts',
    target: moduleFile('b/inside'),
  },
  'modules-know-no-edge': {
    file: moduleFile('a/called'),
    imports: '../../worker/loop.ts',
    target: 'packages/server/src/worker/loop.ts',
  },
  'only-http-sees-routes': {
    file: 'packages/server/src/worker/detour.ts',
    imports: '../modules/b/b-routes.ts',
    target: moduleFile('b/b-routes'),
  },
  'routes-know-http-alone': {
    file: moduleFile('a/a-routes'),
    imports: '../../worker/loop.ts',
    target: 'packages/server/src/worker/loop.ts',
  },
  'only-records-see-connectors': {
    file: moduleFile('inbox/reading'),
    imports: '../../connectors/csv/r.ts',
    target: 'packages/server/src/connectors/csv/r.ts',
  },
  'only-messaging-sees-channels': {
    file: moduleFile('inbox/sending'),
    imports: '../../channels/sms/c.ts',
    target: 'packages/server/src/channels/sms/c.ts',
  },
  'modules-speak-no-http': { file: moduleFile('a/answering'), imports: 'fastify' },
  'edges-use-doors': {
    file: 'packages/server/src/http/deep.ts',
    imports: '../modules/b/inside.ts',
    target: moduleFile('b/inside'),
  },
  'edges-stay-apart': {
    file: 'packages/server/src/http/crossed.ts',
    imports: '../worker/loop.ts',
    target: 'packages/server/src/worker/loop.ts',
  },
  'nothing-imports-the-composition': {
    file: 'packages/server/src/worker/upwards.ts',
    imports: '../compose.ts',
    target: 'packages/server/src/compose.ts',
  },
  'console-sees-contracts-and-texts': {
    file: 'packages/console/src/inside.ts',
    imports: '../../server/src/db/table.ts',
    target: 'packages/server/src/db/table.ts',
  },
  'simulator-knows-nothing-of-us': {
    file: 'packages/simulator/src/copying.ts',
    imports: '../../domain/src/shared/word.ts',
    target: 'packages/domain/src/shared/word.ts',
  },
  'simulator-is-for-the-demo': {
    file: 'packages/server/src/leaning.ts',
    imports: '../../simulator/src/s.ts',
    target: 'packages/simulator/src/s.ts',
  },
  'bench-uses-public-doors': {
    file: 'packages/bench/src/inside.ts',
    imports: '../../server/src/db/table.ts',
    target: 'packages/server/src/db/table.ts',
  },
  'product-needs-no-tests': { file: 'packages/server/src/shipping.ts', imports: 'fast-check' },
}

describe('canaries', () => {
  const folder = mkdtempSync(join(tmpdir(), 'recado-canaries-'))
  let broken: Map<string, string[]>

  beforeAll(async () => {
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    write('tsconfig.base.json', '{}')
    for (const { file, imports, target } of Object.values(canaries)) {
      write(file, `import * as it from '${imports}'\nexport const x = it\n`)
      if (target) write(target, 'export const y = 1\n')
    }
    const { summary } = await readImports(folder, ['packages'])
    const byFile = Map.groupBy(summary.violations, ({ from }) => from)
    broken = new Map([...byFile].map(([from, violations]) => [from, violations.map(({ rule }) => rule.name)]))
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  // A rule that nobody can break is a rule that nobody checks.
  test.each(Object.entries(canaries))('%s is caught when a file breaks it', (rule, { file }) => {
    expect(broken.get(file) ?? []).toContain(rule)
  })

  test('a file that breaks no rule is left alone', () => {
    const breaking = new Set(Object.values(canaries).map(({ file }) => file))
    expect([...broken.keys()].filter((file) => !breaking.has(file))).toEqual([])
  })

  test('every rule has its canary', () => {
    expect(Object.keys(canaries).toSorted()).toEqual([...ruleNames].toSorted())
  })
})
