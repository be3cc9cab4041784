import { retryDelayMs, type Rejected, type SendOutcome } from '@recado/domain/messaging/send-outcome'
import type { MessageKind } from '@recado/domain/shared/appointment'
import { instant, MINUTE, SECOND, shift, type Instant } from '@recado/domain/shared/instant'
import type { MessageAfterAttempt } from './ledger.ts'

/** How long an attempt without a clear outcome waits for its status before the policy of its kind decides (reference 4.2: 2–60 min). */
export const SETTLE_UNKNOWN_MS: Readonly<Record<MessageKind, number>> = {
  initiated: 10 * MINUTE,
  reply: 60 * SECOND, // the person is waiting; a second answer, labelled, is better than none
  safety: 5 * SECOND, // a second one is harmless
}

/** When an outcome that is unclear from `now` on is decided: no later than the message is worth anything. */
export const unknownUntil = ({ kind, expiresAt }: Pick<Tried, 'kind' | 'expiresAt'>, now: Instant): Instant =>
  instant(Math.max(now, Math.min(expiresAt, shift(now, SETTLE_UNKNOWN_MS[kind]))))

/** A reminder is sent once more only if it is still worth something for this long. */
export const RESEND_NEEDS_MS = 30 * MINUTE

export type Tried = { readonly kind: MessageKind; readonly attempts: number; readonly expiresAt: Instant }

/** What follows for a message from what its attempt came to. `chance` is 0 ≤ chance < 1. */
export function afterAttempt(tried: Tried, outcome: SendOutcome, now: Instant, chance: number): MessageAfterAttempt {
  switch (outcome.kind) {
    case 'accepted':
      return { state: 'accepted' }
    case 'unknown':
      return { state: 'unknown', dueAt: unknownUntil(tried, now) }
    case 'not-sent':
      return again(tried, shift(now, outcome.retryAfterMs), outcome.why)
    case 'rejected':
      return afterRejection(tried, outcome, now, chance)
  }
}

function afterRejection(tried: Tried, outcome: Rejected, now: Instant, chance: number): MessageAfterAttempt {
  const reason = `${outcome.class}-${outcome.code}`
  const delayMs = retryDelayMs(outcome, tried.attempts + 1, chance)
  // What belongs to the account or the number is nothing that this message did wrong: it waits for a person to repair it.
  if (outcome.class === 'tenant-stop' || outcome.class === 'sender-stop')
    return again(tried, shift(now, 15 * MINUTE), reason)
  return delayMs === undefined ? { state: 'failed', reason } : again(tried, shift(now, delayMs), reason)
}

const again = ({ expiresAt }: Tried, dueAt: Instant, reason: string): MessageAfterAttempt =>
  dueAt < expiresAt ? { state: 'planned', dueAt, reason } : { state: 'failed', reason }

export type UnknownMessage = { readonly kind: MessageKind; readonly expiresAt: Instant; readonly resends: number }
export type UnknownDecision =
  { readonly kind: 'resend' } | { readonly kind: 'give-up'; readonly reason: 'unknown-outcome' }

/**
 * No status came in time. One more try, labelled, where a repeat is better than silence and there is time for it;
 * otherwise it ends, and staff see it (reference 4.2, step 5).
 */
export function settleUnknown({ kind, expiresAt, resends }: UnknownMessage, now: Instant): UnknownDecision {
  const worthIt = kind === 'initiated' ? expiresAt - now >= RESEND_NEEDS_MS : expiresAt > now
  return worthIt && resends === 0 ? { kind: 'resend' } : { kind: 'give-up', reason: 'unknown-outcome' }
}
