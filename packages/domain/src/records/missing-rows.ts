/** More than this share of the upcoming visits gone from one export stops the cancelling (ehr reference 6.3). */
export const MISSING_BRAKE_SHARE = 0.2

export type MissingDecision =
  | { readonly kind: 'keep' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'braked'; readonly missing: number; readonly upcoming: number }

/**
 * What to do about upcoming visits that a full export no longer lists. A shrunken export must never cancel a clinic's
 * day: above the brake nothing is cancelled until a person says so.
 */
export function decideMissing(
  option: 'keep' | 'cancel',
  missing: number,
  upcoming: number,
  released = false,
): MissingDecision {
  if (option === 'keep' || missing === 0) return { kind: 'keep' }
  if (!released && braked(missing, upcoming)) return { kind: 'braked', missing, upcoming }
  return { kind: 'cancel' }
}

/** So large a share of a book's visits to come is more likely a broken export than a day's work. */
export const braked = (changed: number, upcoming: number): boolean => changed > upcoming * MISSING_BRAKE_SHARE

export type Booking = {
  readonly patientId: string
  readonly service: string | null
  readonly at: number
  readonly id: string
}

/** A cancel and a booking of the same patient and visit type this close together are one move (ehr reference, conclusion 9). */
export const MOVE_WITHIN_MS = 15 * 60_000

/** Pairs cancelled visits with new ones that replace them: nearest booking first, each used once. */
export function pairMoves(cancelled: readonly Booking[], created: readonly Booking[]): ReadonlyMap<string, string> {
  const free = new Map<string, Booking[]>()
  for (const booking of created) {
    const key = `${booking.patientId}|${booking.service ?? ''}`
    free.set(key, [...(free.get(key) ?? []), booking])
  }
  const moves = new Map<string, string>()
  for (const gone of cancelled) {
    const candidates = free.get(`${gone.patientId}|${gone.service ?? ''}`) ?? []
    const taken = candidates.findIndex((booking) => Math.abs(booking.at - gone.at) <= MOVE_WITHIN_MS)
    const [replacement] = taken < 0 ? [] : candidates.splice(taken, 1)
    if (replacement) moves.set(gone.id, replacement.id)
  }
  return moves
}
