import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROUTE_PATHS } from '@recado/contracts/route-paths'
import { withTestDatabase } from '../db/test-db.ts'
import { recordEvents, sealEvents } from '../modules/audit/index.ts'
import { newId } from '../platform/ids.ts'
import { silentLog } from '../platform/log.ts'
import { createDatabase, createPool } from '../platform/postgres/pool.ts'
import { apiOf, type ApiClient } from '../testing/api-client.ts'
import { bookVisit, miniClinic, type MiniClinic } from '../testing/mini-clinic.ts'
import { consolePages } from './console.ts'
import { health } from './health.ts'

const database = withTestDatabase()
let clinic: MiniClinic
let api: ApiClient

beforeAll(async () => {
  clinic = await miniClinic(database.db)
  api = await apiOf(clinic)
  await api.signIn(clinic.staff.reception)
})
afterAll(() => api.app.close())

const get = (url: string, headers = {}) => api.app.inject({ url, headers: { host: '127.0.0.1', ...headers } })

describe('the watch over the installation', () => {
  test('a clinic that serves says that it is alive and ready', async () => {
    expect((await get('/healthz')).json()).toEqual({ status: 'ok' })
    expect((await get('/readyz')).json()).toEqual({ status: 'ready' })
  })

  test('without its database it is alive, not ready, and says why', async () => {
    const app = Fastify()
    const pool = createPool({ url: 'postgres://nobody@127.0.0.1:9/gone', name: 'gone', log: silentLog, max: 1 })
    const gone = createDatabase<unknown>(pool)
    await app.register(health({ db: gone, log: silentLog }))
    expect((await app.inject('/healthz')).statusCode).toBe(200)
    const response = await app.inject('/readyz')
    expect(response.statusCode).toBe(503)
    expect(response.json()).toEqual({ status: 'unavailable', reason: 'The database does not answer.' })
    await app.close()
    await gone.destroy()
  })

  test('the figures count what waits and name nobody', async () => {
    await bookVisit(clinic, { patient: 'Zenaide Quintela', phone: '+5511987650001' })
    const { body } = await get('/metrics')
    expect(body).toMatch(/^recado_database_up 1$/m)
    expect(body).toMatch(/^recado_outbox_due 0$/m)
    expect(body).not.toMatch(/Zenaide|Quintela|98765/)
  })
})

describe('the public document', () => {
  test('describes every route, and every reference in it leads somewhere', async () => {
    const { paths, components } = (await get('/api/v1/openapi.json')).json()
    const described = Object.entries(paths as Record<string, object>).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`)) // prettier-ignore
    const machines = ['GET /healthz', 'GET /readyz', 'GET /metrics', 'GET /api/v1/openapi.json', 'GET /webhooks/{channel}', 'POST /webhooks/{channel}'] // prettier-ignore
    expect(new Set(described)).toEqual(new Set([...Object.values(ROUTE_PATHS), ...machines]))
    // A schema that is only a reference may be one to itself, and no reader comes out of that.
    expect(Object.entries(components.schemas as Record<string, object>).filter(([, one]) => '$ref' in one)).toEqual([])
    const refs = [...JSON.stringify({ paths, components }).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) =>
      ref?.replace('#/components/schemas/', ''),
    )
    expect(refs.length).toBeGreaterThan(50)
    expect(refs.filter((ref) => !(ref !== undefined && ref in components.schemas))).toEqual([])
    expect(JSON.stringify({ paths, components })).not.toContain('#/$defs')
  })
})

describe('the console', () => {
  const folder = mkdtempSync(join(tmpdir(), 'recado-console-'))
  const app = Fastify()
  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'index.html'), '<title>the one page</title>')
    writeFileSync(join(folder, 'assets/app-1a2b.js'), 'export {}')
    await app.register(consolePages(folder))
  })
  afterAll(async () => {
    await app.close()
    rmSync(folder, { recursive: true })
  })

  test.each(['/', '/book?date=2026-11-24', '/people/0198'])('opens at %s', async (url) => {
    const response = await app.inject(url)
    expect(response.body).toContain('the one page')
    expect(response.headers['cache-control']).toBe('no-cache')
  })

  test('keeps for a year what changes its name with its contents', async () => {
    const response = await app.inject('/assets/app-1a2b.js')
    expect(response.headers['content-type']).toContain('javascript')
    expect(response.headers['cache-control']).toContain('immutable')
  })

  test.each(['/api/v1/nothing', '/webhooks/nobody', '/assets/gone.js', '/../package.json', '/%2e%2e/package.json'])(
    'is not what answers at %s',
    async (url) => {
      expect((await app.inject(url)).statusCode).toBeGreaterThanOrEqual(400)
    },
  )
})

describe('the stream of events', () => {
  const other = newId()
  const record = (action: string, subject: string, details = {}) =>
    clinic.within(async (trx) =>
      recordEvents(trx, clinic.organizationId, await clinic.now(), [
        { actor: 'system:test', action, subject, details },
      ]),
    )

  test('tells ids of what changed, nothing else, and resumes after the last one that was seen', async () => {
    await record('appointment.changed', `appointment:${other}`, { status: 'booked' })
    await record('conversation.read', `conversation:${other}`)
    await record('touch.changed', 'appointments', { ids: [other] })
    await sealEvents(clinic.db, clinic.organizationId)
    const all = await read({ 'last-event-id': '0' }, 2)
    expect(all.map(({ event, data }) => [event, data])).toEqual([
      ['appointment.changed', { type: 'appointment.changed', ids: [other] }],
      ['touch.changed', { type: 'touch.changed', ids: [other] }],
    ])
    const rest = await read({ 'last-event-id': String(all[0]?.id) }, 1)
    expect(rest.map(({ event }) => event)).toEqual(['touch.changed'])
  })

  test('whoever comes back from another database reads everything again', async () => {
    expect((await read({ 'last-event-id': '999999' }, 1))[0]?.event).toBe('reset')
  })

  test('a change reaches an open browser within a second', async () => {
    const [event] = await read({}, 1, async () => {
      await record('sending.changed', `organization:${clinic.organizationId}`)
      await sealEvents(clinic.db, clinic.organizationId)
    })
    expect(event?.data).toEqual({ type: 'sending.changed', ids: [clinic.organizationId] })
  })

  test('strangers get nothing', async () => {
    expect((await get('/api/v1/events')).statusCode).toBe(401)
  })
})

type StreamEvent = { readonly id: string | undefined; readonly event: string | undefined; readonly data: unknown }

/** Opens the stream as a browser does, and closes it after so many events. */
async function read(
  headers: Record<string, string>,
  count: number,
  then: () => Promise<void> = async () => undefined,
): Promise<StreamEvent[]> {
  if (!api.app.server.listening) await api.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = api.app.server.address() as AddressInfo
  const abort = new AbortController()
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/events`, {
    headers: { ...headers, cookie: api.cookie() },
    signal: abort.signal,
  })
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  await then()
  const events: StreamEvent[] = []
  let text = ''
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    events.push(...blocks.map(eventOf).filter(({ event }) => event !== undefined))
    if (events.length >= count) break
  }
  abort.abort()
  return events
}

function eventOf(block: string): StreamEvent {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
  const data = field('data')
  return { id: field('id'), event: field('event'), data: data === undefined ? undefined : JSON.parse(data) }
}
