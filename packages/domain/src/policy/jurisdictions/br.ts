import { hoursOn, WEEKDAYS } from '../decent-hours.ts'
import type { Jurisdiction } from './jurisdiction.ts'

export const br: Jurisdiction = {
  key: 'br',
  title: 'Brazil',
  countries: ['BR'],
  bounds: { campaign: { weekdays: hoursOn(WEEKDAYS, 8, 21), closedOnHolidays: false } },
  sources: [
    {
      says: 'Closed from 21:00 to 08:00 (default of a messaging vendor)',
      source: 'https://help.getvero.com/vero-2/articles/sms-quiet-hours-compliance',
      verifiedOn: '2026-11-22',
    },
  ],
}
