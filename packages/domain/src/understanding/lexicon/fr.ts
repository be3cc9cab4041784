import type { Lexicon } from './lexicon.ts'

/** ARRET and TD are asked for in French Canada (AWS). "annuler" means the visit; "fin" is an ordinary word beside French. */
export const fr: Lexicon = {
  'opt-out': {
    everywhere: [
      'arrêt', 'arrêter', 'arrêtez', 'arrêter les messages', 'arrêtez les messages', 'arrêtez de m’écrire', 'désabonner', 'me désabonner',
      'désabonnement', 'désabonnez moi', 'désinscription', 'me désinscrire', 'désinscrivez moi', 'désinscrire', 'plus de messages',
      'je ne veux plus de messages', 'je ne veux plus recevoir de messages', 'ne plus recevoir de messages', 'ne m’écrivez plus', 'ne plus m’écrire',
      'stop messages', 'stop sms', 'stoppez', 'stopper', 'stoppez les messages', 'arrêtez d’envoyer des messages',
      'arrêtez de m’envoyer des messages', 'n’envoyez plus de messages', 'ne m’envoyez plus de messages', 'ne plus m’envoyer de messages',
      'ne plus envoyer de messages', 'je ne veux pas de messages', 'je ne souhaite plus recevoir de messages', 'je ne souhaite plus de messages',
      'plus de sms', 'je me désabonne', 'se désabonner', 'je me désinscris', 'se désinscrire', 'supprimez mon numéro', 'supprimer mon numéro',
      'effacez mon numéro', 'retirez moi de la liste', 'retirez moi de votre liste', 'stop whatsapp', 'stop les messages',
    ],
    here: ['fin', 'td', 'arrête', 'cessez'],
  },
  'opt-in': {
    everywhere: [
      'reprendre', 'réabonner', 'me réabonner', 'je m’abonne', 'oui je m’abonne', 'm’abonner', 's’abonner', 'recevoir à nouveau',
      'reprendre les messages', 'recommencer les messages', 'je veux recevoir les messages', 'je souhaite recevoir les messages',
    ],
  },
  'opt-in-again': { everywhere: [], here: ['abonner', 'commencer', 'recommencer'] },
  confirm: {
    everywhere: [
      'confirmer', 'je confirme', 'oui je confirme', 'tout confirmer', 'je confirme tout', 'je confirme le rendez vous',
      'je confirme mon rendez vous', 'je confirme ma présence', 'je confirme le rdv', 'je confirme mon rdv', 'oui je confirme le rendez vous',
      'oui je confirme mon rendez vous', 'oui je confirme le rdv', 'oui je confirme mon rdv', 'oui je confirme ma présence', 'je confirme ma venue',
      'je confirme ma participation', 'ok je confirme', 'd’accord je confirme', 'confirmer le rendez vous', 'confirmer mon rendez vous',
      'confirmer le rdv', 'confirmer mon rdv', 'rendez vous confirmé', 'rdv confirmé', 'nous confirmons', 'nous viendrons', 'je vous confirme',
      'je vous confirme ma présence', 'je vous confirme mon rendez vous', 'je vous confirme le rendez vous', 'je vous confirme mon rdv',
      'je vous confirme le rdv',
    ],
    here: [
      'oui', 'oui oui', 'confirme', 'ok', 'okay', 'd’accord', 'oui d’accord', 'ok d’accord', 'entendu', 'c’est entendu', 'bien sûr', 'oui bien sûr',
      'je viens', 'oui je viens', 'je viendrai', 'oui je viendrai', 'je serai là', 'oui je serai là', 'oui je peux', 'je peux venir', 'j’y serai',
      'oui confirme', 'ouais', 'ok oui', 'oui ok', 'oki', 'c’est bon', 'oui c’est bon', 'ok c’est bon', 'c’est bon pour moi',
      'oui c’est bon pour moi', 'ça marche', 'ok ça marche', 'oui ça marche', 'ça me va', 'oui ça me va', 'ça me convient', 'oui ça me convient',
      'parfait', 'oui parfait', 'ok parfait', 'volontiers', 'avec plaisir', 'oui avec plaisir', 'bien entendu', 'oui bien entendu', 'tout à fait',
      'oui tout à fait', 'absolument', 'oui absolument', 'certainement', 'présent', 'présente', 'je serai présent', 'je serai présente',
      'oui je serai présent', 'oui je serai présente', 'oui je viens bien', 'oui je peux venir', 'oui j’y serai', 'je vais venir',
      'oui je vais venir', 'nous serons là', 'oui nous serons là', 'nous venons', 'oui nous venons', 'on vient', 'oui on vient', 'on sera là',
      'oui on sera là',
    ],
  },
  reschedule: {
    everywhere: [
      'déplacer', 'déplacer le rendez vous', 'déplacer mon rendez vous', 'déplacer le rdv', 'déplacer mon rdv', 'plutôt déplacer',
      'reporter le rendez vous', 'reporter mon rendez vous', 'reporter le rdv', 'décaler', 'décaler le rendez vous', 'décaler le rdv',
      'décaler mon rendez vous', 'décaler mon rdv', 'repousser', 'repousser le rendez vous', 'repousser mon rendez vous', 'repousser le rdv',
      'repousser mon rdv', 'reporter mon rdv', 'reprogrammer', 'reprogrammer le rendez vous', 'reprogrammer mon rendez vous', 'je voudrais reporter',
      'je souhaite reporter', 'je souhaite déplacer', 'je veux reporter', 'je dois reporter', 'je dois déplacer', 'je dois décaler',
      'je voudrais décaler', 'je souhaite décaler', 'je voudrais déplacer mon rendez vous', 'je voudrais déplacer mon rdv',
      'je souhaite déplacer mon rendez vous', 'je souhaite déplacer mon rdv',
    ],
    here: [
      'reporter', 'changer', 'modifier', 'changer la date', 'changer de date', 'changer l’heure', 'changer d’heure', 'changer d’horaire',
      'changer de jour', 'autre jour', 'un autre jour', 'autre date', 'une autre date', 'autre horaire', 'un autre horaire', 'autre heure',
      'une autre heure', 'changer le rendez vous', 'changer mon rendez vous', 'modifier le rendez vous', 'je voudrais déplacer', 'je veux déplacer',
      'en modifier un', 'changer de rendez vous', 'changer de rdv', 'changer le rdv', 'changer mon rdv', 'modifier le rdv',
      'modifier mon rendez vous', 'modifier mon rdv', 'modifier la date', 'modifier l’heure', 'modifier l’horaire', 'changer l’horaire',
      'autre rendez vous', 'un autre rendez vous', 'autre rdv', 'un autre rdv', 'autre créneau', 'un autre créneau', 'nouvelle date',
      'nouvel horaire', 'je voudrais changer', 'je souhaite changer', 'je voudrais un autre rendez vous', 'je voudrais un autre horaire',
      'je voudrais une autre date', 'plutôt un autre jour',
    ],
  },
  cancel: {
    everywhere: [
      'annuler', 'j’annule', 'annuler le rendez vous', 'annuler mon rendez vous', 'annuler rendez vous', 'annuler le rdv', 'annuler mon rdv',
      'annuler rdv', 'je veux annuler', 'je souhaite annuler', 'je voudrais annuler', 'je dois annuler', 'j’annule mon rendez vous',
      'j’annule le rendez vous', 'j’annule mon rdv', 'j’annule le rdv', 'je veux annuler mon rendez vous', 'je veux annuler mon rdv',
      'je souhaite annuler mon rendez vous', 'je souhaite annuler mon rdv', 'je voudrais annuler mon rendez vous', 'je voudrais annuler mon rdv',
      'je dois annuler mon rendez vous', 'je dois annuler mon rdv', 'annulez mon rendez vous', 'annulez mon rdv', 'annulez le rendez vous',
      'annulez le rdv', 'annuler ce rendez vous', 'décommander', 'je décommande',
    ],
    here: ['annule', 'annulez', 'annulation', 'l’annuler'],
  },
  undo: {
    everywhere: [
      'rétablir', 'annuler l’annulation', 'rétablir le rendez vous', 'rétablir mon rendez vous', 'ne pas annuler', 'n’annulez pas',
      'rétablir le rdv', 'rétablir mon rdv',
    ],
    here: ['rétablissez'],
  },
  courtesies: [
    's’il vous plaît', 's’il te plaît', 'svp', 'stp', 'merci', 'merci beaucoup', 'merci bien', 'bonjour', 'bonsoir', 'madame', 'monsieur',
    'merci d’avance', 'merci à vous', 'grand merci', 'mille mercis', 'cordialement', 'bien cordialement', 'bonne journée', 'bonne soirée', 'salut',
    'docteur', 'mademoiselle',
  ],
  numbers: [['un', 'une'], ['deux'], ['trois'], ['quatre'], ['cinq']],
} // prettier-ignore
