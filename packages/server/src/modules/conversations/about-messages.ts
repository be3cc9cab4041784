import { sql } from 'kysely'
import type { Action, VisitRef } from '@recado/domain/conversation/action'
import type { Instant } from '@recado/domain/shared/instant'
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

type Row = {
  readonly id: string
  readonly contact_point_id: string
  readonly reply_ref: string | null
  readonly wamid: string | null
  readonly options: readonly Action[] | null
  readonly sent_at: Instant
  readonly visits: VisitRef[]
}

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
    with answered as (
      select m.id, null::text as wamid from outbound_message m
       where m.organization_id = ${organizationId} and m.reply_ref = any (${refs}::text[])
      union all
      select a.message_id, a.wamid from send_attempt a
       where a.organization_id = ${organizationId} and a.wamid = any (${wamids}::text[])
    )
    select m.id, m.contact_point_id, m.reply_ref, w.wamid, m.options, coalesce(m.settled_at, m.created_at) as sent_at,
           (select coalesce(jsonb_agg(jsonb_build_object('id', t.appointment_id, 'version', t.appointment_version)), '[]')
              from outbound_message t
             where t.organization_id = m.organization_id and (t.id = m.id or t.merged_into = m.id)
               and t.appointment_id is not null) as visits
      from answered w
      join outbound_message m on m.organization_id = ${organizationId} and m.id = w.id`.execute(trx)
  const messageOf = (row: Row): OurMessage => ({
    id: row.id,
    contactPointId: row.contact_point_id,
    sentAt: row.sent_at,
    visits: row.visits,
    options: row.options ?? [],
  })
  return {
    byRef: new Map(rows.flatMap((row) => (row.reply_ref === null ? [] : [[row.reply_ref, messageOf(row)] as const]))),
    byWamid: new Map(rows.flatMap((row) => (row.wamid === null ? [] : [[row.wamid, messageOf(row)] as const]))),
  }
}

/** What a tap sent back: a template's quick reply and our own buttons arrive as different types. */
export function payloadsOf(content: Received['part']['content']): string[] {
  if (content.type === 'button') return [content.payload]
  return content.type === 'button-reply' || content.type === 'list-reply' ? [content.id] : []
}
