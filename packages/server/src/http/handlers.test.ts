import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { PERMISSIONS } from '@recado/contracts/session'
import { ROUTE_PATHS, type RouteName } from '@recado/contracts/route-paths'
import { routes, type Route } from '@recado/contracts/routes'
import { addDays, localDate } from '@recado/domain/shared/zoned'
import { withTestDatabase } from '../db/test-db.ts'
import { newId } from '../platform/ids.ts'
import { apiOf, type ApiClient, type Call } from '../testing/api-client.ts'
import {
  acceptHours,
  bookVisit,
  messageLeaves,
  miniClinic,
  patientWrites,
  type MiniClinic,
} from '../testing/mini-clinic.ts'
import { allHandlers, type ApiDeps } from './handlers.ts'

/** Written with the files that they read, beside the imports and the demo. */
const ELSEWHERE: ReadonlySet<RouteName> = new Set([
  'createImport', 'listImports', 'getImport', 'commitImport', 'putSourceAppointment', 'getClock', 'moveClock',
]) // prettier-ignore
/** Never ends: it has its own test. */
const STREAMS: ReadonlySet<RouteName> = new Set(['streamEvents'])
const names = (Object.keys(ROUTE_PATHS) as RouteName[]).filter((name) => !ELSEWHERE.has(name))

const database = withTestDatabase()
let clinic: MiniClinic
let api: ApiClient
let calls: Partial<Record<RouteName, Call>>

beforeAll(async () => {
  clinic = await miniClinic(database.db)
  api = await apiOf(clinic)
  await api.signIn(clinic.staff.administrator)
  calls = await callsFor(clinic)
})
afterAll(() => api.app.close())

/** A clinic in which every route has something to answer, and what to ask it for. */
async function callsFor({
  within,
  organizationId,
  staff,
  sourceId,
}: MiniClinic): Promise<Partial<Record<RouteName, Call>>> {
  const visits = await Promise.all(
    [1, 2, 3, 4].map((n) => bookVisit(clinic, { inHours: 100 + n, externalId: `V-${n}` })),
  )
  const past = await bookVisit(clinic, { inHours: -1 })
  const mother = await bookVisit(clinic, { phone: '+5511987650077' })
  await bookVisit(clinic, { phone: '+5511987650077' })
  const [read, cancel, move, confirm] = visits.map(({ id }) => ({ id }))
  await messageLeaves(clinic, read?.id ?? '', { read: true })
  await acceptHours(clinic, 'Dr. Lima')
  const { conversationId } = await patientWrites(clinic, visits[0]?.contactPointId ?? '', 'tem estacionamento?')
  const { rows } = await within((trx) =>
    sql<{ site: string; practitioner: string; service: string; key: string }>`
      with k as (insert into api_key (token_hash, organization_id, id, name) values ('x', ${organizationId}, ${newId()}, 'robot') returning id)
      select (select id from site where organization_id = ${organizationId} order by name limit 1) as site,
             (select id from practitioner where organization_id = ${organizationId}) as practitioner,
             (select id from service where organization_id = ${organizationId}) as service, (select id from k) as key`.execute(
      trx,
    ),
  )
  const [ids] = rows
  const today = localDate(await clinic.now(), 'America/Sao_Paulo')
  const slot = `${addDays(today, 6)}T10:30`
  await api.call('cancelAppointment', { params: { id: cancel?.id ?? '' }, body: {} })
  const [change] = (await api.call('listChanges')).items
  const on = { sendingEnabled: true }
  const patient = { params: { id: visits[0]?.patientId ?? '' } }
  const conversation = { params: { id: conversationId } }
  const hours = [{ siteId: ids?.site ?? '', weekday: 1, start: '08:00', end: '12:00' }]
  return {
    demoSignIn: { body: { staffId: staff.administrator } },
    pauseSending: { body: { reason: 'a flood' } },
    getBook: { query: { from: today, to: addDays(today, 7) } },
    getAppointment: { params: read ?? {} },
    getTimeline: { params: read ?? {} },
    recordOutcome: { params: { id: past.id }, body: { outcome: 'arrived' } },
    confirmAppointment: { params: confirm ?? {}, body: {} },
    cancelAppointment: { params: cancel ?? {}, body: { reason: 'ill' } },
    moveAppointment: { params: move ?? {}, body: { startLocal: slot } },
    listSlots: { params: read ?? {} },
    getSourceAppointment: { params: { source: 'agenda', externalId: 'V-1' } },
    getConversation: conversation, claimConversation: conversation, sendMessage: { ...conversation, body: { text: 'Sim, no subsolo.' } },
    resolveConversation: { ...conversation, body: {} },
    markChangeDone: { params: { id: change?.id ?? '' } },
    patchSite: { params: { id: ids?.site ?? '' }, body: on },
    patchPractitioner: { params: { id: ids?.practitioner ?? '' }, body: on },
    getPractitionerHours: { params: { id: ids?.practitioner ?? '' } },
    putPractitionerHours: { params: { id: ids?.practitioner ?? '' }, body: { hours } },
    acceptPractitionerHours: { params: { id: ids?.practitioner ?? '' } },
    patchService: { params: { id: ids?.service ?? '' }, body: on },
    patchSource: { params: { id: sourceId }, body: { missingMeansCancelled: true } },
    createPatient: { body: { name: 'Nina Prado', phone: '(11) 98765-4321', country: 'BR' } },
    listConsents: patient, createConsent: { ...patient, body: { purposes: ['survey'], evidence: 'verbal' } }, listPatientMessages: patient,
    listHouseholds: patient,
    putHousehold: { params: { id: mother.patientId, contactId: mother.contactPointId ?? '' }, body: { sharesTexts: true } },
    understand: { body: { text: 'confirmar', language: 'pt-BR' } },
    createApiKey: { body: { name: 'practice software' } },
    revokeApiKey: { params: { id: ids?.key ?? '' } },
  } // prettier-ignore
}

