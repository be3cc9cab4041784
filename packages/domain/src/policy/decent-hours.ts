import type { MessageClass } from './message-class.ts'

/** Minutes past local midnight, `fromMinute` included, `toMinute` excluded; 480 is 08:00. Never across midnight. */
export type HoursOfDay = { readonly fromMinute: number; readonly toMinute: number }

/** When a class of messages may reach a phone, in the patient's zone. A weekday that is absent is closed. */
export type DecentHours = {
  /** ISO weekdays: 1 is Monday, 7 is Sunday. */
  readonly weekdays: Readonly<Partial<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, HoursOfDay>>>
  readonly closedOnHolidays: boolean
}
export type DecentHoursByClass = Readonly<Record<MessageClass, DecentHours>>

/** Local dates (YYYY-MM-DD) on which the visit's site is closed. */
export type Holidays = ReadonlySet<string>
