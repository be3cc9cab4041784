import { defineConfig } from 'vitest/config'

/** Tests and laws of the domain alone: what `npm run mutate` runs for each change. */
export default defineConfig({
  test: { include: ['packages/domain/src/**/*.test.ts'], pool: 'threads', testTimeout: 30_000 },
})
