import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withTestDatabase } from '../../db/test-db.ts'
import { apiOf, type ApiClient } from '../../testing/api-client.ts'
import { miniClinic, type MiniClinic } from '../../testing/mini-clinic.ts'

const database = withTestDatabase()
let clinic: MiniClinic
let api: ApiClient

beforeAll(async () => {
  clinic = await miniClinic(database.db)
  api = await apiOf(clinic)
  await api.signIn(clinic.staff.administrator)
})
afterAll(() => api.app.close())

const asProgram = (key: string) =>
  api.app.inject({
    method: 'GET',
    url: '/api/v1/sites',
    headers: { host: '127.0.0.1', authorization: `Bearer ${key}` },
  })

test('a new key opens the API until it is revoked, and is listed without itself', async () => {
  const made = await api.call('createApiKey', { body: { name: 'practice software' } })
  expect((await asProgram(made.key)).statusCode).toBe(200)
  const { items } = await api.call('listApiKeys')
  expect(items.map(({ name }) => name)).toContain('practice software')
  expect(JSON.stringify(items)).not.toContain(made.key)
  await api.call('revokeApiKey', { params: { id: made.id } })
  expect((await asProgram(made.key)).statusCode).toBe(401)
})

test('the key stands in clear nowhere in the database, also not as the answer kept for a repeat', async () => {
  const made = await api.call('createApiKey', { body: { name: 'once' }, headers: { 'idempotency-key': 'make-a-key' } })
  const { rows } = await clinic.within((trx) => sql<{ response: unknown }>`select response from idempotency_key where key = 'make-a-key'`.execute(trx)) // prettier-ignore
  expect(rows).toEqual([])
  const hashes = await sql<{ token_hash: string }>`select token_hash from api_key`.execute(database.db)
  expect(hashes.rows.map(({ token_hash }) => token_hash)).not.toContain(made.key)
})

test('a key can be made to end by itself', async () => {
  const made = await api.call('createApiKey', { body: { name: 'for a week', expiresInDays: 7 } })
  const days = (Date.parse(made.expiresAt ?? '') - Date.parse(made.createdAt)) / 86_400_000
  expect(Math.round(days)).toBe(7)
})
