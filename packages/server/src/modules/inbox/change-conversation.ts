import { sql } from 'kysely'
import { LANES } from '@recado/domain/shared/appointment'
import { Failure } from '@recado/domain/shared/failure'
import { shift } from '@recado/domain/shared/instant'
import { insertMany } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import { newId } from '../../platform/ids.ts'
import { recordEvents } from '../audit/index.ts'
import { actorName, type Actor } from '../staff/index.ts'
import { findConversation, type Looking } from './list-conversations.ts'
import { WINDOW_MS } from './read-conversations.ts'

/** Takes a conversation on: from now the bot leaves it alone. With a key, the clinic's own desk behind it takes it on. */
export async function claimConversation(trx: Db, { actor, now }: Looking, id: string): Promise<void> {
  await lock(trx, actor, id)
  await takeOn(trx, actor, id, 'unanswered')
  await recordChange(trx, { actor, now }, id, { change: 'claimed' })
}

/** Closes a conversation and gives it back to the bot; the next message that the bot can't answer opens it again. */
export async function resolveConversation(
  trx: Db,
  { actor, now }: Looking,
  id: string,
  outcome: string,
): Promise<void> {
  const { queue, owner_id } = await lock(trx, actor, id)
  if (queue === 'emergency' && owner_id !== actor.id) {
    throw new Failure('conflict', 'An emergency is closed by the person who took it on: take it on first.', {
      reason: 'claim-first',
    })
  }
  await sql`
    update conversation k
       set owner = 'bot', owner_staff_id = null, owner_key_id = null, queue = null, waiting_since = null, reason = coalesce(k.reason, 'answered'),
           state = k.state - 'handedOverAt', updated_at = to_timestamp(${now}::float8 / 1000)
     where k.organization_id = ${actor.organizationId} and k.id = ${id}`.execute(trx)
  await recordChange(trx, { actor, now }, id, { change: 'resolved', outcome })
}

/**
 * Free text by a person: one more row of the outbox, resting on the patient's last message (invariant 2). Whoever writes
 * takes the conversation on, and it waits for the patient. Answers the message's id. @throws Failure `conflict` when the
 * window is closed
 */
export async function sendText(trx: Db, looking: Looking, id: string, body: string): Promise<string> {
  const { actor, now, cipher } = looking
  await lock(trx, actor, id)
  const conversation = await findConversation(trx, actor.organizationId, id)
  const { last_inbound_at: since, last_inbound_id: inReplyTo } = conversation
  if (since === null || inReplyTo === null || shift(since, WINDOW_MS) <= now) {
    throw new Failure(
      'conflict',
      'The 24 hours after the patient’s last message are over: WhatsApp takes free text again when the patient has written.',
      { reason: 'window-closed' },
    )
  }
  const { bytes, keyId } = cipher.seal(JSON.stringify({ type: 'text', body }))
  const message = {
    id: newId(), kind: 'reply', lane: LANES.reply, state: 'planned', sender_id: conversation.sender_id,
    dedupe_key: `staff/${id}/${newId()}`, contact_point_id: conversation.contact_point_id, content: bytes, key_id: keyId,
    language: conversation.patients[0]?.language ?? null, in_reply_to: inReplyTo, due_at: now, expires_at: shift(since, WINDOW_MS), created_at: now,
  } // prettier-ignore
  await insertMany(trx, actor.organizationId, 'outbound_message', MESSAGE_COLUMNS, [message])
  await takeOn(trx, actor, id, 'waiting')
  await recordEvents(trx, actor.organizationId, now, [{ actor: actorName(actor), action: 'message.written', subject: `message:${message.id}`, details: { conversationId: id } }]) // prettier-ignore
  await recordChange(trx, looking, id, { change: 'answered', messageId: message.id })
  return message.id
}

const MESSAGE_COLUMNS = {
  id: 'uuid', kind: 'text', lane: 'int', state: 'text', sender_id: 'uuid', dedupe_key: 'text', contact_point_id: 'uuid',
  content: 'bytea', key_id: 'int', language: 'text', in_reply_to: 'uuid', due_at: 'instant', expires_at: 'instant', created_at: 'instant',
} as const // prettier-ignore

type Locked = { readonly queue: string | null; readonly owner_id: string | null }

async function lock(trx: Db, { organizationId }: Actor, id: string): Promise<Locked> {
  const { rows } = await sql<Locked>`
    select queue, coalesce(owner_staff_id, owner_key_id) as owner_id from conversation where organization_id = ${organizationId} and id = ${id} for update`.execute(
    trx,
  )
  const [row] = rows
  if (!row) throw new Failure('not-found', 'There is no such conversation.')
  return row
}

/**
 * `queue`: where it stands after it; an emergency stays one until it is closed. Who writes takes it on; a program that writes
 * (a notice of the clinic's own system) does not, unless it says so by claiming.
 */
async function takeOn(trx: Db, actor: Actor, id: string, queue: 'unanswered' | 'waiting'): Promise<void> {
  const staffId = actor.kind === 'staff' ? actor.id : null
  const keyId = actor.kind === 'key' && queue === 'unanswered' ? actor.id : null
  await sql`
    update conversation k
       set owner = case when num_nonnulls(${staffId}::uuid, ${keyId}::uuid) > 0 then 'person' when k.owner = 'bot' then 'queue' else k.owner end,
           owner_staff_id = case when ${keyId}::uuid is null then coalesce(${staffId}, k.owner_staff_id) end,
           owner_key_id = case when ${staffId}::uuid is null then coalesce(${keyId}, k.owner_key_id) end,
           queue = case when k.queue = 'emergency' then k.queue when ${queue} = 'waiting' then 'waiting' else coalesce(k.queue, ${queue}) end,
           waiting_since = case when ${queue} = 'waiting' then null else k.waiting_since end,
           updated_at = business_now()
     where k.organization_id = ${actor.organizationId} and k.id = ${id}`.execute(trx)
}

function recordChange(
  trx: Db,
  { actor, now }: Omit<Looking, 'cipher'>,
  id: string,
  details: Record<string, string>,
): Promise<void> {
  return recordEvents(trx, actor.organizationId, now, [
    { actor: actorName(actor), action: 'conversation.changed', subject: `conversation:${id}`, details },
  ])
}
