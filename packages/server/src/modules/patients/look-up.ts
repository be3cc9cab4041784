import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Purpose } from '@recado/domain/shared/appointment'
import { phoneMatchKey } from '@recado/domain/shared/phone-match'
import { rowsAs } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'

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

export type PatientRow = {
  readonly id: string
  readonly name: string
  readonly given: string | null
  readonly family: string | null
  readonly birth_date: string | null
  readonly language: string | null
}

/** A phone as a source's row finds it. */
export type KnownPhone = {
  readonly contactPointId: string | null
  readonly optedOut: boolean
  readonly unreachable: boolean
}

export const NO_PHONE: KnownPhone = { contactPointId: null, optedOut: false, unreachable: false }

/** What a patient allowed and took back at one phone. */
export type LinkConsents = { readonly granted: readonly Purpose[]; readonly withdrawn: readonly Purpose[] }

export const linkKey = (patientId: string, contactPointId: string): string => `${patientId}|${contactPointId}`

/** Patients, phones and the links between them, by what a source calls them. */
export type People = {
  /** By the identifier within the source. */
  readonly patients: Map<string, PatientRow>
  /** By what the spellings of one phone share. */
  readonly phones: Map<string, KnownPhone>
  /** By patient and contact point; a link that is not there is not known. */
  readonly links: Map<string, LinkConsents>
}

export const nobody = (): People => ({ patients: new Map(), phones: new Map(), links: new Map() })

/** Adds people that were made or changed after `to` was looked up. */
export function addPeople(to: People, news: People): void {
  for (const [key, row] of news.patients) to.patients.set(key, row)
  for (const [key, phone] of news.phones) to.phones.set(key, phone)
  for (const [key, consents] of news.links) to.links.set(key, consents)
}

/** How a row calls its patient and its phone. */
export type PersonKeys = { readonly patient: string; readonly phone: string | null }

export const keysOf = (seen: PatientSighting): PersonKeys => ({
  patient: identifierOf(seen),
  phone: seen.phoneE164 ? phoneMatchKey(seen.phoneE164) : null,
})

/** Without an id of the source: the same name on the same phone is the same patient. A hash, so that no log can show it. */
function identifierOf(seen: PatientSighting): string {
  if (seen.patientExternalId) return seen.patientExternalId
  const words = [nameOf(seen), seen.birthDate ?? '', seen.phoneE164 ?? ''].map((part) =>
    part.normalize('NFKC').trim().toLowerCase(),
  )
  return `#${hash('sha256', words.join('\u0000'), 'base64url').slice(0, 32)}`
}

export const nameOf = (seen: PatientSighting): string =>
  seen.name ?? ([seen.given, seen.family].filter((part) => part).join(' ') || '')

type FoundRow = PatientRow & {
  readonly id: string | null
  readonly value: string
  readonly key: string | null
  readonly contact_point_id: string | null
  readonly opted_out: boolean
  readonly unreachable: boolean
  readonly granted: string | null
  readonly withdrawn: string | null
}

/** The people whom rows speak of, one by one through the indexes: while an import fills the tables, the planner still takes them for empty. */
export async function lookUpPeople(
  trx: Db,
  organizationId: string,
  sourceId: string,
  keys: readonly PersonKeys[],
): Promise<People> {
  const wanted = keys.map(({ patient, phone }) => ({ value: patient, key: phone }))
  const { rows } = await sql<FoundRow>`
    select w.value, w.key, p.id, p.name, p.given, p.family, p.birth_date, p.language, c.id as contact_point_id,
           c.opted_out_at is not null as opted_out, c.unreachable_at is not null as unreachable,
           array_to_string(l.granted, ',') as granted, array_to_string(l.withdrawn, ',') as withdrawn
      from ${rowsAs('w', { value: 'text', key: 'text' }, wanted)}
      left join lateral (
        select i.patient_id from patient_identifier i
         where i.organization_id = ${organizationId} and i.source_id = ${sourceId} and i.value = w.value offset 0) i on true
      left join lateral (
        select p.* from patient p where p.organization_id = ${organizationId} and p.id = i.patient_id offset 0) p on true
      left join lateral (
        select c.* from contact_point c
         where c.organization_id = ${organizationId} and c.match_key = w.key and c.kind = 'phone' offset 0) c on true
      left join lateral (
        select l.granted, l.withdrawn from patient_contact l
         where l.organization_id = ${organizationId} and l.patient_id = i.patient_id and l.contact_point_id = c.id offset 0) l on true
     where p.id is not null or c.id is not null`.execute(trx)
  const people = nobody()
  for (const row of rows) addFound(people, row)
  return people
}

function addFound(people: People, row: FoundRow): void {
  const { id, value, key, name, given, family, birth_date, language, contact_point_id, opted_out, unreachable } = row
  if (id !== null) people.patients.set(value, { id, name, given, family, birth_date, language })
  if (key === null || contact_point_id === null) return
  people.phones.set(key, { contactPointId: contact_point_id, optedOut: opted_out, unreachable })
  if (id === null || row.granted === null) return
  const consents = { granted: purposesIn(row.granted), withdrawn: purposesIn(row.withdrawn ?? '') }
  people.links.set(linkKey(id, contact_point_id), consents)
}

const NONE: readonly Purpose[] = []
const lists = new Map<string, readonly Purpose[]>()

/** Few distinct lists exist, and a book asks for the same ones 100,000 times. */
function purposesIn(list: string): readonly Purpose[] {
  if (list === '') return NONE
  const known = lists.get(list) ?? (list.split(',') as Purpose[])
  lists.set(list, known)
  return known
}
