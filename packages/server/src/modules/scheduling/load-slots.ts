import { sql } from 'kysely'
import { freeSlots } from '@recado/domain/scheduling/free-slots'
import type { Hours } from '@recado/domain/scheduling/hours'
import type { Booking, Claim } from '@recado/domain/scheduling/claim'
import type { Slot } from '@recado/domain/scheduling/slot'
import { DAY, HOUR, MINUTE, shift, type Instant } from '@recado/domain/shared/instant'
import type { Db } from '../../db/db.ts'
import { hoursAt, type StoredHours } from './stored-hours.ts'

/** How far ahead times are offered, and how soon at the earliest. */
const AHEAD_MS = 28 * DAY
const MIN_LEAD_MS = 2 * HOUR
/** A visit whose length nobody told us. */
const DEFAULT_MIN = 30

type VisitPlace = {
  readonly practitioner_id: string | null
  readonly site_id: string
  readonly zone: string
  readonly duration_min: number | null
  readonly practitioner_hours: StoredHours | null
  readonly hours_state: string | null
  readonly site_hours: Hours | null
  readonly holidays: string[]
  readonly is_future: boolean
}

/** Every free time that this visit could have; `by-staff` while nobody has accepted the practitioner's hours. */
export async function loadFreeSlots(
  trx: Db,
  organizationId: string,
  visitId: string,
  now: Instant,
): Promise<readonly Slot[] | 'by-staff'> {
  const { rows } = await sql<VisitPlace>`
    select a.practitioner_id, a.site_id, s.zone, a.duration_min, r.hours as practitioner_hours, r.hours_state, s.hours as site_hours, s.holidays
      from appointment a
      join site s on s.organization_id = a.organization_id and s.id = a.site_id
      left join practitioner r on r.organization_id = a.organization_id and r.id = a.practitioner_id
     where a.organization_id = ${organizationId} and a.id = ${visitId}`.execute(trx)
  const [place] = rows
  if (!place || place.practitioner_id === null || place.hours_state !== 'accepted' || !place.practitioner_hours)
    return 'by-staff'
  const to = shift(now, AHEAD_MS)
  const durationMin = place.duration_min ?? DEFAULT_MIN
  return freeSlots({
    hours: [
      hoursAt(place.practitioner_hours, { id: place.site_id, zone: place.zone }),
      ...(place.site_hours ? [place.site_hours] : []),
    ],
    holidays: place.holidays,
    ...(await loadTaken(trx, organizationId, place.practitioner_id, now, to)),
    practitionerId: place.practitioner_id,
    siteId: place.site_id,
    zone: place.zone,
    durationMin,
    stepMin: durationMin,
    from: now,
    to,
    now,
    minLeadMs: MIN_LEAD_MS,
    forVisit: visitId,
  })
}

type BookingRow = { readonly id: string; readonly start_at: Instant; readonly duration_min: number | null }
type ClaimRow = {
  readonly appointment_id: string
  readonly kind: 'hold' | 'visit'
  readonly start_at: Instant
  readonly end_at: Instant
  readonly expires_at: Instant | null
}

/** What a practitioner has in that stretch of time: visits of the book, and times that we hold or gave away. */
export async function loadTaken(
  trx: Db,
  organizationId: string,
  practitionerId: string,
  from: Instant,
  to: Instant,
  /** Only visits that got this time after it: what overlapped before is how this clinic books. */
  bookedAfter: Instant | null = null,
): Promise<{ readonly bookings: Booking[]; readonly claims: Claim[] }> {
  const bookings = await sql<BookingRow>`
    select a.id, a.start_at, a.duration_min from appointment a
     where a.organization_id = ${organizationId} and a.practitioner_id = ${practitionerId}
       and a.start_at >= to_timestamp(${shift(from, -DAY)}::float8 / 1000) and a.start_at < to_timestamp(${to}::float8 / 1000)
       and a.status in ('proposed', 'pending', 'booked', 'arrived', 'in-progress')
       and (${bookedAfter}::float8 is null or a.settled_at > to_timestamp(${bookedAfter}::float8 / 1000))`.execute(trx)
  const claims = await sql<ClaimRow>`
    select c.appointment_id, c.kind, lower(c.during) as start_at, upper(c.during) as end_at, c.expires_at from slot_claim c
     where c.organization_id = ${organizationId} and c.practitioner_id = ${practitionerId}
       and c.during && tstzrange(to_timestamp(${from}::float8 / 1000), to_timestamp(${to}::float8 / 1000))`.execute(trx)
  return {
    bookings: bookings.rows.map((row) => ({
      practitionerId,
      appointmentId: row.id,
      startAt: row.start_at,
      endAt: shift(row.start_at, (row.duration_min ?? DEFAULT_MIN) * MINUTE),
    })),
    claims: claims.rows.map((row) => ({
      practitionerId,
      appointmentId: row.appointment_id,
      kind: row.kind,
      startAt: row.start_at,
      endAt: row.end_at,
      ...(row.expires_at === null ? {} : { expiresAt: row.expires_at }),
    })),
  }
}
