/** Wall times are texts without a zone (`2026-11-24T14:30`), instants ISO texts ending in Z, as on the wire. */

const partsFormat = new Map<string, Intl.DateTimeFormat>()

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = partsFormat.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  partsFormat.set(zone, format)
  return format
}

/** The wall time of an instant in a zone, to the minute. */
export function localOf(instant: string | number, zone: string): string {
  const parts = Object.fromEntries(
    formatFor(zone)
      .formatToParts(new Date(instant))
      .map((p) => [p.type, p.value]),
  )
  return `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}`
}

const asUtc = (local: string): number => Date.parse(`${local}:00Z`)

/**
 * The instant of a wall time. In the hour that a zone skips, the later side; in one that it repeats, the earlier:
 * as Temporal's `compatible`. Only for the demo clock's own field; appointments carry both from the server.
 */
export function instantOf(local: string, zone: string): string {
  const wanted = asUtc(local)
  const offsetAt = (ms: number): number => asUtc(localOf(ms, zone)) - Math.floor(ms / 60_000) * 60_000
  const guesses = [wanted - offsetAt(wanted - 86_400_000), wanted - offsetAt(wanted + 86_400_000)]
  const exact = guesses.filter((ms) => asUtc(localOf(ms, zone)) === wanted)
  const chosen = exact.length > 0 ? Math.min(...exact) : (guesses[0] ?? wanted)
  return new Date(chosen).toISOString()
}

/** Calendar arithmetic on `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** 1 is Monday, 7 is Sunday. */
export const isoWeekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7

export const mondayOf = (date: string): string => addDays(date, 1 - isoWeekday(date))

/** Minutes since midnight of a wall time or a time of day. */
export function minuteOf(local: string): number {
  const [hours = '0', minutes = '0'] = (local.includes('T') ? local.slice(11) : local).split(':')
  return Number(hours) * 60 + Number(minutes)
}

export const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
