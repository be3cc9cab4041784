import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { ROUTE_PATHS, routeOf, type RouteName } from '@recado/contracts/route-paths'
import type { RouteResponse } from '@recado/contracts/route-types'
import { routes } from '@recado/contracts/routes'
import { createApp } from '../http/app.ts'
import { createEventStream } from '../http/event-stream.ts'
import { allHandlers, type ApiDeps } from '../http/handlers.ts'
import { plugins } from '../http/plugins.ts'
import { putRoutes } from '../modules/appointments/index.ts'
import { silentLog } from '../platform/log.ts'
import type { MiniClinic } from './mini-clinic.ts'

export type Call = {
  readonly params?: Record<string, string>
  readonly query?: Record<string, string>
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

/** The clinic's API as its staff use it: every answer is checked against the wire contract. */
export type ApiClient = {
  readonly app: FastifyInstance
  /** How often something asked the dispatcher to look. */
  wakes(): number
  signIn(staffId: string): Promise<void>
  /** As the browser sends it. */
  cookie(): string
  /** Answers what the contract promises. @throws when the status is no success or the answer is not what was promised */
  call<N extends RouteName>(name: N, call?: Call): Promise<RouteResponse<N>>
  /** Whatever comes back. */
  raw(name: RouteName, call?: Call): Promise<LightMyRequestResponse>
}

export async function apiOf(clinic: MiniClinic, more: Partial<ApiDeps> = {}): Promise<ApiClient> {
  let wakes = 0
  let cookie = ''
  const { db, cipher } = clinic
  const events = createEventStream(db, silentLog)
  const deps: ApiDeps = {
    db,
    cipher,
    mode: 'demo',
    phonesUrl: 'http://127.0.0.1:8090',
    wake: () => void (wakes += 1),
    events,
    ...more,
  }
  const app = await createApp({
    db, log: silentLog, demo: true, handlers: { ...allHandlers(deps), ...putRoutes(deps) },
    webhooks: { store: { append: async () => undefined, close: async () => undefined }, channelOf: () => undefined },
    plugins: plugins({ db, log: silentLog, demo: true, events }),
  }) // prettier-ignore
  const raw = (name: RouteName, { params = {}, query = {}, body, headers = {} }: Call = {}) => {
    const { method, path } = routeOf(name)
    const url = path.replaceAll(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(params[key] ?? ''))
    const payload = body === undefined ? {} : { payload: body as object }
    return app.inject({
      method: method as 'GET',
      url,
      query,
      headers: { host: '127.0.0.1', ...(cookie === '' ? {} : { cookie }), ...headers },
      ...payload,
    })
  }
  return {
    app,
    wakes: () => wakes,
    cookie: () => cookie,
    raw,
    async signIn(staffId) {
      const response = await raw('demoSignIn', { body: { staffId } })
      cookie = String(response.headers['set-cookie']).split(';')[0] ?? ''
    },
    async call(name, call) {
      const response = await raw(name, call)
      if (response.statusCode >= 400) throw new Error(`${ROUTE_PATHS[name]}: ${response.statusCode} ${response.body}`)
      return routes[name].response.parse(response.json()) as RouteResponse<typeof name>
    },
  }
}
