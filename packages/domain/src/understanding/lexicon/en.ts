import type { Lexicon } from './lexicon.ts'

/**
 * Opt-out: the words that carriers ask for (AWS "required keywords"; Braze) without CANCEL, which in an answer to "can you
 * come?" means the visit. "no" is left to a person: it may mean "cancel" or "another day".
 */
export const en: Lexicon = {
  'opt-out': {
    everywhere: [
      'stop', 'stop all', 'stopall', 'unsubscribe', 'unsubscribe me', 'opt out', 'optout', 'quit', 'revoke', 'remove me',
      'stop messages', 'stop messaging', 'stop messaging me', 'stop texting me', 'stop sending', 'stop sending messages',
      'stop writing', 'no more messages', 'do not message me', 'dont message me', 'do not text me', 'dont text me',
      'do not contact me', 'dont contact me', 'take me off your list', 'stop notifications', 'стоп', 'отписаться',
    ],
    here: ['end', 'remove', 'halt', 'stop it'],
  },
  'opt-in': {
    everywhere: ['start', 'unstop', 'subscribe', 'start messages', 'start again'],
    here: ['resume'],
  },
  confirm: {
    everywhere: ['confirm', 'confirmed', 'i confirm', 'confirm all', 'yes', 'yes i confirm', 'yes confirm', 'yes confirmed'],
    here: [
      'ok', 'okay', 'yep', 'yeah', 'yes i will', 'yes i can', 'yes i will come', 'yes i will be there', 'yes ill be there',
      'yes i am coming', 'yes im coming', 'i will come', 'ill come', 'i will be there', 'ill be there', 'i am coming',
      'im coming', 'i can come', 'see you there', 'of course',
    ],
  },
  reschedule: {
    everywhere: ['reschedule', 'reschedule it', 'reschedule my appointment', 'reschedule appointment', 'i want to reschedule'],
    here: [
      'move', 'move it', 'move it instead', 'move my appointment', 'change', 'change it', 'change time', 'change the time',
      'change the date', 'change date', 'change my appointment', 'another time', 'another day', 'another date',
      'other time', 'other day', 'different time', 'different day', 'new time', 'postpone', 'i would like to reschedule',
      'i need to reschedule', 'id like to reschedule', 'can i reschedule',
    ],
  },
  cancel: {
    everywhere: ['cancel', 'cancel it', 'cancel appointment', 'cancel my appointment', 'cancel the appointment', 'i cancel'],
    here: ['cancel visit', 'cancel my visit', 'cancel booking', 'i want to cancel', 'i would like to cancel', 'i need to cancel'],
  },
  undo: { everywhere: ['undo', 'undo it', 'undo cancel', 'undo cancellation'], here: ['undo that', 'take it back'] },
  courtesies: ['please', 'pls', 'thanks', 'thank you', 'thank you very much', 'thx', 'many thanks', 'hi', 'hello'],
  numbers: [['one'], ['two'], ['three'], ['four'], ['five']],
} // prettier-ignore
