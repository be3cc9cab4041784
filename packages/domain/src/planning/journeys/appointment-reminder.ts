import { LANES } from '../../shared/appointment.ts'
import { DAY, HOUR } from '../../shared/instant.ts'
import { after, before, defineJourney, unconfirmed } from '../journey.ts'

/** Two touches before the visit, one after it. Moving the visit moves all three; see plan(). */
export const appointmentReminder = defineJourney({
  key: 'appointment-reminder',
  title: 'Appointment reminder: 48 hours, 2 hours, the day after',
  minimumGapMs: 4 * HOUR,
  steps: [
    {
      key: 'confirm',
      anchor: 'appointment.start',
      at: before({ hours: 48 }),
      expires: before({ hours: 24 }), // later than this the slot can hardly be given to somebody else
      purpose: 'appointment_logistics',
      lane: LANES.farReminder,
      messageClass: 'reminder',
      conditions: [unconfirmed],
      askConfirmation: true,
      avoidsHolidays: true,
      mergeWithinMs: DAY,
    },
    {
      key: 'soon',
      anchor: 'appointment.start',
      at: before({ hours: 2 }),
      expires: before({ minutes: 30 }), // by then the patient is on the way
      purpose: 'appointment_logistics',
      lane: LANES.nearReminder,
      messageClass: 'reminder',
      conditions: [],
      askConfirmation: false,
      avoidsHolidays: false,
      mergeWithinMs: 4 * HOUR,
    },
    {
      key: 'follow-up',
      anchor: 'appointment.fulfilled', // a patient who did not come is not asked how it went
      at: after({ hours: 24 }),
      expires: after({ hours: 72 }),
      purpose: 'care_followup',
      lane: LANES.farReminder,
      messageClass: 'follow-up',
      conditions: [],
      askConfirmation: false,
      avoidsHolidays: false,
      mergeWithinMs: DAY,
    },
  ],
})
