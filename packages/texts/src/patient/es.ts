import type { Translation } from '../catalogue.ts'
import type { PatientTexts } from './en.ts'

/** Neutral Spanish of Spain and Latin America: "usted", no forms that need the reader's gender. */
export const es: Translation<PatientTexts> = {
  review: 'draft',
  texts: {
    'button.confirm': 'Confirmar',
    'button.reschedule': 'Reprogramar',
    'button.cancel': 'Cancelar',
    'button.confirmAll': 'Confirmar todas',
    'button.changeOne': 'Cambiar una',
    'button.undo': 'Deshacer',
    'button.moveInstead': 'Mejor otro día',
    'button.moreTimes': 'Más horarios',
    'button.keep': 'Mantener mi cita',
    'button.person': 'Hablar con alguien',
    'button.chooseTime': 'Elegir horario',
    'button.chooseVisit': 'Elegir una',
    'button.chooseReason': 'Elegir motivo',
    'button.allWell': 'Todo bien',
    'button.question': 'Tengo una pregunta',
    'reason.cannotCome': 'No puedo ir',
    'reason.feelingBetter': 'Me siento mejor',
    'reason.bookedElsewhere': 'Iré a otro lugar',
    'reason.other': 'Otro motivo',
    'preference.morning': 'Por la mañana',
    'preference.afternoon': 'Por la tarde',
    'preference.evening': 'Al final del día',
    'preference.any': 'A cualquier hora',

    'confirm.done': 'Gracias. Su cita está confirmada: {when}.',
    'confirm.allDone': 'Gracias. Todas las citas están confirmadas: {visits}.',
    'confirm.already': 'Su cita ya está confirmada: {when}. No tiene que hacer nada más.',

    'cancel.done': 'Su cita está cancelada: {when}.',
    'cancel.already': 'Esta cita ya estaba cancelada: {when}.',
    'cancel.askReason': '¿Nos puede decir el motivo? También puede cambiar la cita a otro día.',
    'cancel.reasonNoted': 'Gracias por avisarnos.',
    'cancel.undoOffer':
      '¿Fue un error? Puede deshacerlo durante {minutes, plural, one {# minuto} other {# minutos}}: toque Deshacer.',
    'undo.done': 'Listo. Su cita queda como estaba: {when}.',
    'undo.tooLate': 'Ya no es posible deshacerlo aquí. Una persona del centro le ayudará.',
    'undo.taken': 'Lo sentimos, ese horario ya se ocupó. Una persona del centro le ayudará.',
    'undo.nothing': 'No hay nada que deshacer.',

    'change.which': '¿Qué cita quiere cambiar?',
    'change.what': '¿Qué quiere hacer con esta cita? {patient}, {when}.',
    'reschedule.offer':
      'Estos horarios están libres. Su cita sigue reservada hasta que elija otro: {when}. ¿Qué horario prefiere?',
    'reschedule.more': 'Aquí tiene más horarios libres:',
    'reschedule.won': 'Listo. Su nueva cita: {when}. El horario anterior ya no está reservado.',
    'reschedule.lost': 'Lo sentimos, otra persona acaba de tomar ese horario. Estos están libres:',
    'reschedule.lostNoneLeft':
      'Lo sentimos, otra persona acaba de tomar ese horario y ahora no hay otro libre. Una persona del centro se comunicará con usted. Su cita sigue como está: {when}.',
    'reschedule.holdExpired': 'No pudimos guardar más tiempo esos horarios. Ahora están libres estos:',
    'reschedule.noSlots':
      'Ahora no tenemos horarios libres para ofrecerle. Una persona del centro se comunicará con usted. Su cita sigue como está: {when}.',
    'reschedule.noMore':
      'No hay más horarios libres. Si ninguno le conviene, una persona del centro le ayudará: toque Hablar con alguien.',
    'reschedule.askPreference':
      '¿Cuándo le viene mejor? Una persona del centro buscará un horario. Mientras tanto, su cita sigue como está: {when}.',
    'reschedule.preferenceNoted':
      'Gracias. Una persona del centro se comunicará con usted para darle un nuevo horario.',
    'reschedule.kept': 'De acuerdo. Su cita sigue como está: {when}.',

    'visit.movedSince': 'Ese mensaje ya no es actual. Su cita se cambió y ahora es: {when}.',
    'visit.cancelledSince': 'Esta cita se canceló: {when}. Si quiere otra, escríbanos aquí.',
    'visit.past': 'Esta cita ya pasó. Si necesita algo, escríbanos aquí.',
    'visit.notFound': 'Ya no encontramos esta cita. Una persona del centro lo va a revisar.',
    'notice.movedByClinic': 'Tuvimos que cambiar su cita. Ahora es: {when}. ¿Le viene bien este horario?',
    'notice.cancelledByClinic': 'Lo sentimos: tuvimos que cancelar su cita, {when}. Si quiere otra, escríbanos aquí.',

    'staff.willAnswer': 'Gracias por su mensaje. Una persona del centro le responderá aquí.',
    'staff.willAnswerWhenOpen':
      'Gracias por su mensaje. Ahora el centro está cerrado. Una persona le responderá aquí cuando abra: {opens}.',
    'followUp.thanks': 'Gracias por avisarnos. Le deseamos lo mejor.',
    'followUp.askQuestion': 'Escriba aquí su pregunta, por favor. Una persona del centro le responderá.',

    'optOut.done':
      'No recibirá más mensajes de {clinic}. Sus citas siguen reservadas. Para volver a recibirlos, responda ALTA.',
    'optOut.already': 'Ya no le enviamos mensajes. Para volver a recibirlos, responda ALTA.',
    'optIn.done': 'Volverá a recibir mensajes de {clinic} sobre sus citas. Para dejar de recibirlos, responda BAJA.',
    'optIn.already': 'Ya recibe nuestros mensajes. Para dejar de recibirlos, responda BAJA.',

    'media.unknown': 'No podemos abrir este tipo de mensaje aquí. Por favor, escríbanos con palabras.',
    'media.received': 'Gracias. Una persona del centro verá lo que nos envió.',
    'media.voice':
      'Los mensajes de voz no se escuchan al momento. Una persona del centro lo escuchará más tarde. Si es urgente, escríbanos o llámenos, por favor.',

    'notUnderstood.toStaff':
      'Disculpe, nuestro asistente automático no entendió su mensaje. Una persona del centro le responderá aquí.',
    'hint.digits': 'Responda 1 para confirmar, 2 para cambiar, 3 para cancelar.',
    'hint.number': 'Responda con un número del 1 al {count}.',
    'hint.option': '{number}. {title}',
    'emergency.line': 'En una emergencia, no espere nuestra respuesta: llame al {number}.',
    'emergency.callNow':
      'Si es una emergencia ahora, llame enseguida al {number}. No espere una respuesta aquí. Si no lo es, una persona del centro le responderá.',

    'name.unknown': 'paciente',
  },
}
