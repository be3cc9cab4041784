import { CHANGE_JOURNEY } from '@recado/domain/planning/notice'
import { DEFAULT_CAPS, type RecentSend } from '@recado/domain/policy/caps'
import { gateBatch, type BatchItem, type BatchResult } from '@recado/domain/policy/gate-batch'
import { decentHoursIn } from '@recado/domain/policy/jurisdictions/all-jurisdictions'
import type { DecentHoursByClass } from '@recado/domain/policy/decent-hours'
import type { GateFacts, Send, TemplateNow } from '@recado/domain/policy/gate-types'
import type { Purpose } from '@recado/domain/shared/appointment'
import type { Instant } from '@recado/domain/shared/instant'
import type { DueMessage } from './due.ts'
import type { Envelope } from './envelopes.ts'
import type { PortfolioNow, SenderNow } from './sender-facts.ts'

/** Everything that the gate looks at, loaded for a whole batch. */
export type BatchFacts = {
  readonly sender: SenderNow
  readonly grants: ReadonlyMap<string, ReadonlySet<Purpose>>
  readonly recent: ReadonlyMap<string, readonly RecentSend[]>
  readonly pairSends: ReadonlyMap<string, readonly Instant[]>
  readonly evidence: ReadonlyMap<string, { readonly at: Instant; readonly contact_point_id: string }>
  readonly portfolio: PortfolioNow
  /** The template that an envelope would be sent as, as it stands in the account. */
  readonly templateOf: (envelope: Envelope) => TemplateNow | undefined
}

/** May these leave now? One pure call for the batch; what one uses up the next no longer has. */
export function judge(envelopes: readonly Envelope[], facts: BatchFacts): Map<string, BatchResult> {
  const items = envelopes.map((envelope): BatchItem => ({
    send: sendOf(envelope),
    facts: factsOf(envelope, facts),
    contactPointId: envelope.contact.id,
    visitAt: envelope.visits[0]?.start_at ?? Number.POSITIVE_INFINITY,
  }))
  return new Map(gateBatch(items).map((result) => [result.id, result]))
}

function sendOf({ leader, parts, step }: Envelope): Send {
  const touch = leader.journey !== null
  return {
    id: leader.id,
    kind: leader.kind,
    origin: originOf(leader),
    lane: leader.lane,
    expiresAt: leader.expires_at,
    content: touch ? 'template' : 'free-text',
    about: parts.flatMap((part) =>
      part.appointment_id === null
        ? []
        : [{ visitId: part.appointment_id, version: part.appointment_version ?? 0, expects: step?.expects ?? 'upcoming' } as const],
    ), // prettier-ignore
    ...(leader.purpose === null ? {} : { purpose: leader.purpose }),
    ...(step ? { messageClass: step.messageClass } : {}),
    ...(leader.in_reply_to === null ? {} : { answers: leader.in_reply_to }),
  }
}

/** The news of a change is somebody's decision of today: an overdue book does not hold it back. */
function originOf({ journey, kind, dedupe_key }: DueMessage): Send['origin'] {
  if (journey !== null) return journey === CHANGE_JOURNEY ? 'system' : 'journey'
  if (kind === 'safety') return 'system'
  return dedupe_key.startsWith('staff/') ? 'staff' : 'bot-answer'
}

function factsOf(envelope: Envelope, facts: BatchFacts): GateFacts {
  const { contact, visits, leader, step } = envelope
  const { sender } = facts
  const [first] = visits
  const evidence = leader.in_reply_to === null ? undefined : facts.evidence.get(leader.in_reply_to)
  const template = facts.templateOf(envelope)
  const stale = visits.flatMap((visit) => visit.stale_since ?? [])
  return {
    now: sender.now,
    patientZone: first?.zone ?? 'UTC',
    visits: visits.map((visit) => ({ visitId: visit.id, version: visit.version, status: visit.status, ...(visit.start_at === null ? {} : { startAt: visit.start_at }) })), // prettier-ignore
    granted: grantedToAll(envelope, facts),
    recent: facts.recent.get(contact.id) ?? [],
    caps: DEFAULT_CAPS,
    pairSends: facts.pairSends.get(contact.id) ?? [],
    holidays: new Set(first?.holidays ?? []),
    portfolio: { ...facts.portfolio.shared, alreadyCounted: facts.portfolio.counted.has(contact.id) },
    ...(contact.opted_out_at === null ? {} : { optedOutAt: contact.opted_out_at }),
    ...(contact.last_inbound_at === null ? {} : { lastInboundAt: contact.last_inbound_at }),
    ...(evidence?.contact_point_id === contact.id && leader.in_reply_to !== null ? { evidence: { inboundId: leader.in_reply_to, at: evidence.at } } : {}),
    ...(step ? { decentHours: hoursOf(first?.country)[step.messageClass] } : {}),
    ...(template ? { template } : {}),
    ...(sender.paused_at === null ? {} : { senderPaused: { reason: sender.pause_reason ?? '' } }),
    ...(sender.organization_paused_at === null ? {} : { organizationPaused: { reason: sender.organization_pause_reason ?? '' } }),
    ...(stale[0] === undefined ? {} : { sourceStaleSince: stale[0] }),
  } // prettier-ignore
}

/** Purposes that every patient of the message has granted at this phone: the least of them counts. */
function grantedToAll({ contact, visits }: Envelope, { grants }: BatchFacts): ReadonlySet<Purpose> {
  const sets = visits.map((visit) => grants.get(`${visit.patient_id}|${contact.id}`) ?? new Set<Purpose>())
  const [first, ...others] = sets
  return new Set([...(first ?? [])].filter((purpose) => others.every((set) => set.has(purpose))))
}

const hours = new Map<string, DecentHoursByClass>()

function hoursOf(country = ''): DecentHoursByClass {
  const known = hours.get(country) ?? decentHoursIn(country)
  hours.set(country, known)
  return known
}
