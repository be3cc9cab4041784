import type { Hours, WeeklySpan } from '@recado/domain/scheduling/hours'

/** Weekly hours as they are stored: wall times at a site. Spans without a site hold wherever the practitioner works. */
export type StoredHours = {
  readonly zone?: string
  readonly weekly: readonly (WeeklySpan & { readonly siteId?: string })[]
  readonly breaks?: Hours['breaks']
  readonly exceptions?: Hours['exceptions']
}

/** What of it holds at one site, read with that site's clocks. */
export const hoursAt = (stored: StoredHours, site: { readonly id: string; readonly zone: string }): Hours => ({
  zone: site.zone,
  weekly: stored.weekly.filter(({ siteId }) => siteId === undefined || siteId === site.id),
  breaks: stored.breaks ?? [],
  exceptions: stored.exceptions ?? [],
})
