import { sql } from 'kysely'
import { journeyByKey } from '@recado/domain/planning/all-journeys'
import type { Journey } from '@recado/domain/planning/journey'
import type { DisabledReason, Subject, UnreachableReason } from '@recado/domain/planning/plan-types'
import type { DecentHoursByClass } from '@recado/domain/policy/decent-hours'
import { decentHoursIn } from '@recado/domain/policy/jurisdictions/all-jurisdictions'
import type { AppointmentStatus, Confirmation, Purpose } from '@recado/domain/shared/appointment'
import type { Instant } from '@recado/domain/shared/instant'
import { arrayOf } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'

/** Desks edit right after booking: nothing goes out within this of a booking or a move. */
export const SETTLE_MS = 10 * 60_000

export type PlannedSubject = {
  readonly subject: Subject
  readonly journey: Journey
  readonly patientId: string
  readonly contactPointId: string | null
  readonly language: string | null
}

/** What planning looks at of one visit, its patient, its phone and its place. */
export type SubjectFacts = {
  readonly id: string
  readonly version: number
  readonly status: AppointmentStatus
  readonly confirmation: Confirmation
  readonly date: string
  readonly zone: string
  readonly start_at: Instant | null
  readonly duration_min: number | null
  readonly settled_at: Instant
  readonly fulfilled_at: Instant | null
  readonly patient_id: string
  readonly contact_point_id: string | null
  readonly language: string | null
  readonly granted: readonly Purpose[] | null
  readonly opted_out: boolean
  readonly unreachable: boolean
  readonly country: string
  readonly holidays: readonly string[]
  readonly site_on: boolean
  readonly practitioner_on: boolean
  readonly service_on: boolean
  readonly journey: string
  readonly stale: boolean
}

/** Everything that planning looks at, for many visits with one query. Visits that do not exist are left out. */
export async function loadSubjects(
  trx: Db,
  organizationId: string,
  visitIds: readonly string[],
): Promise<PlannedSubject[]> {
  const { rows } = await sql<SubjectFacts>`
    select a.id, a.version, a.status, a.confirmation, a.date, a.zone, a.start_at, a.duration_min, a.settled_at, a.fulfilled_at,
           a.patient_id, a.contact_point_id, p.language, pc.granted, c.opted_out_at is not null as opted_out,
           c.unreachable_at is not null as unreachable, s.country, s.holidays, s.sending_enabled as site_on,
           coalesce(r.sending_enabled, true) as practitioner_on, coalesce(v.sending_enabled, true) as service_on, o.journey,
           coalesce(o.last_import_at + make_interval(hours => o.schedule_hours) < n.now, false) as stale
      from unnest(${arrayOf('uuid', visitIds)}) as w (id)
      join appointment a on a.organization_id = ${organizationId} and a.id = w.id
      join patient p on p.organization_id = a.organization_id and p.id = a.patient_id
      join site s on s.organization_id = a.organization_id and s.id = a.site_id
      join source o on o.organization_id = a.organization_id and o.id = a.source_id
      left join practitioner r on r.organization_id = a.organization_id and r.id = a.practitioner_id
      left join service v on v.organization_id = a.organization_id and v.id = a.service_id
      left join contact_point c on c.organization_id = a.organization_id and c.id = a.contact_point_id
      left join patient_contact pc on pc.organization_id = a.organization_id and pc.patient_id = a.patient_id
            and pc.contact_point_id = a.contact_point_id
      cross join (select business_now() as now) n`.execute(trx)
  return rows.map(subjectOf)
}

export function subjectOf(row: SubjectFacts): PlannedSubject {
  const journey = journeyByKey(row.journey)
  if (!journey) throw new Error(`unknown journey ${row.journey}`)
  return {
    journey,
    patientId: row.patient_id,
    contactPointId: row.contact_point_id,
    language: row.language,
    subject: {
      visit: {
        id: row.id,
        version: row.version,
        status: row.status,
        confirmation: row.confirmation,
        date: row.date,
        zone: row.zone,
        settledAt: row.settled_at,
        ...(row.start_at === null ? {} : { startAt: row.start_at }),
        ...(row.duration_min === null ? {} : { durationMin: row.duration_min }),
        ...(row.fulfilled_at === null ? {} : { fulfilledAt: row.fulfilled_at }),
      },
      patientZone: row.zone, // patients live where their clinic is, until a source says otherwise
      reachable: reachableOf(row),
      granted: purposes(row.granted),
      sendingDisabled: disabledOf(row),
      sourceStale: row.stale,
      holidays: holidaysOf(row.holidays),
      decentHours: decentHoursOf(row.country),
      settleMs: SETTLE_MS,
    },
  }
}

const reachableOf = (row: SubjectFacts): true | UnreachableReason => {
  if (row.contact_point_id === null) return 'no-contact-point'
  if (row.opted_out) return 'opted-out'
  return row.unreachable ? 'not-on-whatsapp' : true
}

const ALL_ON: readonly DisabledReason[] = []

const disabledOf = (row: SubjectFacts): readonly DisabledReason[] =>
  row.site_on && row.practitioner_on && row.service_on
    ? ALL_ON
    : [
        ...(row.site_on ? [] : (['site-disabled'] as const)),
        ...(row.practitioner_on ? [] : (['practitioner-disabled'] as const)),
        ...(row.service_on ? [] : (['service-disabled'] as const)),
      ]

/** Narrowing a law and a default costs more than planning a visit; there are few countries. */
const hoursByCountry = new Map<string, DecentHoursByClass>()

export function decentHoursOf(country: string): DecentHoursByClass {
  const known = hoursByCountry.get(country) ?? decentHoursIn(country)
  hoursByCountry.set(country, known)
  return known
}

const NOTHING: ReadonlySet<never> = new Set()
const grants = new Map<string, ReadonlySet<Purpose>>()

/** Few distinct sets exist; an import of 100,000 visits shares them. */
function purposes(granted: readonly Purpose[] | null): ReadonlySet<Purpose> {
  if (granted === null || granted.length === 0) return NOTHING
  const key = granted.join()
  const known = grants.get(key) ?? new Set(granted)
  grants.set(key, known)
  return known
}

const holidays = new WeakMap<readonly string[], ReadonlySet<string>>()

/** The visits of one site share its list. */
function holidaysOf(days: readonly string[]): ReadonlySet<string> {
  if (days.length === 0) return NOTHING
  const known = holidays.get(days) ?? new Set(days)
  holidays.set(days, known)
  return known
}
