import { beforeAll, afterAll, expect, test } from 'vitest'
import { addDays, localDate } from '@recado/domain/shared/zoned'
import { withTestDatabase } from '../../db/test-db.ts'
import { apiOf, type ApiClient } from '../../testing/api-client.ts'
import {
  acceptHours,
  bookVisit,
  bookVisits,
  messageLeaves,
  miniClinic,
  patientWrites,
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

const range = async () => {
  const today = localDate(await clinic.now(), 'America/Sao_Paulo')
  return { from: addDays(today, -2), to: addDays(today, 10) }
}

test('the book shows each practitioner with the visits in their order, sorted as the reader expects names', async () => {
  await bookVisits(
    clinic,
    { practitioner: 'Dr. Zuñiga', inHours: 75, patient: 'Bruno Melo' },
    { practitioner: 'Dr. Ávila', inHours: 74, patient: 'Caio Reis' },
    { practitioner: 'Dr. Ávila', inHours: 73, patient: 'Dora Luz' },
  )
  const book = await api.call('getBook', { query: await range() })
  expect(book.practitioners.map(({ name }) => name)).toEqual(['Dr. Ávila', 'Dr. Zuñiga'])
  expect(book.practitioners[0]?.appointments.map(({ patient }) => patient.initials)).toEqual(['DL', 'CR'])
  expect(book.sites.map(({ name }) => name)).toEqual(['Aurora Chamberí', 'Aurora Paulista', 'Aurora Salt Lake'])
})

test('a visit known by day only comes first, and has no message with a time', async () => {
  await bookVisits(
    clinic,
    { practitioner: 'Dr. Day', inHours: 72 },
    { practitioner: 'Dr. Day', inHours: 72, dayOnly: true },
  )
  const book = await api.call('getBook', { query: await range() })
  const [first] = book.practitioners.find(({ name }) => name === 'Dr. Day')?.appointments ?? []
  expect(first?.startLocal).toBeUndefined()
  expect(first?.chip).toEqual({ state: 'not-sent', reason: 'date-only' })
})

test('the chip follows the message: planned, read, and the reason when nobody can be reached', async () => {
  const [planned, read, mute] = await bookVisits(
    clinic,
    { practitioner: 'Dr. Chip', inHours: 100 },
    { practitioner: 'Dr. Chip', inHours: 101 },
    { practitioner: 'Dr. Chip', inHours: 102, phone: null },
  )
  await messageLeaves(clinic, read?.id ?? '', { read: true })
  const book = await api.call('getBook', { query: await range() })
  const column = book.practitioners.find(({ name }) => name === 'Dr. Chip')
  const chipOf = (id: string | undefined) => column?.appointments.find((visit) => visit.id === id)?.chip
  expect(chipOf(planned?.id)?.state).toBe('planned')
  expect(chipOf(planned?.id)?.nextAt).toBeDefined()
  expect(chipOf(read?.id)).toEqual({ state: 'read' })
  expect(chipOf(mute?.id)).toEqual({ state: 'not-reachable', reason: 'no-contact-point' })
})

test('days are those of the site: a late evening in Kolkata is not yet the next day there', async () => {
  const visit = await bookVisit(clinic, { site: 'kolkata', practitioner: 'Dr. Sen', inHours: 60 })
  const day = localDate(visit.startAt ?? (0 as never), 'Asia/Kolkata')
  const book = await api.call('getBook', { query: { from: day, to: addDays(day, 1) } })
  const column = book.practitioners.find(({ name }) => name === 'Dr. Sen')
  expect(column?.appointments.map(({ date, zone }) => [date, zone])).toEqual([[day, 'Asia/Kolkata']])
})

test('accepted hours are shown on each day at the site’s own clocks', async () => {
  await bookVisit(clinic, { site: 'madrid', practitioner: 'Dr. Rey', inHours: 50 })
  await acceptHours(clinic, 'Dr. Rey', { fromMinute: 9 * 60, toMinute: 24 * 60 })
  const { from } = await range()
  const book = await api.call('getBook', { query: { from, to: addDays(from, 3) } })
  const column = book.practitioners.find(({ name }) => name === 'Dr. Rey')
  expect(column?.hoursState).toBe('accepted')
  expect(column?.hours.map(({ date, start, end }) => `${date} ${start}-${end}`)).toEqual(
    [0, 1, 2].map((days) => `${addDays(from, days)} 09:00-24:00`),
  )
})

test('more than two weeks at once are refused with a sentence', async () => {
  const { from } = await range()
  const response = await api.raw('getBook', { query: { from, to: addDays(from, 15) } })
  expect(response.statusCode).toBe(400)
  expect(response.json().error.message).toContain('14 days')
})

test('the overview counts today’s visits, what goes out next, who waits and what is to be entered', async () => {
  const before = await api.call('getOverview')
  const soon = await bookVisit(clinic, { practitioner: 'Dr. Now', inHours: 49 })
  await api.call('cancelAppointment', { params: { id: (await bookVisit(clinic, { inHours: 90 })).id }, body: {} })
  await patientWrites(clinic, soon.contactPointId ?? '', 'posso levar minha mãe?')
  await messageLeaves(clinic, soon.id)
  const after = await api.call('getOverview')
  expect(after.counts.needsPerson - before.counts.needsPerson).toBe(1)
  expect(after.queues.unanswered).toBe(1)
  expect(after.counts.changesPending - before.counts.changesPending).toBe(1)
  expect(after.counts.sentLast24h - before.counts.sentLast24h).toBe(1)
  expect(after.sites).toHaveLength(3)
  expect(after.sending).toEqual({ paused: false })
})
