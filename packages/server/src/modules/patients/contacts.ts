import { sql } from 'kysely'
import type { Instant } from '@recado/domain/shared/instant'
import { phoneMatchKey } from '@recado/domain/shared/phone-match'
import { insertMany } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import type { Writes } from '../../db/writes.ts'
import { newId } from '../../platform/ids.ts'

/** A phone as a source's row finds it. */
export type KnownPhone = {
  readonly contactPointId: string | null
  readonly optedOut: boolean
  readonly unreachable: boolean
}

export const NO_PHONE: KnownPhone = { contactPointId: null, optedOut: false, unreachable: false }

type PhoneRow = {
  readonly id: string
  readonly kind: string
  readonly match_key: string
  readonly opted_out: boolean
  readonly unreachable: boolean
}

export type PhonesByKey = ReadonlyMap<string, KnownPhone>

/** The contact points that these phones have already, by what the spellings of one phone share. */
export async function loadPhones(
  trx: Db,
  organizationId: string,
  phones: readonly (string | null | undefined)[],
): Promise<PhonesByKey> {
  const keys = [...new Set(phones.flatMap((phone) => (phone ? [phoneMatchKey(phone)] : [])))]
  if (keys.length === 0) return new Map()
  const { rows } = await sql<PhoneRow>`
    select c.id, w.key as match_key, c.kind, c.opted_out_at is not null as opted_out, c.unreachable_at is not null as unreachable
      from unnest(${keys}::text[]) as w (key)
     cross join lateral (
       select c.* from contact_point c where c.organization_id = ${organizationId} and c.match_key = w.key offset 0) c`.execute(
    trx,
  )
  const phonesAlone = rows.filter(({ kind }) => kind === 'phone')
  return new Map(phonesAlone.map((row) => [row.match_key, { contactPointId: row.id, optedOut: row.opted_out, unreachable: row.unreachable }])) // prettier-ignore
}

/** One contact point per phone, made where it is new: the spellings that WhatsApp uses for one number (BR 9, MX 1, AR 9) are one phone. */
export function identifyPhones(
  trx: Db,
  organizationId: string,
  phones: readonly (string | null | undefined)[],
  known: PhonesByKey,
  now: Instant,
  writes: Writes,
): KnownPhone[] {
  const made = new Map<string, { id: string; kind: string; value: string; match_key: string; created_at: Instant }>()
  const found = phones.map((value): KnownPhone => {
    if (!value) return NO_PHONE
    const key = phoneMatchKey(value)
    const before = known.get(key)
    if (before) return before
    const row = made.get(key) ?? { id: newId(), kind: 'phone', value, match_key: key, created_at: now }
    made.set(key, row)
    return { ...NO_PHONE, contactPointId: row.id }
  })
  const columns = { id: 'uuid', kind: 'text', value: 'text', match_key: 'text', created_at: 'instant' } as const
  writes.begin(insertMany(trx, organizationId, 'contact_point', columns, [...made.values()]))
  return found
}

type Link = { readonly patientId: string; readonly isNew: boolean; readonly contactPointId: string | null }

/** Who is reached where, as the source says; a link that is known keeps its consent. A file's grant makes its link itself. */
export function linkContacts(trx: Db, organizationId: string, found: readonly Link[], writes: Writes): void {
  const links = new Map(found.map((link) => [`${link.patientId}|${link.contactPointId}`, link]))
  const rowsOf = (isNew: boolean) =>
    [...links.values()].flatMap((link) =>
      link.contactPointId === null || link.isNew !== isNew
        ? []
        : [{ patient_id: link.patientId, contact_point_id: link.contactPointId, proof: 'source' }],
    )
  const columns = { patient_id: 'uuid', contact_point_id: 'uuid', proof: 'text' } as const
  // Looking for a conflict that cannot be costs as much as the row itself.
  writes.begin(insertMany(trx, organizationId, 'patient_contact', columns, rowsOf(true)))
  writes.begin(insertMany(trx, organizationId, 'patient_contact', columns, rowsOf(false), sql`on conflict do nothing`))
}
