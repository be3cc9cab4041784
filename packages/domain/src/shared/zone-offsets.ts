import { Temporal } from 'temporal-polyfill'

/** A stretch of time in which a zone's clocks don't change: `[startMs, endMs)` in milliseconds since the epoch. */
export type Stretch = { readonly startMs: number; readonly endMs: number; readonly offsetMs: number }

/** The stretch that holds `atMs`. @throws RangeError when the zone is unknown or the time is none. */
export function stretchAt(zone: string, atMs: number): Stretch {
  const known = zones.get(zone)
  const last = known?.last
  if (known && last && atMs >= last.startMs && atMs < last.endMs) return last
  return lookUp(known ?? addZone(zone), atMs)
}

/**
 * Temporal answers one question in 5 to 50 µs; an import asks millions. So each zone's changes are asked for once per
 * 400 days and kept. A stretch ends where its table ends, although the clocks don't change there.
 */
const TABLE_MS = 400 * 86_400_000

type ZoneTables = { readonly zone: string; readonly tables: Map<number, readonly Stretch[]>; last: Stretch | undefined }
const zones = new Map<string, ZoneTables>()

function addZone(zone: string): ZoneTables {
  const made: ZoneTables = { zone, tables: new Map(), last: undefined }
  offsetMs(toZoned(0, zone)) // an unknown zone fails here and is not kept
  zones.set(zone, made)
  return made
}

function lookUp(known: ZoneTables, atMs: number): Stretch {
  const index = Math.floor(atMs / TABLE_MS)
  let table = known.tables.get(index)
  if (!table) {
    table = askTemporal(known.zone, index * TABLE_MS)
    known.tables.set(index, table)
  }
  const found = table.find((stretch) => atMs < stretch.endMs)
  if (!found) throw new RangeError('not a time')
  known.last = found
  return found
}

function askTemporal(zone: string, startMs: number): readonly Stretch[] {
  const stretches: Stretch[] = []
  const tableEndMs = startMs + TABLE_MS
  let at = toZoned(startMs, zone)
  for (;;) {
    const change = at.getTimeZoneTransition('next')
    const endMs = Math.min(change?.epochMilliseconds ?? tableEndMs, tableEndMs)
    stretches.push({ startMs: at.epochMilliseconds, endMs, offsetMs: offsetMs(at) })
    if (!change || endMs === tableEndMs) return stretches
    at = change
  }
}

const toZoned = (atMs: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone)
const offsetMs = (at: Temporal.ZonedDateTime): number => Math.round(at.offsetNanoseconds / 1_000_000)
