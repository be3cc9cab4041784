import { hoursOn } from '../decent-hours.ts'
import type { Jurisdiction } from './jurisdiction.ts'

/** There is no rule of the Union: these are the strictest hours found in a member state (France). */
export const eu: Jurisdiction = {
  key: 'eu',
  title: 'European Union',
  countries: [
    'AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL',
    'PL', 'PT', 'RO', 'SE', 'SI', 'SK',
  ], // prettier-ignore
  bounds: { campaign: { weekdays: hoursOn([1, 2, 3, 4, 5, 6], 8, 22), closedOnHolidays: true } },
  sources: [
    {
      says: 'France: no marketing texts from 22:00 to 08:00, on Sundays or on public holidays',
      source: 'Brevo developer documentation, SMS rules by country',
    },
  ],
}
