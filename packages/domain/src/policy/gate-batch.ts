import { LANES } from '../shared/appointment.ts'
import type { Instant } from '../shared/instant.ts'
import type { RecentSend } from './caps.ts'
import { gate } from './gate.ts'
import type { GateFacts, GateResult, Rule, Send } from './gate-types.ts'
import { windowOpen } from './rules/message.ts'

/** One send of a claimed batch. `facts.portfolio.remainingNewContacts` is what was left before the batch. */
export type BatchItem = {
  readonly send: Send
  readonly facts: GateFacts
  readonly contactPointId: string
  /** The start of the nearest visit that it is about; later than everything else without one. */
  readonly visitAt: number
}
export type BatchResult = GateResult & { readonly id: string }

/**
 * The gate for a batch whose facts were loaded at once: what one message uses up, the next no longer has. Judged by
 * lane, then nearest visit; answered in the order of `items`.
 */
export function gateBatch(items: readonly BatchItem[], rules?: readonly Rule[]): BatchResult[] {
  const results = new Map<string, BatchResult>()
  const used: Used = { contacts: new Set(), nearContacts: 0, sends: new Map(), pairs: new Map() }
  for (const item of items.toSorted(byUrgency)) {
    const facts = afterUse(item, used)
    const result = gate(item.send, facts, rules)
    if (result.verdict.kind === 'allow') use(item, facts, used)
    results.set(item.send.id, { id: item.send.id, ...result })
  }
  return items.flatMap(({ send }) => results.get(send.id) ?? [])
}

type Used = {
  /** People newly counted against the portfolio's limit by this batch. */
  readonly contacts: Set<string>
  /** Those of them who were among the nearer visits for whom room is kept. */
  nearContacts: number
  readonly sends: Map<string, readonly RecentSend[]>
  readonly pairs: Map<string, readonly Instant[]>
}

const byUrgency = (a: BatchItem, b: BatchItem): number =>
  a.send.lane - b.send.lane || a.visitAt - b.visitAt || (a.send.id < b.send.id ? -1 : 1)

function afterUse({ facts, contactPointId }: BatchItem, used: Used): GateFacts {
  const sends = used.sends.get(contactPointId)
  const { portfolio } = facts
  const alreadyCounted = portfolio.alreadyCounted || used.contacts.has(contactPointId)
  const remainingNewContacts = portfolio.remainingNewContacts - used.contacts.size
  const reservedForNearer = Math.max(0, portfolio.reservedForNearer - used.nearContacts)
  return {
    ...facts,
    recent: sends ? [...facts.recent, ...sends] : facts.recent,
    pairSends: [...facts.pairSends, ...(used.pairs.get(contactPointId) ?? [])],
    portfolio: { ...portfolio, alreadyCounted, remainingNewContacts, reservedForNearer },
  }
}

function use({ send, contactPointId }: BatchItem, facts: GateFacts, used: Used): void {
  if (!facts.portfolio.alreadyCounted && !windowOpen(facts, 0)) {
    used.contacts.add(contactPointId)
    if (send.lane === LANES.nearReminder) used.nearContacts += 1
  }
  used.pairs.set(contactPointId, [...(used.pairs.get(contactPointId) ?? []), facts.now])
  if (send.kind !== 'initiated' || send.messageClass === undefined) return
  const sent: RecentSend = { at: facts.now, messageClass: send.messageClass }
  used.sends.set(contactPointId, [...(used.sends.get(contactPointId) ?? []), sent])
}
