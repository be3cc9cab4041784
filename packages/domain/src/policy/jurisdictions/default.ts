import { hoursOn, WEEKDAYS, type DecentHoursByClass } from '../decent-hours.ts'

/**
 * What we hold decent everywhere: reminders and follow-ups 08:00 to 20:00 on every day, campaigns 09:00 to 19:00 from
 * Monday to Saturday and never on a holiday. No law asks this of reminders; sleep does. The news that a visit was moved or
 * cancelled may come from 07:00 to 21:00: it spares somebody a way for nothing.
 */
export const defaultHours: DecentHoursByClass = {
  reminder: { weekdays: hoursOn(WEEKDAYS, 8, 20), closedOnHolidays: false },
  notice: { weekdays: hoursOn(WEEKDAYS, 7, 21), closedOnHolidays: false },
  'follow-up': { weekdays: hoursOn(WEEKDAYS, 8, 20), closedOnHolidays: false },
  campaign: { weekdays: hoursOn([1, 2, 3, 4, 5, 6], 9, 19), closedOnHolidays: true },
}
