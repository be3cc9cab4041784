import { sql, type RawBuilder } from 'kysely'
import type { Conversation, Queue } from '@recado/contracts/conversations'
import { DAY, formatInstant, shift, type Instant } from '@recado/domain/shared/instant'
import { nearestLanguage } from '@recado/domain/shared/language'
import type { Db } from '../../db/db.ts'
import type { ContentCipher } from '../../platform/content-cipher.ts'
import { wallTime } from '../appointments/index.ts'
import { openInbound } from '../messaging/index.ts'
import { patientLabel } from '../patients/index.ts'
import { SHOWN_QUEUE } from './shown-queue.ts'

/** Free text may be sent for so long after the person's last message (WhatsApp, customer service window). */
export const WINDOW_MS = DAY

export type ConversationRow = {
  readonly id: string
  readonly sender_id: string
  readonly contact_point_id: string
  readonly queue: Queue | null
  readonly reason: string | null
  readonly owner: 'bot' | 'queue' | 'person'
  readonly owner_staff_id: string | null
  readonly owner_name: string | null
  readonly last_inbound_at: Instant | null
  readonly last_inbound_id: string | null
  readonly waiting_since: Instant | null
  readonly updated_at: Instant
  readonly resolved: boolean
  readonly phone: string | null
  readonly user_id: string | null
  readonly patients: readonly { readonly id: string; readonly name: string; readonly language: string | null }[]
  readonly content: Buffer | null
  readonly key_id: number | null
  readonly wish: WishRow | null
  readonly wish_content: Buffer | null
  readonly wish_key_id: number | null
}

type WishRow = Pick<NonNullable<Conversation['wish']>, 'appointmentId' | 'date' | 'preference'> & {
  readonly startLocal: string | null
  readonly practitioner: string | null
}

/** Conversations `k` for which `where` holds, with everybody who is reached there and the last words. */
export async function selectConversations(
  trx: Db,
  organizationId: string,
  where: RawBuilder<unknown>,
  rest: RawBuilder<unknown> = sql``,
): Promise<ConversationRow[]> {
  const { rows } = await sql<ConversationRow>`
    select k.id, k.sender_id, k.contact_point_id, ${SHOWN_QUEUE} as queue, k.reason, k.owner, k.owner_staff_id, coalesce(f.name, a.name) as owner_name,
           k.last_inbound_at, k.last_inbound_id, k.waiting_since, k.updated_at,
           k.owner = 'bot' and k.queue is null and k.reason is not null as resolved,
           case when c.kind = 'phone' then c.value end as phone, case when c.kind = 'phone' then c.user_id else c.value end as user_id,
           i.content, i.key_id, y.content as wish_content, y.key_id as wish_key_id,
           case when w.id is not null then jsonb_build_object('appointmentId', w.id, 'date', w.date, 'startLocal', w.start_local,
             'practitioner', r.name, 'preference', k.wish ->> 'preference') end as wish,
           coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'language', p.language) order by pc.rank, p.id)
              from patient_contact pc
              join patient p on p.organization_id = pc.organization_id and p.id = pc.patient_id
             where pc.organization_id = k.organization_id and pc.contact_point_id = k.contact_point_id), '[]') as patients
      from conversation k
      join contact_point c on c.organization_id = k.organization_id and c.id = k.contact_point_id
      left join staff f on f.organization_id = k.organization_id and f.id = k.owner_staff_id
      left join api_key a on a.id = k.owner_key_id
      left join appointment w on w.organization_id = k.organization_id and w.id = (k.wish -> 'visit' ->> 'id')::uuid and k.queue is not null
       and w.version = (k.wish -> 'visit' ->> 'version')::int and w.status in ('proposed', 'pending', 'booked', 'cancelled')
      left join practitioner r on r.organization_id = w.organization_id and r.id = w.practitioner_id
      left join inbound_message y on y.organization_id = w.organization_id and y.id = (k.wish ->> 'inboundId')::uuid
      left join inbound_message i on i.organization_id = k.organization_id and i.id = k.last_inbound_id
     where k.organization_id = ${organizationId} and (${where}) ${rest}`.execute(trx)
  return rows
}

export function conversationOf(row: ConversationRow, now: Instant, cipher: ContentCipher): Conversation {
  const closes = row.last_inbound_at === null ? undefined : shift(row.last_inbound_at, WINDOW_MS)
  const language = row.patients.flatMap((patient) => patient.language ?? [])[0]
  return {
    id: row.id,
    queue: row.queue ?? undefined,
    owner: { kind: row.owner, staffId: row.owner_staff_id ?? undefined, name: row.owner_name ?? undefined },
    reason: row.reason ?? undefined,
    contact: { phone: row.phone ?? undefined, userId: row.user_id ?? undefined },
    patients: row.patients.map(({ id, name }) => patientLabel(id, name)),
    language: language === undefined ? undefined : nearestLanguage(language),
    lastInboundAt: row.last_inbound_at === null ? undefined : formatInstant(row.last_inbound_at),
    windowClosesAt: closes !== undefined && closes > now ? formatInstant(closes) : undefined,
    waitingSince: row.waiting_since === null ? undefined : formatInstant(row.waiting_since),
    preview: previewOf(row, cipher),
    wish: wishOf(row, cipher),
    state: row.resolved ? 'resolved' : 'open',
  }
}

/** What somebody who wants another time said about it, while the visit still stands as they knew it. */
function wishOf({ wish, wish_content, wish_key_id }: ConversationRow, cipher: ContentCipher): Conversation['wish'] {
  if (wish === null) return undefined
  const { appointmentId, date, startLocal, practitioner, preference } = wish
  return {
    appointmentId,
    date,
    startLocal: wallTime(startLocal),
    practitioner: practitioner ?? undefined,
    preference: preference ?? undefined,
    words: wish_content === null ? undefined : openInbound({ content: wish_content, key_id: wish_key_id }, cipher).text,
  }
}

const PREVIEW_LENGTH = 120

function previewOf(row: ConversationRow, cipher: ContentCipher): string | undefined {
  if (row.content === null) return undefined
  const { text } = openInbound(row, cipher)
  return text === undefined
    ? undefined
    : Array.from(text.slice(0, 2 * PREVIEW_LENGTH))
        .slice(0, PREVIEW_LENGTH)
        .join('')
}
