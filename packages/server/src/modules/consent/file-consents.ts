import { sql } from 'kysely'
import type { Purpose } from '@recado/domain/shared/appointment'
import type { Instant } from '@recado/domain/shared/instant'
import { insertMany } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import type { Writes } from '../../db/writes.ts'
import { newId } from '../../platform/ids.ts'

/** What a file's "yes" grants (CONTRACT, consent purposes). */
export const FILE_GRANTS: readonly Purpose[] = ['appointment_logistics', 'care_followup']

/** What a file's row says of the consent of a patient at a phone. */
export type FileConsent = {
  readonly patientId: string
  readonly contactPointId: string
  /** Undefined: the row does not say. */
  readonly yes: boolean | undefined
  /** The patient was made in this transaction: nothing can be known of a consent yet. */
  readonly isNew: boolean
}

type Link = {
  readonly patient_id: string
  readonly contact_point_id: string
  readonly granted: readonly Purpose[]
  readonly withdrawn: readonly Purpose[]
}

export const linkKey = (patientId: string, contactPointId: string): string => `${patientId}|${contactPointId}`

/**
 * Ledger rows for the consents that a file tells and that change something: a yes where none was, a no where there was a
 * grant. A yes never lifts a withdrawal; fold_consent() in the database keeps that rule as well. Answers what each of
 * the links has granted after it.
 */
export async function recordFileConsents(
  trx: Db,
  organizationId: string,
  importId: string,
  now: Instant,
  consents: readonly FileConsent[],
  writes: Writes,
): Promise<ReadonlyMap<string, readonly Purpose[]>> {
  const links = await loadLinks(trx, organizationId, consents.filter(({ isNew }) => !isNew)) // prettier-ignore
  const granted = new Map<string, readonly Purpose[]>()
  const spoken = new Set<string>()
  const events = consents.flatMap(({ patientId, contactPointId, yes }) => {
    const key = linkKey(patientId, contactPointId)
    const link = links.get(key) ?? NOTHING_KNOWN
    const news = spoken.has(key) ? [] : newsOf(link, yes)
    if (!granted.has(key)) granted.set(key, link.granted)
    if (news.length === 0) return []
    spoken.add(key)
    granted.set(key, yes ? [...link.granted, ...news] : link.granted.filter((purpose) => !news.includes(purpose)))
    return [
      {
        id: newId(), at: now, kind: yes ? 'grant' : 'withdraw', patient_id: patientId, contact_point_id: contactPointId,
        purposes: news, source: 'file', evidence_grade: 'asserted', evidence: { importId }, actor: `import:${importId}`,
      },
    ] // prettier-ignore
  })
  writes.begin(insertMany(trx, organizationId, 'consent_event', CONSENT_COLUMNS, events))
  return granted
}

type Consents = Pick<Link, 'granted' | 'withdrawn'>
const NOTHING_KNOWN: Consents = { granted: [], withdrawn: [] }

function newsOf({ granted, withdrawn }: Consents, yes: boolean | undefined): readonly Purpose[] {
  if (yes === undefined) return []
  return FILE_GRANTS.filter((purpose) => (yes ? !granted.includes(purpose) && !withdrawn.includes(purpose) : granted.includes(purpose))) // prettier-ignore
}

async function loadLinks(
  trx: Db,
  organizationId: string,
  consents: readonly FileConsent[],
): Promise<ReadonlyMap<string, Link>> {
  if (consents.length === 0) return new Map()
  const { rows } = await sql<Link>`
    select pc.patient_id, pc.contact_point_id, pc.granted, pc.withdrawn
      from patient_contact pc
     where pc.organization_id = ${organizationId}
       and (pc.patient_id, pc.contact_point_id) in (
         select * from unnest(${consents.map((c) => c.patientId)}::uuid[], ${consents.map((c) => c.contactPointId)}::uuid[]))`.execute(
    trx,
  )
  return new Map(rows.map((row) => [linkKey(row.patient_id, row.contact_point_id), row]))
}

export const CONSENT_COLUMNS = {
  id: 'uuid', at: 'instant', kind: 'text', patient_id: 'uuid', contact_point_id: 'uuid', purposes: 'list', source: 'text',
  evidence_grade: 'text', evidence: 'jsonb', actor: 'text',
} as const // prettier-ignore
