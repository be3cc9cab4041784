import type { Lexicon } from './lexicon.ts'

/**
 * Opt-out: the words that carriers ask for (AWS "required keywords"; Braze) without CANCEL, which in an answer to "can you
 * come?" means the visit. "no" is left to a person: it may mean "cancel" or "another day".
 */
export const en: Lexicon = {
  'opt-out': {
    everywhere: [
      'stop', 'stop all', 'stopall', 'unsubscribe', 'unsubscribe me', 'opt out', 'optout', 'quit', 'revoke', 'remove me', 'stop messages',
      'stop messaging', 'stop messaging me', 'stop texting me', 'stop sending', 'stop sending messages', 'stop writing', 'no more messages',
      'do not message me', 'dont message me', 'do not text me', 'dont text me', 'do not contact me', 'dont contact me', 'take me off your list',
      'stop notifications', 'стоп', 'отписаться', 'unsub', 'unsubscribed', 'remove me from your list', 'remove me from the list', 'remove my number',
      'delete my number', 'stop the messages', 'stop these messages', 'stop sms', 'stop whatsapp', 'stop reminders', 'no more texts',
      'no more reminders', 'do not send messages', 'dont send messages', 'do not send me messages', 'dont send me messages',
      'do not send me any more messages', 'dont send me any more messages', 'i do not want messages', 'i dont want messages',
      'i do not want any more messages', 'i dont want any more messages', 'cancel subscription', 'cancel messages', 'cancel reminders', 'afmelden',
      'cancellami', 'ihinto',
    ],
    here: ['end', 'remove', 'halt', 'stop it'],
  },
  'opt-in': {
    everywhere: ['start', 'unstop', 'subscribe', 'start messages', 'start again', 'start sending again', 'start messages again'],
  },
  'opt-in-again': { everywhere: [], here: ['resume', 'resume messages'] },
  confirm: {
    everywhere: [
      'confirm', 'confirmed', 'i confirm', 'confirm all', 'yes', 'yes i confirm', 'yes confirm', 'yes confirmed', 'yes i confirm my appointment',
      'i confirm my appointment', 'confirm my appointment', 'confirm appointment', 'ok i confirm',
    ],
    here: [
      'ok', 'okay', 'yep', 'yeah', 'yes i will', 'yes i can', 'yes i will come', 'yes i will be there', 'yes ill be there', 'yes i am coming',
      'yes im coming', 'i will come', 'ill come', 'i will be there', 'ill be there', 'i am coming', 'im coming', 'i can come', 'see you there',
      'of course', 'y', 'yup', 'sure', 'yes sure', 'yes ok', 'ok yes', 'okey', 'oki', 'okie', 'k', 'absolutely', 'definitely', 'yes of course',
      'ok confirmed', 'ok confirm', 'confirming', 'i can make it', 'yes i can make it', 'ill make it', 'i will make it', 'i will attend',
      'yes i will attend', 'ill attend', 'attending', 'yes attending', 'coming', 'yes coming', 'will come', 'will be there', 'yes will be there',
      'we will come', 'yes we will come', 'well be there', 'we will be there', 'yes we will be there', 'we are coming', 'yes we are coming',
      'see you then', 'that works', 'that works for me', 'yes that works', 'works for me', 'sounds good', 'please do', 'perfect',
    ],
  },
  reschedule: {
    everywhere: [
      'reschedule', 'reschedule it', 'reschedule my appointment', 'reschedule appointment', 'i want to reschedule', 'rebook', 'reschedule appt',
      'reschedule my appt',
    ],
    here: [
      'move', 'move it', 'move it instead', 'move my appointment', 'change', 'change it', 'change time', 'change the time', 'change the date',
      'change date', 'change my appointment', 'another time', 'another day', 'another date', 'other time', 'other day', 'different time',
      'different day', 'new time', 'postpone', 'i would like to reschedule', 'i need to reschedule', 'id like to reschedule', 'can i reschedule',
      'change one', 'change day', 'change the day', 'change appointment', 'change the appointment', 'change my appt', 'new date',
      'another appointment time', 'can we reschedule', 'can i change the time', 'can i change the date', 'can i move it', 'need to reschedule',
      'i want to change', 'i want to change my appointment', 'i want another time', 'i would like another time', 'i need another time',
      'i want another day',
    ],
  },
  cancel: {
    everywhere: [
      'cancel', 'cancel it', 'cancel appointment', 'cancel my appointment', 'cancel the appointment', 'i cancel', 'cancel appt', 'cancel my appt',
      'cancel this appointment', 'i want to cancel my appointment', 'i need to cancel my appointment', 'i would like to cancel my appointment',
    ],
    here: [
      'cancel visit', 'cancel my visit', 'cancel booking', 'i want to cancel', 'i would like to cancel', 'i need to cancel', 'cancel my booking',
      'cancel this', 'id like to cancel', 'i have to cancel', 'i must cancel', 'need to cancel',
    ],
  },
  undo: {
    everywhere: ['undo', 'undo it', 'undo cancel', 'undo cancellation'],
    here: ['undo that', 'take it back', 'dont cancel', 'do not cancel'],
  },
  courtesies: [
    'please', 'pls', 'thanks', 'thank you', 'thank you very much', 'thx', 'many thanks', 'hi', 'hello', 'thank u', 'thank you so much',
    'thanks a lot', 'ty', 'good morning', 'good afternoon', 'good evening', 'good day', 'hey', 'dear', 'kindly', 'sir', 'madam', 'maam', 'doctor',
    'regards', 'kind regards', 'best regards', 'have a nice day',
  ],
  numbers: [['one'], ['two'], ['three'], ['four'], ['five']],
} // prettier-ignore
