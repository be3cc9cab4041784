import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOUR, formatInstant, instant } from '@recado/domain/shared/instant'
import { instantToWallTime } from '@recado/domain/shared/zoned'
import { withTestDatabase } from '../../db/test-db.ts'
import { apiOf, type ApiClient } from '../../testing/api-client.ts'
import {
  acceptHours,
  bookVisit,
  bookVisits,
  messageLeaves,
  miniClinic,
  type MiniClinic,
} from '../../testing/mini-clinic.ts'

const database = withTestDatabase()
let clinic: MiniClinic
let api: ApiClient

beforeAll(async () => {
  clinic = await miniClinic(database.db)
  api = await apiOf(clinic)
  await api.signIn(clinic.staff.reception)
})
afterAll(() => api.app.close())

const planned = async (id: string) =>
  (await api.call('getTimeline', { params: { id } })).touches
    .filter(({ state }) => state === 'planned')
    .map(({ step }) => step)
const localIn = async (hours: number) =>
  instantToWallTime(instant(Math.round(((await clinic.now()) + hours * HOUR) / HOUR) * HOUR), 'America/Sao_Paulo')

test('a visit that the desk cancels sends nothing but that news, gives its time back and waits to be entered', async () => {
  const visit = await bookVisit(clinic, { inHours: 100 })
  expect(await planned(visit.id)).toEqual(['confirm', 'soon'])
  const wakes = api.wakes()
  const detail = await api.call('cancelAppointment', {
    params: { id: visit.id },
    body: { reason: 'doctor ill', version: 1 },
  })
  expect(detail).toMatchObject({
    status: 'cancelled',
    chip: { state: 'cancelled' },
    outcomeBy: 'Rita Nunes',
    pending: [{ field: 'status', value: 'cancelled' }],
  })
  expect(await planned(visit.id)).toEqual(['cancelled'])
  expect(api.wakes()).toBe(wakes + 1)
})

test('cancelling twice is cancelling once', async () => {
  const visit = await bookVisit(clinic, { inHours: 100 })
  await api.call('cancelAppointment', { params: { id: visit.id }, body: {} })
  await api.call('cancelAppointment', { params: { id: visit.id }, body: {} })
  const { events } = await api.call('getTimeline', { params: { id: visit.id } })
  expect(events.map(({ kind, by }) => [kind, by.name])).toEqual([['imported', 'agenda'], ['cancelled', 'Rita Nunes']]) // prettier-ignore
})

test('a confirmation on the phone is not asked for again by message', async () => {
  const visit = await bookVisit(clinic, { inHours: 100 })
  const detail = await api.call('confirmAppointment', { params: { id: visit.id }, body: {} })
  expect(detail).toMatchObject({ confirmation: 'confirmed', chip: { state: 'confirmed' }, version: 1 })
  expect(await planned(visit.id)).toEqual(['soon'])
})

test('what somebody else changed meanwhile is not overwritten', async () => {
  const visit = await bookVisit(clinic, { inHours: 100 })
  const response = await api.raw('confirmAppointment', { params: { id: visit.id }, body: { version: 7 } })
  expect(response.statusCode).toBe(409)
  expect(response.json().error).toMatchObject({ code: 'conflict', details: { version: 1 } })
})

test('moving a visit tells the new time and asks for it, and moves its messages; its old time is free again', async () => {
  const visit = await bookVisit(clinic, { inHours: 150, practitioner: 'Dr. Move' })
  await api.call('confirmAppointment', { params: { id: visit.id }, body: {} })
  const startLocal = await localIn(200)
  const detail = await api.call('moveAppointment', { params: { id: visit.id }, body: { startLocal } })
  expect(detail).toMatchObject({
    version: 2,
    confirmation: 'none',
    startLocal: `${startLocal}:00`,
    pending: [{ field: 'start', value: `${startLocal}:00` }],
  })
  const { touches, events } = await api.call('getTimeline', { params: { id: visit.id } })
  expect(touches.filter(({ version }) => version === 1).every(({ state }) => state !== 'planned')).toBe(true)
  expect(touches.filter(({ version, state }) => version === 2 && state === 'planned').map(({ step }) => step)).toEqual([
    'moved',
    'confirm',
    'soon',
  ])
  expect(events.at(-1)).toMatchObject({
    kind: 'moved',
    by: { kind: 'staff', name: 'Rita Nunes' },
    is: `${startLocal}:00`,
  })
})

