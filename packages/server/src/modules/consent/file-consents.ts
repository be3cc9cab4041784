import type { Purpose } from '@recado/domain/shared/appointment'
import type { Instant } from '@recado/domain/shared/instant'
import { insertMany } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import type { Writes } from '../../db/writes.ts'
import { newId } from '../../platform/ids.ts'
import { linkKey, type LinkConsents, type People } from '../patients/index.ts'

/** What a file's "yes" grants (CONTRACT, consent purposes). */
export const FILE_GRANTS: readonly Purpose[] = ['appointment_logistics', 'care_followup']

/** What a file's row says of the consent of a patient at a phone. */
export type FileConsent = {
  readonly patientId: string
  readonly contactPointId: string
  /** Undefined: the row does not say. */
  readonly yes: boolean | undefined
}

/**
 * Ledger rows for the consents that a file tells and that change something: a yes where none was, a no where there was a
 * grant. A yes never lifts a withdrawal; fold_consent() in the database keeps that rule as well. What each link allows
 * after it becomes known, and is told to `news`. Answers the links that allow something else than before.
 */
export function recordFileConsents(
  trx: Db,
  organizationId: string,
  importId: string,
  now: Instant,
  consents: readonly FileConsent[],
  known: People,
  news: People,
  writes: Writes,
): ReadonlySet<string> {
  const spoken = new Set<string>()
  const told = {
    at: now,
    source: 'file',
    evidence_grade: 'asserted',
    evidence: { importId },
    actor: `import:${importId}`,
  }
  const events = consents.flatMap(({ patientId, contactPointId, yes }) => {
    if (yes === undefined) return []
    const key = linkKey(patientId, contactPointId)
    const link = known.links.get(key) ?? NOTHING_KNOWN
    const purposes = spoken.has(key) ? [] : newsOf(link, yes)
    if (purposes.length === 0) return []
    spoken.add(key)
    const after = yes ? granting(link, purposes) : withdrawing(link, purposes)
    known.links.set(key, after)
    news.links.set(key, after)
    return [{ ...told, id: newId(), kind: yes ? 'grant' : 'withdraw', patient_id: patientId, contact_point_id: contactPointId, purposes }] // prettier-ignore
  })
  writes.begin(insertMany(trx, organizationId, 'consent_event', CONSENT_COLUMNS, events))
  return spoken
}

const NOTHING_KNOWN: LinkConsents = { granted: [], withdrawn: [] }

function newsOf({ granted, withdrawn }: LinkConsents, yes: boolean): readonly Purpose[] {
  if (yes && granted.length === 0 && withdrawn.length === 0) return FILE_GRANTS
  return FILE_GRANTS.filter((purpose) => (yes ? !granted.includes(purpose) && !withdrawn.includes(purpose) : granted.includes(purpose))) // prettier-ignore
}

const granting = ({ granted, withdrawn }: LinkConsents, purposes: readonly Purpose[]): LinkConsents => ({
  granted: granted.length === 0 ? purposes : [...granted, ...purposes],
  withdrawn,
})

const withdrawing = ({ granted, withdrawn }: LinkConsents, purposes: readonly Purpose[]): LinkConsents => ({
  granted: granted.filter((purpose) => !purposes.includes(purpose)),
  withdrawn: [...withdrawn, ...purposes],
})

export const CONSENT_COLUMNS = {
  id: 'uuid', at: 'instant', kind: 'text', patient_id: 'uuid', contact_point_id: 'uuid', purposes: 'list', source: 'text',
  evidence_grade: 'text', evidence: 'jsonb', actor: 'text',
} as const // prettier-ignore
