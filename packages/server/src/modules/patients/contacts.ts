import { sql } from 'kysely'
import type { Instant } from '@recado/domain/shared/instant'
import { phoneMatchKey } from '@recado/domain/shared/phone-match'
import { insertMany } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
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
  readonly match_key: string
  readonly opted_out: boolean
  readonly unreachable: boolean
}

/** One contact point per phone: the spellings that WhatsApp uses for one number (BR 9, MX 1, AR 9) are one phone. */
export async function identifyPhones(
  trx: Db,
  organizationId: string,
  phones: readonly (string | null | undefined)[],
  now: Instant,
): Promise<KnownPhone[]> {
  const keys = phones.map((phone) => (phone ? phoneMatchKey(phone) : null))
  const wanted = [...new Set(keys.filter((key) => key !== null))]
  if (wanted.length === 0) return phones.map(() => NO_PHONE)
  const { rows } = await sql<PhoneRow>`
    select id, match_key, opted_out_at is not null as opted_out, unreachable_at is not null as unreachable from contact_point
     where organization_id = ${organizationId} and kind = 'phone' and match_key = any (${wanted}::text[])`.execute(trx)
  const known = new Map(rows.map((row) => [row.match_key, { contactPointId: row.id, optedOut: row.opted_out, unreachable: row.unreachable }])) // prettier-ignore
  const made = new Map<string, { id: string; kind: string; value: string; match_key: string; created_at: Instant }>()
  phones.forEach((value, index) => {
    const key = keys[index]
    if (!value || !key || known.has(key) || made.has(key)) return
    made.set(key, { id: newId(), kind: 'phone', value, match_key: key, created_at: now })
  })
  const columns = { id: 'uuid', kind: 'text', value: 'text', match_key: 'text', created_at: 'instant' } as const
  await insertMany(trx, organizationId, 'contact_point', columns, [...made.values()])
  for (const [key, { id }] of made) known.set(key, { ...NO_PHONE, contactPointId: id })
  return keys.map((key) => known.get(key ?? '') ?? NO_PHONE)
}

type Link = { readonly patientId: string; readonly isNew: boolean; readonly contactPointId: string | null }

/** Who is reached where, as the source says; a link that is known keeps its consent. */
export async function linkContacts(trx: Db, organizationId: string, found: readonly Link[]): Promise<void> {
  const links = new Map(found.map((link) => [`${link.patientId}|${link.contactPointId}`, link]))
  const rowsOf = (isNew: boolean) =>
    [...links.values()].flatMap((link) =>
      link.contactPointId === null || link.isNew !== isNew
        ? []
        : [{ patient_id: link.patientId, contact_point_id: link.contactPointId, proof: 'source' }],
    )
  const columns = { patient_id: 'uuid', contact_point_id: 'uuid', proof: 'text' } as const
  // Looking for a conflict that cannot be costs as much as the row itself.
  await insertMany(trx, organizationId, 'patient_contact', columns, rowsOf(true))
  await insertMany(trx, organizationId, 'patient_contact', columns, rowsOf(false), sql`on conflict do nothing`)
}
