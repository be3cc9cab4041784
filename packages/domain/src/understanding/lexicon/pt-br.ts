import type { Lexicon } from './lexicon.ts'

/** "desmarcar" and "cancelar" mean the visit; "cancelar inscrição" and "descadastrar" the messages. */
export const ptBr: Lexicon = {
  'opt-out': {
    everywhere: [
      'sair', 'parar', 'pare', 'descadastrar', 'descadastre', 'me descadastre', 'quero descadastrar', 'remover', 'me remova', 'remova me',
      'cancelar inscrição', 'cancelar a inscrição', 'cancelar cadastro', 'quero sair', 'sair da lista', 'parar mensagens', 'pare de enviar',
      'pare de mandar', 'pare de enviar mensagens', 'pare de mandar mensagens', 'parem de enviar mensagens', 'não quero mais mensagens',
      'não quero receber mensagens', 'não quero mais receber mensagens', 'não quero receber mais mensagens', 'não me mande mais mensagens',
      'não me mandem mais mensagens', 'não enviar mais', 'chega de mensagens', 'descadastro', 'parar de receber', 'quero parar de receber',
      'parar as mensagens', 'pare as mensagens', 'cancelar mensagens', 'cancelar as mensagens', 'não quero mais receber', 'não quero receber mais',
      'não quero mensagens', 'não quero mais mensagem', 'não quero receber mensagem', 'não quero mais receber mensagem', 'não me mande mensagens',
      'não me mande mensagem', 'não me mande mais mensagem', 'não mande mais mensagem', 'não mande mais mensagens', 'não mandem mais mensagens',
      'não me envie mais mensagens', 'não me enviem mais mensagens', 'não envie mais mensagens', 'não enviem mais mensagens',
      'não desejo receber mensagens', 'pare de me mandar mensagem', 'pare de me mandar mensagens', 'parem de mandar mensagens', 'me tira da lista',
      'me tire da lista', 'tirar da lista', 'excluir meu número', 'exclua meu número', 'apague meu número',
    ],
    here: ['para', 'parem', 'basta', 'eliminar', 'fim'],
  },
  'opt-in': {
    everywhere: ['quero receber', 'quero receber mensagens', 'voltar a receber', 'voltar a receber mensagens'],
  },
  'opt-in-again': { everywhere: [], here: ['voltar', 'entrar', 'iniciar', 'recomeçar'] },
  confirm: {
    everywhere: [
      'confirmo', 'confirmar', 'confirmar todas', 'sim confirmo', 'pode confirmar', 'confirmo a consulta', 'confirmo minha consulta',
      'confirmo presença', 'confirmo todas', 'confirmo sim', 'sim confirmo a consulta', 'sim confirmo minha consulta', 'confirmo a presença',
      'confirmo minha presença', 'sim confirmo presença', 'ok confirmo', 'consulta confirmada', 'presença confirmada', 'sim pode confirmar',
      'pode confirmar sim',
    ],
    here: [
      'sim', 'sim sim', 'confirmado', 'confirmada', 'confirmar consulta', 'confirmar a consulta', 'confirmar presença', 'ok', 'okay', 'tá bom',
      'está bem', 'combinado', 'claro', 'com certeza', 'sim claro', 'sim posso', 'sim vou', 'eu vou', 'vou sim', 'irei', 'irei sim',
      'vou comparecer', 'estarei aí', 'estarei lá', 'sim estarei aí', 'pode sim', 'ss', 'tá', 'tá ok', 'tá certo', 'ok tá bom', 'ok tá certo',
      'beleza', 'blz', 'certo', 'fechado', 'perfeito', 'sim perfeito', 'tá confirmado', 'tá confirmada', 'está confirmado', 'está confirmada',
      'sim confirmado', 'sim confirmada', 'confirmado sim', 'confirmada sim', 'ok confirmado', 'ok confirmada', 'confirma', 'confirma sim',
      'pode confirma', 'confirme', 'vou', 'sim eu vou', 'eu vou sim', 'vou ir', 'vou estar aí', 'vou estar lá', 'irei comparecer', 'comparecerei',
      'sim irei', 'sim comparecerei', 'sim vou comparecer', 'estarei presente', 'sim estarei presente', 'sim estarei', 'sim estarei lá',
      'sim com certeza', 'com certeza sim', 'claro que sim', 'posso sim', 'posso ir', 'sim posso ir', 'iremos', 'sim iremos', 'vamos sim',
      'estaremos aí', 'estaremos lá', 'pode contar comigo',
    ],
  },
  reschedule: {
    everywhere: [
      'remarcar', 'reagendar', 'quero remarcar', 'remarcar consulta', 'remarcar a consulta', 'remarcar minha consulta', 'prefiro remarcar',
      'preciso remarcar', 'quero remarcar a consulta', 'quero remarcar minha consulta', 'preciso remarcar a consulta',
      'preciso remarcar minha consulta', 'gostaria de remarcar', 'reagendar consulta', 'reagendar a consulta', 'reagendar minha consulta',
      'quero reagendar', 'preciso reagendar', 'gostaria de reagendar', 'remarca', 'remarque', 'pode remarcar',
    ],
    here: [
      'mudar', 'mudar horário', 'mudar o horário', 'mudar a data', 'mudar data', 'mudar o dia', 'mudar consulta', 'mudar a consulta', 'trocar',
      'trocar horário', 'trocar o horário', 'trocar o dia', 'trocar a data', 'outro dia', 'outro horário', 'outra hora', 'outra data', 'adiar',
      'quero mudar', 'quero trocar', 'quero outro horário', 'mudar uma', 'alterar', 'alterar horário', 'alterar o horário', 'alterar data',
      'alterar a data', 'mudar dia', 'mudar a hora', 'trocar dia', 'trocar data', 'trocar consulta', 'novo horário', 'nova data', 'quero outro dia',
      'quero outra data', 'prefiro outro dia', 'prefiro outro horário', 'preciso mudar', 'preciso mudar o horário', 'preciso trocar',
      'quero mudar o horário', 'quero mudar a data', 'quero trocar o horário', 'tem outro horário',
    ],
  },
  cancel: {
    everywhere: [
      'cancelar', 'cancelo', 'cancelar consulta', 'cancelar a consulta', 'cancelar minha consulta', 'desmarcar', 'desmarcar consulta',
      'desmarcar a consulta', 'quero cancelar', 'quero desmarcar', 'quero cancelar minha consulta', 'gostaria de cancelar', 'gostaria de desmarcar',
      'preciso cancelar minha consulta', 'preciso desmarcar minha consulta', 'desmarcar minha consulta', 'quero desmarcar a consulta',
      'quero desmarcar minha consulta', 'desmarco',
    ],
    here: [
      'cancela', 'cancele', 'pode cancelar', 'desmarca', 'desmarque', 'pode desmarcar', 'preciso cancelar', 'preciso desmarcar',
      'quero cancelar a consulta', 'cancelamento', 'preciso cancelar a consulta', 'preciso desmarcar a consulta', 'vou cancelar', 'vou desmarcar',
      'vou ter que cancelar', 'vou ter que desmarcar', 'vou precisar cancelar', 'vou precisar desmarcar', 'pode cancelar a consulta',
      'pode desmarcar a consulta',
    ],
  },
  undo: {
    everywhere: ['desfazer'],
    here: ['desfaz', 'desfaça', 'quero desfazer', 'não cancelar', 'não cancele', 'não cancela'],
  },
  courtesies: [
    'por favor', 'pf', 'pfv', 'obrigado', 'obrigada', 'muito obrigado', 'muito obrigada', 'grato', 'grata', 'olá', 'oi', 'bom dia', 'boa tarde',
    'boa noite', 'favor', 'por gentileza', 'obg', 'obgd', 'obgda', 'obrigadão', 'valeu', 'agradeço', 'desde já obrigado', 'desde já obrigada',
    'abraço', 'abraços', 'doutor', 'doutora', 'dra', 'senhor', 'senhora', 'moça', 'moço', 'se deus quiser',
  ],
  numbers: [['um', 'uma'], ['dois', 'duas'], ['três'], ['quatro'], ['cinco']],
} // prettier-ignore
