import { sql } from 'kysely'
import type { Action } from '@recado/domain/conversation/action'
import { LANES, type Lane } from '@recado/domain/shared/appointment'
import { DAY, shift, type Instant } from '@recado/domain/shared/instant'
import { insertMany } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import type { ContentCipher } from '../../platform/content-cipher.ts'
import { newId } from '../../platform/ids.ts'
import type { OutgoingContent } from '../../channels/whatsapp/outgoing.ts'

/** An answer to a message of a person: it rests on that message and on nothing else (invariant 2). */
export type NewReply = {
  readonly kind: 'reply' | 'safety'
  readonly senderId: string
  readonly contactPointId: string
  /** The inbound message that is answered, and which of its answers this is: one answer per message, however often it comes. */
  readonly inReplyTo: string
  readonly ordinal: string
  readonly content: OutgoingContent
  readonly replyRef: string
  readonly options: readonly Action[]
  readonly language: string
}

/** An answer is worth something while the window is open; after that staff see it as expired. */
const REPLY_LIVES_MS = DAY

export const laneOf = (kind: NewReply['kind']): Lane => (kind === 'safety' ? LANES.safety : LANES.reply)

export async function enqueueReplies(
  trx: Db,
  organizationId: string,
  cipher: ContentCipher,
  now: Instant,
  replies: readonly NewReply[],
): Promise<void> {
  const rows = replies.map((reply) => {
    const sealed = cipher.seal(JSON.stringify(reply.content))
    return {
      id: newId(), kind: reply.kind, lane: laneOf(reply.kind), state: 'planned', sender_id: reply.senderId,
      dedupe_key: `reply/${reply.inReplyTo}/${reply.ordinal}`, contact_point_id: reply.contactPointId, language: reply.language,
      content: sealed.bytes, key_id: sealed.keyId, reply_ref: reply.options.length > 0 ? reply.replyRef : null,
      options: reply.options, in_reply_to: reply.inReplyTo, due_at: now, expires_at: shift(now, REPLY_LIVES_MS), created_at: now,
    } // prettier-ignore
  })
  await insertMany(
    trx,
    organizationId,
    'outbound_message',
    REPLY_COLUMNS,
    rows,
    sql`on conflict (organization_id, dedupe_key) where dedupe_key is not null do nothing`,
  )
}

const REPLY_COLUMNS = {
  id: 'uuid', kind: 'text', lane: 'int', state: 'text', sender_id: 'uuid', dedupe_key: 'text', contact_point_id: 'uuid',
  language: 'text', content: 'bytea', key_id: 'int', reply_ref: 'text', options: 'jsonb', in_reply_to: 'uuid', due_at: 'instant',
  expires_at: 'instant', created_at: 'instant',
} as const // prettier-ignore
