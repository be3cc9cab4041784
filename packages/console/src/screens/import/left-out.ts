import type { ImportDetail } from '@recado/contracts/imports'

type Reasons = ImportDetail['notPlanned']

/** What is left out for good, the most frequent first, apart from what only waits for its visit to take place. */
export function splitReasons(reasons: Reasons): { readonly out: Reasons; readonly later: number } {
  const waits = reasons.filter(({ reason }) => reason === 'not-fulfilled-yet')
  const out = reasons.filter((entry) => !waits.includes(entry)).toSorted((a, b) => b.count - a.count)
  return { out, later: waits.reduce((sum, { count }) => sum + count, 0) }
}
