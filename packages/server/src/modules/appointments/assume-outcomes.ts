import { sql } from 'kysely'
import { assumeFulfilled } from '@recado/domain/planning/outcome'
import { MINUTE } from '@recado/domain/shared/instant'
import { rowsAs } from '../../db/bulk.ts'
import { businessNow, type Db } from '../../db/db.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'
import { recordEvents } from '../audit/index.ts'
import { replan } from '../journeys/index.ts'
import { lockVisits, type VisitRow } from './visit-rows.ts'

/** Visits a round takes; more wait for the next beat. */
const GROUP = 500

/** Visits of sources that say so count as fulfilled some time after their end, so that the follow-up knows who came. */
export function assumeOutcomes(db: Db, organizationId: string): Promise<number> {
  return inOrganization(db, organizationId, async (trx) => {
    const now = await businessNow(trx)
    const due = await sql<{ id: string; after_min: number }>`
      select a.id, o.assume_fulfilled_after_min as after_min from appointment a
        join source o on o.organization_id = a.organization_id and o.id = a.source_id
       where a.organization_id = ${organizationId} and o.assume_fulfilled_after_min is not null
         and a.status in ('proposed', 'pending', 'booked', 'arrived', 'in-progress')
         and a.confirmation not in ('declined', 'reschedule-requested')
         and a.start_at + make_interval(mins => coalesce(a.duration_min, 0) + o.assume_fulfilled_after_min) <= to_timestamp(${now}::float8 / 1000)
         and a.start_at > to_timestamp(${now}::float8 / 1000) - interval '7 days'
       order by a.start_at limit ${GROUP}`.execute(trx)
    const afterMs = new Map(due.rows.map((row) => [row.id, row.after_min * MINUTE]))
    const visits = await lockVisits(trx, organizationId, [...afterMs.keys()])
    const fulfilled = visits.flatMap((visit) => {
      const outcome = assumeFulfilled(factsOf(visit), afterMs.get(visit.id), now)
      return outcome.kind === 'fulfilled' ? [{ id: visit.id, at: outcome.fulfilledAt }] : []
    })
    if (fulfilled.length === 0) return 0
    await sql`
      update appointment a set status = 'fulfilled', fulfilled_at = f.at
        from ${rowsAs('f', { id: 'uuid', at: 'instant' }, fulfilled)}
       where a.organization_id = ${organizationId} and a.id = f.id`.execute(trx)
    await replan(trx, organizationId, fulfilled.map((f) => f.id), now) // prettier-ignore
    await recordEvents(trx, organizationId, now, fulfilled.map(({ id }) => ({ actor: 'system:timer', action: 'appointment.changed', subject: `appointment:${id}`, details: { status: 'fulfilled', assumed: true } }))) // prettier-ignore
    return fulfilled.length
  })
}

/** A visit as the domain's rules see it. */
export const factsOf = (visit: VisitRow) => ({
  id: visit.id,
  version: visit.version,
  status: visit.status,
  confirmation: visit.confirmation,
  date: visit.date,
  zone: visit.zone,
  settledAt: visit.settled_at,
  ...(visit.start_at === null ? {} : { startAt: visit.start_at }),
  ...(visit.duration_min === null ? {} : { durationMin: visit.duration_min }),
  ...(visit.fulfilled_at === null ? {} : { fulfilledAt: visit.fulfilled_at }),
})
