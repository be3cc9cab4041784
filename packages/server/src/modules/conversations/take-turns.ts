import { sql } from 'kysely'
import type { Turn } from '@recado/domain/conversation/turn'
import type { Instant } from '@recado/domain/shared/instant'
import { insertMany } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import type { Writes } from '../../db/writes.ts'
import { loadLastConsents } from '../consent/index.ts'
import { loadAnswered } from './about-messages.ts'
import { applyTurns } from './apply-turns.ts'
import { decideTurn } from './decide-turn.ts'
import { findContacts } from './find-contacts.ts'
import { openConversations, pairKey } from './open-conversations.ts'
import { readInbound } from './read-inbound.ts'
import type { Received } from './received.ts'
import type { Prepared, Taken, TurnContext } from './turn-types.ts'
import { loadContactFacts } from './visit-facts.ts'

/** What became of each message: `duplicate` had its effect before. */
export type TurnOutcome = { readonly id: string; readonly outcome: 'applied' | 'duplicate' }

/**
 * Handles messages of people: each once (its wamid), those of one person in the order in which they were sent, everything
 * in the caller's transaction. Loads, decides and applies for all of them at once; a second message of a person starts
 * another round.
 */
export async function takeTurns(
  trx: Db,
  context: TurnContext,
  arrived: readonly Received[],
  writes: Writes,
): Promise<TurnOutcome[]> {
  const outcomes: TurnOutcome[] = []
  // A delivery that WhatsApp repeats can come after a later one; messages of the same second keep the order of arrival.
  const received = arrived.toSorted((a, b) => sentAtOf(a, context.now) - sentAtOf(b, context.now))
  const contactIds = await findContacts(trx, context.clinic.organizationId, received, context.now, writes)
  let waiting = received.map((message, index) => ({ message, contactPointId: contactIds[index] ?? '' }))
  while (waiting.length > 0) {
    const seen = new Set<string>()
    const first = waiting.filter(({ contactPointId }) => !seen.has(contactPointId) && seen.add(contactPointId))
    waiting = waiting.filter((item) => !first.includes(item))
    outcomes.push(...(await takeRound(trx, context, first, writes)))
  }
  return outcomes
}

const sentAtOf = ({ part }: Received, now: Instant): Instant => part.sentAt ?? now

type Item = { readonly message: Received; readonly contactPointId: string }

async function takeRound(
  trx: Db,
  context: TurnContext,
  items: readonly Item[],
  writes: Writes,
): Promise<TurnOutcome[]> {
  const { organizationId } = context.clinic
  const pairs = items.map(({ message, contactPointId }) => ({ senderId: message.senderId, contactPointId }))
  const contactIds = items.map((item) => item.contactPointId)
  // Begun together, carried out in this order: the conversations are locked before anything is read under them.
  const [conversations, facts, ours, consents] = await Promise.all([
    openConversations(trx, organizationId, pairs, context.now),
    loadContactFacts(trx, organizationId, contactIds, context.now),
    loadAnswered(trx, organizationId, items.map((item) => item.message)),
    loadLastConsents(trx, organizationId, contactIds),
  ]) // prettier-ignore
  const read = items.map(({ message, contactPointId }): Prepared => {
    const own = facts.get(contactPointId)
    const conversation = conversations.get(pairKey({ senderId: message.senderId, contactPointId }))
    if (!own || !conversation) throw new Error('a contact or its conversation vanished')
    const languages = own.languages.length > 0 ? own.languages : [context.clinic.language]
    const laterConsent = consents.get(contactPointId)
    const overtaken =
      laterConsent && laterConsent.sentAt > sentAtOf(message, context.now) ? { laterConsent: laterConsent.kind } : {}
    return {
      message,
      contactPointId,
      own,
      conversation,
      read: readInbound(message, contactPointId, ours, languages),
      ...overtaken,
    }
  })
  const fresh = await storeInbound(trx, context, read)
  const taken: Taken[] = []
  for (const item of read)
    if (fresh.has(item.message.id)) taken.push({ ...item, turn: await decide(trx, context, item) })
  await applyTurns(trx, context, taken, writes)
  return read.map(({ message }) => ({ id: message.id, outcome: fresh.has(message.id) ? 'applied' : 'duplicate' }))
}

function decide(
  trx: Db,
  { clinic, now }: TurnContext,
  { own, conversation, contactPointId, read, laterConsent }: Prepared,
): Promise<Turn> {
  const about = read.about ?? own.latest
  return decideTurn(trx, {
    organizationId: clinic.organizationId,
    contactPointId,
    state: conversation.state,
    inbound: read.inbound,
    facts: {
      visits: own.visits,
      slots: {},
      owner: conversation.owner,
      optedOut: own.optedOut,
      ...(own.staffWroteAt === null ? {} : { lastStaffMessageAt: own.staffWroteAt }),
      ...(about ? { about } : {}),
      ...(laterConsent ? { laterConsent } : {}),
    },
    now,
  })
}

const INBOUND_COLUMNS = {
  id: 'uuid', wamid: 'text', event_id: 'uuid', conversation_id: 'uuid', contact_point_id: 'uuid', type: 'text', content: 'bytea',
  key_id: 'int', meaning: 'text', about_message_id: 'uuid', sent_at: 'instant', received_at: 'instant',
} as const // prettier-ignore

/** Stores the messages; the unique wamid says which of them are new, whoever else is storing them now. */
async function storeInbound(
  trx: Db,
  { clinic, cipher, now }: TurnContext,
  items: readonly Prepared[],
): Promise<ReadonlySet<string>> {
  const rows = items.map(({ message, contactPointId, conversation, read }) => {
    const sealed = cipher.seal(JSON.stringify(message.part.content))
    return {
      id: message.id, wamid: message.part.wamid, event_id: message.eventId, conversation_id: conversation.id,
      contact_point_id: contactPointId, type: message.part.content.type, content: sealed.bytes, key_id: sealed.keyId,
      meaning: read.meaning, about_message_id: read.aboutMessageId ?? null, sent_at: message.part.sentAt ?? now, received_at: now,
    } // prettier-ignore
  })
  const back = await insertMany<(typeof rows)[number], { id: string }>(
    trx, clinic.organizationId, 'inbound_message', INBOUND_COLUMNS, rows,
    sql`on conflict (organization_id, wamid) do nothing returning id`,
  ) // prettier-ignore
  return new Set(back.map(({ id }) => id))
}
