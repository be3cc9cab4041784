import type { Lexicon } from './lexicon.ts'

/** "desmarcar" and "cancelar" mean the visit; "cancelar inscrição" and "descadastrar" the messages. */
export const ptBr: Lexicon = {
  'opt-out': {
    everywhere: [
      'sair', 'parar', 'pare', 'descadastrar', 'descadastre', 'me descadastre', 'quero descadastrar', 'remover', 'me remova',
      'remova me', 'cancelar inscrição', 'cancelar a inscrição', 'cancelar cadastro', 'quero sair', 'sair da lista',
      'parar mensagens', 'pare de enviar', 'pare de mandar', 'pare de enviar mensagens', 'pare de mandar mensagens',
      'parem de enviar mensagens', 'não quero mais mensagens', 'não quero receber mensagens',
      'não quero mais receber mensagens', 'não quero receber mais mensagens', 'não me mande mais mensagens',
      'não me mandem mais mensagens', 'não enviar mais', 'chega de mensagens',
    ],
    here: ['para', 'parem', 'basta', 'eliminar', 'fim'],
  },
  'opt-in': {
    everywhere: ['quero receber', 'quero receber mensagens', 'voltar a receber', 'voltar a receber mensagens'],
    here: ['voltar', 'entrar', 'iniciar'],
  },
  confirm: {
    everywhere: ['confirmo', 'confirmar', 'confirmar todas', 'sim confirmo', 'pode confirmar', 'confirmo a consulta', 'confirmo minha consulta', 'confirmo presença', 'confirmo todas'],
    here: [
      'sim', 'sim sim', 'confirmado', 'confirmada', 'confirmar consulta', 'confirmar a consulta', 'confirmar presença', 'ok',
      'okay', 'tá bom', 'está bem', 'combinado', 'claro', 'com certeza', 'sim claro', 'sim posso', 'sim vou', 'eu vou',
      'vou sim', 'irei', 'irei sim', 'vou comparecer', 'estarei aí', 'estarei lá', 'sim estarei aí', 'pode sim',
    ],
  },
  reschedule: {
    everywhere: ['remarcar', 'reagendar', 'quero remarcar', 'remarcar consulta', 'remarcar a consulta', 'remarcar minha consulta', 'prefiro remarcar', 'preciso remarcar'],
    here: [
      'mudar', 'mudar horário', 'mudar o horário', 'mudar a data', 'mudar data', 'mudar o dia', 'mudar consulta',
      'mudar a consulta', 'trocar', 'trocar horário', 'trocar o horário', 'trocar o dia', 'trocar a data', 'outro dia',
      'outro horário', 'outra hora', 'outra data', 'adiar', 'quero mudar', 'quero trocar', 'quero outro horário',
    ],
  },
  cancel: {
    everywhere: ['cancelar', 'cancelo', 'cancelar consulta', 'cancelar a consulta', 'cancelar minha consulta', 'desmarcar', 'desmarcar consulta', 'desmarcar a consulta', 'quero cancelar', 'quero desmarcar'],
    here: ['cancela', 'cancele', 'pode cancelar', 'desmarca', 'desmarque', 'pode desmarcar', 'preciso cancelar', 'preciso desmarcar', 'quero cancelar a consulta'],
  },
  undo: { everywhere: ['desfazer'], here: ['desfaz', 'desfaça', 'quero desfazer'] },
  courtesies: ['por favor', 'pf', 'pfv', 'obrigado', 'obrigada', 'muito obrigado', 'muito obrigada', 'grato', 'grata', 'olá', 'oi', 'bom dia', 'boa tarde', 'boa noite'],
  numbers: [['um', 'uma'], ['dois', 'duas'], ['três'], ['quatro'], ['cinco']],
} // prettier-ignore
