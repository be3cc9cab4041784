import { sql } from 'kysely'
import type { ConsentEvent } from '@recado/contracts/patients'
import type { Purpose } from '@recado/domain/shared/appointment'
import { formatInstant, type Instant } from '@recado/domain/shared/instant'
import { businessNow, type Db } from '../../db/db.ts'
import type { Handlers } from '../../http/bind-routes.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'
import { recordEvents } from '../audit/index.ts'
import { requirePatient } from '../patients/index.ts'
import { actorName, loadActors } from '../staff/index.ts'
import { giveConsent } from './give-consent.ts'

export type ConsentDeps = { readonly db: Db; readonly wake: () => void }

export const consentRoutes = ({ db, wake }: ConsentDeps): Handlers => ({
  listConsents: ({ actor, params }) =>
    inOrganization(db, actor.organizationId, async (trx) => ({
      items: await listConsents(trx, actor.organizationId, params.id),
    })),
  async createConsent({ actor, params, body }) {
    const event = await inOrganization(db, actor.organizationId, async (trx) => {
      const now = await businessNow(trx)
      const given = await giveConsent(trx, actor, params.id, body, now)
      const details = { consentId: given.id, kind: given.kind, purposes: given.purposes }
      await recordEvents(trx, actor.organizationId, now, [
        { actor: actorName(actor), action: 'patient.changed', subject: `patient:${params.id}`, details },
      ])
      return given
    })
    wake()
    return event
  },
})

type Row = {
  readonly id: string
  readonly kind: 'grant' | 'withdraw'
  readonly purposes: Purpose[]
  readonly at: Instant
  readonly source: string
  readonly told_source: string | null
  readonly evidence_grade: ConsentEvent['evidence']
  readonly actor: string
}

/** The ledger of one patient, newest first, with what was said for everybody at a phone of theirs. */
async function listConsents(trx: Db, organizationId: string, patientId: string): Promise<ConsentEvent[]> {
  await requirePatient(trx, organizationId, patientId)
  const { rows } = await sql<Row>`
    select e.id, e.kind, e.purposes, e.at, e.source, e.evidence ->> 'source' as told_source, e.evidence_grade, e.actor
      from patient_contact pc
      join consent_event e on e.organization_id = pc.organization_id and e.contact_point_id = pc.contact_point_id
       and (e.patient_id is null or e.patient_id = pc.patient_id)
     where pc.organization_id = ${organizationId} and pc.patient_id = ${patientId}
     order by e.at desc, e.id desc`.execute(trx)
  const actorOf = await loadActors(trx, organizationId, rows.map(({ actor }) => actor)) // prettier-ignore
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    purposes: row.purposes,
    at: formatInstant(row.at),
    source: row.told_source ?? row.source,
    evidence: row.evidence_grade,
    by: actorOf(row.actor).name,
  }))
}
