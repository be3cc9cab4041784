import { DAY, HOUR, type Instant } from '../shared/instant.ts'
import { localMs } from '../shared/zoned.ts'
import { overlaps, type Interval, type Slot } from './slot.ts'

/** Three fit one look at a small screen; the list keeps room for "more" and "talk to us". */
export const OFFER_SIZE = 3
/** Nobody who asks to move today's visit can come in an hour: sooner times are offered only when there is nothing else. */
export const TOO_SOON_MS = 24 * HOUR
/** One day later weighs as much as an hour away from the usual time of day. */
const HOUR_PER_DAY = HOUR / DAY
/** Whoever moves a visit mostly can't come on that day: another time on it weighs as much as three days of waiting. */
const SAME_DAY_COST_MS = 3 * HOUR

export type OfferRequest = {
  /** Every free slot, in any order. */
  readonly free: readonly Slot[]
  /** Slots of earlier pages: never shown twice. */
  readonly shown: readonly Slot[]
  /** When the patient is expected elsewhere. */
  readonly busy: readonly Interval[]
  /** The visit's old time: its time of day is the one that suited. */
  readonly usualAt?: Instant
  readonly zone: string
  readonly now: Instant
}
export type Offer = {
  /** Up to three, soonest first. */
  readonly slots: readonly Slot[]
  /** Whether there is another page. */
  readonly more: boolean
}

/**
 * Which free times to show next: near the usual time of day, soon but not too soon, not on the old day, each on a day of its
 * own as long as there are enough days. Deterministic: the same request gives the same offer.
 */
export function offer(request: OfferRequest): Offer {
  const candidates = usable(request).map(ranking(request)).toSorted(byRank)
  const slots = spread(candidates).map(({ slot }) => slot)
  return { slots: slots.toSorted(bySoonest), more: candidates.length > slots.length }
}

/** Two practitioners free at one time are one time to the patient: the first of them is offered. */
function usable({ free, shown, busy, now }: OfferRequest): readonly Slot[] {
  const kept: Slot[] = []
  const times = new Set<number>(shown.map(({ startAt }) => startAt))
  for (const slot of free.toSorted(bySoonest)) {
    if (slot.startAt <= now || times.has(slot.startAt) || busy.some((visit) => overlaps(visit, slot))) continue
    times.add(slot.startAt)
    kept.push(slot)
  }
  return kept
}

/** `day` is the reading of the zone's clock at midnight. */
type Ranked = { readonly slot: Slot; readonly day: number; readonly tooSoon: boolean; readonly costMs: number }

function ranking({ now, zone, usualAt }: OfferRequest): (slot: Slot) => Ranked {
  const today = dayOf(localMs(now, zone))
  const usual = usualAt === undefined ? undefined : localMs(usualAt, zone)
  return (slot) => {
    const reading = localMs(slot.startAt, zone)
    const day = dayOf(reading)
    const costMs = (day - today) * HOUR_PER_DAY + (usual === undefined ? 0 : unlike(reading, usual))
    return { slot, day, tooSoon: slot.startAt - now < TOO_SOON_MS, costMs }
  }
}

/** How far a time is from the usual time of day; the old visit's own day suits least. */
const unlike = (reading: number, usual: number): number =>
  Math.abs(reading - dayOf(reading) - (usual - dayOf(usual))) + (dayOf(reading) === dayOf(usual) ? SAME_DAY_COST_MS : 0)

const dayOf = (reading: number): number => Math.floor(reading / DAY) * DAY

const byRank = (a: Ranked, b: Ranked): number =>
  Number(a.tooSoon) - Number(b.tooSoon) || a.costMs - b.costMs || bySoonest(a.slot, b.slot)

/** The best of each day first; what is still missing is filled up with the best of the rest. */
function spread(candidates: readonly Ranked[]): readonly Ranked[] {
  const days = new Set<number>()
  const firstOfDay: Ranked[] = []
  const rest: Ranked[] = []
  for (const candidate of candidates) {
    if (days.has(candidate.day)) rest.push(candidate)
    else firstOfDay.push(candidate)
    days.add(candidate.day)
  }
  return [...firstOfDay, ...rest].slice(0, OFFER_SIZE)
}

const bySoonest = (a: Slot, b: Slot): number => a.startAt - b.startAt || (a.practitionerId < b.practitionerId ? -1 : 1)
