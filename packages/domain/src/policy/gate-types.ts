import type { AppointmentStatus, Lane, MessageKind, Purpose } from '../shared/appointment.ts'
import type { Instant } from '../shared/instant.ts'
import type { Caps, RecentSend } from './caps.ts'
import type { DecentHours, Holidays } from './decent-hours.ts'
import type { MessageClass } from './message-class.ts'

/** Who made the message up. A reply comes from the bot or a person; `bot-follow-up` is the bot speaking unasked. */
export type Origin = 'journey' | 'campaign' | 'staff' | 'bot-answer' | 'bot-follow-up' | 'system'

/** A visit that the message speaks of, as it was when the message was planned. */
export type VisitRef = {
  readonly visitId: string
  readonly version: number
  /** A reminder announces an upcoming visit; a follow-up looks back at one that took place; a notice may say that it is off. */
  readonly expects: 'upcoming' | 'attended' | 'cancelled'
}

/** One message that wants to leave, as its row in the outbox says. */
export type Send = {
  readonly id: string
  readonly kind: MessageKind
  readonly origin: Origin
  readonly lane: Lane
  readonly expiresAt: Instant
  /** Free text passes only in the open window; a template is a row of the account's templates. */
  readonly content: 'free-text' | 'template'
  /** Initiated messages only. */
  readonly purpose?: Purpose
  /** Initiated messages only: which hours and caps count. */
  readonly messageClass?: MessageClass
  /** Replies only: the inbound message that it answers. */
  readonly answers?: string
  /** The visits that a journey's message is about; empty for anything else. */
  readonly about: readonly VisitRef[]
}

export type VisitNow = {
  readonly visitId: string
  readonly version: number
  readonly status: AppointmentStatus
  readonly startAt?: Instant
}

export type TemplateNow = {
  readonly status: 'approved' | 'pending' | 'in-appeal' | 'paused' | 'disabled' | 'rejected' | 'missing'
  /** Meta unpauses a template by itself (3 h, then 6 h); absent when it did not say when. */
  readonly pausedUntil?: Instant
}

/** A switch that a person or an error threw. Without `until` it lasts until somebody throws it back. */
export type Pause = { readonly reason: string; readonly until?: Instant }

/** The portfolio's limit: unique people outside their window per moving 24 h (Meta, "messaging limits"). */
export type Portfolio = {
  /** How many more people may be reached now; Infinity without a limit. */
  readonly remainingNewContacts: number
  /** This person was reached outside the window in the last 24 h and costs nothing more. */
  readonly alreadyCounted: boolean
  /** People with a nearer visit who still wait: far lanes leave them room. */
  readonly reservedForNearer: number
  /** When the oldest of the counted people drops out of the 24 h. */
  readonly nextFreeAt?: Instant
}

/** What is true now, for one send. Plain data: a loader fills it for a whole batch with one query per table. */
export type GateFacts = {
  readonly now: Instant
  readonly patientZone: string
  readonly visits: readonly VisitNow[]
  /** Purposes with a live grant for every patient that the message is about, at this contact point. */
  readonly granted: ReadonlySet<Purpose>
  /** The person said stop and has not said start since. */
  readonly optedOutAt?: Instant
  /** The inbound message named by `Send.answers`, if it came from this very contact point. */
  readonly evidence?: { readonly inboundId: string; readonly at: Instant }
  /** The person's last message or call to this sender: opens the 24 h window. */
  readonly lastInboundAt?: Instant
  /** Initiated messages that left for this contact point in the last 7 days, in any order. */
  readonly recent: readonly RecentSend[]
  readonly caps: Caps
  /** When anything left for this contact point from this sender in the last minutes (PAIR_REACH_MS), in any order. */
  readonly pairSends: readonly Instant[]
  /** Of the message's class; absent for replies and safety. */
  readonly decentHours?: DecentHours
  readonly holidays: Holidays
  readonly template?: TemplateNow
  readonly portfolio: Portfolio
  readonly senderPaused?: Pause
  readonly organizationPaused?: Pause
  /** The source of the visit declares how often it comes, and this is when it became overdue. */
  readonly sourceStaleSince?: Instant
}

export type GateReason =
  | 'expired'
  | 'visit-unknown' | 'visit-moved' | 'visit-cancelled' | 'visit-stands' | 'visit-not-booked' | 'visit-over' | 'did-not-come'
  | 'no-consent' | 'no-evidence' | 'evidence-too-old' | 'not-an-answer'
  | 'opted-out'
  | 'frequency-cap' | 'pair-rate'
  | 'indecent-hour' | 'no-decent-hour'
  | 'window-closed'
  | 'template-missing' | 'template-rejected' | 'template-disabled' | 'template-paused' | 'template-in-review'
  | 'portfolio-limit'
  | 'sender-paused' | 'organization-paused' | 'source-stale'
  | 'would-expire-on-hold' // prettier-ignore

export type Verdict =
  | { readonly kind: 'allow' }
  | { readonly kind: 'hold'; readonly until: Instant; readonly reason: GateReason }
  | { readonly kind: 'deny'; readonly reason: GateReason }

export type Rule = {
  readonly name: string
  /** What a compliance officer reads; the generated page shows it. */
  readonly sentence: string
  readonly check: (send: Send, facts: GateFacts) => Verdict
}

export type TraceEntry = { readonly rule: string; readonly verdict: Verdict }
export type GateResult = { readonly verdict: Verdict; readonly trace: readonly TraceEntry[] }
