import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Db } from '../db/db.ts'
import { readBacklog, type Backlog } from '../modules/reporting/index.ts'

export type MetricsDeps = { readonly db: Db }

/** `GET /metrics` for Prometheus: counts and durations by kind; no id, no name, no address with an id in it. */
export const metrics =
  ({ db }: MetricsDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    const registry = new Registry()
    collectDefaultMetrics({ register: registry })
    observeRequests(app, registry)
    const readGauges = clinicGauges(db, registry)
    app.get('/metrics', async (_request, reply) => {
      await readGauges()
      return reply.type(registry.contentType).send(await registry.metrics())
    })
  }

/** At the server itself: it sees every request, whatever plugin answers it. */
function observeRequests(app: FastifyInstance, registry: Registry): void {
  const durations = new Histogram({
    name: 'recado_http_request_duration_seconds',
    help: 'Time to answer a request, by area and class of status',
    labelNames: ['area', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [registry],
  })
  app.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const end = durations.startTimer({ area: areaOf(request.url ?? '') })
    response.once('close', () => end({ status: `${Math.floor(response.statusCode / 100)}xx` }))
  })
}

function areaOf(url: string): string {
  if (url.startsWith('/webhooks/')) return 'webhooks'
  if (url.startsWith('/api/v1/events')) return 'events'
  return url.startsWith('/api/') ? 'api' : 'other'
}

const GAUGES: Readonly<Record<keyof Backlog, readonly [name: string, help: string]>> = {
  outboxDue: ['recado_outbox_due', 'Messages that are due and have not left'],
  outboxOldestDueSeconds: ['recado_outbox_oldest_due_seconds', 'How long the oldest due message has waited'],
  outboxUnknown: ['recado_outbox_unknown', 'Messages whose outcome is not known yet'],
  outboxDuplicates: [
    'recado_outbox_reconciled_duplicates',
    'Messages that left twice because the outcome of the first attempt came too late; each is labelled',
  ],
  inboundStored: ['recado_inbound_stored', 'Deliveries of the channel that are stored and not applied yet'],
  inboundParked: ['recado_inbound_parked', 'Deliveries that nothing of ours fits'],
  eventsUnsealed: ['recado_events_unsealed', 'Audit events that are not chained yet'],
  conversationsWaiting: ['recado_conversations_waiting', 'Conversations in which a person waits for a person'],
  sendersPaused: ['recado_senders_paused', 'Numbers that may not send'],
}

/** Answers how to read the clinics' backlog; a database that is away is a figure too. */
function clinicGauges(db: Db, registry: Registry): () => Promise<void> {
  const up = new Gauge({ name: 'recado_database_up', help: 'Whether the database answers', registers: [registry] })
  const gauges = Object.entries(GAUGES).map(([key, [name, help]]) => ({
    key: key as keyof Backlog,
    gauge: new Gauge({ name, help, registers: [registry] }),
  }))
  return async () => {
    const backlog = await readBacklog(db).catch(() => undefined)
    up.set(backlog ? 1 : 0)
    for (const { key, gauge } of gauges) {
      if (backlog) gauge.set(backlog[key])
      else gauge.reset()
    }
  }
}
