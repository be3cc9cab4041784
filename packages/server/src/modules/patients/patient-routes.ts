import { Failure } from '@recado/domain/shared/failure'
import { businessNow, type Db } from '../../db/db.ts'
import type { Handlers } from '../../http/bind-routes.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'
import { recordEvents } from '../audit/index.ts'
import { actorName, readerOf } from '../staff/index.ts'
import { createPatient } from './create-patient.ts'
import { allowSharing, listHouseholds } from './households.ts'
import { findPatient, listPatients } from './list-patients.ts'

export type PatientDeps = { readonly db: Db }

export const patientRoutes = ({ db }: PatientDeps): Handlers => ({
  listPatients: ({ actor, query }) =>
    inOrganization(db, actor.organizationId, async (trx) => {
      const { language } = await readerOf(trx, actor)
      return listPatients(trx, actor.organizationId, query, language)
    }),
  createPatient: ({ actor, body }) =>
    inOrganization(db, actor.organizationId, async (trx) => {
      const now = await businessNow(trx)
      const id = await createPatient(trx, actor.organizationId, body, now)
      await recordEvents(trx, actor.organizationId, now, [
        { actor: actorName(actor), action: 'patient.changed', subject: `patient:${id}` },
      ])
      const patient = await findPatient(trx, actor.organizationId, id)
      if (!patient) throw new Failure('unavailable', 'The patient could not be stored; please try again.')
      return patient
    }),
  listHouseholds: ({ actor, params }) =>
    inOrganization(db, actor.organizationId, async (trx) => ({
      items: await listHouseholds(trx, actor.organizationId, params.id),
    })),
  putHousehold: ({ actor, params: { id, contactId }, body: { sharesTexts } }) =>
    inOrganization(db, actor.organizationId, async (trx) => {
      const now = await businessNow(trx)
      const household = await allowSharing(trx, actor.organizationId, { patientId: id, contactId, sharesTexts })
      await recordEvents(trx, actor.organizationId, now, [
        {
          actor: actorName(actor),
          action: 'patient.changed',
          subject: `patient:${id}`,
          details: { contactId, sharesTexts },
        },
      ])
      return household
    }),
})
