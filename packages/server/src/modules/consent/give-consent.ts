import { sql } from 'kysely'
import type { ConsentEvent, CreateConsentRequest } from '@recado/contracts/patients'
import { Failure } from '@recado/domain/shared/failure'
import { formatInstant, parseInstant, type Instant } from '@recado/domain/shared/instant'
import type { z } from 'zod'
import { arrayOf, insertMany } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import { newId } from '../../platform/ids.ts'
import { replanUpcoming } from '../journeys/index.ts'
import { actorName, type Actor } from '../staff/index.ts'
import { CONSENT_COLUMNS } from './file-consents.ts'

type Wanted = z.output<typeof CreateConsentRequest>

/**
 * A consent given or withdrawn outside of the chat, at every phone of the patient: one ledger row each. What is planned
 * follows at once. @throws Failure `conflict` when there is no phone to which it could belong
 */
export async function giveConsent(
  trx: Db,
  actor: Actor,
  patientId: string,
  wanted: Wanted,
  now: Instant,
): Promise<ConsentEvent> {
  const { organizationId } = actor
  const contacts = await contactsOf(trx, organizationId, patientId)
  const at = wanted.at === undefined ? now : parseInstant(wanted.at)
  if (at > now) throw new Failure('invalid', 'Nobody can have said this yet: "at" is in the future.')
  const events = contacts.map((contactPointId) => ({
    id: newId(), at, kind: wanted.kind, patient_id: patientId, contact_point_id: contactPointId, purposes: wanted.purposes,
    source: ledgerSource(actor, wanted.source), evidence_grade: wanted.evidence, evidence: { source: wanted.source }, actor: actorName(actor),
  })) // prettier-ignore
  await insertMany(trx, organizationId, 'consent_event', CONSENT_COLUMNS, events)
  if (wanted.kind === 'grant' && OWN_WORD.has(wanted.evidence)) await liftOptOut(trx, organizationId, contacts)
  await replanUpcoming(trx, organizationId, sql`a.patient_id = ${patientId}`, now)
  const [first] = events
  if (!first) throw new Failure('conflict', 'The patient has no phone yet, and a consent belongs to one.')
  return {
    id: first.id,
    kind: wanted.kind,
    purposes: wanted.purposes,
    at: formatInstant(at),
    source: wanted.source,
    evidence: wanted.evidence,
  }
}

/** Written or signed by the person: as good as START in the chat, which nobody else's account of it is. */
const OWN_WORD: ReadonlySet<Wanted['evidence']> = new Set(['written', 'signed'])

/** Who tells us counts, not what they call it: nobody but the chat itself speaks for the chat. */
const ledgerSource = ({ kind }: Actor, source: string): 'staff' | 'file' | 'api' => {
  if (kind === 'staff') return 'staff'
  return source === 'file' ? 'file' : 'api'
}

async function contactsOf(trx: Db, organizationId: string, patientId: string): Promise<string[]> {
  const { rows } = await sql<{ known: boolean; contacts: string[] }>`
    select true as known, array(select pc.contact_point_id from patient_contact pc
             where pc.organization_id = p.organization_id and pc.patient_id = p.id order by pc.rank, pc.contact_point_id) as contacts
      from patient p where p.organization_id = ${organizationId} and p.id = ${patientId}`.execute(trx)
  const [row] = rows
  if (!row) throw new Failure('not-found', 'There is no such patient.')
  if (row.contacts.length === 0)
    throw new Failure('conflict', 'The patient has no phone yet, and a consent belongs to one.')
  return row.contacts
}

async function liftOptOut(trx: Db, organizationId: string, contacts: readonly string[]): Promise<void> {
  await sql`
    update contact_point set opted_out_at = null
     where organization_id = ${organizationId} and id = any (${arrayOf('uuid', contacts)}) and opted_out_at is not null`.execute(
    trx,
  )
}
