import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { describeSchema } from './schema-snapshot.ts'
import { withTestDatabase } from './test-db.ts'

const clinic = withTestDatabase({ fresh: 'test' })

/** PostgreSQL words some definitions anew in each version: the snapshot is that of the bundled one. */
const isBundled = !process.env['DATABASE_URL']

test.runIf(isBundled)('schema.sql shows what the migrations make (npm run generate writes it)', async () => {
  const snapshot = readFileSync(join(import.meta.dirname, 'schema.sql'), 'utf8')
  expect(await describeSchema(clinic.pool)).toBe(snapshot)
})

test('the snapshot changes with a column, an index, a policy and a check', async () => {
  const before = await describeSchema(clinic.pool)
  const changes = [
    sql`alter table patient add column nickname text`,
    sql`create index patient_by_name on patient (organization_id, name)`,
    sql`create policy extra on patient for select using (false)`,
    sql`alter table patient add check (name <> '')`,
  ]
  const seen = [before]
  for (const change of changes) {
    await change.execute(clinic.owner)
    seen.push(await describeSchema(clinic.pool))
  }
  expect(new Set(seen).size).toBe(changes.length + 1)
})

/** CONTRACT of tenancy: DESIGN 3b. Tables of the whole installation are named here one by one. */
const OF_THE_INSTALLATION = [
  'api_key',
  'channel',
  'installation',
  'kysely_migration',
  'kysely_migration_lock',
  'organization',
  'staff_session',
]

test('every table of an organization forces row-level security and has the organization first in its keys', async () => {
  const { rows } = await sql<{ name: string; forced: boolean; loose: string[] }>`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
           array(select k.conname::text from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'x', 'f')
             and not coalesce(k.confrelid::regclass::text = any (${OF_THE_INSTALLATION}), false)
             and (select attname from pg_attribute a where a.attrelid = c.oid and a.attnum = k.conkey[1]) <> 'organization_id') as loose
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`.execute(clinic.db)
  const tenant = rows.filter(({ name }) => !OF_THE_INSTALLATION.includes(name))
  expect(tenant.length).toBeGreaterThan(10)
  expect(tenant.filter(({ forced, loose }) => !forced || loose.length > 0)).toEqual([])
})
