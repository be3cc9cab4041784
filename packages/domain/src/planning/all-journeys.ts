import type { Journey } from './journey.ts'
import { appointmentReminder } from './journeys/appointment-reminder.ts'
import { appointmentReminder31 } from './journeys/appointment-reminder-3-1.ts'

/** Every journey that a clinic can switch on, in the order in which the console lists them. */
export const allJourneys: readonly Journey[] = [appointmentReminder, appointmentReminder31]

const byKey = new Map(allJourneys.map((journey) => [journey.key, journey]))
export const journeyByKey = (key: string): Journey | undefined => byKey.get(key)
