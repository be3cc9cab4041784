import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRecado, type Services } from '../../../packages/server/src/compose.ts'
import { loadConfig } from '../../../packages/server/src/platform/config.ts'
import { createLog, silentLog } from '../../../packages/server/src/platform/log.ts'
import { smallClinic } from '../../journeys/support/small-clinic.ts'
import { apiOf, type Api } from './api.ts'

export type Database = { readonly url: string; readonly ownerUrl: string }

export type ClinicRun = {
  readonly api: Api
  readonly webUrl: string
  readonly phonesUrl: string
  stop(): Promise<void>
}

const KEY = 'reliability-key-reliability-key-1'

/** Keys outlive a run, so that a copy of a clinic's database can be opened by another run. */
export function keyFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'recado-keys-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/**
 * Recado in this process. Without `graphUrl` its own simulator runs too and the database, a new one, gets a small clinic;
 * with it, the clinic is there and sends to that address.
 */
export async function runClinicOn(database: Database, keyDir: string, graphUrl?: string): Promise<ClinicRun> {
  const dir = mkdtempSync(join(tmpdir(), 'recado-run-'))
  const services: Services = { web: true, worker: true, simulator: graphUrl === undefined }
  const config = loadConfig({
    PORT: String(await freePort()), SIMULATOR_PORT: String(await freePort()), RECADO_DATA_DIR: dir, RECADO_KEY_DIR: keyDir,
    DATABASE_URL: database.url, DATABASE_OWNER_URL: database.ownerUrl, RECADO_BOOTSTRAP_API_KEY: KEY,
    ...(graphUrl === undefined ? {} : { WHATSAPP_API_URL: graphUrl }),
  }) // prettier-ignore
  const running = await startRecado(
    config,
    process.env['RECADO_LOG_LEVEL'] ? createLog('warn') : silentLog,
    services,
    graphUrl === undefined ? smallClinic : async () => false,
  )
  const webUrl = running.webUrl ?? ''
  return {
    webUrl,
    phonesUrl: running.phonesUrl ?? graphUrl ?? '',
    api: apiOf(webUrl, KEY),
    async stop() {
      await running.stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
