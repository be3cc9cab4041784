import { sql } from 'kysely'
import type { Household } from '@recado/contracts/patients'
import { Failure } from '@recado/domain/shared/failure'
import type { Db } from '../../db/db.ts'
import { requirePatient } from './require-patient.ts'

type Row = {
  readonly contact_id: string
  readonly phone: string
  readonly share_texts: boolean
  readonly others: Household['others']
}

/** The phones of a patient at which others are reached too. @throws Failure `not-found` for a patient who does not exist */
export async function listHouseholds(trx: Db, organizationId: string, patientId: string): Promise<Household[]> {
  await requirePatient(trx, organizationId, patientId)
  const { rows } = await sql<Row>`
    select c.id as contact_id, c.value as phone, c.share_texts,
           jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name, p.id) as others
      from patient_contact own
      join contact_point c on c.organization_id = own.organization_id and c.id = own.contact_point_id
      join patient_contact o on o.organization_id = c.organization_id and o.contact_point_id = c.id and o.patient_id <> own.patient_id
      join patient p on p.organization_id = o.organization_id and p.id = o.patient_id
     where own.organization_id = ${organizationId} and own.patient_id = ${patientId}
     group by c.id, c.value, c.share_texts
     order by c.id`.execute(trx)
  return rows.map((row) => ({
    contactId: row.contact_id,
    phone: row.phone,
    others: row.others,
    sharesTexts: row.share_texts,
  }))
}

/**
 * Whether one message at this phone may speak of everybody who is reached there: what the household said at the desk.
 * @throws Failure `not-found` when the patient shares no such phone
 */
export async function allowSharing(
  trx: Db,
  organizationId: string,
  { patientId, contactId, sharesTexts }: { patientId: string; contactId: string; sharesTexts: boolean },
): Promise<Household> {
  const household = (await listHouseholds(trx, organizationId, patientId)).find((one) => one.contactId === contactId)
  if (!household) throw new Failure('not-found', 'This patient shares no such phone with anybody.')
  await sql`
    update contact_point set share_texts = ${sharesTexts}
     where organization_id = ${organizationId} and id = ${contactId}`.execute(trx)
  return { ...household, sharesTexts }
}
