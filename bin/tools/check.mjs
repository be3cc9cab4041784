// `npm run check`: types, lint, format, import rules, dead code, unit tests and laws. No database, no browser; under a minute.
import { availableParallelism } from 'node:os'
import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { program, runQuietly } from './lib/child.mjs'
import { root } from './lib/root.mjs'

const vitest = 'vitest/vitest.mjs'
const coverage = ['--coverage', '--coverage.reporter=text', '--coverage.skipFull', '--reporter=dot']
const steps = [
  ['laws of the domain and their coverage', vitest, ['run', '--project', 'domain', ...coverage]],
  ['unit tests and import rules', vitest, ['run', '--project', 'unit', '--project', 'screens', '--reporter=dot']],
  ...['tsconfig.json', ...globSync('packages/*/tsconfig.json', { cwd: root }).toSorted()].map((config) => [
    `types: ${config.replace(/\/?tsconfig\.json$/, '') || 'tests'}`,
    '@typescript/native/bin/tsc',
    ['--project', config, '--incremental', '--tsBuildInfoFile', typesSeen(config)],
  ]),
  ['lint', 'oxlint/bin/oxlint', ['--deny-warnings', '--type-aware', '.']],
  [
    'format',
    'prettier/bin/prettier.cjs',
    ['--check', '--log-level=warn', '--cache', '--cache-location=node_modules/.cache/prettier-check', '.'],
  ],
  ['dead code', 'knip/bin/knip.js', ['--no-progress']],
]

/** What the compiler found out last time: it looks again only at what has changed since. */
function typesSeen(config) {
  return join(root, 'node_modules/.cache/types', `${config.replace(/\W/g, '-')}.tsbuildinfo`)
}

let failed = 0
const waiting = [...steps]
const begun = performance.now()
await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work))
console.log(`${steps.length - failed} checks passed, ${failed} failed in ${seconds(begun)}`)
process.exitCode = failed > 0 ? 1 : 0

async function work() {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const [name, script, args] = step
    const start = performance.now()
    const { ok, output } = existsSync(program(script))
      ? await runQuietly(program(script), args)
      : { ok: false, output: `${script} is missing\n` }
    if (!ok) failed += 1
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds(start)})`)
    if (!ok) console.log(output)
  }
}

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}
