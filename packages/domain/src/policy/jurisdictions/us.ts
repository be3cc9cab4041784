import { hoursOn, WEEKDAYS } from '../decent-hours.ts'
import type { Jurisdiction } from './jurisdiction.ts'

export const us: Jurisdiction = {
  key: 'us',
  title: 'United States',
  countries: ['US'],
  bounds: { campaign: { weekdays: hoursOn(WEEKDAYS, 8, 21), closedOnHolidays: false } },
  sources: [
    {
      says: 'No solicitation before 8 a.m. or after 9 p.m. local time of the called party',
      source: '47 CFR 64.1200(c)(1)',
    },
  ],
}
