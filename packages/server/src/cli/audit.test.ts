import { sql } from 'kysely'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withTestDatabase } from '../db/test-db.ts'
import { recordEvents, sealEvents } from '../modules/audit/index.ts'
import { inOrganization } from '../platform/postgres/tenancy.ts'
import { miniClinic } from '../testing/mini-clinic.ts'

const database = withTestDatabase()

function verify() {
  const { PATH = '', HOME = '' } = process.env
  const main = join(import.meta.dirname, 'main.ts')
  const { status, stdout } = spawnSync(process.execPath, [main, 'audit', 'verify', '--json'], {
    env: { PATH, HOME, DATABASE_URL: database.access.url },
    encoding: 'utf8',
  })
  return { status, answer: JSON.parse(stdout) as { ok: boolean; organizations: object[] } }
}

test('a journal that nobody touched is unbroken; one word changed by the operator is found', async () => {
  const clinic = await miniClinic(database.db)
  const now = await clinic.now()
  const events = ['a', 'b', 'c'].map((name) => ({ actor: 'system:test', action: 'test.done', subject: `test:${name}` }))
  await clinic.within((trx) => recordEvents(trx, clinic.organizationId, now, events))
  await sealEvents(database.db, clinic.organizationId)
  expect(verify()).toMatchObject({ status: 0, answer: { ok: true, organizations: [{ events: 3 }] } })

  await sql`alter table event disable trigger user`.execute(database.owner)
  await inOrganization(database.owner, clinic.organizationId, (trx) =>
    sql`update event set subject = 'test:z' where position = 2`.execute(trx),
  )
  expect(verify()).toMatchObject({ status: 1, answer: { ok: false, organizations: [{ brokenAt: 2 }] } })
})
