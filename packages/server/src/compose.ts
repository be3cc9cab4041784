import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { startSimulator, type Simulator } from '@recado/simulator/main'
import { createWhatsAppClient, type WhatsAppClient } from './channels/whatsapp/client.ts'
import { businessNow, type Db } from './db/db.ts'
import { migrate } from './db/migrate.ts'
import { seedDemo } from './demo/seed-demo.ts'
import { clockRoutes } from './demo/clock-routes.ts'
import { createDemoClock } from './demo/demo-clock.ts'
import { showDemoPhones } from './demo/demo-phones.ts'
import { createApp } from './http/app.ts'
import { createEventStream, type EventStream } from './http/event-stream.ts'
import { allHandlers } from './http/handlers.ts'
import { plugins } from './http/plugins.ts'
import type { WebhookChannel } from './http/webhook-routes.ts'
import { importRoutes, putRoutes } from './modules/appointments/index.ts'
import { SETTLE_MS } from './modules/journeys/index.ts'
import { createInboundStore, noteTemplates, submitTemplates } from './modules/messaging/index.ts'
import {
  ensureInstallation, ensureOrganization, ensureSender, listSenders, loadCipher, type Mode, type Organization, type SenderRow,
} from './modules/organizations/index.ts' // prettier-ignore
import { ensureBootstrapKey } from './modules/staff/index.ts'
import { machineClock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import type { ContentCipher } from './platform/content-cipher.ts'
import { newId } from './platform/ids.ts'
import type { Log } from './platform/log.ts'
import { loadMasterKey } from './platform/master-key.ts'
import { startBundledPostgres, type BundledPostgres } from './platform/postgres/bundled.ts'
import { createDatabase, createPool } from './platform/postgres/pool.ts'
import { account } from './sending-account.ts'
import { MAX_IN_FLIGHT } from './worker/dispatcher.ts'
import { startWorker, type Worker } from './worker/worker.ts'

export type Services = { readonly web: boolean; readonly worker: boolean; readonly simulator: boolean }

export type Running = {
  readonly webUrl: string | undefined
  readonly phonesUrl: string | undefined
  /** Something that the person who started us should know; part of the ready line. */
  readonly notes: readonly string[]
  stop(): Promise<void>
}

/**
 * Wires everything to everything, in the order in which it starts; stop() runs the other way round. `seed` fills a new
 * demo clinic.
 */
export async function startRecado(
  config: Config,
  log: Log,
  services: Services,
  seed: typeof seedDemo = seedDemo,
): Promise<Running> {
  const undo: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const step of undo.splice(0).toReversed()) await step()
  }
  try {
    return { ...(await start(config, log, services, seed, undo)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

type Undo = (() => Promise<unknown>)[]

async function start(
  config: Config,
  log: Log,
  services: Services,
  seed: typeof seedDemo,
  undo: Undo,
): Promise<Omit<Running, 'stop'>> {
  const { db, line, bundled } = await openDatabase(config, log, undo)
  const mode: Mode = config.trial ? 'trial' : config.mode
  await ensureInstallation(db, mode)
  const sending = account(config)
  const organization = await ensureOrganization(db, FIRST[mode === 'demo' ? 'demo' : 'live'])
  await ensureSender(db, organization.id, sending.sender)
  if (config.bootstrapApiKey) await ensureBootstrapKey(db, organization.id, config.bootstrapApiKey, mode)
  const cipher = await loadCipher(db, loadMasterKey(config), organization.id)
  const seeded = mode === 'demo' && (await seed(db, organization, log))

  const simulator = services.simulator ? await startPhones(config, sending, db, undo) : undefined
  const apiUrl = simulator?.url ?? sending.apiUrl
  const client = createWhatsAppClient({
    ...sending.client,
    baseUrl: apiUrl,
    connections: MAX_IN_FLIGHT,
    onCall: (call) => log.debug('whatsapp.call', { ...call }),
  })
  undo.push(() => client.close())
  const senders = await listSenders(db, organization.id)
  for (const sender of senders) await noteTemplates(db, organization.id, sender.waba_id)
  const events = createEventStream(db, log)
  const worker = services.worker
    ? runWorker({ db, line, log, cipher, organization, senders, client, events }, undo)
    : undefined
  const web = services.web
    ? await serve({ config, log, db, cipher, organization, senders, worker, apiUrl, events }, undo)
    : undefined
  const stopping = new AbortController()
  const submitting = submit(db, organization, senders, client, log, stopping.signal)
  undo.push(() => {
    stopping.abort()
    return submitting
  })
  if (simulator && seeded) await showDemoPhones(simulator.url)
  return { webUrl: web, phonesUrl: simulator?.url, notes: bundled?.moved ? [bundled.moved] : [] }
}

const FIRST = {
  demo: { name: 'Clínica Aurora', country: 'BR', language: 'en' },
  live: { name: 'My clinic', country: 'US', language: 'en' },
} as const

async function openDatabase(
  config: Config,
  log: Log,
  undo: Undo,
): Promise<{ db: Db; line: () => Db; bundled: BundledPostgres | undefined }> {
  const bundled = config.databaseUrl ? undefined : await startBundledPostgres({ dataDir: config.dataDir, log })
  if (bundled) undo.push(() => bundled.stop())
  const appUrl = bundled?.url ?? config.databaseUrl ?? ''
  const ownerUrl = bundled?.ownerUrl ?? config.databaseOwnerUrl ?? appUrl
  const access = await migrate({ ownerUrl, appUrl, log })
  const connect = (limits: { max: number; idleTimeoutMs?: number }) => {
    const db = createDatabase<unknown>(
      createPool({ url: access.url, role: access.role, name: 'recado', log, ...limits }),
    )
    undo.push(() => db.destroy())
    return db
  }
  return { db: connect({ max: 12 }), line: () => connect({ max: 1, idleTimeoutMs: 0 }), bundled }
}

async function startPhones(
  config: Config,
  sending: ReturnType<typeof account>,
  db: Db,
  undo: Undo,
): Promise<Simulator> {
  const simulator = await startSimulator({
    port: config.simulatorPort,
    webhook: {
      url: `http://127.0.0.1:${config.port}/webhooks/whatsapp`,
      appSecret: sending.appSecret,
      verifyToken: sending.verifyToken,
    },
    numbers: [
      {
        phoneNumberId: sending.sender.phoneNumberId,
        wabaId: sending.sender.wabaId,
        displayPhoneNumber: sending.sender.displayPhone,
        tier: 'TIER_2K',
      },
    ],
    stateFile: `${config.dataDir}/phones.json`,
    now: new Date(await businessNow(db)).toISOString(),
  })
  undo.push(() => simulator.stop())
  return simulator
}

type WorkerParts = {
  db: Db
  line: () => Db
  log: Log
  cipher: ContentCipher
  organization: Organization
  senders: readonly SenderRow[]
  client: WhatsAppClient
  events: EventStream
}

function runWorker({ db, line, log, cipher, organization, senders, client, events }: WorkerParts, undo: Undo): Worker {
  const worker = startWorker({
    db,
    line,
    log,
    cipher,
    client,
    senders,
    clock: machineClock,
    owner: `${process.pid}/${newId()}`,
    settleMs: SETTLE_MS,
    sealed: events.look,
    clinic: { organizationId: organization.id, name: organization.name, language: organization.language },
  })
  undo.push(() => worker.stop())
  return worker
}

type WebParts = {
  config: Config
  log: Log
  db: Db
  cipher: ContentCipher
  organization: Organization
  senders: readonly SenderRow[]
  worker: Worker | undefined
  apiUrl: string
  events: EventStream
}

async function serve(parts: WebParts, undo: Undo): Promise<string> {
  const { config, log, db, cipher, senders, worker, events } = parts
  const store = createInboundStore(
    db,
    () => cipher,
    () => worker?.wakeReceiver(),
  )
  const demoClock =
    config.mode === 'demo'
      ? createDemoClock({ db, organizationId: parts.organization.id, worker, simulatorUrl: parts.apiUrl })
      : undefined
  void demoClock?.resume().catch((error: unknown) => log.warn('clock.not-resumed', {}, error))
  const deps = {
    db,
    log,
    cipher,
    demo: config.mode === 'demo',
    mode: config.trial ? ('trial' as const) : config.mode,
    demoClock,
    wake: () => worker?.wake(),
    phonesUrl: config.sending === 'simulator' ? parts.apiUrl : undefined,
  }
  const app = await createApp({
    db,
    log,
    demo: deps.demo,
    handlers: {
      ...allHandlers({ ...deps, events }),
      ...importRoutes(deps),
      ...putRoutes(deps),
      ...clockRoutes(demoClock),
    },
    webhooks: { store, channelOf: channels(config, parts.organization, senders) },
    plugins: plugins({ ...deps, events }),
  })
  const url = await listen(app, config)
  undo.push(async () => {
    await app.close()
    await store.close()
  })
  return url
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  await app.listen({ host, port })
  const { port: bound } = app.server.address() as AddressInfo
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound}`
}

/** The first account answers to `whatsapp`, each channel to its own id. */
function channels(
  config: Config,
  organization: Organization,
  senders: readonly SenderRow[],
): (name: string) => WebhookChannel | undefined {
  const { appSecret, verifyToken } = account(config)
  const byName = new Map<string, WebhookChannel>()
  for (const sender of senders) {
    const channel = { id: sender.channel_id, organizationId: organization.id, appSecrets: [appSecret], verifyToken }
    byName.set(sender.channel_id, channel)
    if (sender.first_account) byName.set('whatsapp', channel)
  }
  return (name) => byName.get(name)
}

/** At each start, in the background: an account that is away must not keep the clinic from starting. */
async function submit(
  db: Db,
  organization: Organization,
  senders: readonly SenderRow[],
  client: WhatsAppClient,
  log: Log,
  stopped: AbortSignal,
): Promise<void> {
  for (const sender of senders) {
    try {
      const created = await submitTemplates(db, organization.id, sender.waba_id, client, await businessNow(db), stopped)
      if (created > 0) log.info('templates.submitted', { created })
    } catch (error) {
      log.warn('templates.not-submitted', { senderId: sender.id }, error)
    }
  }
}
