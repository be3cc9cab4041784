import { sql, type RawBuilder } from 'kysely'
import type { Action } from '@recado/domain/conversation/action'
import type { BatchResult } from '@recado/domain/policy/gate-batch'
import type { TraceEntry } from '@recado/domain/policy/gate-types'
import type { MessageKind } from '@recado/domain/shared/appointment'
import type { Instant } from '@recado/domain/shared/instant'
import type { OutgoingContent, OutgoingMessage, Recipient } from '../../channels/whatsapp/outgoing.ts'
import { rowsAs, valueOf } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import type { ContentCipher } from '../../platform/content-cipher.ts'
import { newId } from '../../platform/ids.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'
import { lockDue, lockSiblings, type DueMessage } from './due.ts'
import { fillEnvelopes, type Envelope } from './envelopes.ts'
import { judge, type BatchFacts } from './judge.ts'
import { beginAttempts, type NewAttempt } from './ledger.ts'
import {
  loadEvidence,
  loadGrants,
  loadPairSends,
  loadRecentSends,
  lockContacts,
  type ContactNow,
} from './people-facts.ts'
import { renderEnvelope, templateStateOf } from './render-envelope.ts'
import type { Lease } from './sender-lease.ts'
import { countRecipients, fencedSender, loadPortfolio, loadTemplates, type SenderNow } from './sender-facts.ts'
import { lockVisitsOf } from './visit-facts.ts'

/** A message with its committed attempt: it may go on the wire now. */
export type Outgoing = {
  readonly attemptId: string
  readonly messageId: string
  readonly kind: MessageKind
  readonly lane: number
  readonly attempts: number
  readonly again: boolean
  readonly expiresAt: Instant
  readonly contactPointId: string
  readonly appointmentIds: readonly string[]
  readonly message: OutgoingMessage
}

export type Dispatched = { readonly claimed: number; readonly outgoing: readonly Outgoing[]; readonly now: Instant }

/**
 * Claims what is due for one sender, puts it through the gate, and commits an attempt for each message that may leave
 * (invariant 3). One transaction: what the gate saw still holds when the attempts are committed.
 */
export function dispatchBatch(
  db: Db,
  cipher: ContentCipher,
  lease: Lease,
  limit: number,
  settleMs: number,
): Promise<Dispatched> {
  const { organizationId } = lease
  return inOrganization(
    db,
    organizationId,
    async (trx, last) => {
      const [sender, due] = await Promise.all([fencedSender(trx, lease), lockDue(trx, organizationId, limit)])
      if (due.length === 0) return { claimed: 0, outgoing: [], now: sender.now }
      const { envelopes, facts } = await load(trx, lease, sender, due, settleMs)
      const { judged, results } = judgeAll(envelopes, facts, new Set(due.map((message) => message.id)))
      const leaving = judged.flatMap((envelope) =>
        results.get(envelope.leader.id)?.verdict.kind === 'allow' ? [prepare(envelope, sender, cipher)] : [],
      )
      for (const statement of lettingGo(lease, sender, leaving, results, cipher)) last(statement)
      for (const statement of settlingOthers(organizationId, sender.now, judged, results)) last(statement)
      return { claimed: due.length, outgoing: leaving.map((prepared) => prepared.outgoing), now: sender.now }
    },
    'kept',
  )
}

async function load(trx: Db, lease: Lease, sender: SenderNow, due: readonly DueMessage[], settleMs: number) {
  const { organizationId, senderId } = lease
  const siblings = await lockSiblings(trx, organizationId, sender.now, due)
  const all = [...due, ...siblings]
  const touching = (messages: readonly DueMessage[]) => [...new Set(messages.flatMap((m) => m.contact_point_id ?? []))]
  const initiated = all.filter((message) => message.kind === 'initiated')
  // Begun together, carried out in this order: what the gate looks at is read under the locks.
  const [contacts, visits, templates, grants, recent, pairSends, evidence, portfolio] = await Promise.all([
    lockContacts(trx, organizationId, senderId, touching(all)),
    lockVisitsOf(trx, organizationId, all.flatMap((m) => m.appointment_id ?? []), sender.now),
    initiated.length > 0 ? loadTemplates(trx, organizationId, sender.waba_id) : new Map(),
    loadGrants(trx, organizationId, touching(initiated)),
    loadRecentSends(trx, organizationId, touching(initiated), sender.now),
    loadPairSends(trx, organizationId, senderId, touching(all), sender.now),
    loadEvidence(trx, organizationId, due.flatMap((m) => m.in_reply_to ?? [])),
    loadPortfolio(trx, organizationId, sender, touching(initiated)),
  ]) // prettier-ignore
  const templateOf = (envelope: Envelope) => templateStateOf(envelope, sender, templates)
  const facts: BatchFacts = { sender, grants, recent, pairSends, evidence, portfolio, templateOf }
  return { facts, envelopes: fillEnvelopes(due, siblings, contacts, visits, settleMs) }
}

