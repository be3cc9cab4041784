import { expect, test } from 'vitest'
import { HOUR, instant } from '@recado/domain/shared/instant'
import { instantToWallTime } from '@recado/domain/shared/zoned'
import { withTestDatabase } from '../../db/test-db.ts'
import { apiOf, type ApiClient } from '../../testing/api-client.ts'
import { bookVisit, bookVisits, miniClinic, type MiniClinic } from '../../testing/mini-clinic.ts'

const database = withTestDatabase({ fresh: 'test' })
let clinic: MiniClinic
let api: ApiClient

async function open(): Promise<void> {
  clinic = await miniClinic(database.db)
  api = await apiOf(clinic)
  await api.signIn(clinic.staff.reception)
}
const later = async () =>
  instantToWallTime(instant(Math.floor(((await clinic.now()) + 200 * HOUR) / HOUR) * HOUR), 'America/Sao_Paulo')

test('what the desk changed is listed until somebody has entered it, with what the own system still shows', async () => {
  await open()
  const visit = await bookVisit(clinic, { externalId: 'K-9', patient: 'Ivo Paz' })
  const before = await api.call('getAppointment', { params: { id: visit.id } })
  const startLocal = await later()
  await api.call('moveAppointment', { params: { id: visit.id }, body: { startLocal } })
  const [change, ...others] = (await api.call('listChanges')).items
  expect(others).toEqual([])
  expect(change).toMatchObject({
    externalId: 'K-9', source: 'agenda', appointmentId: visit.id, field: 'start', was: before.startLocal, value: `${startLocal}:00`,
    by: { kind: 'staff', name: 'Rita Nunes' }, patient: { initials: 'IP' },
  }) // prettier-ignore
  expect((await api.call('listChanges')).items[0]?.id).toBe(change?.id)
  expect((await api.call('markChangeDone', { params: { id: change?.id ?? '' }, body: {} })).field).toBe('start')
  expect((await api.call('listChanges')).items).toEqual([])
  expect((await api.raw('markChangeDone', { params: { id: change?.id ?? '' }, body: {} })).statusCode).toBe(404)
  expect((await api.call('getTimeline', { params: { id: visit.id } })).events.map(({ kind }) => kind)).toEqual([
    'imported',
    'moved',
    'entered-in-source',
  ])
  await api.app.close()
})

test('the file opens in a spreadsheet, in the clinic’s letters, and runs nothing', async () => {
  await open()
  const [visit] = await bookVisits(clinic, {
    externalId: '=1+2',
    patient: '@SUM(A1) Müller',
    practitioner: 'Dr. "Q", Lima',
  })
  await api.call('cancelAppointment', { params: { id: visit?.id ?? '' }, body: {} })
  const response = await api.raw('listChanges', { query: { format: 'csv' } })
  expect(response.headers['content-type']).toContain('text/csv')
  const [head, row, ...rest] = response.body.split('\r\n')
  expect(head).toBe('\ufeffsource,id,patient,date,time,practitioner,site,field,was,value,since')
  expect(row).toContain(`agenda,'=1+2,'@SUM(A1) Müller,`)
  expect(row).toContain(`"Dr. ""Q"", Lima"`)
  expect(row).toContain(',status,booked,cancelled,')
  expect(rest).toEqual([''])
  await api.app.close()
})

test('a long list goes page by page', async () => {
  await open()
  const visits = await bookVisits(clinic, ...[0, 1, 2, 3, 4].map((n) => ({ inHours: 80 + n })))
  for (const { id } of visits) await api.call('cancelAppointment', { params: { id }, body: {} })
  const first = await api.call('listChanges', { query: { limit: '3' } })
  const second = await api.call('listChanges', { query: { limit: '3', cursor: first.next ?? '' } })
  expect([...first.items, ...second.items].map(({ appointmentId }) => appointmentId).toSorted()).toEqual(
    visits.map(({ id }) => id).toSorted(),
  )
  expect(second.next).toBeUndefined()
  expect((await api.call('listChanges', { query: { source: 'another' } })).items).toEqual([])
  await api.app.close()
})
