import { sql } from 'kysely'
import { decideClaim } from '@recado/domain/scheduling/claim'
import type { Slot } from '@recado/domain/scheduling/slot'
import type { Instant } from '@recado/domain/shared/instant'
import { arrayOf } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import { newId } from '../../platform/ids.ts'
import { loadTaken } from './load-slots.ts'

export type Claimant = { readonly appointmentId: string; readonly contactPointId: string }

/**
 * Tries to win a time for a visit: under a lock on the practitioner, with what is taken read under it. The exclusion
 * constraint of `slot_claim` says no a second time (invariant 5). The visit's own holds and earlier claim give way.
 */
export async function claimSlot(
  trx: Db,
  organizationId: string,
  { appointmentId, contactPointId }: Claimant,
  slot: Slot,
  now: Instant,
  bookedAfter: Instant | null = null,
): Promise<boolean> {
  await lockPractitioner(trx, organizationId, slot.practitionerId)
  const taken = await loadTaken(trx, organizationId, slot.practitionerId, slot.startAt, slot.endAt, bookedAfter)
  if (decideClaim({ slot, appointmentId, now }, taken).kind === 'lost') return false
  await releaseClaims(trx, organizationId, [appointmentId])
  await dropExpiredHolds(trx, organizationId, slot.practitionerId, now)
  const { rows } = await sql`
    insert into slot_claim (organization_id, id, practitioner_id, during, kind, appointment_id, contact_point_id)
    values (${organizationId}, ${newId()}, ${slot.practitionerId}, ${rangeOf(slot)}, 'visit', ${appointmentId}, ${contactPointId})
    on conflict do nothing returning id`.execute(trx)
  return rows.length === 1
}

/** Holds times for a patient who is choosing. One that somebody else holds by now is left out: the claim decides. */
export async function holdSlots(
  trx: Db,
  organizationId: string,
  { appointmentId, contactPointId }: Claimant,
  holds: readonly { slot: Slot; until: Instant }[],
  now: Instant,
): Promise<void> {
  await sql`
    delete from slot_claim where organization_id = ${organizationId} and appointment_id = ${appointmentId} and kind = 'hold'`.execute(
    trx,
  )
  for (const { slot, until } of holds) {
    await dropExpiredHolds(trx, organizationId, slot.practitionerId, now)
    await sql`
      insert into slot_claim (organization_id, id, practitioner_id, during, kind, appointment_id, contact_point_id, expires_at)
      values (${organizationId}, ${newId()}, ${slot.practitionerId}, ${rangeOf(slot)}, 'hold', ${appointmentId}, ${contactPointId},
              to_timestamp(${until}::float8 / 1000))
      on conflict do nothing`.execute(trx)
  }
}

/** Gives back everything that these visits hold or claimed: they were cancelled, or their source moved them. */
export async function releaseClaims(
  trx: Db,
  organizationId: string,
  appointmentIds: readonly string[],
  kind: 'any' | 'hold' = 'any',
): Promise<void> {
  if (appointmentIds.length === 0) return
  await sql`
    delete from slot_claim
     where organization_id = ${organizationId} and appointment_id = any (${arrayOf('uuid', appointmentIds)})
       and (${kind} = 'any' or kind = ${kind})`.execute(trx)
}

const rangeOf = (slot: Slot) =>
  sql`tstzrange(to_timestamp(${slot.startAt}::float8 / 1000), to_timestamp(${slot.endAt}::float8 / 1000))`

/** Two patients who want times of one practitioner go one after the other; the lock ends with the transaction. */
async function lockPractitioner(trx: Db, organizationId: string, practitionerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${organizationId}/${practitionerId}`}, 0))`.execute(trx)
}

async function dropExpiredHolds(trx: Db, organizationId: string, practitionerId: string, now: Instant): Promise<void> {
  await sql`
    delete from slot_claim where organization_id = ${organizationId} and practitioner_id = ${practitionerId}
       and expires_at <= to_timestamp(${now}::float8 / 1000)`.execute(trx)
}
