import type { Translation } from '../catalogue.ts'
import type { PatientTexts } from './en.ts'

/** French with "vous"; no participles that need the reader's gender; U+00A0 before double punctuation. */
export const fr: Translation<PatientTexts> = {
  review: 'draft',
  texts: {
    'button.confirm': 'Confirmer',
    'button.reschedule': 'Déplacer',
    'button.cancel': 'Annuler',
    'button.confirmAll': 'Tout confirmer',
    'button.changeOne': 'En modifier un',
    'button.undo': 'Rétablir',
    'button.moveInstead': 'Plutôt déplacer',
    'button.moreTimes': 'Autres horaires',
    'button.keep': 'Garder mon RDV',
    'button.person': 'Parler à quelqu’un',
    'button.chooseTime': 'Choisir un horaire',
    'button.chooseVisit': 'Choisir',
    'button.chooseReason': 'Choisir un motif',
    'button.allWell': 'Tout va bien',
    'button.question': 'J’ai une question',
    'reason.cannotCome': 'Je ne peux pas venir',
    'reason.feelingBetter': 'Je vais mieux',
    'reason.bookedElsewhere': 'RDV pris ailleurs',
    'reason.other': 'Autre motif',
    'preference.morning': 'Le matin',
    'preference.afternoon': 'L’après-midi',
    'preference.evening': 'Le soir',
    'preference.any': 'Peu importe',

    'confirm.done': 'Merci. Votre rendez-vous est confirmé : {when}.',
    'confirm.allDone': 'Merci. Tous les rendez-vous sont confirmés : {visits}.',
    'confirm.already': 'Votre rendez-vous est déjà confirmé : {when}. Vous n’avez rien d’autre à faire.',

    'cancel.done': 'Votre rendez-vous est annulé : {when}.',
    'cancel.already': 'Ce rendez-vous est déjà annulé : {when}.',
    'cancel.askReason': 'Pouvez-vous nous dire pourquoi ? Vous pouvez aussi déplacer le rendez-vous.',
    'cancel.reasonNoted': 'Merci de nous l’avoir dit.',
    'cancel.undoOffer':
      'C’était une erreur ? Vous pouvez rétablir le rendez-vous pendant {minutes, plural, one {# minute} other {# minutes}} : touchez Rétablir.',
    'undo.done': 'C’est fait. Votre rendez-vous est rétabli : {when}.',
    'undo.tooLate': 'Il est trop tard pour le rétablir ici. Une personne de l’accueil va vous aider.',
    'undo.taken': 'Désolé, cet horaire a été pris entre-temps. Une personne de l’accueil va vous aider.',
    'undo.nothing': 'Il n’y a rien à rétablir.',

    'change.which': 'Quel rendez-vous voulez-vous modifier ?',
    'change.what': 'Que voulez-vous faire de ce rendez-vous ? {patient}, {when}.',
    'reschedule.offer':
      'Voici des horaires libres. Votre rendez-vous reste réservé jusqu’à ce que vous en choisissiez un autre : {when}. Quel horaire vous convient ?',
    'reschedule.more': 'Voici d’autres horaires libres :',
    'reschedule.won': 'C’est fait. Votre nouveau rendez-vous : {when}. L’ancien horaire n’est plus réservé.',
    'reschedule.lost': 'Désolé, quelqu’un vient de prendre cet horaire. Voici des horaires libres :',
    'reschedule.lostNoneLeft':
      'Désolé, quelqu’un vient de prendre cet horaire et il n’y en a pas d’autre pour le moment. Une personne de l’accueil va vous contacter. Votre rendez-vous ne change pas : {when}.',
    'reschedule.holdExpired':
      'Nous n’avons pas pu garder ces horaires plus longtemps. Voici les horaires libres maintenant :',
    'reschedule.noSlots':
      'Nous n’avons pas d’horaire libre à vous proposer pour le moment. Une personne de l’accueil va vous contacter. Votre rendez-vous ne change pas : {when}.',
    'reschedule.noMore':
      'Il n’y a pas d’autre horaire libre. Si aucun ne vous convient, une personne de l’accueil va vous aider : touchez Parler à quelqu’un.',
    'reschedule.askPreference':
      'Quel moment vous convient le mieux ? Une personne de l’accueil va chercher un horaire. En attendant, votre rendez-vous ne change pas : {when}.',
    'reschedule.preferenceNoted':
      'Merci. Une personne de l’accueil va vous contacter pour vous proposer un nouvel horaire.',
    'reschedule.kept': 'Très bien. Votre rendez-vous ne change pas : {when}.',

    'visit.movedSince': 'Ce message n’est plus à jour. Votre rendez-vous a été déplacé, il est maintenant : {when}.',
    'visit.cancelledSince': 'Ce rendez-vous a été annulé : {when}. Pour en prendre un autre, écrivez-nous ici.',
    'visit.past': 'Ce rendez-vous est déjà passé. Si vous avez besoin de quelque chose, écrivez-nous ici.',
    'visit.notFound': 'Nous ne trouvons plus ce rendez-vous. Une personne de l’accueil va vérifier.',
    'notice.movedByClinic':
      'Nous avons dû déplacer votre rendez-vous. Il est maintenant : {when}. Cet horaire vous convient-il ?',
    'notice.cancelledByClinic':
      'Nous sommes désolés : nous avons dû annuler votre rendez-vous, {when}. Pour en prendre un autre, écrivez-nous ici.',

    'staff.willAnswer': 'Merci pour votre message. Une personne de l’accueil vous répondra ici.',
    'staff.willAnswerWhenOpen':
      'Merci pour votre message. Nous sommes fermés en ce moment. Une personne vous répondra ici à l’ouverture : {opens}.',
    'followUp.thanks': 'Merci de nous l’avoir dit. Prenez soin de vous.',
    'followUp.askQuestion': 'Écrivez votre question ici. Une personne de l’accueil vous répondra.',

    'optOut.done':
      'Vous ne recevrez plus de messages de {clinic}. Vos rendez-vous restent réservés. Pour les recevoir à nouveau, répondez REPRENDRE.',
    'optOut.already': 'Vous ne recevez déjà plus nos messages. Pour les recevoir à nouveau, répondez REPRENDRE.',
    'optIn.done':
      'Vous recevrez à nouveau les messages de {clinic} sur vos rendez-vous. Pour les arrêter, répondez STOP.',
    'optIn.already': 'Vous recevez déjà nos messages. Pour les arrêter, répondez STOP.',

    'media.unknown': 'Nous ne pouvons pas ouvrir ce type de message ici. Merci de nous écrire avec des mots.',
    'media.received': 'Merci. Une personne de l’accueil va regarder ce que vous avez envoyé.',
    'media.voice':
      'Les messages vocaux ne sont pas écoutés tout de suite. Une personne de l’accueil l’écoutera plus tard. Si c’est urgent, merci de nous écrire ou de nous appeler.',

    'notUnderstood.toStaff':
      'Désolé, notre assistant automatique n’a pas compris votre message. Une personne de l’accueil vous répondra ici.',
    'hint.digits': 'Répondez 1 pour confirmer, 2 pour déplacer, 3 pour annuler.',
    'hint.number': 'Répondez par un chiffre de 1 à {count}.',
    'hint.option': '{number}. {title}',
    'emergency.line': 'En cas d’urgence, n’attendez pas notre réponse : appelez le {number}.',
    'emergency.callNow':
      'Si c’est une urgence maintenant, appelez tout de suite le {number}. N’attendez pas de réponse ici. Sinon, une personne de l’accueil vous répondra.',

    'name.unknown': 'Madame, Monsieur',
  },
}
