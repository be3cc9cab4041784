import type { Touch } from '@recado/contracts/timeline'
import type { Instant } from '@recado/domain/shared/instant'
import type { Db } from '../../db/db.ts'
import { derivedId } from '../../platform/ids.ts'
import { waitingSteps } from '../journeys/index.ts'

/** The stored touches of a visit, and the steps that wait for the visit itself: those have no row before they have a time. */
export async function withWaiting(
  trx: Db,
  organizationId: string,
  visitId: string,
  stored: readonly Touch[],
  now: Instant,
): Promise<Touch[]> {
  const waiting = await waitingSteps(trx, organizationId, visitId, now)
  const known = new Set(stored.map(keyOf))
  const missing = waiting.filter((step) => !known.has(keyOf(step)))
  return [
    ...stored,
    ...missing.map(({ key, journey, step, version, reason }): Touch => ({
      id: derivedId(key),
      journey,
      step,
      version,
      state: 'not-planned',
      reason,
      attempts: [],
    })),
  ]
}

const keyOf = ({ journey, step, version }: Pick<Touch, 'journey' | 'step' | 'version'>): string =>
  `${journey}/${step}@${version}`
