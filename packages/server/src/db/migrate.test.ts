import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { silentLog } from '../platform/log.ts'
import { createPool } from '../platform/postgres/pool.ts'
import { migrate, migrationNames } from './migrate.ts'
import { withTestDatabase } from './test-db.ts'

const clinic = withTestDatabase({ fresh: 'test' })
const log = silentLog

/** Runs statements on the test database as its superuser. */
async function asSuperuser(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: clinic.access.superuserUrl })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

const empty = () =>
  asSuperuser('drop schema public cascade', 'create schema public', `grant all on schema public to "${ownerName()}"`)
const ownerName = () => new URL(clinic.access.ownerUrl).username

describe('migrations', () => {
  test('started by several processes at once, run once', async () => {
    await empty()
    const { ownerUrl, url: appUrl } = clinic.access
    const results = await Promise.all([1, 2, 3].map(() => migrate({ ownerUrl, appUrl, log })))
    expect(results.map(({ applied }) => applied.length).toSorted((a, b) => a - b)).toEqual([
      0,
      0,
      (await migrationNames()).length,
    ])
  })

  test('refuse a database that a newer version has touched, in one sentence', async () => {
    await asSuperuser(`insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2030-01-01')`)
    const { ownerUrl, url: appUrl } = clinic.access
    await expect(migrate({ ownerUrl, appUrl, log })).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/newer version of Recado/),
    })
  })

  test('that fail leave nothing behind', async () => {
    await empty()
    await asSuperuser('create table appointment (in_the_way int)', `alter table appointment owner to "${ownerName()}"`)
    const { ownerUrl, url: appUrl } = clinic.access
    await expect(migrate({ ownerUrl, appUrl, log })).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/rolled back \(42P07\)/),
    })
    const { rows } = await clinic.pool.query(
      `select from pg_tables where schemaname = 'public' and tablename not like 'kysely_%'`,
    )
    expect(rows).toHaveLength(1)
  })
})

describe('the role of the application', () => {
  test('a superuser as DATABASE_URL steps down to a role that row-level security binds', async () => {
    const url = clinic.access.superuserUrl
    const access = await migrate({ ownerUrl: url, appUrl: url, log })
    expect(access.role).toBe('recado_app')
    const pool = createPool({ url, role: access.role, name: 'test', log, max: 1 })
    const { rows } = await pool.query(
      `select rolsuper or rolbypassrls as mighty from pg_roles where rolname = current_user`,
    )
    expect(rows).toEqual([{ mighty: false }])
    await expect(pool.query('alter table patient disable row level security')).rejects.toMatchObject({ code: '42501' })
    await pool.end()
  })

  test('a login that does not exist is named as the fault', async () => {
    const appUrl = new URL(clinic.access.url)
    appUrl.username = 'recado_nobody'
    const { ownerUrl } = clinic.access
    await expect(migrate({ ownerUrl, appUrl: appUrl.href, log })).rejects.toMatchObject({
      message: expect.stringMatching(/login of DATABASE_URL does not exist/),
    })
  })
})
