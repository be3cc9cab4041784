import type { TemplateTexts } from './templates.ts'

export const ptBr: TemplateTexts = {
  footer: 'Responda SAIR para não receber mais mensagens',
  bodies: {
    confirm:
      'Olá, {{patient}}! Esta é uma mensagem de {{clinic}}. Você tem uma consulta marcada.\n\nDia: {{day}}\nHora: {{time}}\nLocal: {{place}}\n\nVocê pode vir? Toque em um botão ou responda 1 para confirmar, 2 para remarcar, 3 para cancelar.',
    confirmMerged:
      'Olá! Esta é uma mensagem de {{clinic}}. Há mais de uma consulta marcada para o mesmo dia.\n\nDia: {{day}}\nQuem e a que horas: {{visits}}\n\nVocês podem vir a todas? Toque em um botão ou responda 1 para confirmar todas, 2 para mudar uma.',
    confirmAgain:
      'Olá, {{patient}}! Esta é mais uma mensagem de {{clinic}}. Sua consulta está chegando e ainda não sabemos se você pode vir.\n\nDia: {{day}}\nHora: {{time}}\nLocal: {{place}}\n\nPor favor, avise: toque em um botão ou responda 1 para confirmar, 2 para remarcar, 3 para cancelar.',
    confirmAgainMerged:
      'Olá! Esta é mais uma mensagem de {{clinic}}. Estas consultas estão chegando e ainda não sabemos se vocês podem vir.\n\nDia: {{day}}\nQuem e a que horas: {{visits}}\n\nPor favor, avise: toque em um botão ou responda 1 para confirmar todas, 2 para mudar uma.',
    soon: 'Olá, {{patient}}! Esta é uma mensagem de {{clinic}}. Esperamos por você.\n\nDia: {{day}}\nHora: {{time}}\nLocal: {{place}}\n\nPor favor, chegue 10 minutos antes. Se não puder vir, escreva para nós aqui.',
    soonMerged:
      'Olá! Esta é uma mensagem de {{clinic}}. Esperamos por vocês.\n\nDia: {{day}}\nQuem e a que horas: {{visits}}\n\nPor favor, cheguem 10 minutos antes. Se alguém não puder vir, escreva para nós aqui.',
    followUp:
      'Olá, {{patient}}! Agradecemos a sua visita a {{clinic}} em {{day}}.\n\nQuer perguntar algo sobre ela? Escreva aqui e uma pessoa vai responder. Em uma emergência, não escreva aqui: ligue para o número de emergência.',
    followUpMerged:
      'Olá! Agradecemos as suas visitas a {{clinic}} em {{day}}. Trata-se de: {{patients}}.\n\nQuer perguntar algo sobre elas? Escreva aqui e uma pessoa vai responder. Em uma emergência, não escreva aqui: ligue para o número de emergência.',
    movedByClinic:
      'Olá, {{patient}}! Esta é uma mensagem de {{clinic}}. A sua consulta mudou. Estes são os novos dados.\n\nDia: {{day}}\nHora: {{time}}\nLocal: {{place}}\n\nVocê pode vir? Toque em um botão ou responda 1 para confirmar, 2 para remarcar, 3 para cancelar.',
    cancelledByClinic:
      'Olá, {{patient}}! Esta é uma mensagem de {{clinic}}. Esta consulta foi cancelada.\n\nDia: {{day}}\nHora: {{time}}\n\nPor favor, não venha nesse horário. Se quiser um novo horário, escreva para nós aqui e vamos encontrar um com você.',
  },
}
