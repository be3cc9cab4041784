import type { Lexicon } from './lexicon.ts'

/**
 * "alto", "para" and "fin" are ordinary words beside Spanish; "cancelar" and "anular" mean the visit. At a clinic "la baja"
 * is a sick note and "darme de alta" a discharge: both are left to a person, and so is "entendido" (read, not answered).
 */
export const es: Lexicon = {
  'opt-out': {
    everywhere: [
      'baja', 'darme de baja', 'dar de baja', 'dame de baja', 'deme de baja', 'denme de baja', 'quiero darme de baja', 'parar', 'pare', 'detener',
      'detener mensajes', 'desuscribir', 'desuscribirme', 'cancelar suscripción', 'cancelar la suscripción', 'no más mensajes',
      'no quiero más mensajes', 'no quiero recibir más mensajes', 'no quiero recibir mensajes', 'no me escriban', 'no me escriban más',
      'no me envíen más mensajes', 'no enviar más mensajes', 'dejen de escribirme', 'dejen de enviarme mensajes', 'basta de mensajes',
      'quiero que paren', 'parar mensajes', 'parar los mensajes', 'detener los mensajes', 'paren los mensajes', 'darse de baja', 'me doy de baja',
      'cancelar mensajes', 'no quiero mensajes', 'ya no quiero mensajes', 'ya no quiero recibir mensajes', 'no deseo recibir mensajes',
      'no deseo recibir más mensajes', 'no deseo más mensajes', 'no me manden mensajes', 'no me manden más mensajes', 'no me mande más mensajes',
      'no me envíen mensajes', 'no me envíe más mensajes', 'no me escriba más', 'dejen de mandarme mensajes', 'deje de escribirme',
      'borren mi número', 'elimine mi número', 'eliminen mi número', 'quitar de la lista', 'quítenme de la lista', 'sáquenme de la lista',
    ],
    here: ['alto', 'para', 'paren', 'basta', 'eliminar', 'eliminarme'],
  },
  'opt-in': {
    everywhere: [
      'suscribir', 'suscribirme', 'quiero recibir mensajes', 'volver a recibir', 'volver a recibir mensajes', 'quiero volver a recibir mensajes',
      'activar mensajes',
    ],
  },
  'opt-in-again': { everywhere: [], here: ['alta', 'iniciar', 'volver'] },
  confirm: {
    everywhere: [
      'confirmo', 'confirmar', 'confirmar todas', 'confirmo todas', 'sí confirmo', 'confirmo mi cita', 'confirmo la cita', 'confirmo asistencia',
      'sí confirmo mi cita', 'sí confirmo la cita', 'confirmo mi asistencia', 'sí confirmo mi asistencia', 'sí confirmo asistencia',
      'confirmo que asistiré', 'confirmo que voy', 'confirmo sí', 'ok confirmo', 'vale confirmo', 'cita confirmada',
    ],
    here: [
      'sí', 'sí sí', 'confirmado', 'confirmada', 'confirmar cita', 'confirmar la cita', 'confirmar mi cita', 'ok', 'okey', 'okay', 'vale', 'sí vale',
      'de acuerdo', 'sí de acuerdo', 'claro', 'claro que sí', 'sí claro', 'sí puedo', 'sí voy', 'sí iré', 'iré', 'asistiré', 'sí asistiré',
      'sí asisto', 'asisto', 'ahí estaré', 'allí estaré', 'sí ahí estaré', 'confirmo la asistencia', 'sí confirmado', 'sí confirmada',
      'ok confirmado', 'confirmada la cita', 'confirmar asistencia', 'sip', 'okay sí', 'ok sí', 'sí ok', 'oki', 'ok vale', 'vale ok', 'perfecto',
      'sí perfecto', 'ok perfecto', 'listo', 'dale', 'por supuesto', 'sí por supuesto', 'desde luego', 'cómo no', 'voy', 'voy a ir', 'sí voy a ir',
      'puedo ir', 'sí puedo ir', 'puedo', 'sí vamos', 'iremos', 'sí iremos', 'asistiremos', 'sí asistiremos', 'sí acudiré', 'acudiré', 'allá estaré',
      'sí allí estaré', 'ahí estaremos', 'allí estaremos', 'sí ahí estaremos', 'ahí nos vemos', 'allí nos vemos', 'cuente conmigo',
      'cuenten conmigo',
    ],
  },
  reschedule: {
    everywhere: [
      'reprogramar', 'reagendar', 'reprogramar cita', 'reprogramar la cita', 'reprogramar mi cita', 'quiero reprogramar', 'reprogramarla',
      'reagendar cita', 'reagendar la cita', 'reagendar mi cita', 'quiero reagendar', 'necesito reagendar', 'necesito reprogramar',
      'quiero reprogramar la cita', 'quiero reprogramar mi cita', 'prefiero reprogramar',
    ],
    here: [
      'cambiar', 'cambiar cita', 'cambiar la cita', 'cambiar mi cita', 'cambiar fecha', 'cambiar la fecha', 'cambiar hora', 'cambiar la hora',
      'cambiar horario', 'cambiar el horario', 'cambiar de día', 'cambiar de hora', 'mover', 'mover la cita', 'otro día', 'mejor otro día',
      'otra hora', 'otra fecha', 'otro horario', 'posponer', 'aplazar', 'quiero cambiar', 'quiero cambiar la cita', 'quiero cambiar mi cita',
      'cambiar una', 'cambio', 'cambio de cita', 'cambio de hora', 'cambio de día', 'cambio de fecha', 'cambio de horario', 'cambiar el día',
      'cambiar día', 'mover cita', 'mover mi cita', 'modificar', 'modificar la cita', 'modificar mi cita', 'nueva fecha', 'nueva hora',
      'nuevo horario', 'en otro horario', 'quiero otro día', 'quiero otra hora', 'quiero otro horario', 'quiero otra fecha',
      'necesito cambiar la cita', 'necesito cambiar mi cita', 'puedo cambiar la cita', 'se puede cambiar', 'mejor otra hora',
    ],
  },
  cancel: {
    everywhere: [
      'cancelar', 'cancelo', 'cancelar cita', 'cancelar la cita', 'cancelar mi cita', 'anular cita', 'anular la cita', 'anular mi cita',
      'quiero cancelar', 'necesito cancelar', 'necesito cancelar la cita', 'necesito cancelar mi cita', 'deseo cancelar', 'deseo cancelar mi cita',
      'anular mi visita',
    ],
    here: [
      'cancela', 'cancele', 'cancelen', 'anular', 'anulo', 'anule', 'quiero anular', 'cancelo la cita', 'cancelo mi cita', 'quiero cancelar la cita',
      'quiero cancelar mi cita', 'cancelarla', 'cancélela', 'cancélenla', 'anularla', 'anúlela', 'quiero anular la cita', 'quiero anular mi cita',
      'anulo la cita', 'anulo mi cita', 'cancelación',
    ],
  },
  undo: {
    everywhere: ['deshacer'],
    here: ['deshacerlo', 'quiero deshacer', 'deshaz', 'no cancelar', 'no la cancelen', 'no la cancele'],
  },
  courtesies: [
    'por favor', 'porfavor', 'porfa', 'gracias', 'muchas gracias', 'muchísimas gracias', 'hola', 'buenos días', 'buenas tardes', 'buenas noches',
    'buenas', 'mil gracias', 'muy amable', 'muy amables', 'buen día', 'saludos', 'un saludo', 'doctor', 'doctora', 'señorita', 'señor', 'señora',
    'si dios quiere', 'primero dios',
  ],
  numbers: [['uno', 'una'], ['dos'], ['tres'], ['cuatro'], ['cinco']],
} // prettier-ignore
