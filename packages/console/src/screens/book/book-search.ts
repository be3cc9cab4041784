import type { Overview } from '@recado/contracts/overview'
import { CHIP_STATE_NAMES } from './chip-states.ts'
import type { ChipStateName } from './chip-states.ts'
import { addDays, mondayOf } from '../../time/zoned.ts'

/** The book's address: everything that somebody may want to send to a colleague or come back to. */
export type BookSearch = {
  readonly date?: string
  readonly view?: 'week'
  readonly site?: string
  readonly who?: string
  readonly state?: ChipStateName
  readonly visit?: string
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** Forgives: an address with nonsense in it opens the book of today. */
export function readBookSearch(raw: Record<string, unknown>): BookSearch {
  const date = text(raw['date'])
  const state = CHIP_STATE_NAMES.find((name) => name === raw['state'])
  return {
    ...(date && /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date)) ? { date } : {}),
    ...(raw['view'] === 'week' ? { view: 'week' as const } : {}),
    ...optional('site', text(raw['site'])),
    ...optional('who', text(raw['who'])),
    ...(state ? { state } : {}),
    ...optional('visit', text(raw['visit'])),
  }
}

const optional = <K extends string>(key: K, value: string | undefined): { [key in K]?: string } =>
  (value === undefined ? {} : { [key]: value }) as { [key in K]?: string }

export type BookRange = {
  readonly view: 'day' | 'week'
  readonly date: string
  readonly from: string
  readonly to: string
}

/** Which days to show; `to` is the day after the last. Today is the chosen site's own. */
export function rangeOf(search: BookSearch, overview: Overview): BookRange {
  const site = overview.sites.find(({ id }) => id === search.site) ?? overview.sites[0]
  const date = search.date ?? site?.today ?? overview.now.slice(0, 10)
  if (search.view !== 'week') return { view: 'day', date, from: date, to: addDays(date, 1) }
  const from = mondayOf(date)
  return { view: 'week', date, from, to: addDays(from, 7) }
}

/** What the API is asked for. A week shows one practitioner at a time, so that seven columns stay readable. */
export const bookQueryOf = (search: BookSearch, overview: Overview): { from: string; to: string; site?: string } => {
  const { from, to } = rangeOf(search, overview)
  return { from, to, ...optional('site', search.site) }
}
