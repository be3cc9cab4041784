import { sql } from 'kysely'
import { Failure } from '@recado/domain/shared/failure'
import type { Db } from '../../db/db.ts'

/** @throws Failure `not-found` for a patient whom this organization does not have */
export async function requirePatient(trx: Db, organizationId: string, patientId: string): Promise<void> {
  const known =
    await sql`select id from patient where organization_id = ${organizationId} and id = ${patientId}`.execute(trx)
  if (known.rows.length === 0) throw new Failure('not-found', 'There is no such patient.')
}
