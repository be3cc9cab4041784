import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { machineClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { silentLog } from '../log.ts'
import { startBundledPostgres } from '../postgres/bundled.ts'
import { existingHome } from '../postgres/place.ts'
import { findRunning } from '../postgres/running.ts'
import { bad, ok, warn, type Finding } from './finding.ts'

type Facts = {
  readonly version: number
  readonly shown: string
  readonly fsync: string
  readonly full_page_writes: string
  readonly synchronous_commit: string
  readonly data_checksums: string
  readonly mighty: boolean
  readonly connections: number
  readonly now: Date
}

/** @param running whether a Recado runs on this data folder: then its server is asked, else it is started for a moment */
export async function checkDatabase(config: Config, running: boolean): Promise<Finding[]> {
  if (config.databaseUrl) return inspect(config.databaseUrl)
  if (running) {
    const url = await findRunning(config.dataDir)
    return url
      ? inspect(url)
      : [warn('PostgreSQL', 'the bundled server runs, but cannot be asked', 'Stop Recado and run the doctor again.')]
  }
  return existingHome(config.dataDir) ? startAndInspect(config.dataDir) : tryOut()
}

async function startAndInspect(dataDir: string): Promise<Finding[]> {
  const server = await startBundledPostgres({ dataDir, log: silentLog })
  try {
    return await inspect(server.url)
  } finally {
    await server.stop()
  }
}

/** There is no database yet: one in a folder that is thrown away shows whether this machine can run it. */
async function tryOut(): Promise<Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'recado-doctor-'))
  await chmod(folder, 0o755)
  try {
    return await startAndInspect(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function inspect(url: string): Promise<Finding[]> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    application_name: 'recado-doctor',
  })
  try {
    await client.connect()
  } catch (error) {
    const code = (error as { code?: string }).code ?? 'no answer'
    return [
      bad('PostgreSQL', `does not let us in (${code})`, 'Check DATABASE_URL: host, port, user, password and database.'),
    ]
  }
  try {
    const begun = machineClock.now()
    const { rows } = await client.query<Facts>(FACTS)
    const [facts] = rows
    return facts ? judge(facts, (begun + machineClock.now()) / 2) : []
  } finally {
    await client.end()
  }
}

const FACTS = `
  select current_setting('server_version_num')::int as version, current_setting('server_version') as shown,
         current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
         current_setting('synchronous_commit') as synchronous_commit, current_setting('data_checksums') as data_checksums,
         (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as mighty,
         current_setting('max_connections')::int as connections, clock_timestamp() as now`

const CLOCK_WARN_MS = 2_000

function judge(facts: Facts, machineNow: number): Finding[] {
  const off = Math.abs(facts.now.getTime() - machineNow)
  return [
    facts.version >= 150_000
      ? ok('PostgreSQL', facts.shown)
      : bad('PostgreSQL', facts.shown, 'Recado needs version 15 or newer.'),
    ...(['fsync', 'full_page_writes', 'synchronous_commit'] as const).map((setting) =>
      durable(setting, facts[setting]),
    ),
    facts.data_checksums === 'on'
      ? ok('data_checksums', 'on')
      : warn(
          'data_checksums',
          'off',
          'A broken disk would go unnoticed: switch them on with pg_checksums when you can stop the server.',
        ),
    facts.mighty
      ? warn(
          'login',
          'sees past row-level security',
          'Recado steps down to the role recado_app; better give it a login of its own.',
        )
      : ok('login', 'is bound by row-level security'),
    facts.connections >= 30
      ? ok('max_connections', String(facts.connections))
      : warn(
          'max_connections',
          String(facts.connections),
          'Each web and worker process takes about 20: raise it before you start several.',
        ),
    off <= CLOCK_WARN_MS
      ? ok('clock', 'this machine and the database agree')
      : bad(
          'clock',
          `this machine and the database are ${Math.round(off / 1000)} s apart`,
          'Let both take their time from the same server (NTP).',
        ),
  ]
}

/** A message is sent after its attempt is committed: a commit that can be forgotten means a message that is sent twice. */
function durable(setting: string, value: string): Finding {
  const kept =
    setting === 'synchronous_commit' ? ['on', 'local', 'remote_write', 'remote_apply'].includes(value) : value === 'on'
  return kept
    ? ok(setting, value)
    : bad(setting, value, `Set ${setting} = on: what is committed must outlive a power cut.`)
}
