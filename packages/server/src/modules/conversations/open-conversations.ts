import { sql } from 'kysely'
import type { Preference, VisitRef } from '@recado/domain/conversation/action'
import type { ConversationState } from '@recado/domain/conversation/state'
import type { Instant } from '@recado/domain/shared/instant'
import { insertMany, rowsAs } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import { newId } from '../../platform/ids.ts'

export type ConversationRow = {
  readonly id: string
  readonly sender_id: string
  readonly contact_point_id: string
  readonly state: ConversationState | Record<string, never>
  readonly queue: string | null
  readonly reason: string | null
  readonly owner: 'bot' | 'queue' | 'person'
  readonly owner_staff_id: string | null
  readonly last_inbound_at: Instant | null
  readonly last_inbound_id: string | null
  readonly waiting_since: Instant | null
  readonly wish: Wish | null
}

/** Another time that staff have to find. `inboundId`: the message in which the patient says when. */
export type Wish = { readonly visit: VisitRef; readonly preference?: Preference; readonly inboundId?: string }

export type Pair = { readonly senderId: string; readonly contactPointId: string }
export const pairKey = ({ senderId, contactPointId }: Pair): string => `${contactPointId}|${senderId}`

/**
 * The conversations of these pairs, made where they are new and locked: messages of one person are handled one after
 * the other, in whatever process they arrive.
 */
export async function openConversations(
  trx: Db,
  organizationId: string,
  pairs: readonly Pair[],
  now: Instant,
): Promise<Map<string, ConversationRow>> {
  const unique = [...new Map(pairs.map((pair) => [pairKey(pair), pair])).values()].sort((a, b) =>
    pairKey(a) < pairKey(b) ? -1 : 1,
  )
  const rows = unique.map((pair) => ({
    id: newId(),
    sender_id: pair.senderId,
    contact_point_id: pair.contactPointId,
    updated_at: now,
  }))
  const columns = { id: 'uuid', sender_id: 'uuid', contact_point_id: 'uuid', updated_at: 'instant' } as const
  const made = insertMany(trx, organizationId, 'conversation', columns, rows, sql`on conflict do nothing`)
  const locked = sql<ConversationRow>`
    select c.id, c.sender_id, c.contact_point_id, c.state, c.queue, c.reason, c.owner, c.owner_staff_id, c.last_inbound_at, c.last_inbound_id,
           c.waiting_since, c.wish
      from conversation c
     where c.organization_id = ${organizationId}
       and (c.contact_point_id, c.sender_id) in (
         select * from ${rowsAs('p', { contact_point_id: 'uuid', sender_id: 'uuid' }, rows)})
     order by c.contact_point_id, c.sender_id for update`.execute(trx)
  const [, found] = await Promise.all([made, locked])
  return new Map(
    found.rows.map((row) => [pairKey({ senderId: row.sender_id, contactPointId: row.contact_point_id }), row]),
  )
}
