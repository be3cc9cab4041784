import type { Translation } from '../catalogue.ts'
import type { PatientTexts } from './en.ts'

/** Neutral Spanish of Spain and Latin America: "usted", no forms that need the reader's gender. */
export const es: Translation<PatientTexts> = {
  review: 'draft',
  texts: {
    'option.confirm': 'Confirmar',
    'option.reschedule': 'Reprogramar',
    'option.cancel': 'Cancelar',
    'option.confirm-all': 'Confirmar todas',
    'option.change-one': 'Cambiar una',
    'option.all-visits': 'Confirmar todas',
    'option.undo': 'Deshacer',
    'option.another-time': 'Otro horario',
    'option.more-times': 'Más horarios',
    'option.keep': 'Mantener mi cita',
    'option.talk-to-us': 'Hablar con alguien',
    'option.start-again': 'Volver a recibir',
    'option.all-well': 'Todo bien',
    'option.ask-question': 'Tengo una pregunta',
    'option.reason.cannot-come': 'No puedo ir',
    'option.reason.feeling-better': 'Me siento mejor',
    'option.reason.booked-elsewhere': 'Iré a otro lugar',
    'option.reason.other': 'Otro motivo',
    'option.preference.morning': 'Por la mañana',
    'option.preference.afternoon': 'Por la tarde',
    'option.preference.any-time': 'A cualquier hora',
    'list.times': 'Elegir horario',
    'list.visits': 'Elegir una',
    'list.answers': 'Elegir',

    'reply.confirmed': 'Gracias. Su cita está confirmada: {when}.',
    'reply.confirmed-all': 'Gracias. Todas las citas están confirmadas: {visits}.',
    'reply.already-confirmed': 'Su cita ya está confirmada: {when}. No tiene que hacer nada más.',

    'reply.cancelled':
      'Su cita está cancelada: {when}. Puede deshacerlo hasta esta hora: {until}. También puede elegir otro horario o decirnos el motivo.',
    'reply.already-cancelled': 'Esta cita ya estaba cancelada: {when}.',
    'reply.still-cancelled':
      'Esta cita está cancelada y no se puede confirmar: {when}. Si aun así quiere venir, elija una opción, por favor.',
    'reply.still-booked': 'Su cita sigue reservada: {when}.',
    'reply.reason-noted': 'Gracias por avisarnos.',
    'reply.cancel-undone': 'Listo. Su cita está reservada de nuevo y confirmada: {when}.',
    'reply.undo-too-late': 'Ya no es posible deshacerlo aquí. Una persona de nuestro equipo le ayudará.',
    'reply.undo-taken': 'Lo sentimos, ese horario ya se ocupó. Una persona de nuestro equipo le ayudará.',

    'reply.slots-offered': 'Estos horarios están libres. Nada cambia hasta que elija uno. ¿Cuál prefiere?',
    'reply.more-slots': 'Aquí tiene más horarios libres:',
    'reply.slot-lost': 'Lo sentimos, ese horario ya no está libre. Estos sí lo están:',
    'reply.slot-lost-none-left':
      'Lo sentimos, ese horario ya no está libre y ahora no hay otro. No ha cambiado nada. Una persona de nuestro equipo se comunicará con usted.',
    'reply.moved': 'Listo. Su nueva cita: {when}. El horario anterior ya no vale.',
    'reply.kept': 'De acuerdo. Su cita sigue como está y queda confirmada: {when}.',
    'reply.no-slots':
      'Ahora no tenemos horarios libres para ofrecerle. Una persona de nuestro equipo buscará uno. Hasta entonces nada cambia. ¿Cuándo prefiere venir?',
    'reply.no-more-slots':
      'No hay más horarios libres. Si ninguno de los otros le conviene, una persona de nuestro equipo le ayudará.',
    'reply.ask-preference':
      '¿Cuándo prefiere venir? Una persona de nuestro equipo buscará un horario. Hasta entonces nada cambia.',
    'reply.preference-noted':
      'Gracias. Una persona de nuestro equipo se comunicará con usted para darle un nuevo horario.',
    'reply.already-with-staff':
      'Una persona de nuestro equipo ya está buscando un nuevo horario y se comunicará con usted.',

    'reply.which-visit':
      '{purpose, select, confirm {¿Qué cita quiere confirmar?} reschedule {¿Qué cita quiere cambiar?} cancel {¿Qué cita quiere cancelar?} other {¿De qué cita se trata?}}',
    'reply.visit-actions': 'Esta es su cita: {when}. ¿Qué quiere hacer?',
    'reply.outdated-moved': 'Ese mensaje ya no vale: su cita se cambió. Ahora es: {when}.',
    'reply.no-longer-booked':
      'Esta cita ya no está en nuestra agenda: {when}. Una persona de nuestro equipo se comunicará con usted. Espere ese aviso antes de venir, por favor.',
    'reply.past-visit': 'La hora de esta cita ya pasó: {when}. Si necesita algo, escríbanos aquí.',
    'reply.no-visit':
      'No encontramos aquí ninguna cita suya. Una persona de nuestro equipo lo revisará y le responderá.',
    'reply.visits-now': 'Algunas de estas citas han cambiado. Ahora están así:',
    'visit-now.confirmed': '{visit}: confirmada',
    'visit-now.booked': '{visit}: reservada, sin confirmar',
    'visit-now.cancelled': '{visit}: cancelada',
    'visit-now.over': '{visit}: ya pasó',

    'reply.handed-to-staff':
      '{after, select, voice {Gracias. Los mensajes de voz no se escuchan al momento: una persona de nuestro equipo escuchará el suyo y le responderá aquí. En una emergencia no espere: llame al número de emergencias.} media {Gracias. Una persona de nuestro equipo verá lo que nos envió y le responderá aquí. En una emergencia no espere: llame al número de emergencias.} wish {De acuerdo. Una persona de nuestro equipo le escribirá aquí.} other {Gracias por su mensaje. Una persona de nuestro equipo lo leerá y le responderá aquí. En una emergencia no espere: llame al número de emergencias.}}',
    'staff.closed': 'Ahora estamos cerrados. Volvemos a abrir: {opens}.',
    'reply.unsupported':
      'No pudimos abrir su mensaje. Por favor, escríbalo con palabras. Ya avisamos a una persona de nuestro equipo. En una emergencia no espere: llame al número de emergencias.',
    'reply.not-a-choice':
      'Disculpe, no lo entendimos. Toque una de las respuestas o responda con un número del 1 al {count}, por favor.',
    'reply.follow-up-thanks': 'Gracias por avisarnos. Le deseamos lo mejor.',
    'reply.follow-up-question': 'Escriba aquí su pregunta, por favor. Una persona de nuestro equipo le responderá.',
    'reply.opted-out':
      'No recibirá más mensajes de {clinic}. Sus citas siguen reservadas. Para volver a recibirlos, responda ALTA.',
    'reply.already-opted-out': 'Ya no le enviamos mensajes. Para volver a recibirlos, responda ALTA.',
    'reply.opted-in':
      'Volverá a recibir mensajes de {clinic} sobre sus citas. Para dejar de recibirlos, responda BAJA.',

    'emergency.line': 'En una emergencia, no espere nuestra respuesta: llame al {number}.',
    'emergency.callNow':
      'Si es una emergencia ahora, llame enseguida al {number}. No espere una respuesta aquí. Si no es una emergencia, una persona de nuestro equipo le responderá.',
    'name.unknown': 'buen día',
    'name.another': 'otra persona',
  },
}
