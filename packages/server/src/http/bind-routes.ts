import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Failure } from '@recado/domain/shared/failure'
import { routeOf, type RouteName } from '@recado/contracts/route-paths'
import { routes, type Route } from '@recado/contracts/routes'
import type { z } from 'zod'
import type { Actor } from '../modules/staff/index.ts'
import type { Routes } from '@recado/contracts/route-types'

type Output<S> = S extends z.ZodType ? z.output<S> : undefined
type Part<N extends RouteName, K extends string> = K extends keyof Routes[N] ? Output<Routes[N][K]> : undefined

/** One request as its handler sees it: parsed by the route's schemas, with a known actor unless the route is public. */
export type RouteRequest<N extends RouteName> = {
  readonly actor: Routes[N]['permission'] extends 'public' ? Actor | undefined : Actor
  readonly params: Part<N, 'params'>
  readonly query: Part<N, 'query'>
  readonly body: Part<N, 'body'>
  readonly http: FastifyRequest
  readonly reply: FastifyReply
}

/** What a handler answers: JSON after the route's schema, or nothing when it has written to `reply` itself. */
export type Handler<N extends RouteName> = (
  request: RouteRequest<N>,
) => Promise<z.input<Routes[N]['response']> | FastifyReply>
export type Handlers = { readonly [N in RouteName]?: Handler<N> }

export type BindOptions = {
  readonly demo: boolean
  readonly authenticate: (request: FastifyRequest) => Promise<Actor | undefined>
  /** Stores and replays the answers of POSTs that carry `Idempotency-Key`. */
  readonly once: (request: FastifyRequest, actor: Actor | undefined, run: () => Promise<unknown>) => Promise<unknown>
}

/** Mounts the handlers on the addresses of the route table. Who may do what is checked here and nowhere else. */
export function bindRoutes(app: FastifyInstance, handlers: Handlers, options: BindOptions): void {
  for (const name of Object.keys(handlers) as RouteName[]) {
    const route: Route = routes[name]
    if (route.demo && !options.demo) continue
    const handler = handlers[name] as Handler<RouteName> | undefined
    if (handler) mount(app, name, route, handler, options)
  }
}

function mount(
  app: FastifyInstance,
  name: RouteName,
  route: Route,
  handler: Handler<RouteName>,
  options: BindOptions,
): void {
  const { method, path } = routeOf(name)
  app.route({
    method,
    url: path.replaceAll(/\{(\w+)\}/g, ':$1'),
    handler: async (request, reply) => {
      const actor = await options.authenticate(request)
      authorize(route, actor)
      const sent = Buffer.isBuffer(request.body) && request.body.length === 0 ? undefined : request.body
      if (Buffer.isBuffer(sent) && !route.requestContent)
        throw new Failure('unsupported-content', 'This address takes JSON: send it as application/json.')
      const parsed = {
        params: parse(route.params, request.params, 'params'),
        query: parse(route.query, request.query, 'query'),
        body: parse(route.body, sent ?? {}, 'body'),
      }
      const run = () => handler({ ...parsed, actor, http: request, reply } as unknown as RouteRequest<RouteName>)
      const answer = method === 'POST' ? await options.once(request, actor, run) : await run()
      if (answer === reply) return reply
      return reply.status(reply.statusCode === 200 ? (route.status ?? 200) : reply.statusCode).send(answer)
    },
  })
}

function authorize(route: Route, actor: Actor | undefined): void {
  if (route.permission === 'public') return
  if (!actor) throw new Failure('unauthenticated', 'Sign in, or send an API key as "Authorization: Bearer <key>".')
  if (route.permission !== 'signed-in' && !actor.permissions.has(route.permission)) {
    throw new Failure('forbidden', 'Your role does not include this.', { permission: route.permission })
  }
}

function parse(schema: z.ZodType | undefined, value: unknown, where: string): unknown {
  if (!schema) return undefined
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issues = result.error.issues
    .slice(0, 20)
    .map((issue) => ({ at: [where, ...issue.path].join('.'), why: issue.message }))
  throw new Failure('invalid', `The request is not valid: ${issues.map((i) => `${i.at}: ${i.why}`).join('; ')}`, {
    issues,
  })
}
