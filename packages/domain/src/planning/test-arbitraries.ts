import fc from 'fast-check'
import { APPOINTMENT_STATUSES, CONFIRMATIONS, PURPOSES } from '../shared/appointment.ts'
import { DAY, HOUR, MINUTE, instant, shift } from '../shared/instant.ts'
import { localDate } from '../shared/zoned.ts'
import { WEEKDAYS, type DecentHours, type DecentHoursByClass } from '../policy/decent-hours.ts'
import { defaultHours } from '../policy/jurisdictions/default.ts'
import { allJourneys } from './all-journeys.ts'
import type { DisabledReason, Subject, UnreachableReason } from './plan-types.ts'

// Clocks that change by night, at midnight, by half an hour or two hours, and the far ends of the map.
export const anyZone = fc.constantFrom(
  'Europe/Madrid', 'America/Santiago', 'Africa/Cairo', 'Australia/Lord_Howe', 'Asia/Kolkata', 'America/Sao_Paulo',
  'Antarctica/Troll', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Africa/Casablanca',
) // prettier-ignore

const hoursOfDay = fc
  .tuple(fc.integer({ min: 300, max: 1200 }), fc.integer({ min: 180, max: 1080 }))
  .map(([fromMinute, length]) => ({ fromMinute, toMinute: Math.min(fromMinute + length, 1380) }))
/** Hours that problemsOf() finds fine. */
export const anyHours: fc.Arbitrary<DecentHours> = fc
  .tuple(fc.subarray([...WEEKDAYS], { minLength: 1 }), hoursOfDay, fc.boolean())
  .map(([days, hours, closedOnHolidays]) => ({
    weekdays: Object.fromEntries(days.map((day) => [day, hours])),
    closedOnHolidays,
  }))
const anyHoursByClass: fc.Arbitrary<DecentHoursByClass> = fc.oneof(
  fc.constant(defaultHours),
  fc.record({ reminder: anyHours, notice: anyHours, 'follow-up': anyHours, campaign: anyHours }),
)

/** Two years with every change of the clocks in them. */
const anyStart = fc.integer({ min: Date.UTC(2026, 0, 1) / MINUTE, max: Date.UTC(2027, 11, 31) / MINUTE })
const mostly = <T>(usual: T, rare: fc.Arbitrary<T>) => fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, rare)

export const anyJourney = fc.constantFrom(...allJourneys)

/** A visit with everything that can be the case with it, and a now around it at which every edge is met often. */
export const anySituation = fc
  .record({
    start: anyStart,
    zone: anyZone,
    patientZone: anyZone,
    bookedAgoMin: fc.oneof(fc.integer({ min: 0, max: 80 * 60 }), fc.integer({ min: 0, max: 60 * 24 * 60 })),
    nowAgoMin: fc.integer({ min: -80 * 60, max: 90 * 60 }),
    status: mostly('booked', fc.constantFrom(...APPOINTMENT_STATUSES)),
    confirmation: mostly('none', fc.constantFrom(...CONFIRMATIONS)),
    fulfilledAfterMin: fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined }),
    dayOnly: mostly(false, fc.constant(true)),
    version: fc.integer({ min: 1, max: 3 }),
    reachable: mostly<true | UnreachableReason>(true, fc.constantFrom('no-contact-point', 'opted-out')),
    granted: mostly([...PURPOSES], fc.subarray([...PURPOSES])),
    sendingDisabled: mostly<DisabledReason[]>([], fc.constant(['site-disabled'])),
    sourceStale: mostly(false, fc.constant(true)),
    holidayOffsets: fc.subarray([-4, -3, -2, -1, 0, 1]),
    decentHours: anyHoursByClass,
    settleMs: fc.constantFrom(0, 15 * MINUTE, 2 * HOUR),
  })
  .map(({ start, zone, status, confirmation, version, dayOnly, fulfilledAfterMin, ...rest }) => {
    const startAt = instant(start * MINUTE)
    const settledAt = shift(startAt, -rest.bookedAgoMin * MINUTE)
    const fulfilled = fulfilledAfterMin === undefined ? {} : { fulfilledAt: shift(startAt, fulfilledAfterMin * MINUTE) }
    const date = localDate(startAt, zone)
    const subject: Subject = {
      visit: {
        id: 'visit-1', version, status, confirmation, date, zone, settledAt, ...fulfilled,
        ...(dayOnly ? {} : { startAt }),
      }, // prettier-ignore
      patientZone: rest.patientZone,
      reachable: rest.reachable,
      granted: new Set(rest.granted),
      sendingDisabled: rest.sendingDisabled,
      sourceStale: rest.sourceStale,
      holidays: new Set(rest.holidayOffsets.map((days) => localDate(shift(startAt, days * DAY), rest.patientZone))),
      decentHours: rest.decentHours,
      settleMs: rest.settleMs,
    }
    return { subject, now: shift(startAt, -rest.nowAgoMin * MINUTE) }
  })
