import type { BookPractitioner } from '@recado/contracts/book'
import { openIntervals } from '@recado/domain/scheduling/hours'
import { addDays, instantToWallTime, localDate, startOfDay } from '@recado/domain/shared/zoned'
import { hoursAt, type StoredHours } from '../scheduling/index.ts'

type Site = { readonly id: string; readonly zone: string }

/** When a practitioner is open on each of these days at each of these sites, as the clocks there show it. */
export function hoursBetween(
  stored: StoredHours | null,
  sites: readonly Site[],
  from: string,
  to: string,
): BookPractitioner['hours'] {
  if (stored === null) return []
  return sites.flatMap((site) => {
    const open = openIntervals(hoursAt(stored, site), startOfDay(from, site.zone), startOfDay(to, site.zone))
    return open.map(({ startAt, endAt }) => {
      const date = localDate(startAt, site.zone)
      const end = instantToWallTime(endAt, site.zone)
      const midnight = end === `${addDays(date, 1)}T00:00`
      return {
        date,
        siteId: site.id,
        start: instantToWallTime(startAt, site.zone).slice(11),
        end: midnight ? '24:00' : end.slice(11),
      }
    })
  })
}
