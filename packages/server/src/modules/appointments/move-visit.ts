import { sql } from 'kysely'
import { offer } from '@recado/domain/scheduling/offer'
import { lasting, type Slot } from '@recado/domain/scheduling/slot'
import { Failure } from '@recado/domain/shared/failure'
import type { Instant } from '@recado/domain/shared/instant'
import { instantToWallTime, wallTimeToInstant } from '@recado/domain/shared/zoned'
import type { Db } from '../../db/db.ts'
import { claimSlot, loadFreeSlots } from '../scheduling/index.ts'
import { requireUpcoming, type Decide } from './change-by-staff.ts'
import type { VisitRow } from './visit-rows.ts'

export type NewPlace = { readonly startLocal: string; readonly practitionerId: string | undefined }

/** A visit whose length nobody told us. */
const DEFAULT_MIN = 30

/**
 * Moves a visit to a time that the desk chose. The time is claimed first, so that we never give it to two (invariant 5);
 * the old one is kept until then. The patient is asked to confirm the new time.
 */
export const movedTo =
  (trx: Db, organizationId: string, { startLocal, practitionerId }: NewPlace): Decide =>
  async (visit, now) => {
    requireUpcoming(visit)
    const startAt = instantOf(startLocal, visit.zone)
    if (startAt <= now) throw new Failure('invalid', 'The new time is in the past.', { startLocal })
    const practitioner = await practitionerOf(trx, organizationId, practitionerId ?? visit.practitioner_id)
    const elsewhere = practitioner !== undefined && practitioner.id !== visit.practitioner_id
    if (startAt === visit.start_at && !elsewhere) return undefined
    if (practitioner) await claim(trx, organizationId, visit, practitioner.id, startAt, now)
    const to = { startAt, startLocal: `${startLocal}:00`, zone: visit.zone }
    return {
      kind: 'move', reinstate: false, confirms: false,
      to: elsewhere ? { ...to, practitionerId: practitioner.id, practitioner: practitioner.key } : to,
    } // prettier-ignore
  }

function instantOf(startLocal: string, zone: string): Instant {
  try {
    return wallTimeToInstant(startLocal, zone, 'compatible').at
  } catch {
    throw new Failure('invalid', 'startLocal is no time of the calendar.', { startLocal })
  }
}

async function practitionerOf(trx: Db, organizationId: string, id: string | null) {
  if (id === null) return undefined
  const { rows } = await sql<{ id: string; key: string }>`
    select id, key from practitioner where organization_id = ${organizationId} and id = ${id}`.execute(trx)
  const [row] = rows
  if (!row) throw new Failure('not-found', 'There is no such practitioner.')
  return row
}

async function claim(
  trx: Db,
  organizationId: string,
  visit: VisitRow,
  practitionerId: string,
  startAt: Instant,
  now: Instant,
): Promise<void> {
  const slot: Slot = {
    ...lasting(startAt, visit.duration_min ?? DEFAULT_MIN),
    practitionerId,
    siteId: visit.site_id,
    zone: visit.zone,
  }
  // A claim names for whom it is; somebody who cannot be reached is named as a patient.
  const claimant = { appointmentId: visit.id, contactPointId: visit.contact_point_id ?? visit.patient_id }
  if (await claimSlot(trx, organizationId, claimant, slot, now)) return
  throw new Failure('conflict', 'Somebody else has this time by now. Choose another one.', { reason: 'slot-taken' })
}

/** Pages of the patient's offer that the desk sees at once. */
const PAGES = 4

export type FreeTimes = {
  readonly items: readonly { readonly startLocal: string; readonly startAt: Instant; readonly practitionerId: string }[]
  readonly reason?: 'hours-not-accepted' | 'no-practitioner' | 'fully-booked'
}

/** The times that the patient would be offered, soonest first; or why there are none. */
export async function freeTimes(
  trx: Db,
  organizationId: string,
  visit: Pick<VisitRow, 'id' | 'practitioner_id' | 'start_at' | 'zone'>,
  now: Instant,
): Promise<FreeTimes> {
  if (visit.practitioner_id === null) return { items: [], reason: 'no-practitioner' }
  const free = await loadFreeSlots(trx, organizationId, visit.id, now)
  if (free === 'by-staff') return { items: [], reason: 'hours-not-accepted' }
  const shown: Slot[] = []
  for (let page = 0; page < PAGES; page += 1) {
    shown.push(
      ...offer({
        free,
        shown,
        busy: [],
        zone: visit.zone,
        now,
        ...(visit.start_at === null ? {} : { usualAt: visit.start_at }),
      }).slots,
    )
  }
  if (shown.length === 0) return { items: [], reason: 'fully-booked' }
  const items = shown
    .toSorted((a, b) => a.startAt - b.startAt)
    .map(({ startAt, zone, practitionerId }) => ({
      startAt,
      practitionerId,
      startLocal: `${instantToWallTime(startAt, zone)}:00`,
    }))
  return { items }
}
