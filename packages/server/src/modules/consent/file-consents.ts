import { sql } from 'kysely'
import type { Purpose } from '@recado/domain/shared/appointment'
import type { Instant } from '@recado/domain/shared/instant'
import { insertMany } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import { newId } from '../../platform/ids.ts'

/** What a file's "yes" grants (CONTRACT, consent purposes). */
export const FILE_GRANTS: readonly Purpose[] = ['appointment_logistics', 'care_followup']

export type FileConsent = { readonly patientId: string; readonly contactPointId: string; readonly yes: boolean }

type Link = {
  readonly patient_id: string
  readonly contact_point_id: string
  readonly granted: string[]
  readonly withdrawn: string[]
}

/**
 * Ledger rows for the consents that a file tells and that change something: a yes where none was, a no where there was a
 * grant. A yes never lifts a withdrawal; fold_consent() in the database keeps that rule as well.
 */
export async function recordFileConsents(
  trx: Db,
  organizationId: string,
  importId: string,
  now: Instant,
  consents: readonly FileConsent[],
): Promise<void> {
  if (consents.length === 0) return
  const links = await loadLinks(trx, organizationId, consents)
  const seen = new Set<string>()
  const events = consents.flatMap((consent) => {
    const key = `${consent.patientId}|${consent.contactPointId}`
    const link = links.get(key)
    const purposes = link && !seen.has(key) ? newsOf(link, consent.yes) : []
    if (purposes.length === 0) return []
    seen.add(key)
    return [
      {
        id: newId(), at: now, kind: consent.yes ? 'grant' : 'withdraw', patient_id: consent.patientId,
        contact_point_id: consent.contactPointId, purposes, source: 'file', evidence_grade: 'asserted',
        evidence: { importId }, actor: `import:${importId}`,
      },
    ] // prettier-ignore
  })
  await insertMany(trx, organizationId, 'consent_event', CONSENT_COLUMNS, events)
}

const newsOf = (link: Link, yes: boolean): string[] =>
  yes
    ? FILE_GRANTS.filter((purpose) => !link.granted.includes(purpose) && !link.withdrawn.includes(purpose))
    : FILE_GRANTS.filter((purpose) => link.granted.includes(purpose))

async function loadLinks(
  trx: Db,
  organizationId: string,
  consents: readonly FileConsent[],
): Promise<Map<string, Link>> {
  const { rows } = await sql<Link>`
    select pc.patient_id, pc.contact_point_id, pc.granted, pc.withdrawn
      from patient_contact pc
     where pc.organization_id = ${organizationId}
       and (pc.patient_id, pc.contact_point_id) in (
         select * from unnest(${consents.map((c) => c.patientId)}::uuid[], ${consents.map((c) => c.contactPointId)}::uuid[]))`.execute(
    trx,
  )
  return new Map(rows.map((row) => [`${row.patient_id}|${row.contact_point_id}`, row]))
}

export const CONSENT_COLUMNS = {
  id: 'uuid', at: 'instant', kind: 'text', patient_id: 'uuid', contact_point_id: 'uuid', purposes: 'list', source: 'text',
  evidence_grade: 'text', evidence: 'jsonb', actor: 'text',
} as const // prettier-ignore
