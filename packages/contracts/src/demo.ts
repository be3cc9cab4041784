import { z } from 'zod'
import { InstantInput, InstantText } from './primitives.ts'

/** Business time; `nextDueAt` is the next moment at which something falls due, absent when nothing is planned. */
export const Clock = z.object({ now: InstantText, nextDueAt: InstantText.optional() })
export type Clock = z.infer<typeof Clock>

/** ISO 8601 duration to step over, or the instant to step to; never backwards (409). */
export const MoveClockRequest = z.union([
  z.strictObject({ advance: z.string().regex(/^P(?=\d|T\d)(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?$/) }),
  z.strictObject({ to: InstantInput }),
])
/** `ran` counts the due times that were stepped through. */
export const MovedClock = Clock.extend({ ran: z.number().int() })
export type MovedClock = z.infer<typeof MovedClock>
