import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { withTestDatabase } from '../../db/test-db.ts'
import { newId } from '../ids.ts'
import { inOrganization } from './tenancy.ts'

const clinic = withTestDatabase({ max: 2 })

const organization = async () => {
  const id = newId()
  await sql`insert into organization (id, name, country, language) values (${id}, 'Clinic', 'BR', 'en')`.execute(
    clinic.owner,
  )
  return id
}
const patients = (id: string) =>
  inOrganization(clinic.db, id, async (trx) => {
    const { rows } = await sql<{ name: string }>`select name from patient order by id`.execute(trx)
    return rows.map(({ name }) => name)
  })
const insert = (organizationId: string, name: string) =>
  sql`insert into patient (organization_id, id, name, created_at) values (${organizationId}, ${newId()}, ${name}, now())`

test('a clinic sees its own patients and no others', async () => {
  const [one, other] = [await organization(), await organization()]
  await inOrganization(clinic.db, one, (trx) => insert(one, 'Ana').execute(trx))
  expect(await patients(one)).toEqual(['Ana'])
  expect(await patients(other)).toEqual([])
  const trespass = inOrganization(clinic.db, other, (trx) => insert(one, 'Eve').execute(trx))
  await expect(trespass).rejects.toThrow('row-level security')
})

test('statements that nobody waited for are carried out in order, and read by those after them', async () => {
  const id = await organization()
  const seen = await inOrganization(clinic.db, id, async (trx) => {
    const writes = ['Ana', 'Bia', 'Caio'].map((name) => insert(id, name).execute(trx))
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from patient`.execute(trx)
    await Promise.all(writes)
    return rows[0]?.count
  })
  expect(seen).toBe(3)
  expect(await patients(id)).toEqual(['Ana', 'Bia', 'Caio'])
})

test('what fails half way leaves nothing, and the connection serves the next', async () => {
  const id = await organization()
  for (let round = 0; round < 5; round++) {
    const failing = inOrganization(clinic.db, id, async (trx) => {
      await insert(id, 'Ana').execute(trx)
      await sql`select 1 / ${0}::int`.execute(trx)
    })
    await expect(failing).rejects.toThrow('division by zero')
  }
  expect(await patients(id)).toEqual([])
})

test('what is handed to the end is committed with everything before it, or nothing is', async () => {
  const id = await organization()
  await inOrganization(clinic.db, id, async (trx, last) => {
    last(insert(id, 'Bia'))
    await insert(id, 'Ana').execute(trx)
    last(insert(id, 'Caio'))
  })
  expect((await patients(id)).toSorted()).toEqual(['Ana', 'Bia', 'Caio'])
  const failing = inOrganization(clinic.db, id, async (trx, last) => {
    await insert(id, 'Dora').execute(trx)
    last(insert(id, 'Enzo'))
    last(sql`select 1 / ${0}::int`)
    last(insert(id, 'Fabio'))
  })
  await expect(failing).rejects.toThrow('division by zero')
  expect(await patients(id)).toHaveLength(3)
})

test('a transaction is over when it is over, and has none inside of it', async () => {
  const id = await organization()
  let kept: Parameters<Parameters<typeof inOrganization>[2]>[0] | undefined
  await inOrganization(clinic.db, id, async (trx) => {
    kept = trx
    expect(() => inOrganization(trx, id, async () => undefined)).toThrow('inside of another')
  })
  if (kept) await expect(insert(id, 'Late').execute(kept)).rejects.toThrow('the transaction is over')
  expect(await patients(id)).toEqual([])
})
