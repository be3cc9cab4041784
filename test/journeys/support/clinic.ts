import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { startRecado, type Running } from '../../../packages/server/src/compose.ts'
import { withTestDatabase } from '../../../packages/server/src/db/test-db.ts'
import { loadConfig } from '../../../packages/server/src/platform/config.ts'
import { smallClinic } from './small-clinic.ts'
import { silentLog } from '../../../packages/server/src/platform/log.ts'

const KEY = 'journey-test-key-journey-test-key'

/** A running demo clinic with its phones, on a database of its own; everything goes through the doors that users have. */
export type Clinic = {
  readonly webUrl: string
  readonly phonesUrl: string
  api<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<Answer<T>>
  importCsv<T = ImportReport>(rows: readonly string[], query?: string): Promise<Answer<T>>
  /** Steps the clock through everything that falls due; answers the new now. */
  clockTo(at: string): Promise<string>
  now(): Promise<Date>
  phone(number: string): Phone
}

export type Answer<T> = { readonly status: number; readonly body: T }
export type ImportReport = {
  id: string
  rows: number
  created: number
  updated: number
  unchanged: number
  cancelled: number
  planned: number
  notPlanned: { reason: string; count: number }[]
  warnings: { why: string }[]
  rejected: { line: number; why: string }[]
}
export type PhoneMessage = {
  id: string
  type: string
  text: string
  template?: string
  buttons: { id: string; title: string }[]
}

export type Phone = {
  messages(): Promise<PhoneMessage[]>
  last(): Promise<PhoneMessage>
  tap(title: string, message?: PhoneMessage): Promise<PhoneMessage>
  write(text: string): Promise<PhoneMessage>
}

/** The clinic of this test file. */
export function withClinic(): Clinic {
  const database = withTestDatabase()
  const dir = mkdtempSync(join(tmpdir(), 'recado-journey-'))
  let running: Running | undefined
  beforeAll(async () => {
    const [web, phones] = [await freePort(), await freePort()]
    const { url, ownerUrl } = database.access
    const config = loadConfig({
      PORT: String(web), SIMULATOR_PORT: String(phones), RECADO_DATA_DIR: join(dir, 'data'), RECADO_KEY_DIR: join(dir, 'keys'),
      DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, RECADO_BOOTSTRAP_API_KEY: KEY,
    }) // prettier-ignore
    running = await startRecado(config, silentLog, { web: true, worker: true, simulator: true }, smallClinic)
    await until(async () => (await clinic.api<{ items: unknown[] }>('GET', '/api/v1/demo/clock')).status === 200)
  }, 60_000)
  afterAll(async () => {
    await running?.stop()
    rmSync(dir, { recursive: true, force: true })
  }, 30_000)

  const urls = () => ({ web: running?.webUrl ?? '', phones: running?.phonesUrl ?? '' })
  const clinic: Clinic = {
    get webUrl() {
      return urls().web
    },
    get phonesUrl() {
      return urls().phones
    },
    api: (method, path, body) => call(`${urls().web}${path}`, method, body),
    importCsv: (rows, query = '') => call(`${urls().web}/api/v1/imports?${query}`, 'POST', rows.join('\n'), 'text/csv'),
    async clockTo(at) {
      const { status, body } = await clinic.api<{ now: string }>('POST', '/api/v1/demo/clock', { to: at })
      if (status !== 200) throw new Error(`the clock answered ${status}`)
      return body.now
    },
    now: async () => new Date((await clinic.api<{ now: string }>('GET', '/api/v1/demo/clock')).body.now),
    phone: (number) => phoneOf(() => urls().phones, number),
  }
  return clinic
}

function phoneOf(base: () => string, number: string): Phone {
  const path = (what: string) => `${base()}/_sim/phones/${number}/${what}`
  const messages = async () => (await call<PhoneMessage[]>(path('messages'), 'GET')).body
  /** What the clinic answered to what the phone just did. */
  const answerTo = async (act: () => Promise<unknown>): Promise<PhoneMessage> => {
    const before = (await messages()).length
    await act()
    await until(async () => (await messages()).length > before)
    return (await messages()).at(-1) as PhoneMessage
  }
  const last = async () => {
    const message = (await messages()).at(-1)
    if (!message) throw new Error('this phone has received nothing')
    return message
  }
  return {
    messages,
    last,
    tap: (title, message) =>
      answerTo(async () => {
        const { status, body } = await call(path('tap'), 'POST', { messageId: (message ?? (await last())).id, title })
        if (status !== 200) throw new Error(`there is no button "${title}": ${JSON.stringify(body)}`)
      }),
    write: (text) => answerTo(() => call(path('text'), 'POST', { text })),
  }
}

async function call<T = Record<string, unknown>>(
  url: string,
  method: string,
  body?: unknown,
  type = 'application/json',
): Promise<Answer<T>> {
  const answer = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${KEY}`, ...(body === undefined ? {} : { 'content-type': type }) },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, body: (text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text) as T }
}

/** Waits for something that another process or timer brings about. @throws Error after the patience is over */
export async function until(check: () => Promise<boolean>, patienceMs = 15_000): Promise<void> {
  const deadline = performance.now() + patienceMs
  while (!(await check())) {
    if (performance.now() > deadline) throw new Error('it did not come about in time')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

/** A day after `now` on which the clinic is open, at a wall time in a zone: `2026-11-26` and the instant. */
export function workday(now: Date, daysAhead: number): string {
  const day = new Date(now.getTime() + daysAhead * 86_400_000)
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6) day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}
