import type { Translation } from '../catalogue.ts'
import type { PatientTexts } from './en.ts'

/** German with "Sie", short main clauses, no words that need the reader's gender. */
export const de: Translation<PatientTexts> = {
  review: 'draft',
  texts: {
    'option.confirm': 'Bestätigen',
    'option.reschedule': 'Verschieben',
    'option.cancel': 'Absagen',
    'option.confirm-all': 'Alle bestätigen',
    'option.change-one': 'Einen ändern',
    'option.all-visits': 'Alle bestätigen',
    'option.undo': 'Rückgängig machen',
    'option.another-time': 'Andere Zeit',
    'option.more-times': 'Weitere Zeiten',
    'option.keep': 'Termin behalten',
    'option.talk-to-us': 'Mit uns sprechen',
    'option.start-again': 'Wieder anmelden',
    'option.all-well': 'Alles in Ordnung',
    'option.ask-question': 'Ich habe eine Frage',
    'option.reason.cannot-come': 'Ich kann nicht',
    'option.reason.feeling-better': 'Es geht mir besser',
    'option.reason.booked-elsewhere': 'Termin anderswo',
    'option.reason.other': 'Anderer Grund',
    'option.preference.morning': 'Vormittags',
    'option.preference.afternoon': 'Nachmittags',
    'option.preference.any-time': 'Egal wann',
    'list.times': 'Zeit auswählen',
    'list.visits': 'Auswählen',
    'list.answers': 'Auswählen',

    'reply.confirmed': 'Vielen Dank. Ihr Termin ist bestätigt: {when}.',
    'reply.confirmed-all': 'Vielen Dank. Alle Termine sind bestätigt: {visits}.',
    'reply.already-confirmed': 'Ihr Termin ist bereits bestätigt: {when}. Sie müssen nichts weiter tun.',

    'reply.cancelled':
      'Ihr Termin ist abgesagt: {when}. Bis {until} Uhr können Sie das rückgängig machen. Sie können auch eine andere Zeit wählen oder uns den Grund sagen.',
    'reply.already-cancelled': 'Dieser Termin ist bereits abgesagt: {when}.',
    'reply.still-cancelled':
      'Dieser Termin ist abgesagt und lässt sich nicht bestätigen: {when}. Wenn Sie doch kommen möchten, wählen Sie bitte aus.',
    'reply.still-booked': 'Ihr Termin besteht wie bisher: {when}.',
    'reply.reason-noted': 'Danke, dass Sie uns Bescheid gesagt haben.',
    'reply.cancel-undone': 'Erledigt. Ihr Termin gilt wieder und ist bestätigt: {when}.',
    'reply.undo-too-late': 'Das lässt sich hier nicht mehr rückgängig machen. Unser Team hilft Ihnen weiter.',
    'reply.undo-taken': 'Leider ist diese Zeit inzwischen vergeben. Unser Team hilft Ihnen weiter.',

    'reply.slots-offered':
      'Diese Zeiten sind frei. Es ändert sich nichts, bis Sie eine auswählen. Welche Zeit passt Ihnen?',
    'reply.more-slots': 'Hier sind weitere freie Zeiten:',
    'reply.slot-lost': 'Leider ist diese Zeit nicht mehr frei. Diese Zeiten sind frei:',
    'reply.slot-lost-none-left':
      'Leider ist diese Zeit nicht mehr frei, und im Moment gibt es keine andere. Es hat sich nichts geändert. Unser Team meldet sich bei Ihnen.',
    'reply.moved': 'Erledigt. Ihr neuer Termin: {when}. Die alte Zeit gilt nicht mehr.',
    'reply.kept': 'In Ordnung. Ihr Termin bleibt bestehen und ist bestätigt: {when}.',
    'reply.no-slots':
      'Im Moment können wir Ihnen keine freie Zeit anbieten. Unser Team sucht eine. Bis dahin ändert sich nichts. Wann passt es Ihnen am besten?',
    'reply.no-more-slots': 'Weitere freie Zeiten gibt es nicht. Wenn keine der anderen passt, hilft Ihnen unser Team.',
    'reply.ask-preference': 'Wann passt es Ihnen am besten? Unser Team sucht eine Zeit. Bis dahin ändert sich nichts.',
    'reply.preference-noted': 'Vielen Dank. Unser Team meldet sich mit einer neuen Zeit bei Ihnen.',
    'reply.already-with-staff': 'Unser Team sucht bereits eine neue Zeit und meldet sich bei Ihnen.',

    'reply.which-visit':
      '{purpose, select, confirm {Welchen Termin möchten Sie bestätigen?} reschedule {Welchen Termin möchten Sie verschieben?} cancel {Welchen Termin möchten Sie absagen?} other {Um welchen Termin geht es?}}',
    'reply.visit-actions': 'Das ist Ihr Termin: {when}. Was möchten Sie tun?',
    'reply.outdated-moved':
      'Diese Nachricht ist nicht mehr aktuell. Ihr Termin wurde verschoben und ist jetzt: {when}.',
    'reply.no-longer-booked':
      'Dieser Termin steht nicht mehr in unserem Kalender: {when}. Unser Team meldet sich bei Ihnen. Bitte warten Sie darauf, bevor Sie kommen.',
    'reply.past-visit':
      'Die Zeit dieses Termins ist vorbei: {when}. Wenn Sie etwas brauchen, schreiben Sie uns bitte hier.',
    'reply.no-visit': 'Wir finden hier keinen Termin für Sie. Unser Team sieht nach und antwortet Ihnen.',
    'reply.visits-now': 'Einige dieser Termine haben sich geändert. So stehen sie jetzt:',
    'visit-now.confirmed': '{visit}: bestätigt',
    'visit-now.booked': '{visit}: eingetragen, noch nicht bestätigt',
    'visit-now.cancelled': '{visit}: abgesagt',
    'visit-now.over': '{visit}: schon vorbei',

    'reply.handed-to-staff':
      '{after, select, voice {Vielen Dank. Sprachnachrichten hören wir nicht sofort: Unser Team hört sie an und antwortet Ihnen hier. Im Notfall warten Sie bitte nicht: Wählen Sie den Notruf.} media {Vielen Dank. Unser Team sieht sich an, was Sie geschickt haben, und antwortet Ihnen hier. Im Notfall warten Sie bitte nicht: Wählen Sie den Notruf.} wish {In Ordnung. Unser Team schreibt Ihnen hier.} other {Vielen Dank für Ihre Nachricht. Unser Team liest sie und antwortet Ihnen hier. Im Notfall warten Sie bitte nicht: Wählen Sie den Notruf.}}',
    'staff.closed': 'Wir haben gerade geschlossen. Wir öffnen wieder: {opens}.',
    'reply.unsupported':
      'Wir konnten Ihre Nachricht nicht öffnen. Bitte schreiben Sie sie in Worten. Unser Team weiß Bescheid. Im Notfall warten Sie bitte nicht: Wählen Sie den Notruf.',
    'reply.not-a-choice':
      'Entschuldigung, das haben wir nicht verstanden. Bitte tippen Sie auf eine der Antworten oder antworten Sie mit einer Zahl von 1 bis {count}.',
    'reply.follow-up-thanks': 'Danke, dass Sie uns Bescheid geben. Alles Gute für Sie.',
    'reply.follow-up-question': 'Bitte schreiben Sie Ihre Frage hier. Unser Team antwortet Ihnen.',
    'reply.opted-out':
      'Sie bekommen keine Nachrichten mehr von {clinic}. Ihre Termine bleiben bestehen. Wenn Sie wieder welche möchten, antworten Sie mit START.',
    'reply.already-opted-out':
      'Sie bekommen bereits keine Nachrichten mehr. Wenn Sie wieder welche möchten, antworten Sie mit START.',
    'reply.opted-in':
      'Sie bekommen wieder Nachrichten von {clinic} zu Ihren Terminen. Zum Beenden antworten Sie mit STOPP.',

    'emergency.line': 'Im Notfall warten Sie bitte nicht auf uns: Rufen Sie {number} an.',
    'emergency.callNow':
      'Wenn das jetzt ein Notfall ist, rufen Sie sofort {number} an. Warten Sie nicht auf eine Antwort hier. Ist es kein Notfall, antwortet Ihnen unser Team.',
    'name.unknown': 'und willkommen',
    'name.another': 'eine weitere Person',
  },
}
