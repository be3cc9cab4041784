import { SECOND, shift, type Instant } from '../shared/instant.ts'

/**
 * What one number may send to one person: one message in six seconds, and up to 45 at once that are borrowed from the
 * time to come (Meta, "pair rate limit"; beyond it error 131056). A bucket that leaks.
 */
export const PAIR_RATE = { everyMs: 6 * SECOND, burst: 45 } as const

/** Sends older than this have leaked away, whatever came before them. */
export const PAIR_REACH_MS = 2 * PAIR_RATE.burst * PAIR_RATE.everyMs

/** When one more message may follow these, given in any order; undefined when it is now. */
export function pairFreeAt(sends: readonly Instant[], now: Instant): Instant | undefined {
  if (sends.length < PAIR_RATE.burst) return undefined
  let level = 0
  let last = now
  for (const at of sends.toSorted((a, b) => a - b)) {
    level = leaked(level, at - last) + 1
    last = at
  }
  const tooMuch = leaked(level, now - last) + 1 - PAIR_RATE.burst
  return tooMuch <= 0 ? undefined : shift(now, Math.ceil(tooMuch * PAIR_RATE.everyMs))
}

const leaked = (level: number, afterMs: number): number => Math.max(0, level - Math.max(0, afterMs) / PAIR_RATE.everyMs)
