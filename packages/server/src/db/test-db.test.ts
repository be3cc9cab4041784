import { sql } from 'kysely'
import pg from 'pg'
import { expect, test } from 'vitest'
import { instant } from '@recado/domain/shared/instant'
import { at } from '../platform/postgres/instants.ts'
import { inOrganization } from '../platform/postgres/tenancy.ts'
import { openTestDatabase, withTestDatabase } from './test-db.ts'

const clinic = withTestDatabase()
const ana = '0193a1f0-7c1e-7abc-8def-000000000001'
const leo = '0193a1f0-7c1e-7abc-8def-000000000002'

test('a test database is migrated and its times come back as instants', async () => {
  const now = instant(1_795_315_501_719)
  const { rows } = await sql`select ${at(now)}::timestamptz as at, array[${at(now)}::timestamptz, null] as list,
    '2026-03-08'::date as day, array['2026-03-08'::date] as days, 5::int8 as count, '2 h'::interval as span`.execute(
    clinic.db,
  )
  expect(rows[0]).toEqual({
    at: now,
    list: [now, null],
    day: '2026-03-08',
    days: ['2026-03-08'],
    count: 5,
    span: '02:00:00',
  })
})

test('a number beyond 2^53 is refused, not rounded', async () => {
  await expect(sql`select 9007199254740993::int8 as n`.execute(clinic.db)).rejects.toThrow(RangeError)
})

test('one organization does not see the rows of another, and outside of a transaction nothing is seen', async () => {
  for (const id of [ana, leo]) {
    await sql`insert into organization (id, name, country, language) values (${id}, 'Clinic', 'BR', 'pt-BR')`.execute(
      clinic.owner,
    )
    await inOrganization(clinic.db, id, (trx) =>
      sql`insert into patient (organization_id, id, name, created_at) values (${id}, ${id}, 'P', now())`.execute(trx),
    )
  }
  const seen = await inOrganization(clinic.db, ana, (trx) => sql`select id from patient`.execute(trx))
  expect(seen.rows).toEqual([{ id: ana }])
  expect((await sql`select id from patient`.execute(clinic.db)).rows).toEqual([])
})

test('the application cannot write into another organization, empty a table or change its shape', async () => {
  const intrude = inOrganization(clinic.db, ana, (trx) =>
    sql`insert into patient (organization_id, id, name, created_at) values (${leo}, ${ana}, 'P', now())`.execute(trx),
  )
  await expect(intrude).rejects.toMatchObject({ code: '42501' })
  await expect(sql`truncate patient cascade`.execute(clinic.db)).rejects.toMatchObject({ code: '42501' })
  await expect(sql`alter table patient add column x int`.execute(clinic.db)).rejects.toMatchObject({ code: '42501' })
})

// On a server of one's own the tests' owner is its superuser, whom nothing binds.
test.skipIf(process.env['DATABASE_URL'])(
  'even the owner of the tables sees no rows outside of an organization',
  async () => {
    expect((await sql`select id from patient`.execute(clinic.owner)).rows).toEqual([])
  },
)

test('a connection that a test does not give back fails its file', async () => {
  const held = await openTestDatabase()
  const client = await held.pool.connect()
  await expect(held.close()).rejects.toThrow(/1 not given back/)
  client.release(true)
})

test('a connection that somebody else left open fails the file too, and is named', async () => {
  const left = await openTestDatabase()
  const client = new pg.Client({ connectionString: left.access.url, application_name: 'forgotten worker' })
  client.on('error', () => undefined)
  await client.connect()
  await expect(left.close()).rejects.toThrow(/forgotten worker \(idle\)/)
})
