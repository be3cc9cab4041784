import { sql } from 'kysely'
import type { Instant } from '@recado/domain/shared/instant'
import { insertMany } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import type { Writes } from '../../db/writes.ts'
import { newId } from '../../platform/ids.ts'
import { linkKey, NO_PHONE, type KnownPhone, type PatientSighting, type People, type PersonKeys } from './look-up.ts'

/** One contact point per phone, made where it is new: the spellings that WhatsApp uses for one number (BR 9, MX 1, AR 9) are one phone. */
export function identifyPhones(
  trx: Db,
  organizationId: string,
  sightings: readonly PatientSighting[],
  keys: readonly PersonKeys[],
  known: People,
  news: People,
  now: Instant,
  writes: Writes,
): KnownPhone[] {
  const made: { id: string; kind: string; value: string; match_key: string; created_at: Instant }[] = []
  const found = sightings.map(({ phoneE164 }, index): KnownPhone => {
    const key = keys[index]?.phone ?? null
    if (!phoneE164 || key === null) return NO_PHONE
    const before = known.phones.get(key)
    if (before) return before
    const phone = { ...NO_PHONE, contactPointId: newId() }
    made.push({ id: phone.contactPointId, kind: 'phone', value: phoneE164, match_key: key, created_at: now })
    known.phones.set(key, phone)
    news.phones.set(key, phone)
    return phone
  })
  const columns = { id: 'uuid', kind: 'text', value: 'text', match_key: 'text', created_at: 'instant' } as const
  writes.begin(insertMany(trx, organizationId, 'contact_point', columns, made))
  return found
}

type Link = { readonly patientId: string; readonly isNew: boolean; readonly contactPointId: string | null }

/** Who is reached where, as the source says; a link that is known stays as it is. A file's grant makes its link itself. */
export function linkContacts(
  trx: Db,
  organizationId: string,
  found: readonly Link[],
  known: People,
  news: People,
  writes: Writes,
): void {
  const fresh: LinkRow[] = []
  const others: LinkRow[] = []
  for (const { patientId, isNew, contactPointId } of found) {
    if (contactPointId === null) continue
    const key = linkKey(patientId, contactPointId)
    if (known.links.has(key)) continue
    known.links.set(key, NO_CONSENTS)
    news.links.set(key, NO_CONSENTS)
    const rows = isNew ? fresh : others
    rows.push({ patient_id: patientId, contact_point_id: contactPointId, proof: 'source' })
  }
  const columns = { patient_id: 'uuid', contact_point_id: 'uuid', proof: 'text' } as const
  // Looking for a conflict that cannot be costs as much as the row itself.
  writes.begin(insertMany(trx, organizationId, 'patient_contact', columns, fresh))
  writes.begin(insertMany(trx, organizationId, 'patient_contact', columns, others, sql`on conflict do nothing`))
}

type LinkRow = { readonly patient_id: string; readonly contact_point_id: string; readonly proof: string }
const NO_CONSENTS = { granted: [], withdrawn: [] }
