import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withTestDatabase } from '../../db/test-db.ts'
import { apiOf, type ApiClient } from '../../testing/api-client.ts'
import { bookVisit, miniClinic, type MiniClinic } from '../../testing/mini-clinic.ts'
import { recordEvents } from '../audit/index.ts'
import { newId } from '../../platform/ids.ts'

const database = withTestDatabase()
let clinic: MiniClinic
let api: ApiClient

beforeAll(async () => {
  clinic = await miniClinic(database.db)
  api = await apiOf(clinic)
  await api.signIn(clinic.staff.reception)
})
afterAll(() => api.app.close())

test('the timeline tells what later files changed, and where they overruled the desk', async () => {
  const visit = await bookVisit(clinic)
  const told = [
    { kind: 'moved', status: 'booked', confirmation: 'none', version: 2 },
    { kind: 'cancelled', status: 'cancelled', confirmation: 'none', version: 2 },
    { kind: 'restored', status: 'booked', confirmation: 'none', version: 2, overruled: ['status'] },
    { kind: 'updated', status: 'fulfilled', confirmation: 'none', version: 2 },
  ]
  for (const details of told) {
    await clinic.within(async (trx) =>
      recordEvents(trx, clinic.organizationId, await clinic.now(), [
        { actor: `import:${newId()}`, action: 'appointment.changed', subject: `appointment:${visit.id}`, details },
      ]),
    )
  }
  const { events } = await api.call('getTimeline', { params: { id: visit.id } })
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
  expect(events.map(({ kind, by }) => [kind, by.kind])).toEqual(
    ['imported', 'moved', 'cancelled', 'restored', 'source-won', 'fulfilled'].map((kind) => [kind, 'source']),
  )
})

test('an import that lacked too many visits is shown until a better one comes', async () => {
  const importRun = (kind: string, secondsAgo: number) =>
    clinic.within((trx) =>
      sql`
        insert into import_run (organization_id, id, source_id, sha256, state, result, actor, created_at)
        values (${clinic.organizationId}, ${newId()}, ${clinic.sourceId}, '', 'committed', ${JSON.stringify({ missing: { kind } })}::jsonb, 'key:x',
                business_now() - make_interval(secs => ${secondsAgo}))`.execute(trx),
    )
  const warned = async () => (await api.call('getOverview')).warnings.map(({ code }) => code)
  await importRun('braked', 60)
  expect(await warned()).toContain('missing-rows-brake')
  await importRun('cancel', 5)
  expect(await warned()).not.toContain('missing-rows-brake')
})
