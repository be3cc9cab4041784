import type { RouteBody, RouteParams, RouteQuery, RouteResponse } from '@recado/contracts/route-types'
import type { RouteName } from '@recado/contracts/route-paths'
import type { Store } from './store.ts'

export type Call<N extends RouteName> = {
  readonly store: Store
  readonly params: RouteParams<N>
  readonly query: RouteQuery<N>
  readonly body: RouteBody<N>
  readonly request: Request
}
export type Handlers = { readonly [N in RouteName]?: (call: Call<N>) => RouteResponse<N> | Promise<RouteResponse<N>> }

/** A refusal as the server words it. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly details: Record<string, string> | undefined
  constructor(status: number, code: string, message: string, details?: Record<string, string>) {
    super(message)
    this.status = status
    this.code = code
    this.details = details
  }
}

/** What a path names, or the refusal that there is no such thing. */
export function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Refusal(404, 'not-found', 'no such thing')
  return value
}
