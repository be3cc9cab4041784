import { hoursOn, WEEKDAYS } from '../decent-hours.ts'
import type { Jurisdiction } from './jurisdiction.ts'

export const mx: Jurisdiction = {
  key: 'mx',
  title: 'Mexico',
  countries: ['MX'],
  bounds: { campaign: { weekdays: hoursOn(WEEKDAYS, 8, 20), closedOnHolidays: false } },
  sources: [
    {
      says: 'Closed from 20:00 to 08:00 (default of a messaging vendor)',
      source: 'https://help.getvero.com/vero-2/articles/sms-quiet-hours-compliance',
      verifiedOn: '2026-11-22',
    },
  ],
}
