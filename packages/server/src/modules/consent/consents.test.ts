import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withTestDatabase } from '../../db/test-db.ts'
import { apiOf, type ApiClient } from '../../testing/api-client.ts'
import { bookVisit, miniClinic, patientWrites, type MiniClinic } from '../../testing/mini-clinic.ts'
import { recordChatConsents } from './index.ts'

const database = withTestDatabase()
let clinic: MiniClinic
let api: ApiClient

beforeAll(async () => {
  clinic = await miniClinic(database.db)
  api = await apiOf(clinic)
  await api.signIn(clinic.staff.reception)
})
afterAll(() => api.app.close())

const chipOf = async (id: string) => (await api.call('getAppointment', { params: { id } })).chip
const consent = (patientId: string, body: object) => api.call('createConsent', { params: { id: patientId }, body })

async function saysStop(contactPointId: string): Promise<void> {
  const { inboundId } = await patientWrites(clinic, contactPointId, 'STOP')
  await clinic.within(async (trx) =>
    recordChatConsents(trx, clinic.organizationId, await clinic.now(), [
      { contactPointId, inboundId, kind: 'opt-out' },
    ]),
  )
}

test('a consent that the desk notes lets the reminders of that patient be planned', async () => {
  const visit = await bookVisit(clinic, { consent: null })
  expect(await chipOf(visit.id)).toMatchObject({ state: 'not-sent', reason: 'no-consent' })
  const given = await consent(visit.patientId, {
    purposes: ['appointment_logistics'],
    evidence: 'verbal',
    source: 'front desk',
  })
  expect(given).toMatchObject({ kind: 'grant', evidence: 'verbal', source: 'front desk' })
  expect(await chipOf(visit.id)).toMatchObject({ state: 'planned' })
})

test('a consent that is withdrawn takes back at once what was planned', async () => {
  const visit = await bookVisit(clinic)
  await consent(visit.patientId, { kind: 'withdraw', purposes: ['appointment_logistics'] })
  const { touches } = await api.call('getTimeline', { params: { id: visit.id } })
  expect(touches.filter(({ step }) => step !== 'follow-up').map(({ state, reason }) => [state, reason])).toEqual([['withdrawn', 'no-consent'], ['withdrawn', 'no-consent']]) // prettier-ignore
})

test('the ledger tells every consent with who noted it, newest first', async () => {
  const visit = await bookVisit(clinic)
  await consent(visit.patientId, { purposes: ['survey', 'refill'], evidence: 'signed' })
  const { items } = await api.call('listConsents', { params: { id: visit.patientId } })
  expect(items.map(({ purposes, evidence, by }) => [purposes, evidence, by])).toEqual([
    [['survey', 'refill'], 'signed', 'Rita Nunes'],
    [['appointment_logistics', 'care_followup'], 'asserted', undefined],
  ])
})

test('after STOP the word of others brings nothing back, the person’s own signature does', async () => {
  const visit = await bookVisit(clinic)
  await saysStop(visit.contactPointId ?? '')
  await consent(visit.patientId, { purposes: ['appointment_logistics'], evidence: 'verbal' })
  expect(await chipOf(visit.id)).toEqual({ state: 'not-reachable', reason: 'opted-out' })
  await consent(visit.patientId, { purposes: ['appointment_logistics'], evidence: 'signed' })
  expect(await chipOf(visit.id)).toMatchObject({ state: 'planned' })
})

test('nobody but the chat speaks for the chat', async () => {
  const visit = await bookVisit(clinic)
  await consent(visit.patientId, { purposes: ['survey'], source: 'chat' })
  const { rows } = await clinic.within((trx) =>
    sql<{
      source: string
    }>`select source from consent_event where organization_id = ${clinic.organizationId} and patient_id = ${visit.patientId} and 'survey' = any (purposes)`.execute(
      trx,
    ),
  )
  expect(rows).toEqual([{ source: 'staff' }])
})

test('a consent needs a phone to belong to, and a moment that has been', async () => {
  const mute = await bookVisit(clinic, { phone: null })
  expect(
    (await api.raw('createConsent', { params: { id: mute.patientId }, body: { purposes: ['survey'] } })).statusCode,
  ).toBe(409)
  const visit = await bookVisit(clinic)
  expect(
    (
      await api.raw('createConsent', {
        params: { id: visit.patientId },
        body: { purposes: ['survey'], at: '2999-01-01T00:00:00Z' },
      })
    ).statusCode,
  ).toBe(400)
})

test('a patient is created once however often the same one is sent, and is found by name and by phone', async () => {
  const body = {
    name: 'Zélia 100% Ramos',
    phone: '(11) 91234-5678',
    country: 'BR',
    language: 'pt-BR',
    source: 'crm',
    externalId: 'Z1',
  }
  const first = await api.call('createPatient', { body })
  expect(first).toMatchObject({ phones: ['+5511912345678'], externalIds: [{ source: 'crm', externalId: 'Z1' }] })
  expect((await api.call('createPatient', { body })).id).toBe(first.id)
  const search = async (text: string) =>
    (await api.call('listPatients', { query: { search: text } })).items.map(({ id }) => id)
  expect(await search('zélia 100%')).toEqual([first.id])
  expect(await search('91234 5678')).toEqual([first.id])
  expect(await search('100_')).toEqual([])
})

test('a phone that no message can reach is refused, not stored', async () => {
  const response = await api.raw('createPatient', { body: { name: 'Nobody', phone: '12' } })
  expect(response.statusCode).toBe(400)
  expect(response.body).not.toContain('Nobody')
})
