/**
 * What patients read, source language. Written for someone of 75 on a small screen: short sentences, plain words, the
 * fact first, no diagnosis, no department, nothing clinical. `{when}` is formatDayAndTime, `{visits}` a plain
 * formatList of "Ana 09:00", `{opens}` formatDayAndTime of the next opening, `{number}` the emergency number.
 */
export const en = {
  // Buttons and rows: at most 20 characters, so that each fits a reply button as well as a list.
  'option.confirm': 'Confirm',
  'option.reschedule': 'Reschedule',
  'option.cancel': 'Cancel',
  'option.confirm-all': 'Confirm all',
  'option.change-one': 'Change one',
  'option.all-visits': 'Confirm all',
  'option.undo': 'Undo',
  'option.another-time': 'Another time',
  'option.more-times': 'More times',
  'option.keep': 'Keep my appointment',
  'option.talk-to-us': 'Talk to a person',
  'option.start-again': 'Start again',
  'option.all-well': 'All is well',
  'option.ask-question': 'I have a question',
  'option.reason.cannot-come': 'I cannot come',
  'option.reason.feeling-better': 'I feel better',
  'option.reason.booked-elsewhere': 'Booked elsewhere',
  'option.reason.other': 'Another reason',
  'option.preference.morning': 'Morning',
  'option.preference.afternoon': 'Afternoon',
  'option.preference.any-time': 'Any time',
  'list.times': 'Choose a time',
  'list.visits': 'Choose one',
  'list.answers': 'Choose',

  'reply.confirmed': 'Thank you. Your appointment is confirmed: {when}.',
  'reply.confirmed-all': 'Thank you. All appointments are confirmed: {visits}.',
  'reply.already-confirmed': 'Your appointment is already confirmed: {when}. There is nothing more to do.',

  'reply.cancelled':
    'Your appointment is cancelled: {when}. Until {until} you can undo this. You can also choose another time, or tell us why.',
  'reply.already-cancelled': 'This appointment is already cancelled: {when}.',
  'reply.still-cancelled':
    'This appointment is cancelled, so it cannot be confirmed: {when}. If you would like to come after all, please choose.',
  'reply.still-booked': 'Your appointment is booked as before: {when}.',
  'reply.reason-noted': 'Thank you for telling us.',
  'reply.cancel-undone': 'Done. Your appointment is booked again and confirmed: {when}.',
  'reply.undo-too-late': 'It is too late to undo this here. A person at the clinic will help you.',
  'reply.undo-taken': 'Sorry, that time has been taken in the meantime. A person at the clinic will help you.',

  'reply.slots-offered': 'These times are free. Nothing changes until you choose one. Which time suits you?',
  'reply.more-slots': 'Here are more free times:',
  'reply.slot-lost': 'Sorry, that time is no longer free. These times are free:',
  'reply.slot-lost-none-left':
    'Sorry, that time is no longer free, and there is no other right now. Nothing has changed. A person at the clinic will contact you.',
  'reply.moved': 'Done. Your new appointment: {when}. The old time no longer counts.',
  'reply.kept': 'All right. Your appointment stays as it is and is confirmed: {when}.',
  'reply.no-slots':
    'We have no free time to offer you right now. A person at the clinic will look for one. Nothing changes until then. When would suit you best?',
  'reply.no-more-slots':
    'There are no more free times. If none of the others suits you, a person at the clinic will help you.',
  'reply.ask-preference':
    'When would suit you best? A person at the clinic will look for a time. Nothing changes until then.',
  'reply.preference-noted': 'Thank you. A person at the clinic will contact you with a new time.',
  'reply.already-with-staff': 'A person at the clinic is already looking for a new time and will contact you.',

  'reply.which-visit':
    '{purpose, select, confirm {Which appointment would you like to confirm?} reschedule {Which appointment would you like to move?} cancel {Which appointment would you like to cancel?} other {Which appointment is it about?}}',
  'reply.visit-actions': 'This is your appointment: {when}. What would you like to do?',
  'reply.outdated-moved': 'That message is out of date. Your appointment has been moved and is now: {when}.',
  'reply.no-longer-booked':
    'This appointment is no longer in our book: {when}. A person at the clinic will contact you. Please wait for that before you come.',
  'reply.past-visit': 'The time of this appointment has passed: {when}. If you need anything, write to us here.',
  'reply.no-visit':
    'We cannot find an appointment for you here. A person at the clinic will look into it and answer you.',
  'reply.visits-now': 'Some of these appointments have changed. This is how they stand now:',
  'visit-now.confirmed': '{visit}: confirmed',
  'visit-now.booked': '{visit}: booked, not confirmed yet',
  'visit-now.cancelled': '{visit}: cancelled',
  'visit-now.over': '{visit}: already over',

  'reply.handed-to-staff':
    '{after, select, voice {Thank you. Voice messages are not heard right away: a person at the clinic will listen and answer you here. In an emergency do not wait: call the emergency number.} media {Thank you. A person at the clinic will look at what you sent and answer you here. In an emergency do not wait: call the emergency number.} wish {All right. A person at the clinic will write to you here.} other {Thank you for your message. A person at the clinic will read it and answer you here. In an emergency do not wait: call the emergency number.}}',
  'staff.closed': 'The clinic is closed now. It opens again: {opens}.',
  'reply.unsupported':
    'We could not open your message. Please write it in words. A person at the clinic has been told. In an emergency do not wait: call the emergency number.',
  'reply.not-a-choice':
    'Sorry, we did not understand. Please tap one of the answers, or reply with a number from 1 to {count}.',
  'reply.follow-up-thanks': 'Thank you for letting us know. We wish you well.',
  'reply.follow-up-question': 'Please write your question here. A person at the clinic will answer you.',
  'reply.opted-out':
    'You will get no more messages from {clinic}. Your appointments stay booked. To start again, reply START.',
  'reply.already-opted-out': 'You have already stopped our messages. To start again, reply START.',
  'reply.opted-in': 'Messages from {clinic} about your appointments are on again. To stop them, reply STOP.',

  'emergency.line': 'In an emergency, do not wait for us: call {number}.',
  'emergency.callNow':
    'If this is an emergency now, call {number} at once. Do not wait for an answer here. If it is not an emergency, a person at the clinic will answer you.',
  // In a greeting; and in a list, where others are named.
  'name.unknown': 'dear patient',
  'name.another': 'another person',
} as const

export type PatientTexts = typeof en