test('a time that somebody else has is refused, and the visit keeps its own', async () => {
  const startLocal = await localIn(170)
  const [first, second] = await bookVisits(
    clinic,
    { inHours: 150, practitioner: 'Dr. Full' },
    { inHours: 151, practitioner: 'Dr. Full' },
  )
  await api.call('moveAppointment', { params: { id: first?.id ?? '' }, body: { startLocal } })
  const response = await api.raw('moveAppointment', { params: { id: second?.id ?? '' }, body: { startLocal } })
  expect(response.statusCode).toBe(409)
  expect(response.json().error.details).toEqual({ reason: 'slot-taken' })
  const kept = await api.call('getAppointment', { params: { id: second?.id ?? '' } })
  expect([kept.version, kept.utc]).toEqual([1, formatInstant(second?.startAt ?? instant(0))])
})

test('of two desks that want one time at once, one gets it', async () => {
  const startLocal = await localIn(180)
  const visits = await bookVisits(clinic, ...[0, 1, 2, 3].map((n) => ({ inHours: 150 + n, practitioner: 'Dr. Race' })))
  const answers = await Promise.all(
    visits.map(({ id }) => api.raw('moveAppointment', { params: { id }, body: { startLocal } })),
  )
  expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409])
})

test('a visit moves to another practitioner, and both changes wait to be entered', async () => {
  const [visit] = await bookVisits(
    clinic,
    { inHours: 150, practitioner: 'Dr. Old' },
    { inHours: 150, practitioner: 'Dr. New' },
  )
  const { items } = await api.call('listPractitioners')
  const practitionerId = items.find(({ name }) => name === 'Dr. New')?.id ?? ''
  const startLocal = await localIn(190)
  const detail = await api.call('moveAppointment', {
    params: { id: visit?.id ?? '' },
    body: { startLocal, practitionerId },
  })
  expect(detail.practitioner).toBe('Dr. New')
  expect(detail.pending).toEqual([{ field: 'start', value: `${startLocal}:00` }, { field: 'practitioner', value: 'Dr. New' }]) // prettier-ignore
})

test('nobody is moved into the past, and nobody who has no visit to come', async () => {
  const visit = await bookVisit(clinic, { inHours: 150 })
  expect(
    (await api.raw('moveAppointment', { params: { id: visit.id }, body: { startLocal: '2020-01-06T10:00' } }))
      .statusCode,
  ).toBe(400)
  await api.call('cancelAppointment', { params: { id: visit.id }, body: {} })
  expect(
    (await api.raw('moveAppointment', { params: { id: visit.id }, body: { startLocal: await localIn(160) } }))
      .statusCode,
  ).toBe(409)
})

test('the free times are those that the patient would be offered, or say why there are none', async () => {
  const visit = await bookVisit(clinic, { inHours: 100, practitioner: 'Dr. Slots' })
  expect(await api.call('listSlots', { params: { id: visit.id } })).toEqual({ items: [], reason: 'hours-not-accepted' })
  await acceptHours(clinic, 'Dr. Slots')
  const { items } = await api.call('listSlots', { params: { id: visit.id } })
  expect(items).toHaveLength(12)
  expect(items.map(({ utc }) => utc)).toEqual(items.map(({ utc }) => utc).toSorted())
  expect(items.every(({ startLocal }) => startLocal.slice(11, 13) >= '08' && startLocal.slice(11, 13) < '18')).toBe(
    true,
  )
  const [first] = items
  const moved = await api.call('moveAppointment', {
    params: { id: visit.id },
    body: { startLocal: first?.startLocal ?? '' },
  })
  expect(moved.utc).toBe(first?.utc)
})

test('who came is asked afterwards how it went; who did not come is not', async () => {
  const [came, missed] = await bookVisits(clinic, { inHours: -1 }, { inHours: -1 })
  await api.call('recordOutcome', { params: { id: came?.id ?? '' }, body: { outcome: 'arrived' } })
  await api.call('recordOutcome', { params: { id: missed?.id ?? '' }, body: { outcome: 'noshow' } })
  expect(await planned(came?.id ?? '')).toEqual(['follow-up'])
  expect(await planned(missed?.id ?? '')).toEqual([])
  const corrected = await api.call('recordOutcome', { params: { id: missed?.id ?? '' }, body: { outcome: 'arrived' } })
  expect(corrected.chip.state).toBe('arrived')
})

