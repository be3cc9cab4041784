/** One try of a message: what it came to, and whether the channel has reported it as failed (and not as arrived). */
export type AttemptStanding = {
  readonly outcome: 'pending' | 'accepted' | 'rejected' | 'not-sent' | 'unknown'
  readonly failed: boolean
}

/** `open`: the tries alone do not decide it yet. */
export type MessageStanding = 'accepted' | 'undeliverable' | 'open'

/**
 * What all tries of one message say of it. The person has it, or will, as soon as one of them was accepted and has not
 * failed; it is undeliverable when all that were accepted have failed and none is under way.
 */
export function standingOf(attempts: readonly AttemptStanding[]): MessageStanding {
  const accepted = attempts.filter(({ outcome }) => outcome === 'accepted')
  if (accepted.some(({ failed }) => !failed)) return 'accepted'
  if (accepted.length === 0 || attempts.some(({ outcome }) => outcome === 'pending')) return 'open'
  return 'undeliverable'
}
