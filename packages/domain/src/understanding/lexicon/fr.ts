import type { Lexicon } from './lexicon.ts'

/** ARRET and TD are asked for in French Canada (AWS). "annuler" means the visit; "fin" is an ordinary word beside French. */
export const fr: Lexicon = {
  'opt-out': {
    everywhere: [
      'arrêt', 'arrêter', 'arrêtez', 'arrêter les messages', 'arrêtez les messages', 'arrêtez de m’écrire', 'désabonner', 'me désabonner',
      'désabonnement', 'désabonnez moi', 'désinscription', 'me désinscrire', 'désinscrivez moi', 'désinscrire', 'plus de messages',
      'je ne veux plus de messages', 'je ne veux plus recevoir de messages', 'ne plus recevoir de messages', 'ne m’écrivez plus',
      'ne plus m’écrire', 'stop messages', 'stop sms',
    ],
    here: ['fin', 'td', 'arrête', 'cessez'],
  },
  'opt-in': {
    everywhere: ['reprendre', 'réabonner', 'me réabonner', 'je m’abonne', 'oui je m’abonne', 'm’abonner', 's’abonner', 'recevoir à nouveau'],
    here: ['abonner', 'commencer'],
  },
  confirm: {
    everywhere: ['confirmer', 'je confirme', 'oui je confirme', 'tout confirmer', 'je confirme tout', 'je confirme le rendez vous', 'je confirme mon rendez vous', 'je confirme ma présence', 'je confirme le rdv', 'je confirme mon rdv'],
    here: [
      'oui', 'oui oui', 'confirme', 'ok', 'okay', 'd’accord', 'oui d’accord', 'ok d’accord', 'entendu', 'c’est entendu', 'bien sûr',
      'oui bien sûr', 'je viens', 'oui je viens', 'je viendrai', 'oui je viendrai', 'je serai là', 'oui je serai là', 'oui je peux', 'je peux venir', 'j’y serai',
    ],
  },
  reschedule: {
    everywhere: ['déplacer', 'déplacer le rendez vous', 'déplacer mon rendez vous', 'déplacer le rdv', 'déplacer mon rdv', 'plutôt déplacer', 'reporter le rendez vous', 'reporter mon rendez vous', 'reporter le rdv', 'décaler', 'décaler le rendez vous', 'décaler le rdv'],
    here: [
      'reporter', 'changer', 'modifier', 'changer la date', 'changer de date', 'changer l’heure', 'changer d’heure', 'changer d’horaire',
      'changer de jour', 'autre jour', 'un autre jour', 'autre date', 'une autre date', 'autre horaire', 'un autre horaire', 'autre heure',
      'une autre heure', 'changer le rendez vous', 'changer mon rendez vous', 'modifier le rendez vous', 'je voudrais déplacer', 'je veux déplacer',
    ],
  },
  cancel: {
    everywhere: [
      'annuler', 'j’annule', 'annuler le rendez vous', 'annuler mon rendez vous', 'annuler rendez vous', 'annuler le rdv', 'annuler mon rdv',
      'annuler rdv', 'je veux annuler', 'je souhaite annuler', 'je voudrais annuler', 'je dois annuler', 'j’annule mon rendez vous', 'j’annule le rendez vous',
    ],
    here: ['annule', 'annulez', 'annulation'],
  },
  undo: { everywhere: ['rétablir', 'annuler l’annulation', 'rétablir le rendez vous', 'rétablir mon rendez vous'], here: ['rétablissez'] },
  courtesies: ['s’il vous plaît', 's’il te plaît', 'svp', 'stp', 'merci', 'merci beaucoup', 'merci bien', 'bonjour', 'bonsoir', 'madame', 'monsieur'],
  numbers: [['un', 'une'], ['deux'], ['trois'], ['quatre'], ['cinq']],
} // prettier-ignore
