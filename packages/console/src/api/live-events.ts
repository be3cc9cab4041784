import type { EventType, ServerEvent } from '@recado/contracts/events'
import type { QueryClient, QueryKey } from '@tanstack/react-query'

/** Which areas of the cache each kind of change makes old. Areas with ids are narrowed to those that the event names. */
const AREAS: Readonly<Record<EventType, { readonly lists: readonly string[]; readonly byId: readonly string[] }>> = {
  'appointment.changed': {
    lists: ['book', 'overview', 'changes', 'slots', 'conversation'],
    byId: ['appointment', 'timeline'],
  },
  'touch.changed': { lists: ['book', 'overview', 'clock'], byId: ['appointment', 'timeline'] },
  'conversation.changed': { lists: ['conversations', 'overview'], byId: ['conversation'] },
  'import.changed': { lists: ['imports', 'overview'], byId: ['import'] },
  'change.changed': { lists: ['changes', 'overview', 'book'], byId: [] },
  'catalogue.changed': {
    lists: ['sites', 'practitioners', 'services', 'sources', 'hours', 'book', 'overview', 'slots'],
    byId: [],
  },
  'patient.changed': { lists: ['book', 'conversations', 'appointment', 'timeline', 'consents'], byId: [] },
  'sending.changed': { lists: ['overview'], byId: [] },
  'clock.moved': {
    lists: ['clock', 'overview', 'book', 'timeline', 'conversation', 'conversations', 'appointment'],
    byId: [],
  },
}

/** Above this many ids it is cheaper to drop the whole area: an import changes thousands at once. */
const MANY = 50

/** The query keys that a batch of events makes old, each once. */
export function staleKeys(events: readonly ServerEvent[]): QueryKey[] {
  const lists = new Set<string>()
  const ids = new Map<string, Set<string>>()
  for (const event of events) {
    for (const area of AREAS[event.type].lists) lists.add(area)
    for (const area of AREAS[event.type].byId) addAll(ids, area, event.ids)
  }
  const keys: QueryKey[] = [...lists].map((area) => [area])
  for (const [area, set] of ids) {
    if (lists.has(area)) continue
    if (set.size === 0 || set.size > MANY) keys.push([area])
    else keys.push(...[...set].map((id) => [area, id]))
  }
  return keys
}

function addAll(ids: Map<string, Set<string>>, area: string, added: readonly string[]): void {
  const set = ids.get(area) ?? new Set()
  for (const id of added) set.add(id)
  ids.set(area, set)
}

/** What one change says in several events arrives within this. */
const TOGETHER_MS = 10

/**
 * The first event is followed almost at once; those of a burst are collected, so that it asks for each list a few times a
 * second and no more.
 */
export function makeInvalidator(queryClient: QueryClient, burstMs = 250): (event: ServerEvent) => void {
  let waiting: ServerEvent[] = []
  let flushedAt = Number.NEGATIVE_INFINITY
  const flush = (): void => {
    const keys = staleKeys(waiting)
    waiting = []
    flushedAt = performance.now()
    for (const queryKey of keys) void queryClient.invalidateQueries({ queryKey })
  }
  return (event) => {
    if (waiting.length === 0) setTimeout(flush, Math.max(TOGETHER_MS, flushedAt + burstMs - performance.now()))
    waiting.push(event)
  }
}
