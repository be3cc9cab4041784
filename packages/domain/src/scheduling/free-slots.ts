import { MINUTE, instant, shift, type Instant } from '../shared/instant.ts'
import { addDays, localDate, startOfDay } from '../shared/zoned.ts'
import { isLive, type Booking, type Claim } from './claim.ts'
import { openTogether, type Hours } from './hours.ts'
import { union } from './intervals.ts'
import { lasting, type Interval, type Slot } from './slot.ts'

export type FreeSlotsRequest = {
  /** The site's hours and the practitioner's: open is what both have open. None: nothing is offered. */
  readonly hours: readonly Hours[]
  /** Closed dates of the site, YYYY-MM-DD. */
  readonly holidays: readonly string[]
  readonly bookings: readonly Booking[]
  readonly claims: readonly Claim[]
  readonly practitionerId: string
  readonly siteId: string
  /** The site's zone. */
  readonly zone: string
  readonly durationMin: number
  /** Slots begin every so many minutes from when the doors (or the break) open. */
  readonly stepMin: number
  readonly from: Instant
  readonly to: Instant
  readonly now: Instant
  /** The least time between now and a slot. */
  readonly minLeadMs: number
  /** The visit that looks for a time: its own holds are free to it; its present time is not offered again. */
  readonly forVisit?: string
}

/** Every time that can be offered, soonest first. Same request, same slots. @throws RangeError for a step or duration below 1. */
export function freeSlots(request: FreeSlotsRequest): readonly Slot[] {
  const { durationMin, stepMin, practitionerId, siteId, zone } = request
  if (!(durationMin >= 1) || !(stepMin >= 1)) throw new RangeError('a slot lasts and steps at least one minute')
  const earliest = instant(Math.max(request.from, request.now + request.minLeadMs))
  const busy = busyTimes(request)
  const slots: Slot[] = []
  for (const open of openTogether(request.hours, request.holidays, dayBefore(request.from, zone), request.to)) {
    for (const time of timesIn(open, busy, durationMin, stepMin)) {
      // The grid starts where the doors open, so that it does not shift with `from` or with the hour of asking.
      if (time.startAt >= earliest && time.startAt > request.now) slots.push({ ...time, practitionerId, siteId, zone })
    }
  }
  return slots
}

/** A night shift began the day before. */
const dayBefore = (at: Instant, zone: string): Instant => startOfDay(addDays(localDate(at, zone), -1), zone)

function busyTimes({ bookings, claims, practitionerId, now, forVisit }: FreeSlotsRequest): readonly Interval[] {
  const held = claims.filter(
    (claim) => isLive(claim, now) && !(claim.kind === 'hold' && claim.appointmentId === forVisit),
  )
  return union([...bookings, ...held].filter((other) => other.practitionerId === practitionerId))
}

function* timesIn(
  open: Interval,
  busy: readonly Interval[],
  durationMin: number,
  stepMin: number,
): Generator<Interval> {
  const stepMs = stepMin * MINUTE
  let next = busy.findIndex(({ endAt }) => endAt > open.startAt)
  if (next < 0) next = busy.length
  for (let startAt = open.startAt; ;) {
    const time = lasting(startAt, durationMin)
    if (time.endAt > open.endAt) return
    while ((busy[next]?.endAt ?? Infinity) <= time.startAt) next += 1
    const obstacle = busy[next]
    if (obstacle === undefined || obstacle.startAt >= time.endAt) {
      yield time
      startAt = shift(startAt, stepMs)
    } else {
      startAt = shift(open.startAt, Math.ceil((obstacle.endAt - open.startAt) / stepMs) * stepMs)
    }
  }
}