describe('every route of the table', () => {
  test('has a handler, but for those that live elsewhere', () => {
    const handlers = allHandlers({} as ApiDeps)
    expect(names.filter((name) => !handlers[name])).toEqual([])
  })

  test('names a permission that exists, or is open on purpose', () => {
    const known = new Set<string>([...PERMISSIONS, 'public', 'signed-in'])
    expect(names.filter((name) => !known.has(routes[name].permission))).toEqual([])
  })

  test.each(names.filter((name) => !STREAMS.has(name) && name !== 'signOut'))(
    '%s answers what it promises',
    async (name) => {
      const route: Route = routes[name]
      const response = await api.raw(name, calls[name])
      // A single day of visits is no week to propose.
      if (name === 'acceptPractitionerHours') return expect(response.statusCode).toBe(409)
      expect([response.statusCode, response.body]).toEqual([route.status ?? 200, expect.anything()])
      expect(route.response.safeParse(response.json()).error?.issues ?? []).toEqual([])
    },
  )

  test('asks strangers to sign in, before it looks at what they sent', async () => {
    const stranger = await apiOf(clinic)
    const statuses = await Promise.all(
      names
        .filter((name) => routes[name].permission !== 'public')
        .map(async (name) => (await stranger.raw(name, calls[name])).statusCode),
    )
    expect(new Set(statuses)).toEqual(new Set([401]))
    await stranger.app.close()
  })

  test('refuses what a role does not include', async () => {
    const desk = await apiOf(clinic)
    await desk.signIn(clinic.staff.reception)
    for (const name of ['patchSite', 'listApiKeys', 'listInboundEvents'] as const) {
      expect((await desk.raw(name, calls[name])).statusCode).toBe(403)
    }
    await desk.app.close()
  })

  test('ends the session when staff sign out', async () => {
    expect((await api.raw('getSession')).statusCode).toBe(200)
    await api.call('signOut', { body: {} })
    expect((await api.raw('getSession')).statusCode).toBe(401)
  })
})
