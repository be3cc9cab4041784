import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const domain = join(import.meta.dirname, 'packages/domain/src')

/** What tests the domain, and nothing else: run by `npm run mutate` for each change that it tries. */
export default defineConfig({
  // The mutated sources are a copy; by its package name the domain would be found where it is whole.
  resolve: { alias: [{ find: /^@recado\/domain\/(.*)$/, replacement: `${domain}/$1.ts` }] },
  test: {
    include: ['packages/domain/src/**/*.test.ts', 'test/transcripts.test.ts'],
    pool: 'threads',
    testTimeout: 30_000,
  },
})
