/** Milliseconds since the epoch, UTC. The domain never reads a clock: every caller passes `now`. */
export type Instant = number & { readonly __brand: 'Instant' }

/** A length of time; parts add up. */
export type Span = {
  readonly days?: number
  readonly hours?: number
  readonly minutes?: number
  readonly seconds?: number
}

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The span in milliseconds; a day is 24 hours here (calendar days are a matter of zoned.ts). */
export const spanMs = ({ days = 0, hours = 0, minutes = 0, seconds = 0 }: Span): number =>
  days * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND

export const shift = (at: Instant, ms: number): Instant => (at + ms) as Instant
export const instant = (ms: number): Instant => ms as Instant

/** Reads an ISO 8601 instant with an offset or Z. @throws RangeError when the text is none. */
export function parseInstant(iso: string): Instant {
  const ms = Date.parse(iso)
  if (Number.isNaN(ms)) throw new RangeError('not an ISO 8601 instant')
  return ms as Instant
}

export const formatInstant = (at: Instant): string => new Date(at).toISOString()
