import type { Translation } from '../catalogue.ts'
import type { PatientTexts } from './en.ts'

/** German with "Sie", short main clauses, no words that need the reader's gender. */
export const de: Translation<PatientTexts> = {
  review: 'draft',
  texts: {
    'button.confirm': 'Bestätigen',
    'button.reschedule': 'Verschieben',
    'button.cancel': 'Absagen',
    'button.confirmAll': 'Alle bestätigen',
    'button.changeOne': 'Einen ändern',
    'button.undo': 'Rückgängig machen',
    'button.moveInstead': 'Lieber verschieben',
    'button.moreTimes': 'Weitere Zeiten',
    'button.keep': 'Termin behalten',
    'button.person': 'Mit uns sprechen',
    'button.chooseTime': 'Zeit auswählen',
    'button.chooseVisit': 'Auswählen',
    'button.chooseReason': 'Grund auswählen',
    'button.allWell': 'Alles in Ordnung',
    'button.question': 'Ich habe eine Frage',
    'reason.cannotCome': 'Ich kann nicht',
    'reason.feelingBetter': 'Es geht mir besser',
    'reason.bookedElsewhere': 'Termin woanders',
    'reason.other': 'Anderer Grund',
    'preference.morning': 'Vormittags',
    'preference.afternoon': 'Nachmittags',
    'preference.evening': 'Abends',
    'preference.any': 'Egal wann',

    'confirm.done': 'Vielen Dank. Ihr Termin ist bestätigt: {when}.',
    'confirm.allDone': 'Vielen Dank. Alle Termine sind bestätigt: {visits}.',
    'confirm.already': 'Ihr Termin ist bereits bestätigt: {when}. Sie müssen nichts weiter tun.',

    'cancel.done': 'Ihr Termin ist abgesagt: {when}.',
    'cancel.already': 'Dieser Termin ist bereits abgesagt: {when}.',
    'cancel.askReason': 'Möchten Sie uns den Grund sagen? Sie können den Termin auch verschieben.',
    'cancel.reasonNoted': 'Danke, dass Sie uns Bescheid gesagt haben.',
    'cancel.undoOffer':
      'War das ein Versehen? Sie können es {minutes, plural, one {# Minute} other {# Minuten}} lang rückgängig machen: Tippen Sie auf „Rückgängig machen“.',
    'undo.done': 'Erledigt. Ihr Termin gilt wieder wie vorher: {when}.',
    'undo.tooLate': 'Das lässt sich hier nicht mehr rückgängig machen. Unser Praxisteam hilft Ihnen weiter.',
    'undo.taken': 'Leider ist diese Zeit inzwischen vergeben. Unser Praxisteam hilft Ihnen weiter.',
    'undo.nothing': 'Es gibt nichts rückgängig zu machen.',

    'change.which': 'Welchen Termin möchten Sie ändern?',
    'change.what': 'Was möchten Sie mit diesem Termin tun? {patient}, {when}.',
    'reschedule.offer':
      'Diese Zeiten sind frei. Ihr Termin bleibt bestehen, bis Sie eine neue Zeit auswählen: {when}. Welche Zeit passt Ihnen?',
    'reschedule.more': 'Hier sind weitere freie Zeiten:',
    'reschedule.won': 'Erledigt. Ihr neuer Termin: {when}. Der alte Termin gilt nicht mehr.',
    'reschedule.lost': 'Leider wurde diese Zeit gerade vergeben. Diese Zeiten sind frei:',
    'reschedule.lostNoneLeft':
      'Leider wurde diese Zeit gerade vergeben, und im Moment ist keine andere frei. Unser Praxisteam meldet sich bei Ihnen. Ihr Termin bleibt bestehen: {when}.',
    'reschedule.holdExpired': 'Wir konnten diese Zeiten nicht länger freihalten. Jetzt sind diese frei:',
    'reschedule.noSlots':
      'Im Moment können wir Ihnen keine freie Zeit anbieten. Unser Praxisteam meldet sich bei Ihnen. Ihr Termin bleibt bestehen: {when}.',
    'reschedule.noMore':
      'Weitere freie Zeiten gibt es nicht. Wenn keine passt, hilft Ihnen unser Praxisteam: Tippen Sie auf „Mit uns sprechen“.',
    'reschedule.askPreference':
      'Wann passt es Ihnen am besten? Unser Praxisteam sucht eine Zeit. Bis dahin bleibt Ihr Termin bestehen: {when}.',
    'reschedule.preferenceNoted': 'Vielen Dank. Unser Praxisteam meldet sich mit einer neuen Zeit bei Ihnen.',
    'reschedule.kept': 'In Ordnung. Ihr Termin bleibt bestehen: {when}.',

    'visit.movedSince': 'Diese Nachricht ist nicht mehr aktuell. Ihr Termin wurde verschoben und ist jetzt: {when}.',
    'visit.cancelledSince': 'Dieser Termin wurde abgesagt: {when}. Für einen neuen schreiben Sie uns bitte hier.',
    'visit.past': 'Dieser Termin ist schon vorbei. Wenn Sie etwas brauchen, schreiben Sie uns bitte hier.',
    'visit.notFound': 'Wir finden diesen Termin nicht mehr. Unser Praxisteam sieht nach.',
    'notice.movedByClinic': 'Wir mussten Ihren Termin verschieben. Er ist jetzt: {when}. Passt Ihnen diese Zeit?',
    'notice.cancelledByClinic':
      'Es tut uns leid: Wir mussten Ihren Termin absagen, {when}. Für einen neuen schreiben Sie uns bitte hier.',

    'staff.willAnswer': 'Vielen Dank für Ihre Nachricht. Unser Praxisteam antwortet Ihnen hier.',
    'staff.willAnswerWhenOpen':
      'Vielen Dank für Ihre Nachricht. Die Praxis ist gerade geschlossen. Unser Team antwortet Ihnen hier, sobald wir öffnen: {opens}.',
    'followUp.thanks': 'Danke, dass Sie uns Bescheid geben. Alles Gute für Sie.',
    'followUp.askQuestion': 'Bitte schreiben Sie Ihre Frage hier. Unser Praxisteam antwortet Ihnen.',

    'optOut.done':
      'Sie bekommen keine Nachrichten mehr von {clinic}. Ihre Termine bleiben bestehen. Wenn Sie wieder welche möchten, antworten Sie START.',
    'optOut.already':
      'Sie bekommen bereits keine Nachrichten mehr. Wenn Sie wieder welche möchten, antworten Sie START.',
    'optIn.done': 'Sie bekommen wieder Nachrichten von {clinic} zu Ihren Terminen. Zum Beenden antworten Sie STOPP.',
    'optIn.already': 'Sie bekommen unsere Nachrichten bereits. Zum Beenden antworten Sie STOPP.',

    'media.unknown': 'Diese Art von Nachricht können wir hier nicht öffnen. Bitte schreiben Sie uns in Worten.',
    'media.received': 'Vielen Dank. Unser Praxisteam sieht sich an, was Sie geschickt haben.',
    'media.voice':
      'Sprachnachrichten werden nicht sofort angehört. Unser Praxisteam hört sie später an. Wenn es eilig ist, schreiben Sie uns bitte oder rufen Sie uns an.',

    'notUnderstood.toStaff':
      'Entschuldigung, unser automatischer Assistent hat Ihre Nachricht nicht verstanden. Unser Praxisteam antwortet Ihnen hier.',
    'hint.digits': 'Antworten Sie mit 1 zum Bestätigen, 2 zum Verschieben, 3 zum Absagen.',
    'hint.number': 'Antworten Sie mit einer Zahl von 1 bis {count}.',
    'hint.option': '{number}. {title}',
    'emergency.line': 'Im Notfall warten Sie nicht auf uns: Rufen Sie {number} an.',
    'emergency.callNow':
      'Wenn das jetzt ein Notfall ist, rufen Sie sofort {number} an. Warten Sie nicht auf eine Antwort hier. Wenn nicht, antwortet Ihnen unser Praxisteam.',

    'name.unknown': 'und willkommen',
  },
}
