import type { Instant } from '../shared/instant.ts'
import { covers, overlaps, type Interval, type Slot } from './slot.ts'

/** A visit in the book. Imported ones are facts and may overlap each other. */
export type Booking = Interval & { readonly practitionerId: string; readonly appointmentId: string }

/** A time that *we* gave away: held while a patient chooses, or a visit that a patient moved to. Claims never overlap. */
export type Claim = Booking & {
  readonly kind: 'hold' | 'visit'
  /** A hold counts until then, in business time; a visit has none. */
  readonly expiresAt?: Instant
}

export type ClaimRequest = {
  readonly slot: Slot
  /** The visit that wants the time: its own booking, hold or earlier claim is no obstacle. */
  readonly appointmentId: string
  readonly now: Instant
}
export type ClaimFacts = {
  readonly bookings: readonly Booking[]
  readonly claims: readonly Claim[]
  /** Open hours around the slot, where they are to be checked again; absent: not checked. */
  readonly open?: readonly Interval[]
}
export type ClaimResult =
  { readonly kind: 'won' } | { readonly kind: 'lost'; readonly reason: 'past' | 'closed' | 'booked' | 'claimed' }

/**
 * May this visit have this time? Asked under the lock of the practitioner's day, with the facts read under it; the
 * database's exclusion constraint says no a second time (invariant 5).
 */
export function decideClaim({ slot, appointmentId, now }: ClaimRequest, facts: ClaimFacts): ClaimResult {
  if (slot.startAt <= now) return lost('past')
  if (facts.open && !facts.open.some((interval) => covers(interval, slot))) return lost('closed')
  const inTheWay = (other: Booking): boolean =>
    other.appointmentId !== appointmentId && other.practitionerId === slot.practitionerId && overlaps(other, slot)
  if (facts.bookings.some(inTheWay)) return lost('booked')
  if (facts.claims.some((claim) => isLive(claim, now) && inTheWay(claim))) return lost('claimed')
  return { kind: 'won' }
}

/** A hold that ran out holds nothing, whether or not somebody has removed it yet. */
export const isLive = ({ expiresAt }: Claim, now: Instant): boolean => expiresAt === undefined || now < expiresAt

const lost = (reason: 'past' | 'closed' | 'booked' | 'claimed'): ClaimResult => ({ kind: 'lost', reason })
