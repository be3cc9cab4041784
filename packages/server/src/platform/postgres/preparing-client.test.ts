import { expect, test } from 'vitest'
import { withTestDatabase } from '../../db/test-db.ts'

const clinic = withTestDatabase({ max: 1 })
const kept = async () => {
  const { rows } = await clinic.pool.query<{ statement: string }>('select statement from pg_prepared_statements')
  return rows.map(({ statement }) => statement)
}

test('a statement with parameters is planned once, however often it is asked', async () => {
  for (const n of [1, 2, 3]) {
    const { rows } = await clinic.pool.query('select $1::int + 1 as n', [n])
    expect(rows).toEqual([{ n: n + 1 }])
  }
  expect((await kept()).filter((text) => text.startsWith('select $1::int'))).toHaveLength(1)
})

test('statements without parameters, and several in one text, are left as they are', async () => {
  await clinic.pool.query('begin; select 1; commit')
  expect((await kept()).filter((text) => !text.includes('$1'))).toEqual([])
})

test('a statement that fails can be asked again with better values', async () => {
  const ask = (value: string) => clinic.pool.query('select ($1::text)::date as day', [value])
  await expect(ask('no day')).rejects.toMatchObject({ code: '22007' })
  expect((await ask('2026-03-08')).rows).toEqual([{ day: '2026-03-08' }])
})

test('a connection keeps a bounded number of them', async () => {
  for (let n = 0; n < 400; n++) await clinic.pool.query(`select $1::int as n${n}`, [n])
  expect((await kept()).length).toBeLessThanOrEqual(300)
})
