import { ROUTE_PATHS } from '@recado/contracts/route-paths'
import type { RouteName } from '@recado/contracts/route-paths'
import { routes } from '@recado/contracts/routes'
import type { Route } from '@recado/contracts/routes'
import { bookHandlers } from './handlers-book.ts'
import { clinicHandlers } from './handlers-clinic.ts'
import { deskHandlers } from './handlers-desk.ts'
import { peopleHandlers } from './handlers-people.ts'
import { Refusal } from './handler.ts'
import type { Handlers } from './handler.ts'
import { makeStore } from './store.ts'
import type { Store } from './store.ts'

const handlers: Handlers = { ...clinicHandlers, ...bookHandlers, ...deskHandlers, ...peopleHandlers }

/**
 * The whole API in memory, held to the contracts: what a handler answers is parsed by the route's response schema, so that the
 * console is never built against an answer that the server could not give.
 */
export function makeMockApi(now?: string) {
  const store = makeStore(now)
  return { store, handle: (request: Request): Promise<Response> => handle(store, request) }
}

async function handle(store: Store, request: Request): Promise<Response> {
  const url = new URL(request.url)
  const found = match(request.method, url.pathname)
  if (!found) return json(404, { error: { code: 'not-found', message: 'no such route' } })
  try {
    return await answer(store, request, url, found)
  } catch (error) {
    if (error instanceof Refusal)
      return json(error.status, { error: { code: error.code, message: error.message, details: error.details } })
    throw error
  }
}

async function answer(store: Store, request: Request, url: URL, { name, params }: Match): Promise<Response> {
  const route: Route = routes[name]
  if (route.permission !== 'public' && !store.staffId) throw new Refusal(401, 'unauthenticated', 'sign in first')
  const handler = handlers[name] as ((call: unknown) => unknown) | undefined
  if (!handler) throw new Refusal(501, 'unavailable', 'the mock does not play this route')
  const query = route.query?.parse(Object.fromEntries(url.searchParams))
  const body = route.body && !route.requestContent ? route.body.parse(await bodyOf(request)) : undefined
  const result = route.response.parse(
    await handler({ store, params: route.params?.parse(params), query, body, request }),
  )
  return json(route.status ?? 200, result)
}

async function bodyOf(request: Request): Promise<unknown> {
  const text = await request.text()
  return text === '' ? {} : (JSON.parse(text) as unknown)
}

type Match = { readonly name: RouteName; readonly params: Record<string, string> }

const table = Object.entries(ROUTE_PATHS).map(([name, route]) => {
  const [method = '', path = ''] = route.split(' ')
  const pattern = new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`)
  return { name: name as RouteName, method, pattern }
})

function match(method: string, pathname: string): Match | undefined {
  for (const route of table) {
    const found = route.method === method ? route.pattern.exec(pathname) : null
    if (found) return { name: route.name, params: { ...found.groups } }
  }
  return undefined
}

const json = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
