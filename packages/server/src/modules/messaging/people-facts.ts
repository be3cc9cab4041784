import { sql } from 'kysely'
import type { RecentSend } from '@recado/domain/policy/caps'
import { PAIR_REACH_MS } from '@recado/domain/policy/pair-rate'
import type { Purpose } from '@recado/domain/shared/appointment'
import { DAY, type Instant } from '@recado/domain/shared/instant'
import { arrayOf } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'

/** A phone as the gate and the renderer see it. */
export type ContactNow = {
  readonly id: string
  readonly kind: 'phone' | 'whatsapp-user'
  readonly value: string
  readonly user_id: string | null
  readonly share_texts: boolean
  readonly opted_out_at: Instant | null
  readonly last_inbound_at: Instant | null
}

/**
 * The contacts of a batch, share-locked until it is committed: an opt-out that comes meanwhile waits for us or we for it.
 * One that is being changed right now is left out; its messages wait for the next round.
 */
export async function lockContacts(
  trx: Db,
  organizationId: string,
  senderId: string,
  ids: readonly string[],
): Promise<Map<string, ContactNow>> {
  const { rows } = await sql<ContactNow>`
    select c.id, c.kind, c.value, c.user_id, c.share_texts, c.opted_out_at,
           (select v.last_inbound_at from conversation v
             where v.organization_id = c.organization_id and v.contact_point_id = c.id and v.sender_id = ${senderId}) as last_inbound_at
      from contact_point c
     where c.organization_id = ${organizationId} and c.id = any (${arrayOf('uuid', ids)})
     order by c.id for share of c skip locked`.execute(trx)
  return new Map(rows.map((row) => [row.id, row]))
}

export type Grant = { readonly patient_id: string; readonly contact_point_id: string; readonly granted: Purpose[] }

export async function loadGrants(
  trx: Db,
  organizationId: string,
  contactIds: readonly string[],
): Promise<Map<string, ReadonlySet<Purpose>>> {
  if (contactIds.length === 0) return new Map()
  const { rows } = await sql<Grant>`
    select patient_id, contact_point_id, granted from patient_contact
     where organization_id = ${organizationId} and contact_point_id = any (${arrayOf('uuid', contactIds)})`.execute(trx)
  return new Map(rows.map((row) => [`${row.patient_id}|${row.contact_point_id}`, new Set(row.granted)]))
}

/** When anything left for these contacts from this sender in the last minutes, for the pair rate. */
export async function loadPairSends(
  trx: Db,
  organizationId: string,
  senderId: string,
  contactIds: readonly string[],
  now: Instant,
): Promise<Map<string, Instant[]>> {
  const { rows } = await sql<{ contact_point_id: string; at: Instant }>`
    select a.contact_point_id, a.begun_at as at from send_attempt a
     where a.organization_id = ${organizationId} and a.contact_point_id = any (${arrayOf('uuid', contactIds)})
       and a.begun_at > to_timestamp(${now - PAIR_REACH_MS}::float8 / 1000) and a.sender_id = ${senderId}
       and a.outcome in ('pending', 'accepted', 'unknown')`.execute(trx)
  return new Map([...Map.groupBy(rows, (row) => row.contact_point_id)].map(([id, sends]) => [id, sends.map(({ at }) => at)])) // prettier-ignore
}

/** What we began towards these contacts in the last 7 days, for the frequency caps. */
export async function loadRecentSends(
  trx: Db,
  organizationId: string,
  contactIds: readonly string[],
  now: Instant,
): Promise<Map<string, RecentSend[]>> {
  if (contactIds.length === 0) return new Map()
  const { rows } = await sql<{ contact_point_id: string; at: Instant; purpose: Purpose }>`
    select a.contact_point_id, a.begun_at as at, a.purpose from send_attempt a
     where a.organization_id = ${organizationId} and a.contact_point_id = any (${arrayOf('uuid', contactIds)})
       and a.begun_at > to_timestamp(${now - 7 * DAY}::float8 / 1000) and a.kind = 'initiated'
       and a.outcome in ('pending', 'accepted', 'unknown')`.execute(trx)
  const recent = new Map<string, RecentSend[]>()
  for (const { contact_point_id, at, purpose } of rows) {
    const send: RecentSend = { at, messageClass: CLASS_OF[purpose] }
    const sends = recent.get(contact_point_id)
    if (sends) sends.push(send)
    else recent.set(contact_point_id, [send])
  }
  return recent
}

const CLASS_OF = {
  appointment_logistics: 'reminder', care_followup: 'follow-up', results_notice: 'reminder', refill: 'reminder',
  billing: 'reminder', campaign: 'campaign', survey: 'follow-up', media_intake: 'follow-up',
} as const satisfies Record<Purpose, RecentSend['messageClass']> // prettier-ignore

/** When the messages that replies answer arrived, and from whom: their evidence (invariant 2). */
export async function loadEvidence(
  trx: Db,
  organizationId: string,
  inboundIds: readonly string[],
): Promise<Map<string, { at: Instant; contact_point_id: string }>> {
  if (inboundIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; at: Instant; contact_point_id: string }>`
    select id, received_at as at, contact_point_id from inbound_message
     where organization_id = ${organizationId} and id = any (${arrayOf('uuid', inboundIds)})`.execute(trx)
  return new Map(rows.map((row) => [row.id, row]))
}
