import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { nearestLanguage } from '@recado/domain/shared/language'
import type { Instant } from '@recado/domain/shared/instant'
import { phoneMatchKey } from '@recado/domain/shared/phone-match'
import { insertMany, updateMany } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import { newId } from '../../platform/ids.ts'

/** What one row of a source says of its patient. Absent: the source has no such column; null: its cell was empty. */
export type PatientSighting = {
  readonly patientExternalId?: string | null
  readonly given?: string | null
  readonly family?: string | null
  readonly name?: string | null
  readonly birthDate?: string | null
  readonly language?: string | null
  readonly phoneE164?: string | null
}

export type Identified = { readonly patientId: string; readonly contactPointId: string | null }

type PatientRow = {
  readonly id: string
  readonly name: string
  readonly given: string | null
  readonly family: string | null
  readonly birth_date: string | null
  readonly language: string | null
}

/**
 * Finds or makes the patients and the phones of a batch of rows. A patient is its id within the source; without one, a
 * hash of name, birth date and phone. Two rows of one patient in a batch are one patient.
 */
export async function identifyPatients(
  trx: Db,
  organizationId: string,
  sourceId: string,
  sightings: readonly PatientSighting[],
  now: Instant,
): Promise<Identified[]> {
  const keys = sightings.map(identifierOf)
  const known = await loadByIdentifier(trx, organizationId, sourceId, keys)
  const made = new Map<string, PatientRow>()
  const changed = new Map<string, PatientRow>()
  const ids = sightings.map((seen, index) => {
    const key = keys[index] ?? ''
    const before = known.get(key) ?? made.get(key)
    if (!before) made.set(key, asRow(newId(), seen))
    else if (differs(before, seen))
      (known.has(key) ? changed : made).set(known.has(key) ? before.id : key, merged(before, seen))
    return (known.get(key) ?? made.get(key))?.id ?? ''
  })
  await storePatients(trx, organizationId, sourceId, made, [...changed.values()], now)
  const phones = await identifyPhones(
    trx,
    organizationId,
    sightings.map((seen) => seen.phoneE164),
    now,
  )
  const found = ids.map((patientId, index) => ({ patientId, contactPointId: phones[index] ?? null }))
  await linkContacts(trx, organizationId, found)
  return found
}

/** Without an id of the source: the same name on the same phone is the same patient. A hash, so that no log can show it. */
function identifierOf(seen: PatientSighting): string {
  if (seen.patientExternalId) return seen.patientExternalId
  const words = [nameOf(seen), seen.birthDate ?? '', seen.phoneE164 ?? ''].map((part) =>
    part.normalize('NFKC').trim().toLowerCase(),
  )
  return `#${createHash('sha256').update(words.join('\u0000')).digest('base64url').slice(0, 32)}`
}

const nameOf = (seen: PatientSighting): string =>
  seen.name ?? ([seen.given, seen.family].filter((part) => part).join(' ') || '')

const asRow = (id: string, seen: PatientSighting): PatientRow => ({
  id,
  name: nameOf(seen),
  given: seen.given ?? null,
  family: seen.family ?? null,
  birth_date: seen.birthDate ?? null,
  language: (seen.language && nearestLanguage(seen.language)) || null,
})

/** A source that has no word on something, or an empty cell, takes nothing away that we know. */
const merged = (before: PatientRow, seen: PatientSighting): PatientRow => {
  const next = asRow(before.id, seen)
  return {
    id: before.id,
    name: next.name || before.name,
    given: next.given ?? before.given,
    family: next.family ?? before.family,
    birth_date: next.birth_date ?? before.birth_date,
    language: next.language ?? before.language,
  }
}

const differs = (before: PatientRow, seen: PatientSighting): boolean => {
  const next = merged(before, seen)
  return (Object.keys(next) as (keyof PatientRow)[]).some((field) => next[field] !== before[field])
}

async function loadByIdentifier(trx: Db, organizationId: string, sourceId: string, values: readonly string[]) {
  const { rows } = await sql<PatientRow & { value: string }>`
    select i.value, p.id, p.name, p.given, p.family, p.birth_date, p.language
      from patient_identifier i
      join patient p on p.organization_id = i.organization_id and p.id = i.patient_id
     where i.organization_id = ${organizationId} and i.source_id = ${sourceId} and i.value = any (${values}::text[])`.execute(
    trx,
  )
  return new Map(rows.map(({ value, ...row }) => [value, row]))
}

async function storePatients(
  trx: Db,
  organizationId: string,
  sourceId: string,
  made: ReadonlyMap<string, PatientRow>,
  changed: readonly PatientRow[],
  now: Instant,
): Promise<void> {
  const columns = {
    id: 'uuid',
    name: 'text',
    given: 'text',
    family: 'text',
    birth_date: 'date',
    language: 'text',
  } as const
  const created = [...made.values()].map((row) => ({ ...row, created_at: now }))
  await insertMany(trx, organizationId, 'patient', { ...columns, created_at: 'instant' }, created)
  await updateMany(trx, organizationId, 'patient', columns, changed)
  const identifiers = [...made].map(([value, row]) => ({ source_id: sourceId, value, patient_id: row.id }))
  await insertMany(
    trx,
    organizationId,
    'patient_identifier',
    { source_id: 'uuid', value: 'text', patient_id: 'uuid' },
    identifiers,
  )
}

/** One contact point per phone: the spellings that WhatsApp uses for one number (BR 9, MX 1, AR 9) are one phone. */
export async function identifyPhones(
  trx: Db,
  organizationId: string,
  phones: readonly (string | null | undefined)[],
  now: Instant,
): Promise<(string | null)[]> {
  const keys = phones.map((phone) => (phone ? phoneMatchKey(phone) : null))
  const wanted = [...new Set(keys.filter((key) => key !== null))]
  if (wanted.length === 0) return phones.map(() => null)
  const { rows } = await sql<{ id: string; match_key: string }>`
    select id, match_key from contact_point
     where organization_id = ${organizationId} and kind = 'phone' and match_key = any (${wanted}::text[])`.execute(trx)
  const idOf = new Map(rows.map((row) => [row.match_key, row.id]))
  const made = new Map<string, { id: string; kind: string; value: string; match_key: string; created_at: Instant }>()
  phones.forEach((value, index) => {
    const key = keys[index]
    if (!value || !key || idOf.has(key) || made.has(key)) return
    made.set(key, { id: newId(), kind: 'phone', value, match_key: key, created_at: now })
  })
  const columns = { id: 'uuid', kind: 'text', value: 'text', match_key: 'text', created_at: 'instant' } as const
  await insertMany(trx, organizationId, 'contact_point', columns, [...made.values()])
  for (const [key, row] of made) idOf.set(key, row.id)
  return keys.map((key) => (key === null ? null : (idOf.get(key) ?? null)))
}

/** Who is reached where, as the source says; a link that is known keeps its consent. */
async function linkContacts(trx: Db, organizationId: string, found: readonly Identified[]): Promise<void> {
  const links = new Map<string, { patient_id: string; contact_point_id: string; proof: string }>()
  for (const { patientId, contactPointId } of found) {
    if (contactPointId === null) continue
    links.set(`${patientId}|${contactPointId}`, {
      patient_id: patientId,
      contact_point_id: contactPointId,
      proof: 'source',
    })
  }
  const columns = { patient_id: 'uuid', contact_point_id: 'uuid', proof: 'text' } as const
  await insertMany(trx, organizationId, 'patient_contact', columns, [...links.values()], sql`on conflict do nothing`)
}
