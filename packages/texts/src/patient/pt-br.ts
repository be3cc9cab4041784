import type { Translation } from '../catalogue.ts'
import type { PatientTexts } from './en.ts'

/** Brazilian Portuguese: "você", no "obrigado/obrigada", no forms that need the reader's gender. */
export const ptBr: Translation<PatientTexts> = {
  review: 'draft',
  texts: {
    'button.confirm': 'Confirmar',
    'button.reschedule': 'Remarcar',
    'button.cancel': 'Cancelar',
    'button.confirmAll': 'Confirmar todas',
    'button.changeOne': 'Mudar uma',
    'button.undo': 'Desfazer',
    'button.moveInstead': 'Prefiro remarcar',
    'button.moreTimes': 'Mais horários',
    'button.keep': 'Manter a consulta',
    'button.person': 'Falar com alguém',
    'button.chooseTime': 'Escolher horário',
    'button.chooseVisit': 'Escolher uma',
    'button.chooseReason': 'Escolher motivo',
    'button.allWell': 'Está tudo bem',
    'button.question': 'Tenho uma pergunta',
    'reason.cannotCome': 'Não posso ir',
    'reason.feelingBetter': 'Já estou melhor',
    'reason.bookedElsewhere': 'Marquei em outro',
    'reason.other': 'Outro motivo',
    'preference.morning': 'De manhã',
    'preference.afternoon': 'À tarde',
    'preference.evening': 'No fim do dia',
    'preference.any': 'Qualquer horário',

    'confirm.done': 'Agradecemos. Sua consulta está confirmada: {when}.',
    'confirm.allDone': 'Agradecemos. Todas as consultas estão confirmadas: {visits}.',
    'confirm.already': 'Sua consulta já está confirmada: {when}. Não precisa fazer mais nada.',

    'cancel.done': 'Sua consulta foi cancelada: {when}.',
    'cancel.already': 'Esta consulta já estava cancelada: {when}.',
    'cancel.askReason': 'Pode nos dizer o motivo? Se preferir, também pode remarcar.',
    'cancel.reasonNoted': 'Agradecemos por avisar.',
    'cancel.undoOffer':
      'Foi engano? Você pode desfazer em até {minutes, plural, one {# minuto} other {# minutos}}: toque em Desfazer.',
    'undo.done': 'Pronto. Sua consulta continua como estava: {when}.',
    'undo.tooLate': 'Não dá mais para desfazer por aqui. Uma pessoa da equipe vai ajudar você.',
    'undo.taken': 'Desculpe, esse horário já foi ocupado. Uma pessoa da equipe vai ajudar você.',
    'undo.nothing': 'Não há nada para desfazer.',

    'change.which': 'Qual consulta você quer mudar?',
    'change.what': 'O que você quer fazer com esta consulta? {patient}, {when}.',
    'reschedule.offer':
      'Estes horários estão livres. Sua consulta continua marcada até você escolher outro: {when}. Qual horário você prefere?',
    'reschedule.more': 'Veja mais horários livres:',
    'reschedule.won': 'Pronto. Sua nova consulta: {when}. O horário anterior não está mais reservado.',
    'reschedule.lost': 'Desculpe, outra pessoa acabou de ficar com esse horário. Estes estão livres:',
    'reschedule.lostNoneLeft':
      'Desculpe, outra pessoa acabou de ficar com esse horário e agora não há outro livre. Uma pessoa da equipe vai falar com você. Sua consulta continua como está: {when}.',
    'reschedule.holdExpired': 'Não foi possível guardar esses horários por mais tempo. Agora estão livres:',
    'reschedule.noSlots':
      'Agora não temos horários livres para oferecer. Uma pessoa da equipe vai falar com você. Sua consulta continua como está: {when}.',
    'reschedule.noMore':
      'Não há mais horários livres. Se nenhum servir, uma pessoa da equipe vai ajudar você: toque em Falar com alguém.',
    'reschedule.askPreference':
      'Quando fica melhor para você? Uma pessoa da equipe vai procurar um horário. Até lá, sua consulta continua como está: {when}.',
    'reschedule.preferenceNoted': 'Agradecemos. Uma pessoa da equipe vai falar com você sobre o novo horário.',
    'reschedule.kept': 'Certo. Sua consulta continua como está: {when}.',

    'visit.movedSince': 'Aquela mensagem não vale mais. Sua consulta mudou e agora é: {when}.',
    'visit.cancelledSince': 'Esta consulta foi cancelada: {when}. Para marcar outra, escreva para nós aqui.',
    'visit.past': 'Esta consulta já passou. Se precisar de algo, escreva para nós aqui.',
    'visit.notFound': 'Não encontramos mais esta consulta. Uma pessoa da equipe vai verificar.',
    'notice.movedByClinic': 'Precisamos mudar a sua consulta. Agora é: {when}. Este horário serve para você?',
    'notice.cancelledByClinic':
      'Pedimos desculpas: precisamos cancelar a sua consulta, {when}. Para marcar outra, escreva para nós aqui.',

    'staff.willAnswer': 'Agradecemos a sua mensagem. Uma pessoa da equipe vai responder aqui.',
    'staff.willAnswerWhenOpen':
      'Agradecemos a sua mensagem. Agora estamos fechados. Uma pessoa vai responder aqui quando abrirmos: {opens}.',
    'followUp.thanks': 'Agradecemos por avisar. Desejamos tudo de bom.',
    'followUp.askQuestion': 'Por favor, escreva a sua pergunta aqui. Uma pessoa da equipe vai responder.',

    'optOut.done':
      'Você não vai mais receber mensagens de {clinic}. Suas consultas continuam marcadas. Para voltar a receber, responda VOLTAR.',
    'optOut.already': 'Já não enviamos mensagens para você. Para voltar a receber, responda VOLTAR.',
    'optIn.done': 'Você voltará a receber mensagens de {clinic} sobre as suas consultas. Para parar, responda SAIR.',
    'optIn.already': 'Você já recebe as nossas mensagens. Para parar, responda SAIR.',

    'media.unknown': 'Não conseguimos abrir este tipo de mensagem aqui. Por favor, escreva em palavras.',
    'media.received': 'Agradecemos. Uma pessoa da equipe vai ver o que você enviou.',
    'media.voice':
      'As mensagens de voz não são ouvidas na hora. Uma pessoa da equipe vai ouvir mais tarde. Se for urgente, escreva ou ligue para nós, por favor.',

    'notUnderstood.toStaff':
      'Desculpe, nosso assistente automático não entendeu a sua mensagem. Uma pessoa da equipe vai responder aqui.',
    'hint.digits': 'Responda 1 para confirmar, 2 para remarcar, 3 para cancelar.',
    'hint.number': 'Responda com um número de 1 a {count}.',
    'hint.option': '{number}. {title}',
    'emergency.line': 'Em uma emergência, não espere por nós: ligue para {number}.',
    'emergency.callNow':
      'Se for uma emergência agora, ligue já para {number}. Não espere uma resposta aqui. Se não for, uma pessoa da equipe vai responder.',

    'name.unknown': 'paciente',
  },
}
