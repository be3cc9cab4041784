import { sql } from 'kysely'
import type { Action, VisitRef } from '@recado/domain/conversation/action'
import type { Instant } from '@recado/domain/shared/instant'
import { arrayOf } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import { readPayload } from '../messaging/index.ts'
import type { Received } from './received.ts'

/** A message of ours that a person answered. */
export type OurMessage = {
  readonly id: string
  readonly contactPointId: string
  readonly sentAt: Instant
  readonly visits: readonly VisitRef[]
  readonly options: readonly Action[]
}

/** The visit that a message of ours is about, and those that ride along in it. */
export type AboutRow = {
  readonly appointment_id: string | null
  readonly appointment_version: number | null
  readonly riders: readonly VisitRef[]
}

type Row = AboutRow & {
  readonly id: string
  readonly contact_point_id: string
  readonly reply_ref: string | null
  readonly wamids: readonly string[]
  readonly options: readonly Action[] | null
  readonly sent_at: Instant
}

/** The columns of AboutRow, for a query over outbound_message as `m`. */
export const ABOUT_COLUMNS = sql.raw(`m.appointment_id, m.appointment_version,
  (select coalesce(jsonb_agg(jsonb_build_object('id', t.appointment_id, 'version', t.appointment_version)), '[]')
     from outbound_message t
    where t.organization_id = m.organization_id and t.merged_into = m.id and t.appointment_id is not null) as riders`)

export const visitsOf = ({ appointment_id: id, appointment_version: version, riders }: AboutRow): VisitRef[] =>
  id === null ? [...riders] : [{ id, version: version ?? 0 }, ...riders]

export type OurMessages = {
  readonly byRef: ReadonlyMap<string, OurMessage>
  readonly byWamid: ReadonlyMap<string, OurMessage>
}

/** The messages of ours that these messages tap or quote: by the reference in a button, or by the quoted id. */
export async function loadAnswered(
  trx: Db,
  organizationId: string,
  received: readonly Received[],
): Promise<OurMessages> {
  const refs = received.flatMap(({ part }) =>
    payloadsOf(part.content).flatMap((payload) => readPayload(payload)?.ref ?? []),
  )
  const wamids = received.flatMap(({ part }) => part.replyTo?.wamid ?? [])
  if (refs.length + wamids.length === 0) return { byRef: new Map(), byWamid: new Map() }
  const { rows } = await sql<Row>`
    with quoted as (
      select a.message_id, array_agg(a.wamid) as wamids from send_attempt a
       where a.organization_id = ${organizationId} and a.wamid = any (${arrayOf('text', wamids)}) group by a.message_id
    ), answered as (
      select m.id from outbound_message m
       where m.organization_id = ${organizationId} and m.reply_ref = any (${arrayOf('text', refs)})
      union
      select message_id from quoted
    )
    select m.id, m.contact_point_id, m.reply_ref, m.options, coalesce(m.settled_at, m.created_at) as sent_at, ${ABOUT_COLUMNS},
           coalesce(q.wamids, '{}') as wamids
      from answered w
      join outbound_message m on m.organization_id = ${organizationId} and m.id = w.id
      left join quoted q on q.message_id = m.id`.execute(trx)
  const messageOf = (row: Row): OurMessage => ({
    id: row.id,
    contactPointId: row.contact_point_id,
    sentAt: row.sent_at,
    visits: visitsOf(row),
    options: row.options ?? [],
  })
  return {
    byRef: new Map(rows.flatMap((row) => (row.reply_ref === null ? [] : [[row.reply_ref, messageOf(row)] as const]))),
    byWamid: new Map(rows.flatMap((row) => row.wamids.map((wamid) => [wamid, messageOf(row)] as const))),
  }
}

/** What a tap sent back: a template's quick reply and our own buttons arrive as different types. */
export function payloadsOf(content: Received['part']['content']): string[] {
  if (content.type === 'button') return [content.payload]
  return content.type === 'button-reply' || content.type === 'list-reply' ? [content.id] : []
}
