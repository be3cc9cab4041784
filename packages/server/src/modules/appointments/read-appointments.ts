import { sql, type RawBuilder } from 'kysely'
import type { Appointment } from '@recado/contracts/appointments'
import type { Observed, PendingChange } from '@recado/domain/records/observe'
import type { AppointmentStatus, Confirmation } from '@recado/domain/shared/appointment'
import { formatInstant, type Instant } from '@recado/domain/shared/instant'
import type { Db } from '../../db/db.ts'
import { REACH, type Reach } from './load-chips.ts'

/** A visit with the names that screens show. */
export type ShownVisit = Reach & {
  readonly id: string
  readonly source: string
  readonly external_id: string
  readonly version: number
  readonly status: AppointmentStatus
  readonly confirmation: Confirmation
  readonly date: string
  readonly start_local: string | null
  readonly zone: string
  readonly start_at: Instant | null
  readonly duration_min: number | null
  readonly patient_id: string
  readonly patient: string
  readonly patient_language: string | null
  readonly practitioner: string | null
  readonly practitioner_id: string | null
  readonly service: string | null
  readonly service_id: string | null
  readonly site: string
  readonly site_id: string
  readonly contact_point_id: string | null
  readonly phone: string | null
  readonly cancelled_by: string | null
  readonly observed: Observed
  readonly pending: readonly PendingChange[]
}

/** Visits for which `where` holds; it speaks of `a` (appointment), `o` (source), `p` (patient), `r` (practitioner) and `s` (site). */
export async function selectVisits(
  trx: Db,
  organizationId: string,
  where: RawBuilder<unknown>,
  rest: RawBuilder<unknown> = sql``,
): Promise<ShownVisit[]> {
  const { rows } = await sql<ShownVisit>`
    select a.id, o.name as source, a.external_id, a.version, a.status, a.confirmation, a.date, a.start_local, a.zone, a.start_at,
           a.duration_min, a.patient_id, p.name as patient, p.language as patient_language, r.name as practitioner,
           a.practitioner_id, v.name as service, a.service_id, s.name as site, a.site_id, a.contact_point_id,
           case when c.kind = 'phone' then c.value end as phone, a.cancelled_by, a.observed, a.pending, ${REACH}
      from appointment a
      join source o on o.organization_id = a.organization_id and o.id = a.source_id
      join patient p on p.organization_id = a.organization_id and p.id = a.patient_id
      join site s on s.organization_id = a.organization_id and s.id = a.site_id
      left join practitioner r on r.organization_id = a.organization_id and r.id = a.practitioner_id
      left join service v on v.organization_id = a.organization_id and v.id = a.service_id
      left join contact_point c on c.organization_id = a.organization_id and c.id = a.contact_point_id
     where a.organization_id = ${organizationId} and (${where}) ${rest}`.execute(trx)
  return rows
}

/**
 * Visits `a` of these days at their own sites, `to` excluded; either end may be open. No zone is two days from UTC, and
 * by time the index finds them.
 */
export function onDays(from: string | undefined, to: string | undefined): RawBuilder<unknown> {
  const after =
    from === undefined ? sql`true` : sql`a.date >= ${from} and (a.start_at is null or a.start_at > ${from}::date - 2)`
  const before =
    to === undefined ? sql`true` : sql`a.date < ${to} and (a.start_at is null or a.start_at < ${to}::date + 2)`
  return sql`${after} and ${before}`
}

/** As the public API shows it. */
export function appointmentOf(visit: ShownVisit): Appointment {
  return {
    id: visit.id,
    source: visit.source,
    externalId: visit.external_id,
    version: visit.version,
    status: visit.status,
    confirmation: visit.confirmation,
    date: visit.date,
    startLocal: wallTime(visit.start_local),
    zone: visit.zone,
    utc: instantText(visit.start_at),
    durationMin: visit.duration_min ?? undefined,
    patientId: visit.patient_id,
    practitioner: visit.practitioner ?? undefined,
    practitionerId: visit.practitioner_id ?? undefined,
    service: visit.service ?? undefined,
    serviceId: visit.service_id ?? undefined,
    site: visit.site,
    siteId: visit.site_id,
    pending: visit.pending.map((change) => pendingOf(visit, change)),
  }
}

export const instantText = (at: Instant | null): string | undefined => (at === null ? undefined : formatInstant(at))

/** With seconds, as everywhere on the wire. */
export const wallTime = (local: string | null | undefined): string | undefined =>
  local === null || local === undefined ? undefined : `${local.slice(0, 16)}:00`

type PendingField = Appointment['pending'][number]

/** The overlay names what is true here now, so the name of a practitioner is the visit's own. */
export function pendingOf(visit: Pick<ShownVisit, 'practitioner'>, { field, value }: PendingChange): PendingField {
  switch (field) {
    case 'startLocal':
      return { field: 'start', value: wallTime(value) ?? value }
    case 'practitioner':
      return { field, value: visit.practitioner ?? value }
    case 'status':
    case 'confirmation':
      return { field, value }
  }
}
