import { afterAll, beforeAll, expect, test } from 'vitest'
import { withTestDatabase } from '../../db/test-db.ts'
import { apiOf, type ApiClient } from '../../testing/api-client.ts'
import { bookVisits, miniClinic, type MiniClinic } from '../../testing/mini-clinic.ts'

const database = withTestDatabase()
let clinic: MiniClinic
let desk: ApiClient

beforeAll(async () => {
  clinic = await miniClinic(database.db)
  desk = await apiOf(clinic)
  await desk.signIn(clinic.staff.reception)
})
afterAll(() => desk.app.close())

test('whoever shares a phone is named, and the desk says whether one message may speak of all', async () => {
  const phone = '+5511987650042'
  const [ana, leo, alone] = await bookVisits(
    clinic,
    { patient: 'Ana Souza', phone },
    { patient: 'Leo Souza', phone },
    { patient: 'Rui Prado' },
  )
  const of = (patientId = '') => desk.call('listHouseholds', { params: { id: patientId } })
  const contactId = ana?.contactPointId ?? ''
  expect((await of(ana?.patientId)).items).toEqual([
    { contactId, phone, others: [{ id: leo?.patientId, name: 'Leo Souza' }], sharesTexts: false },
  ])
  const params = { id: leo?.patientId ?? '', contactId }
  await desk.call('putHousehold', { params, body: { sharesTexts: true } })
  expect((await of(ana?.patientId)).items[0]?.sharesTexts).toBe(true)
  expect((await of(alone?.patientId)).items).toEqual([])
})

test('a phone that the patient does not share can be switched by nobody', async () => {
  const [own] = await bookVisits(clinic, { patient: 'Ivo Reis' })
  const params = { id: own?.patientId ?? '', contactId: own?.contactPointId ?? '' }
  await expect(desk.call('putHousehold', { params, body: { sharesTexts: true } })).rejects.toThrow('404')
})
