import { hoursOn } from '../decent-hours.ts'
import type { Jurisdiction } from './jurisdiction.ts'

export const es: Jurisdiction = {
  key: 'es',
  title: 'Spain',
  countries: ['ES'],
  bounds: { campaign: { weekdays: hoursOn([1, 2, 3, 4, 5], 9, 21), closedOnHolidays: true } },
  sources: [
    {
      says: 'Commercial calls neither before 09:00 nor after 21:00, nor on weekends and holidays; we treat messages alike',
      source: 'Real Decreto Legislativo 1/2007, art. 96.2 (Ley 3/2014), as quoted by blog.sepin.es',
      verifiedOn: '2026-11-22',
    },
  ],
}
