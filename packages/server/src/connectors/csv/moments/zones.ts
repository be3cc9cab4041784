import { Temporal } from 'temporal-polyfill'

const zonesKnown = new Map<string, boolean>()

export function isZone(zone: string): boolean {
  const known = zonesKnown.get(zone) ?? canFormat(zone)
  if (zonesKnown.size < 1000) zonesKnown.set(zone, known)
  return known
}

function canFormat(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch (error) {
    // Intl's way to say that there is no such zone.
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The zones of a country, from CLDR; one element where the wall time needs no question. */
export function zonesOf(country: string | undefined): readonly string[] {
  if (country === undefined || !/^[A-Z]{2}$/i.test(country)) return []
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?: () => string[] | undefined }
  return locale.getTimeZones?.() ?? []
}

export type WallReading = {
  readonly utcMs: number
  readonly shiftSec: number
  readonly note?: 'time.dst_gap' | 'time.dst_overlap'
}

const DAY_SEC = 86_400

/**
 * Wall time to instant, quick for a hundred thousand rows: on nearly all days a zone has one offset from midnight to
 * midnight, which is asked of Temporal once; days with a change go through Temporal each time.
 */
export class ZoneClock {
  private readonly zone: string
  private readonly days = new Map<string, Day>()

  constructor(zone: string) {
    this.zone = zone
  }

  /** @param day YYYY-MM-DD @param daySec seconds from midnight on the wall. A gap shifts forward, an overlap takes the first. */
  instantOf(day: string, daySec: number): WallReading {
    const { midnight, offset } = this.dayOf(day)
    if (offset !== undefined) return { utcMs: midnight + (daySec - offset) * 1000, shiftSec: 0 }
    const wall = Temporal.PlainDate.from(day).toPlainDateTime().add({ seconds: daySec })
    const earlier = wall.toZonedDateTime(this.zone, { disambiguation: 'earlier' })
    const later = wall.toZonedDateTime(this.zone, { disambiguation: 'later' })
    if (earlier.epochMilliseconds === later.epochMilliseconds) return { utcMs: earlier.epochMilliseconds, shiftSec: 0 }
    if (earlier.toPlainDateTime().equals(wall))
      return { utcMs: earlier.epochMilliseconds, shiftSec: 0, note: 'time.dst_overlap' }
    const shiftSec = Math.round(later.toPlainDateTime().since(wall).total('seconds'))
    return { utcMs: later.epochMilliseconds, shiftSec, note: 'time.dst_gap' }
  }

  /** The offset in seconds at an instant. */
  offsetAt(utcMs: number): number {
    return Temporal.Instant.fromEpochMilliseconds(utcMs).toZonedDateTimeISO(this.zone).offsetNanoseconds / 1e9
  }

  /** Offsets of the zone in the year around the day: its winter and its summer time. */
  offsetsAround(day: string): ReadonlySet<number> {
    const at = Date.parse(`${day}T12:00:00Z`)
    return new Set([0, 91, 182, 273].map((days) => this.offsetAt(at + days * DAY_SEC * 1000)))
  }

  private dayOf(day: string): Day {
    const known = this.days.get(day)
    if (known) return known
    const midnight = Date.parse(`${day}T00:00:00Z`)
    // A day on the wall lies within 14 hours around the same day in UTC whatever the offset.
    const [before, after] = [this.offsetAt(midnight - 14 * 3_600_000), this.offsetAt(midnight + 38 * 3_600_000)]
    const found = { midnight, offset: before === after ? before : undefined }
    if (this.days.size > 20_000) this.days.clear()
    this.days.set(day, found)
    return found
  }
}

/** `offset` in seconds; undefined on a day on which the clocks change. */
type Day = { readonly midnight: number; readonly offset: number | undefined }

/** Offsets in minutes that a zone's abbreviation is used for; several where it means different places. */
const ABBREVIATIONS: Readonly<Record<string, readonly number[]>> = {
  EDT: [-240], EST: [-300, 600], CDT: [-300, -240], CST: [-360, 480, -300], MDT: [-360], MST: [-420, 480, 390], PDT: [-420], PST: [-480, 480],
  AKDT: [-480], AKST: [-540], HST: [-600], ADT: [-180, 240], AST: [-240, 180], NST: [-210], NDT: [-150], GMT: [0], UTC: [0], WET: [0], WEST: [60], BST: [60, 360],
  IST: [330, 60, 120], IDT: [180], CET: [60], CEST: [120], MEZ: [60], MESZ: [120], EET: [120], EEST: [180], MSK: [180], TRT: [180],
  BRT: [-180], BRST: [-120], ART: [-180], CLT: [-240], CLST: [-180], COT: [-300], PET: [-300], ECT: [-300], VET: [-240], BOT: [-240], PYT: [-240, -180], UYT: [-180],
  GST: [240], PKT: [300], NPT: [345], BDT: [360, 480], ICT: [420], WIB: [420], WITA: [480], WIT: [540], SGT: [480], MYT: [480], PHT: [480], HKT: [480],
  JST: [540], KST: [540], AWST: [480], ACST: [570], ACDT: [630], AEST: [600], AEDT: [660], NZST: [720], NZDT: [780], SAST: [120], EAT: [180], CAT: [120], WAT: [60], AMT: [-240, 240],
} // prettier-ignore

/** undefined for a word that is no zone; US generic names (ET, CT) say nothing beyond the clinic's own zone. */
export const offsetsOf = (abbreviation: string): readonly number[] | undefined => ABBREVIATIONS[abbreviation]
