import { GraphError } from './errors.ts'
import type { Json } from '../json.ts'

/** `fields=a,b{c},d.limit(3)`: the names at the top level; undefined: the caller gets the default ones. */
export function fieldsIn(query: URLSearchParams): string[] | undefined {
  const text = query.get('fields')
  if (text === null || text === '') return undefined
  const bare = text.replace(/\{[^}]*\}/g, '').replace(/\.[a-z_]+\([^)]*\)/g, '')
  return bare.split(',').map((name) => name.trim())
}

/** The wanted fields that there are; the id always comes along, unknown ones are left out. */
export function selected(node: Json, names: readonly string[]): Json {
  const chosen: Json = {}
  for (const name of [...names, 'id']) if (node[name] !== undefined) chosen[name] = node[name]
  return chosen
}

/** One page with cursors; `next` only where there is more [M templates/template-management]. */
export function page(items: Json[], query: URLSearchParams, address: string): Json {
  const limit = Math.max(1, Number(query.get('limit') ?? 25) || 25)
  const from = offsetOf(query.get('after'))
  const shown = items.slice(from, from + limit)
  if (shown.length === 0) return { data: [] }
  const after = cursorOf(from + shown.length)
  const rest = new URLSearchParams(query)
  rest.set('after', after)
  rest.delete('access_token')
  const hasMore = from + shown.length < items.length
  return {
    data: shown,
    paging: { cursors: { before: cursorOf(from), after }, ...(hasMore ? { next: `${address}?${rest}` } : {}) },
  }
}

function cursorOf(offset: number): string {
  return Buffer.from(`at:${offset}`).toString('base64url')
}

function offsetOf(cursor: string | null): number {
  if (cursor === null) return 0
  const match = /^at:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))
  if (!match) throw new GraphError(131059)
  return Number(match[1])
}
