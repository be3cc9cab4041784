import type { Lane, Purpose } from '../shared/appointment.ts'
import { spanMs, type Span } from '../shared/instant.ts'
import type { MessageClass } from '../policy/message-class.ts'

/** Signed milliseconds from a step's anchor; a day is 24 hours, so that "48 h before" is 48 hours on every day. */
export type Offset = number & { readonly __brand: 'Offset' }
export const before = (span: Span): Offset => -spanMs(span) as Offset
export const after = (span: Span): Offset => spanMs(span) as Offset

/** What a step counts from: the visit's start, or the moment at which the visit was done. */
export type Anchor = 'appointment.start' | 'appointment.fulfilled'

export type Condition =
  /** The patient has said neither yes nor no nor "another time": somebody who answered is not asked again. */
  | { readonly kind: 'unconfirmed' }
  /** The visit was booked at least this long before it starts. */
  | { readonly kind: 'lead'; readonly atLeastMs: number }

export type Step = {
  readonly key: string
  readonly anchor: Anchor
  readonly at: Offset
  /** Gone out later than this it is worth less than silence. A step before the visit ends at its start at the latest. */
  readonly expires: Offset
  readonly purpose: Purpose
  readonly lane: Lane
  readonly messageClass: MessageClass
  readonly conditions: readonly Condition[]
  /** Carries Confirm / Reschedule / Cancel. */
  readonly askConfirmation: boolean
  /** Goes earlier rather than on a holiday of the visit's site. */
  readonly avoidsHolidays: boolean
  /** Visits on one day become one message when they start within this of each other. */
  readonly mergeWithinMs: number
}

export type Journey = {
  readonly key: string
  readonly title: string
  /** Two steps of one visit never come closer than this: the later one in the list gives way. */
  readonly minimumGapMs: number
  readonly steps: readonly Step[]
}

export const unconfirmed: Condition = { kind: 'unconfirmed' }
export const lead = (span: Span): Condition => ({ kind: 'lead', atLeastMs: spanMs(span) })
export const defineJourney = <const J extends Journey>(journey: J): J => journey

/** Where the words of a step live; template names are made from it (`recado_<journey>_<step>_v<n>`). */
export const templateBase = (journey: string, step: string): string => `${journey}/${step}`
