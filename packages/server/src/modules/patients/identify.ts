import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { nearestLanguage } from '@recado/domain/shared/language'
import type { Instant } from '@recado/domain/shared/instant'
import { insertMany, updateMany } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import type { Writes } from '../../db/writes.ts'
import { newId } from '../../platform/ids.ts'
import { identifyPhones, loadPhones, NO_PHONE, type KnownPhone } from './contacts.ts'

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

export type Identified = {
  readonly patientId: string
  /** Made in this transaction. */
  readonly isNew: boolean
  readonly language: string | null
} & KnownPhone

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
 * hash of name, birth date and phone. Two rows of one patient in a batch are one patient. Who is reached where is left to
 * linkContacts().
 */
export async function identifyPatients(
  trx: Db,
  organizationId: string,
  sourceId: string,
  sightings: readonly PatientSighting[],
  now: Instant,
  writes: Writes,
): Promise<Identified[]> {
  const keys = sightings.map(identifierOf)
  const [known, findPhone] = await Promise.all([
    loadByIdentifier(trx, organizationId, sourceId, keys),
    loadPhones(trx, organizationId, sightings.map((seen) => seen.phoneE164)), // prettier-ignore
  ])
  const made = new Map<string, PatientRow>()
  const changed = new Map<string, PatientRow>()
  const rows = sightings.map((seen, index): PatientRow => {
    const key = keys[index] ?? ''
    const before = made.get(key) ?? known.get(key)
    const row = before === undefined ? asRow(newId(), seen) : merged(before, seen)
    if (!known.has(key)) made.set(key, row)
    else if (row !== before) {
      known.set(key, row)
      changed.set(row.id, row)
    }
    return row
  })
  storePatients(trx, organizationId, sourceId, made, [...changed.values()], now, writes)
  const phones = identifyPhones(trx, organizationId, sightings.map((seen) => seen.phoneE164), findPhone, now, writes) // prettier-ignore
  return rows.map(({ id, language }, index) => {
    const { contactPointId, optedOut, unreachable } = phones[index] ?? NO_PHONE
    return { patientId: id, isNew: made.has(keys[index] ?? ''), language, contactPointId, optedOut, unreachable }
  })
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

/** A source that has no word on something, or an empty cell, takes nothing away that we know. The same row where it says nothing new. */
function merged(before: PatientRow, seen: PatientSighting): PatientRow {
  const next = asRow(before.id, seen)
  const row = {
    id: before.id,
    name: next.name || before.name,
    given: next.given ?? before.given,
    family: next.family ?? before.family,
    birth_date: next.birth_date ?? before.birth_date,
    language: next.language ?? before.language,
  }
  return FIELDS.every((field) => row[field] === before[field]) ? before : row
}

const FIELDS = ['name', 'given', 'family', 'birth_date', 'language'] as const

/** One by one through the index: while an import fills the tables, the planner still takes them for empty. */
async function loadByIdentifier(trx: Db, organizationId: string, sourceId: string, values: readonly string[]) {
  const { rows } = await sql<PatientRow & { value: string }>`
    select w.value, p.id, p.name, p.given, p.family, p.birth_date, p.language
      from unnest(${values}::text[]) as w (value)
     cross join lateral (
       select i.patient_id as id from patient_identifier i
        where i.organization_id = ${organizationId} and i.source_id = ${sourceId} and i.value = w.value offset 0) i
     cross join lateral (
       select p.* from patient p where p.organization_id = ${organizationId} and p.id = i.id offset 0) p`.execute(trx)
  return new Map(rows.map(({ value, ...row }) => [value, row]))
}

function storePatients(
  trx: Db,
  organizationId: string,
  sourceId: string,
  made: ReadonlyMap<string, PatientRow>,
  changed: readonly PatientRow[],
  now: Instant,
  writes: Writes,
): void {
  const columns = {
    id: 'uuid',
    name: 'text',
    given: 'text',
    family: 'text',
    birth_date: 'date',
    language: 'text',
  } as const
  const created = [...made.values()].map((row) => ({ ...row, created_at: now }))
  writes.begin(insertMany(trx, organizationId, 'patient', { ...columns, created_at: 'instant' }, created))
  writes.begin(updateMany(trx, organizationId, 'patient', columns, changed))
  const identifiers = [...made].map(([value, row]) => ({ source_id: sourceId, value, patient_id: row.id }))
  const named = { source_id: 'uuid', value: 'text', patient_id: 'uuid' } as const
  writes.begin(insertMany(trx, organizationId, 'patient_identifier', named, identifiers))
}
