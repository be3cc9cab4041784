import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBundledPostgres, type BundledPostgres } from '../../../packages/server/src/platform/postgres/bundled.ts'
import { createLog, silentLog } from '../../../packages/server/src/platform/log.ts'
import { apiOf, simulate, until, type Api } from './api.ts'
import { freePort } from './clinic-on.ts'
import { openOwner, type Owner } from './owner.ts'
import { program, type Program } from './process.ts'
import { truthOf, type Truth } from './truth.ts'
import { NUMBER } from './webhooks.ts'

const ROOT = join(import.meta.dirname, '../../..')
const KEY = 'reliability-key-reliability-key-2'

/** As a hospital runs it: PostgreSQL with everything durable, the web and two workers, each a process; and Meta, played. */
export type Hospital = {
  readonly postgres: BundledPostgres
  readonly owner: Owner
  readonly phones: Program
  readonly web: Program
  readonly workers: readonly Program[]
  readonly truth: Truth
  readonly phonesUrl: string
  readonly webUrl: string
  readonly api: Api
  close(): Promise<void>
}

export type HospitalOptions = {
  readonly workers: number
  /** Messages a second that the number may send. */
  readonly throughput: number
  /** Of PostgreSQL, over its usual ones. */
  readonly settings?: Readonly<Record<string, string>>
}

export async function startHospital({ workers: count, throughput, settings = {} }: HospitalOptions): Promise<Hospital> {
  const dir = mkdtempSync(join(tmpdir(), 'recado-storm-'))
  chmodSync(dir, 0o755) // else root's server could not reach it and would be put elsewhere
  const postgres = await startBundledPostgres({
    dataDir: join(dir, 'data'),
    log: process.env['RECADO_LOG_LEVEL'] ? createLog('warn') : silentLog,
    settings,
    extraInitdb: ['--no-sync'],
  })
  const owner = await openOwner(postgres.superuserUrl, 'recado')
  const [webPort, phonesPort] = [await freePort(), await freePort()]
  const [webUrl, phonesUrl] = [`http://127.0.0.1:${webPort}`, `http://127.0.0.1:${phonesPort}`]
  const phones = program({
    name: 'simulator',
    script: join(ROOT, 'packages/simulator/src/main.ts'),
    env: {
      SIMULATOR_PORT: String(phonesPort),
      SIMULATOR_WEBHOOK_URL: `${webUrl}/webhooks/whatsapp`,
      SIMULATOR_TRUTH_FILE: join(dir, 'truth.jsonl'),
    },
    ready: /phones/,
  })
  const env = {
    PORT: String(webPort), SIMULATOR_PORT: String(phonesPort), RECADO_DATA_DIR: join(dir, 'data'), RECADO_KEY_DIR: join(dir, 'keys'),
    DATABASE_URL: postgres.url, DATABASE_OWNER_URL: postgres.ownerUrl, RECADO_BOOTSTRAP_API_KEY: KEY, WHATSAPP_API_URL: phonesUrl,
    RECADO_LOG_LEVEL: 'error',
  } // prettier-ignore
  const service = (name: string, of: string) =>
    program({
      name,
      script: join(ROOT, 'packages/server/src/cli/main.ts'),
      args: ['start', `--services=${of}`, '--json'],
      env,
      ready: /"ready":true/,
    })
  const web = service('web', 'web')
  const workers = Array.from({ length: count }, (_, n) => service(`worker ${n + 1}`, 'worker'))
  const all = [...workers, web, phones]
  const hospital: Hospital = {
    postgres, owner, phones, web, workers, webUrl, phonesUrl,
    truth: truthOf(join(dir, 'truth.jsonl')),
    api: apiOf(webUrl, KEY),
    async close() {
      for (const one of all) one.thaw()
      await Promise.all(all.map((one) => one.stop()))
      await owner.close()
      await postgres.stop()
      rmSync(dir, { recursive: true, force: true })
    },
  } // prettier-ignore
  await phones.start()
  await simulate(phonesUrl, 'PUT', `numbers/${NUMBER.phoneNumberId}`, {
    throughput: 'unlimited',
    tier: 'TIER_UNLIMITED',
  })
  await web.start()
  await owner.rows('update sender set throughput_mps = $1, portfolio_limit = null', [throughput])
  await Promise.all(workers.map((worker) => worker.start()))
  const approved = async () =>
    (await owner.rows(`select from template where state <> 'APPROVED' and state <> 'approved'`)).length === 0
  await until(approved, async () => owner.rows('select state, count(*) from template group by state'))
  return hospital
}

/** What is left to do: deliveries to apply, messages to send, attempts that are open or unclear, events to seal. */
export async function openWork(owner: Owner): Promise<{ readonly open: number; readonly left: readonly object[] }> {
  const left = await owner.rows<{ what: string; n: number }>(`
    select 'stored' as what, count(*)::int as n from inbound_event where state = 'stored' having count(*) > 0
    union all select state, count(*)::int from outbound_message
     where state in ('attempting', 'unknown') or (state = 'planned' and due_at <= business_now()) group by state
    union all select 'open attempt', count(*)::int from send_attempt where outcome = 'pending' having count(*) > 0
    union all select 'unsealed', count(*)::int from event where position is null having count(*) > 0`)
  return { open: left.reduce((sum, { n }) => sum + n, 0), left }
}

/** Until nothing moves: WhatsApp has told everything, all of it is applied, nothing is due, and nothing unclear. */
export async function settle(
  { owner, phonesUrl }: Hospital,
  but?: 'what waits for its status may wait',
  patienceMs = 120_000,
): Promise<void> {
  const state = async () => {
    const { webhooksWaiting } = await simulate<{ webhooksWaiting: number }>(phonesUrl, 'GET', 'due')
    const { left } = await openWork(owner)
    return { webhooksWaiting, left: left.filter((row) => !(but && 'what' in row && row.what === 'unknown')) }
  }
  const isQuiet = async () => {
    const { webhooksWaiting, left } = await state()
    return webhooksWaiting === 0 && left.length === 0
  }
  await until(isQuiet, state, patienceMs)
}
