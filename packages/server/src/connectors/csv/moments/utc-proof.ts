import type { Answers, Question } from '../file-reading.ts'
import { ZoneClock } from './zones.ts'

/** Hours of the times that say Z or +00:00, as they are written. */
export class UtcTally {
  rows = 0
  private readonly hours = Array.from({ length: 24 }, () => 0)

  add(hour: number): void {
    this.rows++
    this.hours[hour] = (this.hours[hour] ?? 0) + 1
  }

  /** Share of the times that lie between 22:00 and 6:00 when `shift` hours are added. */
  nightShare(shift: number): number {
    const night = this.hours.reduce(
      (sum, rows, hour) => (isNight((((hour + shift) % 24) + 24) % 24) ? sum + rows : sum),
      0,
    )
    return this.rows === 0 ? 0 : night / this.rows
  }
}

const isNight = (hour: number): boolean => hour < 6 || hour >= 22

const UTC = 'UTC, as written'
const WALL = "the clinic's own time"

/**
 * Some systems put a Z behind the clinic's own wall time. It shows when the times as written are a clinic's hours, and
 * in the clinic's zone a good part of them would be at night.
 */
export function proveUtc(
  tally: UtcTally,
  timedRows: number,
  zone: string | undefined,
  answers: Answers,
  today: string,
): { utc?: 'wall' | 'open'; question?: Question } {
  const answer = answers['utcTimes']
  if (tally.rows === 0 || answer === UTC) return {}
  if (answer === WALL) return { utc: 'wall' }
  if (zone === undefined || tally.rows < timedRows * 0.9) return {}
  const shift = Math.round(new ZoneClock(zone).offsetAt(Date.parse(`${today}T12:00:00Z`)) / 3600)
  if (shift === 0 || tally.nightShare(0) > 0.02 || tally.nightShare(shift) < 0.2) return {}
  const evidence = `All times end in Z. Read as UTC, ${Math.round(tally.nightShare(shift) * 100)} % of the visits would be at night.`
  return { utc: 'open', question: { about: 'utcTimes', options: [UTC, WALL], evidence } }
}
