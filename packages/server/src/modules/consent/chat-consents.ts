import { sql } from 'kysely'
import { PURPOSES, type Purpose } from '@recado/domain/shared/appointment'
import type { Instant } from '@recado/domain/shared/instant'
import { arrayOf, insertMany } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import { newId } from '../../platform/ids.ts'
import { CONSENT_COLUMNS, FILE_GRANTS } from './file-consents.ts'

export type ChatConsent = {
  readonly contactPointId: string
  readonly inboundId: string
  readonly kind: 'opt-out' | 'opt-in'
  /** Of a stop that reached us after the person's later start: it withdraws only what a start does not grant. */
  readonly startedAgain?: boolean
}

/**
 * STOP and START, in the person's own words. A stop withdraws every purpose for everybody at that phone, at once: the
 * contact is locked against messages that are just leaving, and what was planned is withdrawn. A start grants what a
 * clinic's "yes" grants, no more.
 */
export async function recordChatConsents(
  trx: Db,
  organizationId: string,
  now: Instant,
  consents: readonly ChatConsent[],
): Promise<void> {
  if (consents.length === 0) return
  const stops = consents
    .filter(({ kind, startedAgain }) => kind === 'opt-out' && !startedAgain)
    .map(({ contactPointId }) => contactPointId)
  const starts = consents.filter(({ kind }) => kind === 'opt-in').map(({ contactPointId }) => contactPointId)
  await sql`
    update contact_point c
       set opted_out_at = case when c.id = any (${arrayOf('uuid', stops)}) then to_timestamp(${now}::float8 / 1000) end
     where c.organization_id = ${organizationId} and c.id = any (${arrayOf('uuid', [...stops, ...starts])})`.execute(
    trx,
  )
  await insertMany(
    trx,
    organizationId,
    'consent_event',
    CONSENT_COLUMNS,
    consents.map((consent) => eventOf(consent, now)),
  )
  // Rows that are just being claimed are left to the gate, which sees the contact's lock released and says no.
  await sql`
    update outbound_message m set state = 'withdrawn', reason = 'opted-out', settled_at = to_timestamp(${now}::float8 / 1000)
     where m.organization_id = ${organizationId} and m.id in (
       select o.id from outbound_message o
        where o.organization_id = ${organizationId} and o.contact_point_id = any (${arrayOf('uuid', stops)}) and o.waiting
          and o.kind = 'initiated' for update skip locked)`.execute(trx)
}

export type LastConsent = { readonly kind: ChatConsent['kind']; readonly sentAt: Instant }

/** The STOP or START of each contact that was sent last, whenever it reached us. */
export async function loadLastConsents(
  trx: Db,
  organizationId: string,
  contactIds: readonly string[],
): Promise<Map<string, LastConsent>> {
  const { rows } = await sql<{ contact_point_id: string; kind: 'grant' | 'withdraw'; sent_at: Instant }>`
    select distinct on (e.contact_point_id) e.contact_point_id, e.kind, i.sent_at
      from consent_event e
      join inbound_message i on i.organization_id = e.organization_id and i.id = (e.evidence ->> 'inboundId')::uuid
     where e.organization_id = ${organizationId} and e.contact_point_id = any (${arrayOf('uuid', contactIds)}) and e.source = 'chat'
     order by e.contact_point_id, i.sent_at desc, e.at desc, e.id desc`.execute(trx)
  return new Map(
    rows.map((row) => [
      row.contact_point_id,
      { kind: row.kind === 'withdraw' ? 'opt-out' : 'opt-in', sentAt: row.sent_at },
    ]),
  )
}

const NOT_BY_START = PURPOSES.filter((purpose) => !FILE_GRANTS.some((granted) => granted === purpose))

const eventOf = ({ contactPointId, inboundId, kind, startedAgain = false }: ChatConsent, now: Instant) => {
  const purposes: readonly Purpose[] = kind === 'opt-in' ? FILE_GRANTS : startedAgain ? NOT_BY_START : PURPOSES
  return {
    id: newId(), at: now, kind: kind === 'opt-out' ? 'withdraw' : 'grant', patient_id: null, contact_point_id: contactPointId,
    purposes, source: 'chat', evidence_grade: 'written', evidence: { inboundId }, actor: `patient:${contactPointId}`,
  } // prettier-ignore
}
