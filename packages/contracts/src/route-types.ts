import type { z } from 'zod'
import type { RouteName } from './route-paths.ts'
import type { routes } from './routes.ts'

export type Routes = typeof routes

type SchemaOf<R, K extends string> = K extends keyof R ? R[K] : never
/** What a caller gives, before defaults and transforms. */
export type RouteBody<N extends RouteName> =
  SchemaOf<Routes[N], 'body'> extends z.ZodType ? z.input<SchemaOf<Routes[N], 'body'>> : undefined
export type RouteQuery<N extends RouteName> =
  SchemaOf<Routes[N], 'query'> extends z.ZodType ? z.input<SchemaOf<Routes[N], 'query'>> : undefined
export type RouteParams<N extends RouteName> =
  SchemaOf<Routes[N], 'params'> extends z.ZodType ? z.input<SchemaOf<Routes[N], 'params'>> : undefined
export type RouteResponse<N extends RouteName> = z.output<Routes[N]['response']>