test('nobody can have missed a visit that has not begun', async () => {
  const visit = await bookVisit(clinic, { inHours: 5 })
  const response = await api.raw('recordOutcome', { params: { id: visit.id }, body: { outcome: 'noshow' } })
  expect(response.json().error).toMatchObject({ code: 'conflict', details: { reason: 'not-begun' } })
})

test('an appointment is found under the id of its own system', async () => {
  const visit = await bookVisit(clinic, { externalId: 'X/7 ä' })
  const found = await api.call('getSourceAppointment', { params: { source: 'agenda', externalId: 'X/7 ä' } })
  expect(found.id).toBe(visit.id)
  expect(
    (await api.raw('getSourceAppointment', { params: { source: 'agenda', externalId: 'nobody' } })).statusCode,
  ).toBe(404)
})

test('a list goes page by page without leaving one out or showing one twice', async () => {
  const all = (await api.call('listAppointments', { query: { limit: '500' } })).items.map(({ id }) => id)
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await api.call('listAppointments', {
      query: { limit: '7', ...(cursor === undefined ? {} : { cursor }) },
    })
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.next
  } while (cursor !== undefined)
  expect(seen).toEqual(all)
  expect((await api.raw('listAppointments', { query: { cursor: 'nonsense' } })).statusCode).toBe(400)
})

test('a list narrows by practitioner, status and time', async () => {
  await bookVisit(clinic, { practitioner: 'Dr. Narrow', inHours: 99 })
  const of = (query: Record<string, string>) =>
    api.call('listAppointments', { query: { practitioner: 'Dr. Narrow', ...query } })
  const now = await clinic.now()
  expect((await of({})).items).toHaveLength(1)
  expect((await of({ status: 'cancelled' })).items).toHaveLength(0)
  expect(
    (await of({ from: formatInstant(instant(now + 98 * HOUR)), to: formatInstant(instant(now + 100 * HOUR)) })).items,
  ).toHaveLength(1)
  expect((await of({ from: formatInstant(instant(now + 100 * HOUR)) })).items).toHaveLength(0)
})

test('the timeline tells what went out with its statuses, what is to come in the patient’s words, and what is left out', async () => {
  const visit = await bookVisit(clinic, { inHours: 60, patient: 'Clara Dias', language: 'pt-BR' })
  await messageLeaves(clinic, visit.id, { delivered: true })
  const { touches } = await api.call('getTimeline', { params: { id: visit.id } })
  const [confirm, soon, followUp] = ['confirm', 'soon', 'follow-up'].map((step) =>
    touches.find((touch) => touch.step === step),
  )
  expect(confirm).toMatchObject({ state: 'sent', trace: [{ rule: 'not-expired', verdict: 'allow' }] })
  expect(confirm?.attempts[0]?.statuses.map(({ status }) => status)).toEqual(['accepted', 'sent', 'delivered'])
  expect(soon).toMatchObject({ state: 'planned', language: 'pt-BR', attempts: [] })
  expect(soon?.preview).toContain('Clara')
  expect(followUp).toMatchObject({ state: 'not-planned', reason: 'not-fulfilled-yet' })
  expect(followUp?.dueAt).toBeUndefined()
})

test('a message that rode along in another one shows how that one went', async () => {
  const [leader, rider] = await bookVisits(clinic, { inHours: 60 }, { inHours: 61 })
  const carrier = await messageLeaves(clinic, leader?.id ?? '', { read: true })
  await clinic.within((trx) => sql`
    update outbound_message set state = 'merged', merged_into = ${carrier}
     where organization_id = ${clinic.organizationId} and appointment_id = ${rider?.id} and step = 'confirm'`.execute(trx)) // prettier-ignore
  const { touches } = await api.call('getTimeline', { params: { id: rider?.id ?? '' } })
  const confirm = touches.find(({ step }) => step === 'confirm')
  expect(confirm?.state).toBe('merged')
  expect(confirm?.attempts[0]?.statuses.map(({ status }) => status)).toContain('read')
  expect((await api.call('getAppointment', { params: { id: rider?.id ?? '' } })).chip).toEqual({ state: 'read' })
})

test('an appointment that does not exist is not found, in the book of another clinic neither', async () => {
  for (const name of ['getAppointment', 'getTimeline', 'listSlots'] as const) {
    expect((await api.raw(name, { params: { id: '019a0000-0000-7000-8000-000000000000' } })).statusCode).toBe(404)
  }
})
