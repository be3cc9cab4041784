import type { Instant } from '@recado/domain/shared/instant'
import { updateMany } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import type { ConversationRow, Wish } from './open-conversations.ts'
import type { Taken } from './turn-types.ts'

const COLUMNS = {
  id: 'uuid', state: 'jsonb', queue: 'text', reason: 'text', owner: 'text', last_inbound_at: 'instant', last_inbound_id: 'uuid',
  waiting_since: 'instant', wish: 'jsonb', updated_at: 'instant',
} as const // prettier-ignore

/** Saves the states and hands over what needs a person. */
export const storeConversations = (trx: Db, organizationId: string, now: Instant, taken: readonly Taken[]): Promise<void> =>
  updateMany(trx, organizationId, 'conversation', COLUMNS, taken.map((item) => rowOf(item, now))) // prettier-ignore

function rowOf(taken: Taken, now: Instant) {
  const { conversation, turn, message, read } = taken
  // A message cannot come from the future; one that was delivered late opened its window when it was sent.
  const sentAt = Math.min(message.part.sentAt ?? now, now) as Instant
  const last = conversation.last_inbound_at
  return {
    ...ownership(conversation, turn.effects, now),
    id: conversation.id,
    state: turn.state,
    wish: wishOf(taken) ?? conversation.wish,
    // A notice opens no window: the person said nothing that we could answer.
    ...(read.inbound.kind === 'notice'
      ? { last_inbound_at: last, last_inbound_id: conversation.last_inbound_id }
      : { last_inbound_at: last !== null && last > sentAt ? last : sentAt, last_inbound_id: message.id }),
    updated_at: now,
  }
}

/** Who wants a time that the bot cannot offer: staff need the visit, and when the patient could come. */
function wishOf({ turn, message, read }: Taken): Wish | undefined {
  const escalation = turn.effects.find((effect) => effect.do === 'escalate')
  if (escalation?.queue !== 'scheduling' || escalation.visit === undefined) return undefined
  const preference = turn.effects.flatMap((effect) => (effect.do === 'request-reschedule' ? (effect.preference ?? []) : []))[0] // prettier-ignore
  const inWords = read.inbound.kind === 'text'
  return {
    visit: escalation.visit,
    ...(preference === undefined ? {} : { preference }),
    ...(inWords ? { inboundId: message.id } : {}),
  }
}

type Ownership = Pick<ConversationRow, 'queue' | 'reason' | 'owner' | 'waiting_since'>

/**
 * A person who has the conversation keeps it; a queue keeps the time since when somebody waits. Whoever was to be called
 * because nothing arrives, and writes, waits for an answer like everybody else.
 */
function ownership(row: ConversationRow, effects: Taken['turn']['effects'], now: Instant): Ownership {
  const { queue, reason, owner, waiting_since } = row
  const escalation = effects.find((effect) => effect.do === 'escalate')
  const unread = effects.some((effect) => effect.do === 'mark-unread')
  if (unread && queue === 'undelivered') return { queue: 'unanswered', reason: 'free-text', owner, waiting_since }
  if (!escalation) return { queue, reason, owner, waiting_since: unread ? (waiting_since ?? now) : waiting_since }
  const next = owner === 'person' ? { queue, owner } : { queue: escalation.queue, owner: 'queue' as const }
  return { ...next, reason: escalation.reason, waiting_since: waiting_since ?? now }
}