/** A denial of one visit must not keep back the others of its message: they are judged again, each alone. */
function judgeAll(envelopes: readonly Envelope[], facts: BatchFacts, dueIds: ReadonlySet<string>) {
  const results = judge(envelopes, facts)
  const denied = envelopes.filter((e) => e.parts.length > 1 && results.get(e.leader.id)?.verdict.kind === 'deny')
  const alone = denied.flatMap((envelope) => apart(envelope)).filter((envelope) => dueIds.has(envelope.leader.id))
  for (const [id, result] of judge(alone, facts)) results.set(id, result)
  return { results, judged: [...envelopes.filter((envelope) => !denied.includes(envelope)), ...alone] }
}

const apart = (envelope: Envelope): Envelope[] =>
  envelope.parts.map((part, index) => ({
    ...envelope,
    leader: part,
    parts: [part],
    visits: envelope.visits.slice(index, index + 1),
  }))

type Prepared = {
  readonly envelope: Envelope
  readonly outgoing: Outgoing
  readonly content: OutgoingContent
  readonly language: string | null
  readonly replyRef: string | null
  readonly options: readonly Action[] | null
}

function prepare(envelope: Envelope, sender: SenderNow, cipher: ContentCipher): Prepared {
  const { leader, contact } = envelope
  const rendered = renderEnvelope(envelope, sender, cipher)
  return {
    envelope,
    ...rendered,
    outgoing: {
      attemptId: newId(),
      messageId: leader.id,
      kind: leader.kind,
      lane: leader.lane,
      attempts: leader.attempts,
      again: leader.again,
      expiresAt: leader.expires_at,
      contactPointId: contact.id,
      appointmentIds: envelope.visits.map((visit) => visit.id),
      message: { to: recipientOf(contact), ...rendered.content } as OutgoingMessage,
    },
  }
}

const recipientOf = ({ kind, value, user_id }: ContactNow): Recipient =>
  kind === 'phone' ? { phone: value, ...(user_id === null ? {} : { userId: user_id }) } : { userId: value }

/** The statements that let messages go, in this order. */
function lettingGo(
  lease: Lease,
  sender: SenderNow,
  leaving: readonly Prepared[],
  results: ReadonlyMap<string, BatchResult>,
  cipher: ContentCipher,
): RawBuilder<unknown>[] {
  if (leaving.length === 0) return []
  const { organizationId, senderId, token } = lease
  const attempts = leaving.map(({ envelope, outgoing }): NewAttempt => ({
    id: outgoing.attemptId,
    messageId: outgoing.messageId,
    senderId,
    kind: outgoing.kind,
    purpose: envelope.leader.purpose,
    contactPointId: outgoing.contactPointId,
    patientIds: [...new Set(envelope.visits.map((visit) => visit.patient_id))],
    resentAfterUnknown: envelope.leader.after_unknown,
  }))
  const riders = leaving.flatMap(({ envelope }) => envelope.parts.filter((part) => part !== envelope.leader).map((part) => ({ id: part.id, leader_id: envelope.leader.id }))) // prettier-ignore
  const outside = leaving
    .filter(({ envelope }) => envelope.leader.kind === 'initiated')
    .map((p) => p.outgoing.contactPointId)
  return [
    beginAttempts(organizationId, token, sender.now, attempts),
    markAttempting(lease, leaving, results, cipher),
    ...(riders.length === 0 ? [] : [markRiding(organizationId, riders)]),
    ...(sender.portfolio_limit === null || outside.length === 0
      ? []
      : [countRecipients(organizationId, sender.waba_id, outside, sender.now)]),
  ]
}

