import type { FastifyInstance } from 'fastify'
import { routeOf, type RouteName } from '@recado/contracts/route-paths'
import { ErrorBody } from '@recado/contracts/primitives'
import { routes, type Route } from '@recado/contracts/routes'
import { z } from 'zod'
import { PLAIN_PATHS } from './plain-paths.ts'

type Json = { [key: string]: unknown }

/** `GET /api/v1/openapi.json`: the route table as a public document, made once. */
export const openApi =
  (demo: boolean) =>
  async (app: FastifyInstance): Promise<void> => {
    let text: string | undefined
    app.get('/api/v1/openapi.json', async (_request, reply) => {
      text ??= JSON.stringify(openApiDocument(demo))
      return reply.type('application/json').send(text)
    })
  }

/** OpenAPI 3.1, whose schemas are JSON Schema 2020-12: what Zod writes. Routes of the demo are in the demo's document alone. */
export function openApiDocument(demo: boolean): Json {
  const schemas: Json = {}
  const paths: Record<string, Json> = {}
  for (const name of Object.keys(routes) as RouteName[]) {
    const route: Route = routes[name]
    if (route.demo && !demo) continue
    const { method, path } = routeOf(name)
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(name, route, schemas) }
  }
  schemaOf(ErrorBody, 'output', schemas)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Recado',
      version: 'v1',
      description: 'Appointments in, messages out, answers back. Additive changes only.',
    },
    servers: [{ url: '/' }],
    security: [{ key: [] }, { session: [] }],
    paths: { ...paths, ...PLAIN_PATHS },
    components: {
      schemas,
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key' },
        session: { type: 'apiKey', in: 'cookie', name: 'recado_session' },
      },
    },
  }
}

function operation(name: RouteName, route: Route, schemas: Json): Json {
  const { method } = routeOf(name)
  const idempotency =
    method === 'POST' ? [{ name: 'Idempotency-Key', in: 'header', schema: { type: 'string', maxLength: 255 } }] : []
  return {
    operationId: name,
    summary: route.summary,
    ...(route.permission === 'public' ? { security: [] } : {}),
    ...(route.permission === 'public' || route.permission === 'signed-in' ? {} : { 'x-permission': route.permission }),
    parameters: [
      ...parametersOf(route.params, 'path', schemas),
      ...parametersOf(route.query, 'query', schemas),
      ...idempotency,
    ],
    ...bodyOf(route, schemas),
    responses: {
      [route.status ?? 200]: {
        description: 'Done',
        content: contentOf(route.responseContent, schemaOf(route.response, 'output', schemas)),
      },
      default: { description: 'Not done', content: contentOf(undefined, { $ref: '#/components/schemas/Error' }) },
    },
  }
}

function bodyOf(route: Route, schemas: Json): Json {
  if (route.requestContent) return { requestBody: { required: true, content: contentOf(route.requestContent, {}) } }
  if (!route.body) return {}
  return { requestBody: { required: true, content: contentOf(undefined, schemaOf(route.body, 'input', schemas)) } }
}

/** A media type that is not JSON has no schema of ours: a file, a stream. */
const contentOf = (types: readonly string[] | undefined, schema: Json): Json =>
  Object.fromEntries(
    (types ?? ['application/json']).map((type) => [type, type === 'application/json' ? { schema } : {}]),
  )

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query', schemas: Json): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input', schemas) as {
    properties?: Json
    required?: string[]
  }
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: one,
  }))
}

/** One schema; those with a name of their own are collected and referred to. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', schemas: Json): Json {
  const {
    $defs = {},
    $schema: _,
    ...own
  } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as { $defs?: Json; $schema?: string }
  for (const [name, one] of Object.entries($defs)) schemas[name] = withoutId(referring(one) as Json)
  return withoutId(referring(own) as Json)
}

const withoutId = (schema: Json): Json => Object.fromEntries(Object.entries(schema).filter(([key]) => key !== 'id'))

/** Names are unique in the document, so a reference inside one schema becomes one into the whole. */
function referring(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(referring)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      key === '$ref' && typeof one === 'string' ? one.replace('#/$defs/', '#/components/schemas/') : referring(one),
    ]),
  )
}
