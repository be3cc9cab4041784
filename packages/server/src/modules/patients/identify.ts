import { nearestLanguage } from '@recado/domain/shared/language'
import type { Instant } from '@recado/domain/shared/instant'
import { insertMany, updateMany } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import type { Writes } from '../../db/writes.ts'
import { newId } from '../../platform/ids.ts'
import { identifyPhones } from './contacts.ts'
import { nameOf, NO_PHONE, type KnownPhone, type PatientRow, type PatientSighting, type People, type PersonKeys } from './look-up.ts' // prettier-ignore

export type Identified = {
  readonly patientId: string
  /** Made in this stride: nothing else can know of it. */
  readonly isNew: boolean
  readonly language: string | null
} & KnownPhone

/**
 * Finds or makes the patients and the phones of a batch of rows, among those that are known of them. A patient is its id
 * within the source; without one, a hash of name, birth date and phone. Two rows of one patient in a batch are one patient.
 * What is made or changed becomes known, and is told to `news`. Who is reached where is left to linkContacts().
 */
export function identifyPatients(
  trx: Db,
  organizationId: string,
  sourceId: string,
  sightings: readonly PatientSighting[],
  keys: readonly PersonKeys[],
  known: People,
  news: People,
  now: Instant,
  writes: Writes,
): Identified[] {
  const made = new Map<string, PatientRow>()
  const changed = new Map<string, PatientRow>()
  const rows = sightings.map((seen, index): PatientRow => {
    const key = keys[index]?.patient ?? ''
    const before = known.patients.get(key)
    const row = before === undefined ? asRow(newId(), seen) : merged(before, seen)
    if (row === before) return row
    known.patients.set(key, row)
    news.patients.set(key, row)
    if (before === undefined || made.has(key)) made.set(key, row)
    else changed.set(row.id, row)
    return row
  })
  storePatients(trx, organizationId, sourceId, made, [...changed.values()], now, writes)
  const phones = identifyPhones(trx, organizationId, sightings, keys, known, news, now, writes)
  return rows.map(({ id, language }, index) => {
    const { contactPointId, optedOut, unreachable } = phones[index] ?? NO_PHONE
    return {
      patientId: id,
      isNew: made.has(keys[index]?.patient ?? ''),
      language,
      contactPointId,
      optedOut,
      unreachable,
    }
  })
}

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
