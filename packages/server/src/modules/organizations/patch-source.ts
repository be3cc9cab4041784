import { sql } from 'kysely'
import type { PatchSourceRequest } from '@recado/contracts/catalogue'
import { Failure } from '@recado/domain/shared/failure'
import type { Instant } from '@recado/domain/shared/instant'
import type { z } from 'zod'
import type { Db } from '../../db/db.ts'
import { recordEvents } from '../audit/index.ts'
import { actorName, type Actor } from '../staff/index.ts'
import { replanUpcoming } from '../journeys/index.ts'

type Patch = z.output<typeof PatchSourceRequest>

/**
 * Changes what is given; `null` switches a setting off. Whether its book is overdue, and by
 * which preset its visits are reminded, may change with it, so they are planned again.
 */
export async function patchSource(trx: Db, actor: Actor, id: string, patch: Patch, now: Instant): Promise<void> {
  const { organizationId } = actor
  const { expectedEveryHours, assumeFulfilledAfterMin, missingMeansCancelled, tellChanges, journey } = patch
  if (typeof expectedEveryHours === 'number' && !Number.isInteger(expectedEveryHours)) {
    throw new Failure('invalid', 'expectedEveryHours is a number of whole hours.')
  }
  const sets = [
    sql`name = name`,
    ...(expectedEveryHours === undefined ? [] : [sql`schedule_hours = ${expectedEveryHours}`]),
    ...(assumeFulfilledAfterMin === undefined ? [] : [sql`assume_fulfilled_after_min = ${assumeFulfilledAfterMin}`]),
    ...(missingMeansCancelled === undefined ? [] : [sql`missing_rows = ${missingMeansCancelled ? 'cancel' : 'keep'}`]),
    ...(tellChanges === undefined ? [] : [sql`tell_changes = ${tellChanges}`]),
    ...(journey === undefined ? [] : [sql`journey = ${journey}`]),
  ]
  const { rows } = await sql`
    update source set ${sql.join(sets)} where organization_id = ${organizationId} and id = ${id} returning id`.execute(
    trx,
  )
  if (rows.length === 0) throw new Failure('not-found', 'There is no such source.')
  if (expectedEveryHours !== undefined || journey !== undefined)
    await replanUpcoming(trx, organizationId, sql`a.source_id = ${id}`, now)
  await recordEvents(trx, organizationId, now, [
    { actor: actorName(actor), action: 'catalogue.changed', subject: `source:${id}`, details: { ...patch } },
  ])
}
