import type { TemplateTexts } from './templates.ts'

export const es: TemplateTexts = {
  footer: 'Responda BAJA para no recibir más mensajes',
  bodies: {
    confirm:
      'Hola, {{patient}}: le escribimos de {{clinic}}. Tiene una cita con nosotros.\n\nDía: {{day}}\nHora: {{time}}\nLugar: {{place}}\n\n¿Puede venir? Toque un botón o responda 1 para confirmar, 2 para reprogramar, 3 para cancelar.',
    confirmMerged:
      'Hola, le escribimos de {{clinic}}. Tiene varias citas con nosotros el mismo día.\n\nDía: {{day}}\nQuién y a qué hora: {{visits}}\n\n¿Pueden venir a todas? Toque un botón o responda 1 para confirmar todas, 2 para cambiar una.',
    confirmAgain:
      'Hola, {{patient}}: le escribimos otra vez de {{clinic}}. Su cita se acerca y todavía no sabemos si puede venir.\n\nDía: {{day}}\nHora: {{time}}\nLugar: {{place}}\n\nAvísenos, por favor: toque un botón o responda 1 para confirmar, 2 para reprogramar, 3 para cancelar.',
    confirmAgainMerged:
      'Hola, le escribimos otra vez de {{clinic}}. Estas citas se acercan y todavía no sabemos si pueden venir.\n\nDía: {{day}}\nQuién y a qué hora: {{visits}}\n\nAvísenos, por favor: toque un botón o responda 1 para confirmar todas, 2 para cambiar una.',
    soon: 'Hola, {{patient}}: le escribimos de {{clinic}}. Le esperamos.\n\nDía: {{day}}\nHora: {{time}}\nLugar: {{place}}\n\nPor favor, llegue 10 minutos antes. Si no puede venir, escríbanos aquí.',
    soonMerged:
      'Hola, le escribimos de {{clinic}}. Les esperamos.\n\nDía: {{day}}\nQuién y a qué hora: {{visits}}\n\nPor favor, lleguen 10 minutos antes. Si alguien no puede venir, escríbanos aquí.',
    followUp:
      'Hola, {{patient}}: gracias por su visita del {{day}} a {{clinic}}.\n\n¿Quiere preguntar algo sobre ella? Escríbanos aquí y una persona le responderá. En una emergencia no escriba aquí: llame al número de emergencias.',
    followUpMerged:
      'Hola, gracias por sus visitas del {{day}} a {{clinic}}. Se trata de: {{patients}}.\n\n¿Quiere preguntar algo sobre ellas? Escríbanos aquí y una persona le responderá. En una emergencia no escriba aquí: llame al número de emergencias.',
    movedByClinic:
      'Hola, {{patient}}: le escribimos de {{clinic}}. Su cita ha cambiado. Estos son los nuevos datos.\n\nDía: {{day}}\nHora: {{time}}\nLugar: {{place}}\n\n¿Puede venir? Toque un botón o responda 1 para confirmar, 2 para reprogramar, 3 para cancelar.',
    cancelledByClinic:
      'Hola, {{patient}}: le escribimos de {{clinic}}. Esta cita ha sido cancelada.\n\nDía: {{day}}\nHora: {{time}}\n\nPor favor, no venga a esa hora. Si desea otro horario, escríbanos aquí y lo buscaremos con usted.',
  },
}
