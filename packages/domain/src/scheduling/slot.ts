import { MINUTE, shift, type Instant } from '../shared/instant.ts'

/** A stretch of time, half open: `endAt` belongs to what comes next. */
export type Interval = { readonly startAt: Instant; readonly endAt: Instant }

/** A time that a visit could have. Plain data: it travels in conversation states and behind buttons. */
export type Slot = Interval & {
  readonly practitionerId: string
  readonly siteId: string
  /** IANA zone in which the time is told to the patient: the site's. */
  readonly zone: string
}

export const overlaps = (a: Interval, b: Interval): boolean => a.startAt < b.endAt && b.startAt < a.endAt

/** Whether `outer` covers all of `inner`. */
export const covers = (outer: Interval, inner: Interval): boolean =>
  outer.startAt <= inner.startAt && inner.endAt <= outer.endAt

/** The slot that begins at `startAt` and lasts `durationMin` minutes. */
export const lasting = (startAt: Instant, durationMin: number): Interval => ({
  startAt,
  endAt: shift(startAt, durationMin * MINUTE),
})
