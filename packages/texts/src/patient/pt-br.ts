import type { Translation } from '../catalogue.ts'
import type { PatientTexts } from './en.ts'

/** Brazilian Portuguese: "você", no "obrigado/obrigada", no forms that need the reader's gender. */
export const ptBr: Translation<PatientTexts> = {
  review: 'draft',
  texts: {
    'option.confirm': 'Confirmar',
    'option.reschedule': 'Remarcar',
    'option.cancel': 'Cancelar',
    'option.confirm-all': 'Confirmar todas',
    'option.change-one': 'Mudar uma',
    'option.all-visits': 'Confirmar todas',
    'option.undo': 'Desfazer',
    'option.another-time': 'Outro horário',
    'option.more-times': 'Mais horários',
    'option.keep': 'Manter a consulta',
    'option.talk-to-us': 'Falar com alguém',
    'option.start-again': 'Voltar a receber',
    'option.all-well': 'Está tudo bem',
    'option.ask-question': 'Tenho uma pergunta',
    'option.reason.cannot-come': 'Não posso ir',
    'option.reason.feeling-better': 'Já estou melhor',
    'option.reason.booked-elsewhere': 'Vou a outro lugar',
    'option.reason.other': 'Outro motivo',
    'option.preference.morning': 'De manhã',
    'option.preference.afternoon': 'À tarde',
    'option.preference.any-time': 'Qualquer horário',
    'list.times': 'Escolher horário',
    'list.visits': 'Escolher uma',
    'list.answers': 'Escolher',

    'reply.confirmed': 'Tudo certo. Sua consulta está confirmada: {when}.',
    'reply.confirmed-all': 'Tudo certo. Todas as consultas estão confirmadas: {visits}.',
    'reply.already-confirmed': 'Sua consulta já está confirmada: {when}. Não precisa fazer mais nada.',

    'reply.cancelled':
      'Sua consulta foi cancelada: {when}. Você pode desfazer até {until}. Também pode escolher outro horário ou nos dizer o motivo.',
    'reply.already-cancelled': 'Esta consulta já estava cancelada: {when}.',
    'reply.still-cancelled':
      'Esta consulta está cancelada e não pode ser confirmada: {when}. Se mesmo assim quiser vir, escolha uma opção, por favor.',
    'reply.still-booked': 'Sua consulta continua marcada: {when}.',
    'reply.reason-noted': 'Agradecemos por avisar.',
    'reply.cancel-undone': 'Pronto. Sua consulta está marcada de novo e confirmada: {when}.',
    'reply.undo-too-late': 'Não dá mais para desfazer por aqui. Uma pessoa da equipe vai ajudar você.',
    'reply.undo-taken': 'Desculpe, esse horário já foi ocupado. Uma pessoa da equipe vai ajudar você.',

    'reply.slots-offered': 'Estes horários estão livres. Nada muda até você escolher um. Qual você prefere?',
    'reply.more-slots': 'Veja mais horários livres:',
    'reply.slot-lost': 'Desculpe, esse horário não está mais livre. Estes estão livres:',
    'reply.slot-lost-none-left':
      'Desculpe, esse horário não está mais livre e agora não há outro. Nada mudou. Uma pessoa da equipe vai falar com você.',
    'reply.moved': 'Pronto. Sua nova consulta: {when}. O horário anterior não vale mais.',
    'reply.kept': 'Certo. Sua consulta continua como está e fica confirmada: {when}.',
    'reply.no-slots':
      'Agora não temos horários livres para oferecer. Uma pessoa da equipe vai procurar um. Até lá, nada muda. Quando fica melhor para você?',
    'reply.no-more-slots':
      'Não há mais horários livres. Se nenhum dos outros servir, uma pessoa da equipe vai ajudar você.',
    'reply.ask-preference':
      'Quando fica melhor para você? Uma pessoa da equipe vai procurar um horário. Até lá, nada muda.',
    'reply.preference-noted': 'Anotado. Uma pessoa da equipe vai falar com você sobre o novo horário.',
    'reply.already-with-staff': 'Uma pessoa da equipe já está procurando um novo horário e vai falar com você.',

    'reply.which-visit':
      '{purpose, select, confirm {Qual consulta você quer confirmar?} reschedule {Qual consulta você quer remarcar?} cancel {Qual consulta você quer cancelar?} other {De qual consulta se trata?}}',
    'reply.visit-actions': 'Esta é a sua consulta: {when}. O que você quer fazer?',
    'reply.outdated-moved': 'Aquela mensagem não vale mais. Sua consulta mudou e agora é: {when}.',
    'reply.no-longer-booked':
      'Esta consulta não está mais na nossa agenda: {when}. Uma pessoa da equipe vai falar com você. Por favor, espere esse contato antes de vir.',
    'reply.past-visit': 'O horário desta consulta já passou: {when}. Se precisar de algo, escreva para nós aqui.',
    'reply.no-visit': 'Não encontramos nenhuma consulta sua aqui. Uma pessoa da equipe vai verificar e responder.',
    'reply.visits-now': 'Algumas destas consultas mudaram. Agora estão assim:',
    'visit-now.confirmed': '{visit}: confirmada',
    'visit-now.booked': '{visit}: marcada, falta confirmar',
    'visit-now.cancelled': '{visit}: cancelada',
    'visit-now.over': '{visit}: já passou',

    'reply.handed-to-staff':
      '{after, select, voice {Recebemos o seu áudio. Os áudios não são ouvidos na hora: uma pessoa da equipe vai ouvir e responder aqui. Em uma emergência, não espere: ligue para o número de emergência.} media {Recebemos o que você enviou. Uma pessoa da equipe vai ver e responder aqui. Em uma emergência, não espere: ligue para o número de emergência.} wish {Certo. Uma pessoa da equipe vai escrever para você aqui.} other {Recebemos a sua mensagem. Uma pessoa da equipe vai ler e responder aqui. Em uma emergência, não espere: ligue para o número de emergência.}}',
    'staff.closed': 'Agora estamos fechados. Abrimos de novo: {opens}.',
    'reply.unsupported':
      'Não conseguimos abrir a sua mensagem. Por favor, escreva em palavras. Já avisamos uma pessoa da equipe. Em uma emergência, não espere: ligue para o número de emergência.',
    'reply.not-a-choice':
      'Desculpe, não entendemos. Por favor, toque em uma das respostas ou responda com um número de 1 a {count}.',
    'reply.follow-up-thanks': 'Agradecemos por avisar. Desejamos tudo de bom.',
    'reply.follow-up-question': 'Por favor, escreva a sua pergunta aqui. Uma pessoa da equipe vai responder.',
    'reply.opted-out':
      'Você não vai mais receber mensagens de {clinic}. Suas consultas continuam marcadas. Para voltar a receber, responda VOLTAR.',
    'reply.already-opted-out': 'Já não enviamos mensagens para você. Para voltar a receber, responda VOLTAR.',
    'reply.opted-in':
      'Você voltará a receber mensagens de {clinic} sobre as suas consultas. Para parar, responda SAIR.',

    'emergency.line': 'Em uma emergência, não espere por nós: ligue para {number}.',
    'emergency.callNow':
      'Se for uma emergência agora, ligue já para {number}. Não espere uma resposta aqui. Se não for uma emergência, uma pessoa da equipe vai responder.',
    'name.unknown': 'paciente',
    'name.another': 'outra pessoa',
  },
}
