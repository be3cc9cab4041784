import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HOUR, instant } from '@recado/domain/shared/instant'
import { instantToWallTime } from '@recado/domain/shared/zoned'
import { withTestDatabase } from '../../db/test-db.ts'
import { raiseUndelivered } from '../inbox/index.ts'
import { apiOf, type ApiClient } from '../../testing/api-client.ts'
import { bookVisit, messageLeaves, miniClinic, type MiniClinic } from '../../testing/mini-clinic.ts'

const database = withTestDatabase()
let clinic: MiniClinic
let api: ApiClient

beforeAll(async () => {
  clinic = await miniClinic(database.db)
  api = await apiOf(clinic)
  await api.signIn(clinic.staff.administrator)
})
afterAll(() => api.app.close())

const NEWS = new Set(['moved', 'cancelled'])
const touchesOf = async (id: string) => (await api.call('getTimeline', { params: { id } })).touches
const newsOf = async (id: string) =>
  (await touchesOf(id)).filter(({ step }) => NEWS.has(step)).map(({ step, state, reason }) => [step, state, reason])
const localIn = async (hours: number) =>
  instantToWallTime(instant(Math.round(((await clinic.now()) + hours * HOUR) / HOUR) * HOUR), 'America/Sao_Paulo')

describe('when the desk changes a visit', () => {
  test('the patient is told of a cancellation, of the time that they knew', async () => {
    const visit = await bookVisit(clinic, { inHours: 100 })
    const detail = await api.call('getAppointment', { params: { id: visit.id } })
    expect(detail.notice).toEqual({ possible: true })
    await api.call('cancelAppointment', { params: { id: visit.id }, body: {} })
    expect(await newsOf(visit.id)).toEqual([['cancelled', 'planned', undefined]])
    const [notice] = (await touchesOf(visit.id)).filter(({ step }) => step === 'cancelled')
    expect(notice?.preview).toContain('Esta consulta foi cancelada.')
    expect(Date.parse(notice?.dueAt ?? '') - (await clinic.now())).toBeLessThan(24 * HOUR)
  })

  test('the patient is told of a new time, once for several moves, and asked whether it suits', async () => {
    const visit = await bookVisit(clinic, { inHours: 150, practitioner: 'Dr. Often' })
    for (const hours of [200, 210]) {
      await api.call('moveAppointment', { params: { id: visit.id }, body: { startLocal: await localIn(hours) } })
    }
    expect(await newsOf(visit.id)).toEqual([['moved', 'withdrawn', 'superseded'], ['moved', 'planned', undefined]]) // prettier-ignore
    const notice = (await touchesOf(visit.id)).find(({ step, state }) => step === 'moved' && state === 'planned')
    expect(notice?.buttons).toHaveLength(3)
  })

  test('a visit that is moved back before anybody was told sends nothing', async () => {
    const visit = await bookVisit(clinic, { inHours: 150, practitioner: 'Dr. Back' })
    const { startLocal = '' } = await api.call('getAppointment', { params: { id: visit.id } })
    await api.call('moveAppointment', { params: { id: visit.id }, body: { startLocal: await localIn(200) } })
    await api.call('moveAppointment', { params: { id: visit.id }, body: { startLocal: startLocal.slice(0, 16) } })
    expect(await newsOf(visit.id)).toEqual([['moved', 'withdrawn', 'superseded']])
  })

  test('a cancellation after a move of which nobody has told the patient speaks of the time that they know', async () => {
    const visit = await bookVisit(clinic, { inHours: 150, practitioner: 'Dr. Twice' })
    await api.call('moveAppointment', { params: { id: visit.id }, body: { startLocal: await localIn(200) } })
    await api.call('cancelAppointment', { params: { id: visit.id }, body: {} })
    expect(await newsOf(visit.id)).toEqual([['moved', 'withdrawn', 'superseded'], ['cancelled', 'planned', undefined]]) // prettier-ignore
    const { rows } = await clinic.within((trx) => sql<{ known: { startAt: number } }>`select known from outbound_message where appointment_id = ${visit.id} and step = 'cancelled'`.execute(trx)) // prettier-ignore
    expect(rows[0]?.known.startAt).toBe(visit.startAt)
  })

  test('what the desk will say itself is kept with that reason', async () => {
    const visit = await bookVisit(clinic, { inHours: 100 })
    await api.call('cancelAppointment', { params: { id: visit.id }, body: { tell: false } })
    expect(await newsOf(visit.id)).toEqual([['cancelled', 'not-planned', 'not-wanted']])
  })

  test('the desk is told beforehand why a patient cannot be told, and the timeline keeps it', async () => {
    const visit = await bookVisit(clinic, { inHours: 100, consent: null })
    const detail = await api.call('getAppointment', { params: { id: visit.id } })
    expect(detail.notice).toEqual({ possible: false, reason: 'no-consent' })
    await api.call('cancelAppointment', { params: { id: visit.id }, body: {} })
    expect(await newsOf(visit.id)).toEqual([['cancelled', 'not-planned', 'no-consent']])
  })

  test('a confirmation and an arrival tell nobody anything', async () => {
    const visit = await bookVisit(clinic, { inHours: 0.5 })
    await api.call('confirmAppointment', { params: { id: visit.id }, body: {} })
    await api.call('recordOutcome', { params: { id: visit.id }, body: { outcome: 'arrived' } })
    expect(await newsOf(visit.id)).toEqual([])
  })

  test('a notice that nobody got in time puts the patient on the list of people to call', async () => {
    const visit = await bookVisit(clinic, { inHours: 30 })
    await api.call('cancelAppointment', { params: { id: visit.id }, body: {} })
    await clinic.within((trx) => sql`update outbound_message set state = 'expired', reason = 'expired', settled_at = business_now() where appointment_id = ${visit.id} and step = 'cancelled'`.execute(trx)) // prettier-ignore
    await raiseUndelivered(database.db, clinic.organizationId)
    const { items } = await api.call('listConversations', { query: { queue: 'undelivered' } })
    expect(items.map(({ patients }) => patients[0]?.id)).toContain(visit.patientId)
  })
})

