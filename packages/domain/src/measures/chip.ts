import { ATTENDED_STATUSES, type AppointmentStatus, type Confirmation } from '../shared/appointment.ts'
import type { Instant } from '../shared/instant.ts'

/** A message of a journey about the visit as it stands now; one that rode along counts as the message that carried it. */
export type ChipMessage = {
  readonly state: 'planned' | 'attempting' | 'unknown' | 'accepted' | 'failed' | 'expired' | 'denied' | 'skipped' | 'withdrawn'
  /** Why it waits, did not leave or was not planned. */
  readonly reason?: string
  readonly dueAt: Instant
  /** How far it came at the person's phone. */
  readonly reached?: 'delivered' | 'read'
} // prettier-ignore

export type ChipFacts = {
  readonly status: AppointmentStatus
  readonly confirmation: Confirmation
  /** Why nobody can be reached; absent when somebody can. */
  readonly unreachable?: string
  readonly messages: readonly ChipMessage[]
}

export type ChipState =
  | 'planned' | 'held' | 'sent' | 'delivered' | 'read' | 'confirmed' | 'wants-to-move' | 'cancelled' | 'arrived' | 'no-show'
  | 'not-reachable' | 'not-sent' | 'none' // prettier-ignore
export type Chip = { readonly state: ChipState; readonly reason?: string; readonly nextAt?: Instant }

/**
 * The one thing to know about a visit at a glance. What happened to the visit comes before what the person said, that
 * before whether the person can be reached, and that before how far our messages came.
 */
export function chipOf(facts: ChipFacts): Chip {
  return ofVisit(facts) ?? ofMessages(facts.messages)
}

const GONE: ReadonlySet<AppointmentStatus> = new Set(['cancelled', 'entered-in-error'])

function ofVisit({ status, confirmation, unreachable }: ChipFacts): Chip | undefined {
  if (GONE.has(status)) return { state: 'cancelled' }
  if (status === 'noshow') return { state: 'no-show' }
  if (ATTENDED_STATUSES.has(status)) return { state: 'arrived' }
  if (confirmation === 'reschedule-requested') return { state: 'wants-to-move' }
  if (confirmation === 'confirmed') return { state: 'confirmed' }
  return unreachable === undefined ? undefined : { state: 'not-reachable', reason: unreachable }
}

function ofMessages(messages: readonly ChipMessage[]): Chip {
  const newest = messages
    .filter(({ state }) => OVER.has(state))
    .toSorted(byDue)
    .at(-1)
  if (newest) return ofEnded(newest)
  const [next] = messages.filter(({ state }) => state === 'planned' || state === 'attempting').toSorted(byDue)
  if (next)
    return next.reason === undefined
      ? { state: 'planned', nextAt: next.dueAt }
      : { state: 'held', reason: next.reason, nextAt: next.dueAt }
  const [skipped] = messages
    .filter(({ state, reason }) => LEFT_OUT.has(state) && !NO_NEWS.has(reason ?? ''))
    .toSorted(byDue)
  return skipped
    ? { state: 'not-sent', ...(skipped.reason === undefined ? {} : { reason: skipped.reason }) }
    : { state: 'none' }
}

/** Left us, or never will. */
const OVER: ReadonlySet<ChipMessage['state']> = new Set(['accepted', 'unknown', 'failed', 'expired', 'denied'])
/** Never planned, or taken back: while the visit stands, staff want to know why. */
const LEFT_OUT: ReadonlySet<ChipMessage['state']> = new Set(['skipped', 'withdrawn'])
/** A follow-up that waits for its visit, and what another message took the place of. */
const NO_NEWS: ReadonlySet<string> = new Set(['not-fulfilled-yet', 'superseded', 'step-removed'])

function ofEnded({ state, reason, reached }: ChipMessage): Chip {
  if (state === 'accepted') return { state: reached ?? 'sent' }
  if (state === 'unknown') return { state: 'held', reason: 'unknown-outcome' }
  return { state: 'not-sent', reason: reason ?? state }
}

const byDue = (a: ChipMessage, b: ChipMessage): number => a.dueAt - b.dueAt
