import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withTestDatabase } from '../db/test-db.ts'

const clinic = withTestDatabase()

function migrateCommand(env: Record<string, string>): { status: number | null; answer: unknown } {
  const { PATH = '', HOME = '' } = process.env
  const main = join(import.meta.dirname, 'main.ts')
  const { status, stdout } = spawnSync(process.execPath, [main, 'migrate', '--json'], {
    env: { PATH, HOME, ...env },
    encoding: 'utf8',
  })
  return { status, answer: JSON.parse(stdout) }
}

test("recado migrate brings a clinic's own database up to date, and says when it is", () => {
  const { url, ownerUrl } = clinic.access
  expect(migrateCommand({ DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl })).toEqual({
    status: 0,
    answer: { applied: [] },
  })
})

test('without the right to change tables it fails with a code and a sentence', () => {
  const wrong = new URL(clinic.access.ownerUrl)
  wrong.pathname = '/no_such_database'
  const { status, answer } = migrateCommand({ DATABASE_URL: wrong.href })
  expect(status).toBe(1)
  expect(answer).toEqual({ error: { code: expect.any(String), message: expect.any(String) } })
})
