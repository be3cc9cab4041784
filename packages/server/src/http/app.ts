import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { Failure } from '@recado/domain/shared/failure'
import type { Db } from '../db/db.ts'
import { actorOfKey, actorOfSession, type Actor } from '../modules/staff/index.ts'
import { isLoopback } from '../platform/config.ts'
import type { Log } from '../platform/log.ts'
import { bindRoutes, type Handlers } from './bind-routes.ts'
import { answerFor } from './error-mapping.ts'
import { createOnce, ReplayedFailure } from './idempotency.ts'
import { SESSION_COOKIE } from './session-cookie.ts'
import { webhookRoutes, type WebhookOptions } from './webhook-routes.ts'

export type AppOptions = {
  readonly db: Db
  readonly log: Log
  readonly demo: boolean
  readonly handlers: Handlers
  readonly webhooks: WebhookOptions
  /** Further routes: health, metrics, the console, the stream of events. */
  readonly plugins?: readonly ((app: FastifyInstance) => Promise<void>)[]
}

const BODY_LIMIT = 64 * 1024 * 1024 // an import of a hospital's year

/** The web service: everything that people and programs reach over HTTP. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { db, log, demo } = options
  const app = Fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: (_error, _request, reply) => refuseAddress(reply as unknown as FastifyReply),
  })
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof ReplayedFailure) return reply.status(error.status).send(error.body)
    const { status, body, unexpected } = answerFor(error)
    if (unexpected) log.error('http.failed', { method: request.method, route: request.routeOptions.url }, error)
    return reply.status(status).send(body)
  })
  app.setNotFoundHandler((_request, reply) =>
    reply.status(404).send({ error: { code: 'not-found', message: 'There is nothing at this address.' } }),
  )
  // Callbacks, not promises: these run for each of thousands of webhooks a second.
  if (demo) app.addHook('onRequest', (request, _reply, done) => done(foreignHost(request)))
  app.addHook('onSend', (_request, reply, payload, done) => {
    reply.headers(SECURITY_HEADERS)
    done(null, payload)
  })
  await app.register(webhookRoutes(options.webhooks))
  await app.register(async (api) => {
    await api.register(cookie)
    acceptFiles(api)
    bindRoutes(api, options.handlers, {
      demo,
      authenticate: (request) => authenticate(db, request),
      once: createOnce(db),
    })
  })
  for (const plugin of options.plugins ?? []) await app.register(plugin)
  return app
}

/** Before any route is known Fastify answers in a form of its own; ours is the same everywhere. */
const refuseAddress = (reply: FastifyReply): void => {
  const message = 'The address cannot be read: its escapes are not UTF-8.'
  void reply.status(400).send({ error: { code: 'invalid', message } })
}

const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'",
} as const

/** Demo signs everybody in: a page of another site that rebinds its name to this machine must not get in. */
function foreignHost(request: FastifyRequest): Failure | undefined {
  const host = request.headers.host?.replace(/:\d+$/, '') ?? ''
  if (isLoopback(host)) return undefined
  return new Failure('forbidden', 'The demo answers on this machine only: open it under 127.0.0.1 or localhost.')
}

/** Files come as they are, under whatever name a client gives them; their connectors read the bytes. */
function acceptFiles(app: FastifyInstance): void {
  app.removeContentTypeParser('text/plain') // Fastify's own would make a text of it, whatever its encoding
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  // Many clients name JSON on every request, with nothing in it where nothing has to be said.
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) =>
    body === '' ? done(null, undefined) : parse(request, body, done),
  )
}

const BEARER = /^Bearer +(\S+)$/i

async function authenticate(db: Db, request: FastifyRequest): Promise<Actor | undefined> {
  const bearer = BEARER.exec(request.headers.authorization ?? '')?.[1]
  if (bearer !== undefined) return actorOfKey(db, bearer)
  const session = request.cookies[SESSION_COOKIE]
  if (session === undefined) return undefined
  // A form of another site carries the cookie along with nobody's will: only our own pages may change anything.
  const { origin, host } = request.headers
  if (request.method !== 'GET' && origin !== undefined && new URL(origin).host !== host) {
    throw new Failure('forbidden', 'This request comes from another site.')
  }
  return actorOfSession(db, session)
}
