import { readFileSync } from 'node:fs'
import { globSync } from 'node:fs'
import { configDefaults, defineConfig } from 'vitest/config'

/**
 * Projects by what a test file needs, read from its imports: `database` (test-db, or a PostgreSQL of its own), `browser`
 * (playwright), `fuzz` (patience), `screens` (jsdom), `domain` and `unit` (nothing). `npm run check` runs the last three, `npm test`
 * all of them.
 */
const files = globSync(['packages/*/src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'], {
  cwd: import.meta.dirname,
}).toSorted()
const textOf = new Map(files.map((file) => [file, readFileSync(`${import.meta.dirname}/${file}`, 'utf8')]))
const needing = (pattern: RegExp) => files.filter((file) => pattern.test(textOf.get(file) ?? ''))

const browser = needing(/playwright|support\/browser|browser\/launch/)
const database = needing(
  /\/test-(db|server|crashes|recado)|startBundledPostgres|bin\/recado|support\/(clinic|hospital)/,
).filter((file) => !browser.includes(file))
const screens = files.filter((file) => file.endsWith('.tsx') && !browser.includes(file))
const fuzz = files.filter((file) => /fuzz/.test(file) && !database.includes(file))
const taken = new Set([...browser, ...database, ...screens, ...fuzz])
// What the rules of the domain are tested by: beside them, and as conversations.
const isOfDomain = (file: string) => /^packages\/domain\/|^test\/transcripts/.test(file)
const domain = files.filter((file) => isOfDomain(file) && !taken.has(file))
const unit = files.filter((file) => !isOfDomain(file) && !taken.has(file))

const exclude = [...configDefaults.exclude, '**/.runtime/**']
/** Tests that start databases, browsers or all of Recado: on a busy machine that takes its time. */
const withProcesses = {
  exclude,
  pool: 'forks' as const,
  globalSetup: ['packages/server/src/db/test-global-setup.ts'],
  testTimeout: 120_000,
  hookTimeout: 180_000,
}
// A project without a file of its own must not fall back to every test file there is.
const include = (list: readonly string[]) => (list.length > 0 ? [...list] : ['no-such-file'])

export default defineConfig({
  test: {
    passWithNoTests: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default'],
    coverage: {
      provider: 'v8',
      include: ['packages/domain/src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/*-page.ts'],
      thresholds: { lines: 95, functions: 95, branches: 90, statements: 95 },
    },
    projects: [
      { extends: true, test: { name: 'domain', include: include(domain), exclude, pool: 'threads', isolate: false } },
      { extends: true, test: { name: 'unit', include: include(unit), exclude, pool: 'threads', isolate: false } },
      {
        extends: true,
        test: { name: 'screens', include: include(screens), exclude, environment: 'jsdom', pool: 'threads' },
      },
      { extends: true, test: { name: 'fuzz', include: include(fuzz), exclude, pool: 'threads', testTimeout: 300_000 } },
      { extends: true, test: { ...withProcesses, name: 'database', include: include(database) } },
      { extends: true, test: { ...withProcesses, name: 'browser', include: include(browser) } },
    ],
  },
})
