import { sql, type RawBuilder } from 'kysely'
import type { Message } from '@recado/contracts/conversations'
import { standing, type Delivery } from '@recado/domain/messaging/delivery-status'
import { formatInstant, type Instant } from '@recado/domain/shared/instant'
import type { Db } from '../../db/db.ts'
import type { ContentCipher } from '../../platform/content-cipher.ts'
import { deliveriesOf, DELIVERY_COLUMNS, openInbound, openOutgoing, type DeliveryTimes } from '../messaging/index.ts'
import { loadActors } from '../staff/index.ts'

type MessageRow = DeliveryTimes & {
  readonly id: string
  readonly at: Instant
  readonly direction: 'in' | 'out'
  readonly contact_point_id: string
  readonly content: Buffer | null
  readonly key_id: number | null
  readonly state: string | null
  readonly reason: string | null
  readonly journey: string | null
  readonly by_staff: boolean
  readonly actor: string | null
  readonly appointment_id: string | null
  readonly wamid: string | null
}

export type MessagesWanted = {
  /** Over `i`, an inbound message. */
  readonly inbound: RawBuilder<unknown>
  /** Over `m`, a message of ours. */
  readonly outbound: RawBuilder<unknown>
  /** Over the union's `at` and `id`; for the next page. */
  readonly before?: { readonly at: Instant; readonly id: string } | undefined
  readonly limit: number
}

/**
 * Messages in both directions, newest first. Of a journey's messages only those that left or should have: what is still
 * to come is in the appointment's timeline.
 */
export async function readMessages(trx: Db, organizationId: string, wanted: MessagesWanted): Promise<MessageRow[]> {
  const { inbound, outbound, before, limit } = wanted
  const { rows } = await sql<MessageRow>`
    select * from (
      select i.id, i.received_at as at, 'in' as direction, i.contact_point_id, i.content, i.key_id, null as state, null as reason,
             null as journey, false as by_staff, null as actor, null::uuid as appointment_id, i.wamid,
             null::timestamptz as accepted_at, null::timestamptz as sent_at, null::timestamptz as delivered_at,
             null::timestamptz as read_at, null::timestamptz as played_at, null::timestamptz as failed_at, '{}'::int[] as failure_codes
        from inbound_message i where i.organization_id = ${organizationId} and (${inbound})
      union all
      select m.id, coalesce(t.begun_at, m.settled_at, m.due_at), 'out', m.contact_point_id, m.content, m.key_id, m.state, m.reason,
             m.journey, coalesce(m.dedupe_key like 'staff/%', false), w.actor, m.appointment_id, t.wamid,
             t.accepted_at, t.sent_at, t.delivered_at, t.read_at, t.played_at, t.failed_at, coalesce(t.failure_codes, '{}')
        from outbound_message m
        left join lateral (
          select t.begun_at, t.wamid, ${DELIVERY_COLUMNS} from send_attempt t
           where t.organization_id = m.organization_id and t.message_id = m.id order by t.begun_at desc, t.id desc limit 1) t on true
        left join lateral (
          select e.actor from event e
           where m.dedupe_key like 'staff/%' and e.organization_id = m.organization_id and e.subject = 'message:' || m.id limit 1) w on true
       where m.organization_id = ${organizationId} and (${outbound})
         and (m.journey is null or m.told)) all_messages
     where ${before === undefined ? sql`true` : sql`(at, id) < (to_timestamp(${before.at}::float8 / 1000), ${before.id}::uuid)`}
     order by at desc, id desc limit ${limit}`.execute(trx)
  return rows
}

/** As the console shows them, opened with the organization's key, in the order given. */
export async function shownMessages(
  trx: Db,
  organizationId: string,
  rows: readonly MessageRow[],
  cipher: ContentCipher,
): Promise<Message[]> {
  const actorOf = await loadActors(trx, organizationId, rows.flatMap(({ actor }) => actor ?? [])) // prettier-ignore
  return rows.map((row) =>
    row.direction === 'in'
      ? inboundOf(row, cipher)
      : outboundOf(row, cipher, row.actor === null ? undefined : actorOf(row.actor).name),
  )
}

function inboundOf(row: MessageRow, cipher: ContentCipher): Message {
  const { kind, text } = openInbound(row, cipher)
  return {
    id: row.id, at: formatInstant(row.at), direction: 'in', kind, text, author: { kind: 'patient' }, state: 'received',
    wamid: row.wamid ?? undefined,
  } // prettier-ignore
}

function outboundOf(row: MessageRow, cipher: ContentCipher, staff: string | undefined): Message {
  const words = openOutgoing(row, cipher)
  const author = row.journey !== null ? 'journey' : row.by_staff ? 'staff' : 'bot'
  return {
    id: row.id,
    at: formatInstant(row.at),
    direction: 'out',
    kind: words?.kind ?? 'template',
    text: words?.text,
    buttons: words?.buttons && [...words.buttons],
    author: author === 'staff' ? { kind: author, name: staff } : { kind: author },
    state: stateOf(row),
    reason: row.reason ?? undefined,
    statuses: deliveriesOf(row),
    appointmentId: row.appointment_id ?? undefined,
    wamid: row.wamid ?? undefined,
  }
}

function stateOf(row: MessageRow): Message['state'] {
  switch (row.state) {
    case 'planned':
      return row.reason === null ? 'planned' : 'held'
    case 'attempting':
      return 'planned'
    case 'unknown':
    case 'failed':
      return row.state
    case 'accepted':
      return reached(row)
    default:
      return 'not-sent'
  }
}

function reached(row: MessageRow): 'sent' | 'delivered' | 'read' {
  const times = { sent: row.sent_at, delivered: row.delivered_at, read: row.read_at, played: row.played_at }
  const at = Object.fromEntries(Object.entries(times).filter(([, when]) => when !== null)) as Delivery['at']
  const far = standing({ at, failureCodes: [] })
  if (far === 'read' || far === 'played') return 'read'
  return far === 'delivered' ? 'delivered' : 'sent'
}
