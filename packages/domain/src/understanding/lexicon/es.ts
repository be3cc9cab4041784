import type { Lexicon } from './lexicon.ts'

/** "alto", "para" and "fin" are ordinary words beside Spanish; "cancelar" and "anular" mean the visit. */
export const es: Lexicon = {
  'opt-out': {
    everywhere: [
      'baja', 'darme de baja', 'dar de baja', 'dame de baja', 'deme de baja', 'denme de baja', 'quiero darme de baja',
      'quiero la baja', 'solicito la baja', 'parar', 'pare', 'detener', 'detener mensajes', 'desuscribir', 'desuscribirme',
      'cancelar suscripción', 'cancelar la suscripción', 'no más mensajes', 'no mas mensajes por favor',
      'no quiero más mensajes', 'no quiero recibir más mensajes', 'no quiero recibir mensajes', 'no me escriban',
      'no me escriban más', 'no me envíen más mensajes', 'no enviar más mensajes', 'dejen de escribirme',
      'dejen de enviarme mensajes', 'basta de mensajes',
    ],
    here: ['alto', 'para', 'paren', 'basta', 'eliminar', 'eliminarme'],
  },
  'opt-in': {
    everywhere: ['suscribir', 'suscribirme', 'darme de alta', 'quiero recibir mensajes', 'volver a recibir', 'volver a recibir mensajes'],
    here: ['alta', 'iniciar', 'volver'],
  },
  confirm: {
    everywhere: ['confirmo', 'confirmar', 'confirmar todas', 'confirmo todas', 'sí confirmo', 'confirmo mi cita', 'confirmo la cita', 'confirmo asistencia'],
    here: [
      'sí', 'sí sí', 'confirmado', 'confirmada', 'confirmar cita', 'confirmar la cita', 'confirmar mi cita', 'ok', 'okey',
      'okay', 'vale', 'sí vale', 'de acuerdo', 'sí de acuerdo', 'claro', 'claro que sí', 'sí claro', 'sí puedo',
      'sí voy', 'sí iré', 'iré', 'asistiré', 'sí asistiré', 'sí asisto', 'asisto', 'ahí estaré', 'allí estaré', 'sí ahí estaré',
    ],
  },
  reschedule: {
    everywhere: ['reprogramar', 'reagendar', 'reprogramar cita', 'reprogramar la cita', 'reprogramar mi cita', 'quiero reprogramar'],
    here: [
      'cambiar', 'cambiar cita', 'cambiar la cita', 'cambiar mi cita', 'cambiar fecha', 'cambiar la fecha', 'cambiar hora',
      'cambiar la hora', 'cambiar horario', 'cambiar el horario', 'cambiar de día', 'cambiar de hora', 'mover', 'mover la cita',
      'otro día', 'mejor otro día', 'otra hora', 'otra fecha', 'otro horario', 'posponer', 'aplazar', 'quiero cambiar',
      'quiero cambiar la cita', 'quiero cambiar mi cita',
    ],
  },
  cancel: {
    everywhere: ['cancelar', 'cancelo', 'cancelar cita', 'cancelar la cita', 'cancelar mi cita', 'anular cita', 'anular la cita', 'anular mi cita', 'quiero cancelar'],
    here: ['cancela', 'cancele', 'cancelen', 'anular', 'anulo', 'anule', 'quiero anular', 'cancelo la cita', 'cancelo mi cita', 'quiero cancelar la cita', 'quiero cancelar mi cita'],
  },
  undo: { everywhere: ['deshacer'], here: ['deshacerlo', 'quiero deshacer', 'deshaz'] },
  courtesies: ['por favor', 'porfavor', 'porfa', 'gracias', 'muchas gracias', 'muchísimas gracias', 'hola', 'buenos días', 'buenas tardes', 'buenas noches', 'buenas'],
  numbers: [['uno', 'una'], ['dos'], ['tres'], ['cuatro'], ['cinco']],
} // prettier-ignore
