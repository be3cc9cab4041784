import { sql } from 'kysely'
import { allJourneys } from '@recado/domain/planning/all-journeys'
import { CHANGE_JOURNEY } from '@recado/domain/planning/notice'
import { arrayOf } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'

/** Steps that carry Confirm / Reschedule / Cancel, as `journey/step`. */
const ASKING = [
  `${CHANGE_JOURNEY}/moved`,
  ...allJourneys.flatMap(({ key, steps }) =>
    steps.filter((step) => step.askConfirmation).map((step) => `${key}/${step.key}`),
  ),
]

/**
 * The visits that these accepted messages ask about have been asked: confirmation `requested`, unless the patient has
 * said something already. Riders of a shared message count too.
 */
export async function markRequested(trx: Db, organizationId: string, messageIds: readonly string[]): Promise<void> {
  if (messageIds.length === 0) return
  await sql`
    update appointment a set confirmation = 'requested'
      from outbound_message m
     where a.organization_id = ${organizationId} and m.organization_id = a.organization_id and a.id = m.appointment_id
       and (m.id = any (${arrayOf('uuid', messageIds)})
            or m.merged_into = any (${arrayOf('uuid', messageIds)}))
       and m.journey || '/' || m.step = any (${arrayOf('text', ASKING)}) and a.version = m.appointment_version
       and a.confirmation = 'none'`.execute(trx)
}
