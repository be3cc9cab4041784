import { sql } from 'kysely'
import type { CreatePatientRequest } from '@recado/contracts/patients'
import { Failure } from '@recado/domain/shared/failure'
import type { Instant } from '@recado/domain/shared/instant'
import { readPhone } from '@recado/domain/shared/phone'
import type { z } from 'zod'
import type { Db } from '../../db/db.ts'
import { withWrites } from '../../db/writes.ts'
import { newId } from '../../platform/ids.ts'
import { linkContacts } from './contacts.ts'
import { identifyPatients } from './identify.ts'
import { keysOf, lookUpPeople, nobody } from './look-up.ts'

/** Patients whose system has no name of its own. */
const DEFAULT_SOURCE = 'api'

/** Answers the patient's id: a patient that the source told before is the same one. @throws Failure `invalid` for an unusable phone */
export async function createPatient(
  trx: Db,
  organizationId: string,
  wanted: z.output<typeof CreatePatientRequest>,
  now: Instant,
): Promise<string> {
  const { phone, country, source = DEFAULT_SOURCE, externalId, ...person } = wanted
  const sourceId = await sourceNamed(trx, organizationId, source)
  const phoneE164 =
    phone === undefined ? undefined : usablePhone(phone, country ?? (await countryOf(trx, organizationId)))
  const sighting = {
    name: person.name ?? null,
    given: person.given ?? null,
    family: person.family ?? null,
    birthDate: person.birthDate ?? null,
    language: person.language ?? null,
    patientExternalId: externalId ?? null,
    phoneE164: phoneE164 ?? null,
  }
  return withWrites(async (writes) => {
    const keys = [keysOf(sighting)]
    const known = await lookUpPeople(trx, organizationId, sourceId, keys)
    const people = identifyPatients(trx, organizationId, sourceId, [sighting], keys, known, nobody(), now, writes)
    linkContacts(trx, organizationId, people, known, nobody(), writes)
    const [identified] = people
    if (!identified) throw new Error('a patient was not identified')
    return identified.patientId
  })
}

function usablePhone(phone: string, country: string): string {
  const reading = readPhone(phone, country)
  if (reading.e164 === undefined)
    throw new Failure('invalid', 'The phone is no number that messages can go to.', {
      field: 'phone',
      why: reading.refused,
    })
  return reading.e164
}

async function countryOf(trx: Db, organizationId: string): Promise<string> {
  const { rows } = await sql<{
    country: string
  }>`select country from organization where id = ${organizationId}`.execute(trx)
  return rows[0]?.country ?? ''
}

async function sourceNamed(trx: Db, organizationId: string, name: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into source (organization_id, id, name) values (${organizationId}, ${newId()}, ${name})
    on conflict (organization_id, name) do update set name = source.name returning id`.execute(trx)
  const [row] = rows
  if (!row) throw new Error('a source was not stored')
  return row.id
}
