import { z } from 'zod'
import { InstantInput, InstantText } from './primitives.ts'

/** Business time; `nextDueAt` is the next moment at which something falls due, absent when nothing is planned. */
export const Clock = z.object({ now: InstantText, nextDueAt: InstantText.optional() })
export type Clock = z.infer<typeof Clock>

/** Weeks, days, hours, minutes, seconds, each with or without decimals: what has one length whatever the calendar says. */
export const CLOCK_STEP =
  /^P(?=\d|T\d)(?:(\d+(?:[.,]\d+)?)W)?(?:(\d+(?:[.,]\d+)?)D)?(?:T(?=\d)(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/

/** ISO 8601 duration to step over, or the instant to step to; never backwards (409). PT0S runs what is due now. */
export const MoveClockRequest = z.union([
  z.strictObject({ advance: z.string().regex(CLOCK_STEP) }),
  z.strictObject({ to: InstantInput }),
])
/** `ran` counts the due times that were stepped through. */
export const MovedClock = Clock.extend({ ran: z.number().int() })
export type MovedClock = z.infer<typeof MovedClock>
