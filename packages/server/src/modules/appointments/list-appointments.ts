import { sql, type RawBuilder } from 'kysely'
import type { AppointmentDetail, AppointmentsQuery } from '@recado/contracts/appointments'
import { Failure } from '@recado/domain/shared/failure'
import { parseInstant, type Instant } from '@recado/domain/shared/instant'
import { nearestLanguage } from '@recado/domain/shared/language'
import type { z } from 'zod'
import { businessNow, type Db } from '../../db/db.ts'
import { decodeCursor, DEFAULT_PAGE, pageOf } from '../../platform/cursor.ts'
import { outlookOf } from '../journeys/index.ts'
import { patientLabel } from '../patients/index.ts'
import { loadChips, unreachableOf } from './load-chips.ts'
import { appointmentOf, onDays, selectVisits, type ShownVisit } from './read-appointments.ts'

type Query = z.output<typeof AppointmentsQuery>

/** Appointments by day and time; those known by day only come first on their day. */
export async function listAppointments(trx: Db, organizationId: string, query: Query) {
  const { cursor, limit = DEFAULT_PAGE, practitioner, status } = query
  const conditions = [
    ...boundary(query.from, '>='),
    ...boundary(query.to, '<'),
    ...(status === undefined ? [] : [sql`a.status = ${status}`]),
    ...(practitioner === undefined
      ? []
      : [sql`(a.practitioner_id::text = ${practitioner} or r.name = ${practitioner})`]),
    ...afterCursor(cursor),
  ]
  const rest = sql`order by a.date, coalesce(a.start_at, '-infinity'), a.id limit ${limit + 1}`
  const rows = await selectVisits(trx, organizationId, sql.join([sql`true`, ...conditions], sql` and `), rest)
  return pageOf(rows, limit, ({ date, start_at, id }) => [date, start_at, id], appointmentOf)
}

const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/

/** A day is the day at the visit's own site; an instant leaves out what has no time. */
function boundary(at: string | undefined, operator: '>=' | '<'): RawBuilder<unknown>[] {
  if (at === undefined) return []
  if (DAY_ONLY.test(at)) return [operator === '<' ? onDays(undefined, at) : onDays(at, undefined)]
  return [sql`a.start_at ${sql.raw(operator)} ${instantParameter(parseInstant(at))}`]
}

function afterCursor(cursor: string | undefined): RawBuilder<unknown>[] {
  const after = decodeCursor(cursor, 3)
  if (!after) return []
  const [date, startAt, id] = after
  const start = startAt === null ? sql`'-infinity'::timestamptz` : instantParameter(Number(startAt) as Instant)
  return [sql`(a.date, coalesce(a.start_at, '-infinity'), a.id) > (${date}, ${start}, ${id}::uuid)`]
}

const instantParameter = (at: Instant) => sql`to_timestamp(${at}::float8 / 1000)`

/** @throws Failure `not-found` */
export async function readAppointment(trx: Db, organizationId: string, id: string): Promise<AppointmentDetail> {
  const [visit] = await selectVisits(trx, organizationId, sql`a.id = ${id}`)
  if (!visit) throw new Failure('not-found', 'There is no such appointment.')
  const chips = await loadChips(trx, organizationId, [visit])
  const untold = await outlookOf(trx, organizationId, id, await businessNow(trx))
  const { rows } = await sql<{ id: string }>`
    select id from conversation where organization_id = ${organizationId} and contact_point_id = ${visit.contact_point_id}
     order by last_inbound_at desc nulls last limit 1`.execute(trx)
  return {
    ...appointmentOf(visit),
    patient: patientLabel(visit.patient_id, visit.patient),
    chip: chips.get(visit.id) ?? { state: 'none' },
    contact: contactOf(visit),
    conversationId: rows[0]?.id,
    outcomeBy: visit.cancelled_by ?? undefined,
    notice: { possible: untold === undefined, reason: untold },
  }
}

function contactOf(visit: ShownVisit): AppointmentDetail['contact'] {
  const reason = unreachableOf(visit)
  return {
    phone: visit.phone ?? undefined,
    language: visit.patient_language === null ? undefined : nearestLanguage(visit.patient_language),
    reachable: reason === undefined,
    reason,
  }
}

/** By the id that its source uses. @throws Failure `not-found` */
export async function readSourceAppointment(trx: Db, organizationId: string, source: string, externalId: string) {
  const [visit] = await selectVisits(trx, organizationId, sql`o.name = ${source} and a.external_id = ${externalId}`)
  if (!visit) throw new Failure('not-found', 'This source has no appointment with that id.')
  return appointmentOf(visit)
}
