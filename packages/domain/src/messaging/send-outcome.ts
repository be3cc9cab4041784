/**
 * What one try to send came to. Four ends and no fifth: the channel took it, refused it, never got it, or we can't
 * know. Only `unknown` may hide a message that the patient gets; it is never sent again blindly (invariant 3).
 */
export type SendOutcome = Accepted | Rejected | NotSent | Unknown

/** The channel has the message and will report what becomes of it. That is not yet `delivered`. */
export type Accepted = {
  readonly kind: 'accepted'
  readonly wamid: string
  /** Held back by template pacing until Meta has judged the first reactions; it may still be dropped (132015). */
  readonly heldForQuality: boolean
}

/** The channel read the message and said no; nothing was sent. */
export type Rejected = {
  readonly kind: 'rejected'
  readonly class: RejectionClass
  /** The channel's own code; 0 when there was none. */
  readonly code: number
  readonly subcode?: number
  readonly action?: RejectionAction
  /** Waits before the 2nd, 3rd, … try; empty when the same message must not be tried again. */
  readonly delaysMs: readonly number[]
  /** What the channel asked us to wait (Retry-After, usage header); it beats a shorter delay of ours. */
  readonly retryAfterMs?: number
  /** The channel's explanation with digits and quoted words taken out: safe to store and show, not to log. */
  readonly hint?: string
}

/** Not one byte of the message was taken: it goes back into the queue and the try does not count. */
export type NotSent = {
  readonly kind: 'not-sent'
  readonly why: NotSentReason
  readonly retryAfterMs: number
  readonly code?: number
}

/** It may or may not have been sent. Wait for a status that carries the attempt's id before anything else. */
export type Unknown = { readonly kind: 'unknown'; readonly why: UnknownReason; readonly code?: number }

export type NotSentReason = 'no-connection' | 'throttled' | 'aborted-before-start'
export type UnknownReason = 'time-out' | 'connection-lost' | 'aborted' | 'server-error' | 'unreadable-answer'

export const REJECTION_CLASSES = [
  'transient', // the same message may be tried again within minutes
  'later', // hours: a restriction has to end first
  'fallback-template', // the 24 h window is closed: only a template reaches this person
  'recipient-stop', // this person can't or must not be reached this way
  'template-stop', // this template can't be sent in this form or language
  'sender-stop', // this number can't send until a person repairs it
  'tenant-stop', // nothing of this account may go out until a person acts
  'bug', // our request is wrong: it is kept for an engineer, never repeated
  'not-for-sending', // belongs to another call (template, group, media, onboarding); here it would be our bug
] as const
export type RejectionClass = (typeof REJECTION_CLASSES)[number]

/** What else has to happen besides the class: the one consequence that belongs to this code alone. */
export type RejectionAction =
  | 'alarm'
  | 'block-country'
  | 'flag-unreachable'
  | 'hold-queue'
  | 'pause-non-critical'
  | 'reauthorize'
  | 'reverify-identity'
  | 'set-marketing-opt-out'
  | 'slow-down'
  | 'sync-templates'
  | 'use-other-channel'
  | 'use-phone-number'

/** The longest random addition to a wait, as a share of it: tries of many messages must not fall on one moment. */
const JITTER = 0.5

/**
 * Milliseconds to wait before the next try of a rejected message, undefined when there is none.
 * @param triesSoFar tries that were refused, at least 1
 * @param chance 0 ≤ chance < 1, from the caller
 */
export function retryDelayMs(outcome: Rejected, triesSoFar: number, chance: number): number | undefined {
  const planned = outcome.delaysMs[triesSoFar - 1]
  if (planned === undefined) return undefined
  return Math.round(Math.max(planned, outcome.retryAfterMs ?? 0) * (1 + JITTER * chance))
}

/** True when the outcome settles the attempt: no status is needed to know whether the message left. */
export const isDefinite = (outcome: SendOutcome): boolean => outcome.kind !== 'unknown'
