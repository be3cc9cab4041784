import { sql } from 'kysely'
import type { Patient, PatientsQuery } from '@recado/contracts/patients'
import { nearestLanguage, type Language } from '@recado/domain/shared/language'
import type { z } from 'zod'
import type { Db } from '../../db/db.ts'
import { decodeCursor, DEFAULT_PAGE, pageOf } from '../../platform/cursor.ts'

type Row = {
  readonly id: string
  readonly name: string
  readonly given: string | null
  readonly family: string | null
  readonly birth_date: string | null
  readonly language: string | null
  readonly phones: string[]
  readonly external_ids: { source: string; externalId: string }[]
}

/** Patients by name. `search`: a part of the name, or at least four digits of a phone. */
export async function listPatients(
  trx: Db,
  organizationId: string,
  query: z.output<typeof PatientsQuery>,
  language: Language,
) {
  const { search = '', cursor, limit = DEFAULT_PAGE } = query
  const after = decodeCursor(cursor, 2)
  const digits = search.replace(/\D/g, '')
  const byPhone = digits.length >= 4 && !/\p{L}/u.test(search)
  const found = byPhone
    ? withPhoneLike(organizationId, `%${digits}%`)
    : sql`p.name ilike ${`%${escaped(search.trim())}%`}`
  const page = after ? sql`(lower(p.name) collate "C", p.id) > (${after[0]}, ${after[1]}::uuid)` : sql`true`
  const rows = await selectPatients(
    trx,
    organizationId,
    sql`${search.trim() === '' ? sql`true` : found} and ${page}`,
    sql`order by lower(p.name) collate "C", p.id limit ${limit + 1}`,
  )
  const shown = pageOf(rows, limit, ({ name, id }) => [name.toLowerCase(), id], patientOf)
  const collator = new Intl.Collator(language, { sensitivity: 'base' })
  return { ...shown, items: shown.items.toSorted((a, b) => collator.compare(a.name, b.name)) }
}

export async function findPatient(trx: Db, organizationId: string, id: string): Promise<Patient | undefined> {
  const [row] = await selectPatients(trx, organizationId, sql`p.id = ${id}`, sql``)
  return row && patientOf(row)
}

type Part = ReturnType<typeof sql>

async function selectPatients(trx: Db, organizationId: string, where: Part, rest: Part): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select p.id, p.name, p.given, p.family, p.birth_date::text as birth_date, p.language,
           array(select c.value from patient_contact pc
                  join contact_point c on c.organization_id = pc.organization_id and c.id = pc.contact_point_id and c.kind = 'phone'
                 where pc.organization_id = p.organization_id and pc.patient_id = p.id order by pc.rank, c.value) as phones,
           coalesce((select jsonb_agg(jsonb_build_object('source', o.name, 'externalId', i.value) order by o.name, i.value)
              from patient_identifier i join source o on o.organization_id = i.organization_id and o.id = i.source_id
             where i.organization_id = p.organization_id and i.patient_id = p.id and i.value not like '#%'), '[]') as external_ids
      from patient p where p.organization_id = ${organizationId} and (${where}) ${rest}`.execute(trx)
  return rows
}

const withPhoneLike = (organizationId: string, pattern: string): Part => sql`
  p.id in (select pc.patient_id from contact_point c
             join patient_contact pc on pc.organization_id = c.organization_id and pc.contact_point_id = c.id
            where c.organization_id = ${organizationId} and c.kind = 'phone' and c.value like ${pattern})`

/** What people type is text, not a pattern. */
const escaped = (text: string): string => text.replace(/[\\%_]/g, (mark) => `\\${mark}`)

const patientOf = (row: Row): Patient => ({
  id: row.id,
  name: row.name,
  given: row.given ?? undefined,
  family: row.family ?? undefined,
  birthDate: row.birth_date ?? undefined,
  language: row.language === null ? undefined : nearestLanguage(row.language),
  phones: row.phones,
  externalIds: row.external_ids,
})
