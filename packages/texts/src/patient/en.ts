/**
 * What patients read, source language. Written for someone of 75 on a small screen: short sentences, plain words, the
 * fact first, no diagnosis, no department, nothing clinical. `{when}` is formatDayAndTime, `{visits}` a plain
 * formatList of "Ana 09:00", `{opens}` formatDayAndTime of the next opening, `{number}` the emergency number.
 */
export const en = {
  // Buttons and rows: at most 20 characters, so that each fits a reply button as well as a list.
  'button.confirm': 'Confirm',
  'button.reschedule': 'Reschedule',
  'button.cancel': 'Cancel',
  'button.confirmAll': 'Confirm all',
  'button.changeOne': 'Change one',
  'button.undo': 'Undo',
  'button.moveInstead': 'Move it instead',
  'button.moreTimes': 'More times',
  'button.keep': 'Keep my appointment',
  'button.person': 'Talk to a person',
  'button.chooseTime': 'Choose a time',
  'button.chooseVisit': 'Choose one',
  'button.chooseReason': 'Choose a reason',
  'button.allWell': 'All is well',
  'button.question': 'I have a question',
  'reason.cannotCome': 'I cannot come',
  'reason.feelingBetter': 'I feel better',
  'reason.bookedElsewhere': 'Booked elsewhere',
  'reason.other': 'Another reason',
  'preference.morning': 'Morning',
  'preference.afternoon': 'Afternoon',
  'preference.evening': 'Evening',
  'preference.any': 'Any time',

  'confirm.done': 'Thank you. Your appointment is confirmed: {when}.',
  'confirm.allDone': 'Thank you. All appointments are confirmed: {visits}.',
  'confirm.already': 'Your appointment is already confirmed: {when}. There is nothing more to do.',

  'cancel.done': 'Your appointment is cancelled: {when}.',
  'cancel.already': 'This appointment is already cancelled: {when}.',
  'cancel.askReason': 'Would you tell us why? You can also move the appointment instead.',
  'cancel.reasonNoted': 'Thank you for telling us.',
  'cancel.undoOffer':
    'Was that a mistake? You can undo it within {minutes, plural, one {# minute} other {# minutes}}: tap Undo.',
  'undo.done': 'Undone. Your appointment is as it was before: {when}.',
  'undo.tooLate': 'It is too late to undo this here. A person at the clinic will help you.',
  'undo.taken': 'Sorry, that time has been taken in the meantime. A person at the clinic will help you.',
  'undo.nothing': 'There is nothing to undo.',

  'change.which': 'Which appointment would you like to change?',
  'change.what': 'What would you like to do with this appointment? {patient}, {when}.',
  'reschedule.offer':
    'These times are free. Your appointment stays yours until you choose a new time: {when}. Which time suits you?',
  'reschedule.more': 'Here are more free times:',
  'reschedule.won': 'Done. Your new appointment: {when}. The old time is no longer yours.',
  'reschedule.lost': 'Sorry, someone else has just taken that time. These times are free:',
  'reschedule.lostNoneLeft':
    'Sorry, someone else has just taken that time, and no other is free right now. A person at the clinic will contact you. Your appointment stays as it is: {when}.',
  'reschedule.holdExpired': 'We could not keep those times any longer. These times are free now:',
  'reschedule.noSlots':
    'We have no free time to offer you right now. A person at the clinic will contact you. Your appointment stays as it is: {when}.',
  'reschedule.noMore':
    'There are no more free times. If none suits you, a person at the clinic will help you: tap Talk to a person.',
  'reschedule.askPreference':
    'When would suit you best? A person at the clinic will look for a time. Your appointment stays as it is until then: {when}.',
  'reschedule.preferenceNoted': 'Thank you. A person at the clinic will contact you with a new time.',
  'reschedule.kept': 'All right. Your appointment stays as it is: {when}.',

  'visit.movedSince': 'That message is out of date. Your appointment has been moved and is now: {when}.',
  'visit.cancelledSince': 'This appointment has been cancelled: {when}. For a new one, write to us here.',
  'visit.past': 'This appointment is already over. If you need anything, write to us here.',
  'visit.notFound': 'We cannot find this appointment any more. A person at the clinic will look into it.',
  'notice.movedByClinic': 'The clinic had to move your appointment. It is now: {when}. Does this time suit you?',
  'notice.cancelledByClinic':
    'We are sorry: the clinic had to cancel your appointment, {when}. For a new one, write to us here.',

  'staff.willAnswer': 'Thank you for your message. A person at the clinic will answer you here.',
  'staff.willAnswerWhenOpen':
    'Thank you for your message. The clinic is closed now. A person will answer you here when it opens: {opens}.',
  'followUp.thanks': 'Thank you for letting us know. We wish you well.',
  'followUp.askQuestion': 'Please write your question here. A person at the clinic will answer you.',

  'optOut.done':
    'You will get no more messages from {clinic}. Your appointments stay booked. To start again, reply START.',
  'optOut.already': 'You have already stopped our messages. To start again, reply START.',
  'optIn.done': 'Messages from {clinic} about your appointments are on again. To stop them, reply STOP.',
  'optIn.already': 'You already get our messages. To stop them, reply STOP.',

  'media.unknown': 'We cannot open this kind of message here. Please write to us in words.',
  'media.received': 'Thank you. A person at the clinic will look at what you sent.',
  'media.voice':
    'Voice messages are not heard at once. A person at the clinic will listen later. If it is urgent, please write or call us.',

  'notUnderstood.toStaff':
    'Sorry, this was not clear to our automatic assistant. A person at the clinic will answer you here.',
  'hint.digits': 'Reply 1 to confirm, 2 to move, 3 to cancel.',
  'hint.number': 'Reply with a number from 1 to {count}.',
  'hint.option': '{number}. {title}',
  'emergency.line': 'In an emergency, do not wait for us: call {number}.',
  'emergency.callNow':
    'If this is an emergency now, call {number} at once. Do not wait for an answer here. If not, a person at the clinic will answer you.',

  /** Stands in for the first name where the book has none. */
  'name.unknown': 'dear patient',
} as const

export type PatientTexts = typeof en
