import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withTestDatabase } from '../../db/test-db.ts'
import { apiOf, type ApiClient } from '../../testing/api-client.ts'
import { bookVisit, miniClinic, type MiniClinic } from '../../testing/mini-clinic.ts'

const database = withTestDatabase()
let clinic: MiniClinic
let api: ApiClient

beforeAll(async () => {
  clinic = await miniClinic(database.db)
  api = await apiOf(clinic)
  await api.signIn(clinic.staff.reception)
})
afterAll(() => api.app.close())

const inClinic = (statement: (organizationId: string) => ReturnType<typeof sql>) =>
  clinic.within((trx) => statement(clinic.organizationId).execute(trx))
const stateOf = async () => (await api.call('getOverview')).sending

test('the pause says who pressed it and why; a second one changes nothing', async () => {
  const first = await api.call('pauseSending', { body: { reason: 'wrong file' } })
  expect(first).toMatchObject({ paused: true, by: 'Rita Nunes', reason: 'wrong file' })
  expect(await api.call('pauseSending', { body: { reason: 'me too' } })).toEqual(first)
  expect(await stateOf()).toEqual(first)
})

test('on resuming, what was held for the pause looks again now, and nothing else', async () => {
  const [held, later] = [await bookVisit(clinic), await bookVisit(clinic)]
  await inClinic(
    (id) =>
      sql`update outbound_message set reason = 'organization-paused', due_at = business_now() + interval '1 minute' where organization_id = ${id} and appointment_id = ${held.id} and step = 'confirm'`,
  )
  await inClinic(
    (id) =>
      sql`update outbound_message set reason = 'template-in-review', due_at = business_now() + interval '1 minute' where organization_id = ${id} and appointment_id = ${later.id} and step = 'confirm'`,
  )
  const wakes = api.wakes()
  expect(await api.call('resumeSending', { body: {} })).toEqual({ paused: false })
  expect(api.wakes()).toBe(wakes + 1)
  const dueNow = await clinic.within((trx) =>
    sql<{
      appointment_id: string
    }>`select appointment_id from outbound_message where organization_id = ${clinic.organizationId} and state = 'planned' and due_at <= business_now()`.execute(
      trx,
    ),
  )
  expect(dueNow.rows).toEqual([{ appointment_id: held.id }])
  expect((await api.call('getAppointment', { params: { id: later.id } })).chip).toMatchObject({
    state: 'held',
    reason: 'template-in-review',
  })
})

test('a number that an error has stopped is shown as paused, and sends again when somebody resumes', async () => {
  await inClinic(
    (id) =>
      sql`update sender set paused_at = business_now(), pause_reason = 'whatsapp-131042' where organization_id = ${id}`,
  )
  expect(await stateOf()).toMatchObject({ paused: true, reason: 'whatsapp-131042' })
  expect((await api.call('getOverview')).warnings).toContainEqual({ code: 'sender-paused', params: { count: 1 } })
  expect(await api.call('resumeSending', { body: {} })).toEqual({ paused: false })
})

test('whoever stops or resumes sending is in the audit log', async () => {
  const { rows } = await clinic.within((trx) =>
    sql<{
      actor: string
      details: object
    }>`select actor, details from event where organization_id = ${clinic.organizationId} and action = 'sending.changed' order by recorded_at`.execute(
      trx,
    ),
  )
  const actor = `staff:${clinic.staff.reception}`
  expect(rows).toEqual([true, false, false].map((paused) => ({ actor, details: { paused } })))
})