describe('when the source changes a visit', () => {
  const put = (externalId: string, body: Record<string, unknown>) =>
    api.call('putSourceAppointment', { params: { source: 'agenda', externalId }, body })
  const made = async (externalId: string, hours: number) => {
    const answer = await put(externalId, { ...PATIENT(externalId), startLocal: await localIn(hours) })
    return answer.id
  }
  const PATIENT = (id: string) => ({ patientExternalId: `S-${id}`, given: 'Nina', family: 'Reis', phone: `+55119${40_900_000 + Number(id.slice(1))}`, consent: true, site: 'Aurora Paulista', practitioner: `Dr. ${id}`, durationMin: 30 }) // prettier-ignore
  const tell = async (tellChanges: 'all' | 'stated' | 'none') => {
    await api.call('patchSource', { params: { id: clinic.sourceId }, body: { tellChanges } })
  }

  test('what it moves and cancels is told; the length alone is not', async () => {
    const id = await made('N1', 120)
    await put('N1', { ...PATIENT('N1'), startLocal: await localIn(120), durationMin: 45 })
    expect(await newsOf(id)).toEqual([])
    await put('N1', { ...PATIENT('N1'), startLocal: await localIn(144) })
    expect(await newsOf(id)).toEqual([['moved', 'planned', undefined]])
    await put('N1', { ...PATIENT('N1'), startLocal: await localIn(144), status: 'cancelled' })
    expect(await newsOf(id)).toEqual([['moved', 'withdrawn', 'superseded'], ['cancelled', 'planned', undefined]]) // prettier-ignore
  })

  test('what the patient did in the chat and the source shows later is not told again', async () => {
    const id = await made('N2', 120)
    await clinic.within((trx) => sql`update appointment set status = 'cancelled', confirmation = 'declined', cancelled_by = 'patient:x', cancelled_at = business_now(), pending = '[{"field":"status","value":"cancelled","since":0,"actor":"patient:x"}]' where id = ${id}`.execute(trx)) // prettier-ignore
    await put('N2', { ...PATIENT('N2'), startLocal: await localIn(120), status: 'cancelled' })
    expect(await newsOf(id)).toEqual([])
  })

  test('a source that is set so tells nobody, and the timeline says so', async () => {
    await tell('none')
    const id = await made('N3', 120)
    await put('N3', { ...PATIENT('N3'), startLocal: await localIn(144) })
    expect(await newsOf(id)).toEqual([['moved', 'not-planned', 'source-does-not-tell']])
    await tell('stated')
  })
})

test('a notice that has left is in the timeline, and the chip of the visit follows it', async () => {
  const visit = await bookVisit(clinic, { inHours: 150, practitioner: 'Dr. Leaves' })
  await api.call('moveAppointment', { params: { id: visit.id }, body: { startLocal: await localIn(200) } })
  await messageLeaves(clinic, visit.id)
  const touches = await touchesOf(visit.id)
  expect(touches.find(({ step }) => step === 'moved')).toMatchObject({ state: 'sent' })
  expect((await api.call('getAppointment', { params: { id: visit.id } })).chip).toMatchObject({ state: 'sent' })
})
