import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '../platform/ids.ts'
import { inOrganization } from '../platform/postgres/tenancy.ts'
import { refreshStatistics } from '../platform/postgres/statistics.ts'
import { withTestDatabase } from './test-db.ts'

const clinic = withTestDatabase()

test('after a large import the planner knows within moments that a clinic’s rows are all of one organization', async () => {
  const id = newId()
  await sql`insert into organization (id, name, country, language) values (${id}, 'Clinic', 'BR', 'en')`.execute(
    clinic.owner,
  )
  await inOrganization(clinic.db, id, (trx) =>
    sql`insert into patient (organization_id, id, name, created_at) select ${id}, gen_random_uuid(), 'P', now() from generate_series(1, 1000)`.execute(
      trx,
    ),
  )
  await expect.poll(() => refreshStatistics(clinic.db), { timeout: 10_000 }).toBeGreaterThan(0)
  const { rows } = await sql<{
    reltuples: number
  }>`select reltuples::int from pg_class where oid = 'patient'::regclass`.execute(clinic.db)
  expect(rows[0]?.reltuples).toBe(1000)
  expect(await refreshStatistics(clinic.db)).toBe(0)
})
