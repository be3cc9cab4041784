import { sql } from 'kysely'
import type { AppointmentDetail } from '@recado/contracts/appointments'
import { Failure } from '@recado/domain/shared/failure'
import { formatInstant } from '@recado/domain/shared/instant'
import { businessNow, type Db } from '../../db/db.ts'
import type { Handlers } from '../../http/bind-routes.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'
import { actorName, loadActors, type Actor } from '../staff/index.ts'
import { cancelled, changeByStaff, confirmed, outcomeGiven, type Decide } from './change-by-staff.ts'
import { listAppointments, readAppointment, readSourceAppointment } from './list-appointments.ts'
import { freeTimes, movedTo } from './move-visit.ts'
import { selectVisits } from './read-appointments.ts'

export type AppointmentDeps = { readonly db: Db; readonly wake: () => void }

/** The version that the person looked at, and whether the patient is told. */
type Wish = { readonly version?: number | undefined; readonly tell?: boolean | undefined }

/** The book, visit by visit: reading it, and what the desk changes in it. */
export function appointmentRoutes({ db, wake }: AppointmentDeps): Handlers {
  const read = <T>(actor: Actor, run: (trx: Db) => Promise<T>) => inOrganization<T>(db, actor.organizationId, run)
  const change = async (actor: Actor, visitId: string, { version, tell }: Wish, decide: (trx: Db) => Decide) => {
    const { organizationId } = actor
    const detail = await inOrganization(db, organizationId, async (trx) => {
      await changeByStaff(trx, { organizationId, visitId, version, tell, actor: actorName(actor) }, decide(trx))
      return shownAppointment(trx, organizationId, visitId)
    })
    wake()
    return detail
  }
  return {
    listAppointments: ({ actor, query }) => read(actor, (trx) => listAppointments(trx, actor.organizationId, query)),
    getAppointment: ({ actor, params }) => read(actor, (trx) => shownAppointment(trx, actor.organizationId, params.id)),
    getSourceAppointment: ({ actor, params }) =>
      read(actor, (trx) => readSourceAppointment(trx, actor.organizationId, params.source, params.externalId)),
    listSlots: ({ actor, params }) => read(actor, (trx) => slotsOf(trx, actor.organizationId, params.id)),
    recordOutcome: ({ actor, params, body }) => change(actor, params.id, body, () => outcomeGiven(body.outcome)),
    confirmAppointment: ({ actor, params, body }) => change(actor, params.id, body, () => confirmed),
    cancelAppointment: ({ actor, params, body }) => change(actor, params.id, body, () => cancelled(body.reason)),
    moveAppointment: ({ actor, params, body }) =>
      change(actor, params.id, body, (trx) =>
        movedTo(trx, actor.organizationId, { startLocal: body.startLocal, practitionerId: body.practitionerId }),
      ),
  }
}

async function shownAppointment(trx: Db, organizationId: string, id: string): Promise<AppointmentDetail> {
  const detail = await readAppointment(trx, organizationId, id)
  if (detail.outcomeBy === undefined) return detail
  const actorOf = await loadActors(trx, organizationId, [detail.outcomeBy])
  const { name, kind } = actorOf(detail.outcomeBy)
  return { ...detail, outcomeBy: name ?? kind }
}

async function slotsOf(trx: Db, organizationId: string, id: string) {
  const [visit] = await selectVisits(trx, organizationId, sql`a.id = ${id}`)
  if (!visit) throw new Failure('not-found', 'There is no such appointment.')
  const { items, reason } = await freeTimes(trx, organizationId, visit, await businessNow(trx))
  return {
    items: items.map(({ startLocal, startAt, practitionerId }) => ({
      startLocal,
      utc: formatInstant(startAt),
      practitionerId,
      practitioner: visit.practitioner ?? '',
    })),
    reason,
  }
}
