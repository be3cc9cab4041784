import { sql } from 'kysely'
import type { ConversationDetail, ConversationsQuery } from '@recado/contracts/conversations'
import { Failure } from '@recado/domain/shared/failure'
import { DAY, shift, type Instant } from '@recado/domain/shared/instant'
import type { z } from 'zod'
import type { Db } from '../../db/db.ts'
import type { ContentCipher } from '../../platform/content-cipher.ts'
import { decodeCursor, DEFAULT_PAGE, pageOf } from '../../platform/cursor.ts'
import { loadChips, selectVisits, wallTime } from '../appointments/index.ts'
import { patientLabel } from '../patients/index.ts'
import type { Actor } from '../staff/index.ts'
import { conversationOf, selectConversations, type ConversationRow } from './read-conversations.ts'
import { readMessages, shownMessages } from './read-messages.ts'
import { SHOWN_QUEUE } from './shown-queue.ts'

export type Looking = { readonly actor: Actor; readonly now: Instant; readonly cipher: ContentCipher }

const RANK = sql.raw(
  `case when k.queue = 'emergency' then 0 when k.queue in ('waiting', 'snoozed') and k.waiting_since is null then 2 else 1 end`,
)
const SINCE = sql.raw(`coalesce(k.waiting_since, k.updated_at)`)

/** Who needs a person: emergencies first, then whoever has waited longest; what waits for the patient last. */
export async function listConversations(
  trx: Db,
  { actor, now, cipher }: Looking,
  query: z.output<typeof ConversationsQuery>,
) {
  const { queue, cursor, limit = DEFAULT_PAGE } = query
  const after = decodeCursor(cursor, 3)
  const own =
    queue === 'mine'
      ? sql`${actor.id} in (k.owner_staff_id, k.owner_key_id)`
      : queue === undefined
        ? sql`true`
        : sql`${SHOWN_QUEUE} = ${queue}`
  const page = after
    ? sql`(${RANK}, ${SINCE}, k.id) > (${Number(after[0])}::int, to_timestamp(${Number(after[1])}::float8 / 1000), ${after[2]}::uuid)`
    : sql`true`
  const rows = await selectConversations(
    trx,
    actor.organizationId,
    sql`k.queue is not null and ${own} and ${page}`,
    sql`order by ${RANK}, ${SINCE}, k.id limit ${limit + 1}`,
  )
  return pageOf(rows, limit, (row) => [rankOf(row), row.waiting_since ?? row.updated_at, row.id], (row) => conversationOf(row, now, cipher)) // prettier-ignore
}

/** As RANK: what was waiting and got an answer is shown as unanswered. */
const rankOf = ({ queue }: ConversationRow): number =>
  queue === 'emergency' ? 0 : queue === 'waiting' || queue === 'snoozed' ? 2 : 1

const SHOWN_MESSAGES = 200
/** Visits of yesterday are still talked about. */
const VISITS_SINCE_MS = DAY
const SHOWN_VISITS = 20

/** @throws Failure `not-found` */
export async function findConversation(trx: Db, organizationId: string, id: string): Promise<ConversationRow> {
  const [row] = await selectConversations(trx, organizationId, sql`k.id = ${id}`)
  if (!row) throw new Failure('not-found', 'There is no such conversation.')
  return row
}

/** A conversation whole: the newest messages and the visits that it can be about. */
export async function readConversation(
  trx: Db,
  { actor, now, cipher }: Looking,
  id: string,
): Promise<ConversationDetail> {
  const { organizationId } = actor
  const row = await findConversation(trx, organizationId, id)
  const newest = await readMessages(trx, organizationId, {
    inbound: sql`i.conversation_id = ${id}`,
    outbound: sql`m.contact_point_id = ${row.contact_point_id} and (m.sender_id is null or m.sender_id = ${row.sender_id})`,
    limit: SHOWN_MESSAGES,
  })
  return {
    ...conversationOf(row, now, cipher),
    messages: await shownMessages(trx, organizationId, newest.toReversed(), cipher),
    appointments: await visitsOf(trx, organizationId, row, now),
  }
}

async function visitsOf(
  trx: Db,
  organizationId: string,
  { patients }: ConversationRow,
  now: Instant,
): Promise<ConversationDetail['appointments']> {
  const ids = patients.map(({ id }) => id)
  const since = shift(now, -VISITS_SINCE_MS)
  const visits = await selectVisits(
    trx,
    organizationId,
    sql`a.patient_id = any (${ids}::uuid[]) and coalesce(a.start_at, a.date::timestamp at time zone a.zone) > to_timestamp(${since}::float8 / 1000)`,
    sql`order by a.date, a.start_at limit ${SHOWN_VISITS}`,
  )
  const chips = await loadChips(trx, organizationId, visits)
  return visits.map((visit) => ({
    id: visit.id,
    patient: patientLabel(visit.patient_id, visit.patient),
    date: visit.date,
    startLocal: wallTime(visit.start_local),
    practitioner: visit.practitioner ?? undefined,
    service: visit.service ?? undefined,
    site: { id: visit.site_id, name: visit.site },
    status: visit.status,
    chip: chips.get(visit.id) ?? { state: 'none' },
  }))
}