const markRiding = (organizationId: string, riders: readonly { id: string; leader_id: string }[]) =>
  sql`
    update outbound_message m set state = 'merged', merged_into = r.leader_id
      from ${rowsAs('r', { id: 'uuid', leader_id: 'uuid' }, riders)}
     where m.organization_id = ${organizationId} and m.id = r.id and m.state = 'planned'`

const MARKED = {
  id: 'uuid', last_attempt_id: 'uuid', content: 'bytea', key_id: 'int', reply_ref: 'text', options: 'jsonb', language: 'text', trace: 'jsonb',
} as const // prettier-ignore

function markAttempting(
  { organizationId, senderId }: Lease,
  leaving: readonly Prepared[],
  results: ReadonlyMap<string, BatchResult>,
  cipher: ContentCipher,
): RawBuilder<unknown> {
  const rows = leaving.map(({ outgoing, content, language, replyRef, options, envelope }) => {
    const { bytes, keyId } =
      envelope.leader.content === null
        ? sealed(cipher, content)
        : { bytes: envelope.leader.content, keyId: envelope.leader.key_id }
    return {
      id: outgoing.messageId,
      last_attempt_id: outgoing.attemptId,
      content: bytes,
      key_id: keyId,
      reply_ref: replyRef,
      options,
      language,
      trace: traceOf(results.get(outgoing.messageId)?.trace),
    }
  })
  return sql`
    update outbound_message m
       set state = 'attempting', reason = null, last_attempt_id = r.last_attempt_id, sender_id = ${senderId}, content = r.content,
           key_id = r.key_id, reply_ref = r.reply_ref, options = r.options::jsonb, language = r.language, trace = r.trace::jsonb
      from ${rowsAs('r', MARKED, rows)}
     where m.organization_id = ${organizationId} and m.id = r.id`
}

const sealed = (cipher: ContentCipher, content: OutgoingContent) => cipher.seal(JSON.stringify(content))

/** As the API shows it: each rule and what it said. */
const traceOf = (trace: readonly TraceEntry[] = []) => trace.map(({ rule, verdict }) => (verdict.kind === 'allow' ? { rule, verdict: 'pass' } : { rule, verdict: verdict.kind === 'hold' ? 'wait' : 'deny', reason: verdict.reason, ...(verdict.kind === 'hold' ? { until: verdict.until } : {}) })) // prettier-ignore

const SETTLED = { id: 'uuid', state: 'text', reason: 'text', due_at: 'instant', trace: 'jsonb' } as const

/** What is held waits for its time with the reason; what is denied ends with it. Both keep the whole trace. */
function settlingOthers(
  organizationId: string,
  now: Instant,
  judged: readonly Envelope[],
  results: ReadonlyMap<string, BatchResult>,
): RawBuilder<unknown>[] {
  const rows = judged.flatMap(({ leader }) => {
    const result = results.get(leader.id)
    if (!result || result.verdict.kind === 'allow') return []
    const { verdict } = result
    const state =
      verdict.kind === 'hold'
        ? 'planned'
        : verdict.reason === 'expired' || verdict.reason === 'would-expire-on-hold'
          ? 'expired'
          : 'denied'
    return [
      {
        id: leader.id,
        state,
        reason: verdict.reason,
        due_at: verdict.kind === 'hold' ? verdict.until : leader.due_at,
        trace: traceOf(result.trace),
      },
    ]
  })
  if (rows.length === 0) return []
  const settling = sql`
    update outbound_message m
       set state = r.state, reason = r.reason, due_at = ${sql.raw(valueOf('r', 'due_at', 'instant'))}, trace = r.trace::jsonb,
           settled_at = case when r.state <> 'planned' then to_timestamp(${now}::float8 / 1000) end
      from ${rowsAs('r', SETTLED, rows)}
     where m.organization_id = ${organizationId} and m.id = r.id`
  return [settling]
}
