import type { Queue } from '@recado/contracts/conversations'

/** The queues in the order of their urgency. The same set as contracts/conversations. */
export const QUEUE_NAMES = ['emergency', 'unanswered', 'identity', 'clinician', 'scheduling', 'undelivered', 'waiting', 'snoozed', 'mine'] as const satisfies readonly Queue[] // prettier-ignore

export type PeopleSearch = { readonly queue?: Queue }

/** Forgives: an unknown queue shows all. */
export function readPeopleSearch(raw: Record<string, unknown>): PeopleSearch {
  const queue = QUEUE_NAMES.find((name) => name === raw['queue'])
  return queue ? { queue } : {}
}
