import type { ErrorBody } from '@recado/contracts/primitives'
import { routeOf } from '@recado/contracts/route-paths'
import type { RouteName } from '@recado/contracts/route-paths'
import type { RouteBody, RouteParams, RouteQuery, RouteResponse } from '@recado/contracts/route-types'

/** What a route takes: exactly the parts that its contract names. */
export type CallArguments<N extends RouteName> = (RouteParams<N> extends undefined
  ? unknown
  : { readonly params: RouteParams<N> }) &
  (RouteQuery<N> extends undefined ? unknown : { readonly query?: RouteQuery<N> }) &
  (RouteBody<N> extends undefined ? unknown : { readonly body: RouteBody<N> })

type Loose = {
  readonly params?: Record<string, string>
  readonly query?: Record<string, unknown>
  readonly body?: unknown
  readonly file?: File
}

/** An answer that is no success: `code` as in CONTRACT (`offline` when there was no answer at all), `status` 0 then. */
export class ApiError extends Error {
  readonly code: string
  readonly status: number
  readonly details: Readonly<Record<string, unknown>>
  constructor(code: string, status: number, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.status = status
    this.details = details
  }
}

/** Calls one route of the contracts. @throws ApiError */
export function call<N extends RouteName>(
  name: N,
  args: CallArguments<N>,
  signal?: AbortSignal,
): Promise<RouteResponse<N>> {
  return request(name, args as Loose, signal) as Promise<RouteResponse<N>>
}

/** Sends a file to be read; with `dryRun` nothing changes. @throws ApiError */
export function uploadImport(file: File, query: RouteQuery<'createImport'>): Promise<RouteResponse<'createImport'>> {
  return request('createImport', { file, query }) as Promise<RouteResponse<'createImport'>>
}

async function request(name: RouteName, args: Loose, signal?: AbortSignal): Promise<unknown> {
  const { method, path } = routeOf(name)
  const response = await reach(address(path, args), {
    method,
    headers: headersFor(method, args),
    ...(args.file ? { body: formOf(args.file) } : args.body === undefined ? {} : { body: JSON.stringify(args.body) }),
    ...(signal ? { signal } : {}),
  })
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok) return body
  const error = (body as Partial<ErrorBody> | undefined)?.error
  throw new ApiError(error?.code ?? 'internal', response.status, error?.message ?? '', error?.details)
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new ApiError('offline', 0, '')
  }
}

function address(path: string, { params = {}, query = {} }: Loose): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value))
  return search.size > 0 ? `${filled}?${search}` : filled
}

function headersFor(method: string, { body }: Loose): Record<string, string> {
  return {
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(method === 'POST' ? { 'idempotency-key': randomKey() } : {}),
  }
}

function formOf(file: File): FormData {
  const form = new FormData()
  form.set('file', file, file.name)
  return form
}

/** `crypto.randomUUID` is missing where the console is opened over plain HTTP from another desk. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
