import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY, HOUR } from '@recado/domain/shared/instant'
import { localDate, wallTimeToInstant } from '@recado/domain/shared/zoned'
import { withTestDatabase } from '../../db/test-db.ts'
import { apiOf, type ApiClient } from '../../testing/api-client.ts'
import { bookVisit, bookVisits, miniClinic, type MiniClinic } from '../../testing/mini-clinic.ts'
import { noteProposedHours } from './index.ts'

const database = withTestDatabase()
let clinic: MiniClinic
let api: ApiClient

beforeAll(async () => {
  clinic = await miniClinic(database.db)
  api = await apiOf(clinic)
  await api.signIn(clinic.staff.administrator)
})
afterAll(() => api.app.close())

const chipOf = async (id: string) => (await api.call('getAppointment', { params: { id } })).chip
const practitioner = async (name: string) =>
  (await api.call('listPractitioners')).items.find((one) => one.name === name)

/** Eight weeks of Mondays and Tuesdays, 09:00 to 11:30 in Madrid. */
async function busyMornings(name: string): Promise<void> {
  const now = await clinic.now()
  const visits = [...Array(56).keys()].flatMap((day) => {
    const date = localDate((now - (day + 1) * DAY) as typeof now, 'Europe/Madrid')
    if (![1, 2].includes(new Date(`${date}T12:00Z`).getUTCDay())) return []
    return ['09:00', '10:00', '11:00'].map((time) => ({
      site: 'madrid' as const, practitioner: name, inHours: (wallTimeToInstant(`${date}T${time}`, 'Europe/Madrid').at - now) / HOUR,
    })) // prettier-ignore
  })
  await bookVisits(clinic, ...visits)
}

test.each(['site', 'practitioner', 'service'] as const)(
  'a %s that is switched off sends nothing until it is switched on again',
  async (kind) => {
    const visit = await bookVisit(clinic, {
      inHours: 90,
      practitioner: `Dr. ${kind}`,
      service: `Visit ${kind}`,
      site: 'kolkata',
    })
    const [list, patch, name] = ({ site: ['listSites', 'patchSite', 'Aurora Salt Lake'], practitioner: ['listPractitioners', 'patchPractitioner', 'Dr. practitioner'], service: ['listServices', 'patchService', 'Visit service'] } as const)[kind] // prettier-ignore
    const entry = (await api.call(list)).items.find((one) => one.name === name)
    const params = { id: entry?.id ?? '' }
    expect(entry).toMatchObject({ sendingEnabled: true })
    expect(await api.call(patch, { params, body: { sendingEnabled: false } })).toMatchObject({
      sendingEnabled: false,
      upcoming: entry?.upcoming,
    })
    expect(await chipOf(visit.id)).toEqual({ state: 'not-sent', reason: `${kind}-disabled` })
    await api.call(patch, { params, body: { sendingEnabled: true } })
    expect(await chipOf(visit.id)).toMatchObject({ state: 'planned' })
  },
)

test('visits to come are counted where they are', async () => {
  await bookVisits(
    clinic,
    { practitioner: 'Dr. Count', inHours: 30 },
    { practitioner: 'Dr. Count', inHours: 31, site: 'madrid' },
    { practitioner: 'Dr. Count', inHours: -30 },
  )
  expect(await practitioner('Dr. Count')).toMatchObject({
    upcoming: 2,
    sites: [{ name: 'Aurora Chamberí' }, { name: 'Aurora Paulista' }],
  })
})

test('hours are proposed from the book and count only when staff accept them', async () => {
  await busyMornings('Dr. Mañana')
  await clinic.within(async (trx) => noteProposedHours(trx, clinic.organizationId, await clinic.now()))
  const found = await practitioner('Dr. Mañana')
  expect(found?.hoursState).toBe('proposed')
  const params = { id: found?.id ?? '' }
  const hours = await api.call('getPractitionerHours', { params })
  expect(hours.accepted).toEqual([])
  expect(hours.proposed.map(({ weekday, start, end }) => [weekday, start, end])).toEqual([[1, '09:00', '11:30'], [2, '09:00', '11:30']]) // prettier-ignore
  expect((await api.call('getOverview')).warnings).toContainEqual({
    code: 'hours-proposed',
    params: { count: expect.any(Number) },
  })

  const visit = await bookVisit(clinic, { practitioner: 'Dr. Mañana', site: 'madrid', inHours: 100 })
  expect((await api.call('listSlots', { params: { id: visit.id } })).reason).toBe('hours-not-accepted')
  expect((await api.call('acceptPractitionerHours', { params, body: {} })).accepted).toEqual(hours.proposed)
  const { items } = await api.call('listSlots', { params: { id: visit.id } })
  expect(items.length).toBeGreaterThan(0)
  expect(
    items.every(({ startLocal }) => startLocal.slice(11, 16) >= '09:00' && startLocal.slice(11, 16) < '11:30'),
  ).toBe(true)
})

test('hours at one site offer nothing at another', async () => {
  await bookVisit(clinic, { practitioner: 'Dr. Two', site: 'madrid', inHours: 50 })
  const visit = await bookVisit(clinic, { practitioner: 'Dr. Two', site: 'saoPaulo', inHours: 50 })
  const id = (await practitioner('Dr. Two'))?.id ?? ''
  const madrid = (await api.call('listSites')).items.find(({ name }) => name === 'Aurora Chamberí')?.id ?? ''
  const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ siteId: madrid, weekday, start: '09:00', end: '13:00' }))
  expect((await api.call('putPractitionerHours', { params: { id }, body: { hours } })).accepted).toEqual(hours)
  expect(await api.call('listSlots', { params: { id: visit.id } })).toEqual({ items: [], reason: 'fully-booked' })
})

test('hours that end before they start, or are nowhere, are refused', async () => {
  const id = (await practitioner('Dr. Two'))?.id ?? ''
  const [site] = (await api.call('listSites')).items
  const put = (hours: object) => api.raw('putPractitionerHours', { params: { id }, body: { hours: [hours] } })
  expect((await put({ siteId: site?.id, weekday: 1, start: '13:00', end: '09:00' })).statusCode).toBe(400)
  expect((await put({ siteId: id, weekday: 1, start: '09:00', end: '13:00' })).statusCode).toBe(400)
})

test('a source that is overdue brakes its sending and is shown as stale', async () => {
  const visit = await bookVisit(clinic, { inHours: 90, practitioner: 'Dr. Stale' })
  const params = { id: clinic.sourceId }
  expect(
    await api.call('patchSource', { params, body: { expectedEveryHours: 24, assumeFulfilledAfterMin: 120 } }),
  ).toMatchObject({ stale: false, expectedEveryHours: 24, assumeFulfilledAfterMin: 120, kind: 'api' })
  const cleared = await api.call('patchSource', { params, body: { expectedEveryHours: null } })
  expect(cleared.expectedEveryHours).toBeUndefined()
  expect(cleared.assumeFulfilledAfterMin).toBe(120)
  expect(await chipOf(visit.id)).toMatchObject({ state: 'planned' })
  expect((await api.raw('patchSource', { params, body: { expectedEveryHours: 1.5 } })).statusCode).toBe(400)
})
