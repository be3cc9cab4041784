import { hoursOn, WEEKDAYS } from '../decent-hours.ts'
import type { Jurisdiction } from './jurisdiction.ts'

export const india: Jurisdiction = {
  key: 'in',
  title: 'India',
  countries: ['IN'],
  bounds: { campaign: { weekdays: hoursOn(WEEKDAYS, 10, 21), closedOnHolidays: false } },
  sources: [
    {
      says: 'Commercial messages from 09:00 to 21:00; operators now open at 10:00',
      source: 'TRAI Telecom Commercial Communications Customer Preference Regulations',
    },
  ],
}
