import type { Translation } from '../catalogue.ts'
import type { PatientTexts } from './en.ts'

/** French with "vous"; no participles that need the reader's gender; U+00A0 before double punctuation. */
export const fr: Translation<PatientTexts> = {
  review: 'draft',
  texts: {
    'option.confirm': 'Confirmer',
    'option.reschedule': 'Déplacer',
    'option.cancel': 'Annuler',
    'option.confirm-all': 'Tout confirmer',
    'option.change-one': 'En modifier un',
    'option.all-visits': 'Tout confirmer',
    'option.undo': 'Rétablir',
    'option.another-time': 'Un autre horaire',
    'option.more-times': 'Autres horaires',
    'option.keep': 'Garder mon RDV',
    'option.talk-to-us': 'Parler à quelqu’un',
    'option.start-again': 'Recevoir à nouveau',
    'option.all-well': 'Tout va bien',
    'option.ask-question': 'J’ai une question',
    'option.reason.cannot-come': 'Je ne peux pas venir',
    'option.reason.feeling-better': 'Je vais mieux',
    'option.reason.booked-elsewhere': 'RDV pris ailleurs',
    'option.reason.other': 'Autre motif',
    'option.preference.morning': 'Le matin',
    'option.preference.afternoon': 'L’après-midi',
    'option.preference.any-time': 'Peu importe',
    'list.times': 'Choisir un horaire',
    'list.visits': 'Choisir',
    'list.answers': 'Choisir',

    'reply.confirmed': 'Merci. Votre rendez-vous est confirmé : {when}.',
    'reply.confirmed-all': 'Merci. Tous les rendez-vous sont confirmés : {visits}.',
    'reply.already-confirmed': 'Votre rendez-vous est déjà confirmé : {when}. Vous n’avez rien d’autre à faire.',

    'reply.cancelled':
      'Votre rendez-vous est annulé : {when}. Vous pouvez le rétablir jusqu’à {until}. Vous pouvez aussi choisir un autre horaire ou nous dire pourquoi.',
    'reply.already-cancelled': 'Ce rendez-vous est déjà annulé : {when}.',
    'reply.still-cancelled':
      'Ce rendez-vous est annulé et ne peut pas être confirmé : {when}. Si vous souhaitez venir quand même, choisissez une option.',
    'reply.still-booked': 'Votre rendez-vous est toujours réservé : {when}.',
    'reply.reason-noted': 'Merci de nous l’avoir dit.',
    'reply.cancel-undone': 'C’est fait. Votre rendez-vous est de nouveau réservé et confirmé : {when}.',
    'reply.undo-too-late': 'Il est trop tard pour le rétablir ici. Une personne de l’accueil va vous aider.',
    'reply.undo-taken': 'Excusez-nous, cet horaire a été pris entre-temps. Une personne de l’accueil va vous aider.',

    'reply.slots-offered':
      'Voici des horaires libres. Rien ne change tant que vous n’en choisissez pas un. Lequel vous convient ?',
    'reply.more-slots': 'Voici d’autres horaires libres :',
    'reply.slot-lost': 'Excusez-nous, cet horaire n’est plus libre. Voici des horaires libres :',
    'reply.slot-lost-none-left':
      'Excusez-nous, cet horaire n’est plus libre et il n’y en a pas d’autre pour le moment. Rien n’a changé. Une personne de l’accueil va vous contacter.',
    'reply.moved': 'C’est fait. Votre nouveau rendez-vous : {when}. L’ancien horaire n’est plus valable.',
    'reply.kept': 'Très bien. Votre rendez-vous ne change pas, il est confirmé : {when}.',
    'reply.no-slots':
      'Nous n’avons pas d’horaire libre à vous proposer pour le moment. Une personne de l’accueil va en chercher un. En attendant, rien ne change. Quel moment vous convient le mieux ?',
    'reply.no-more-slots':
      'Il n’y a pas d’autre horaire libre. Si aucun des précédents ne vous convient, une personne de l’accueil va vous aider.',
    'reply.ask-preference':
      'Quel moment vous convient le mieux ? Une personne de l’accueil va chercher un horaire. En attendant, rien ne change.',
    'reply.preference-noted':
      'Merci. Une personne de l’accueil va vous contacter pour vous proposer un nouvel horaire.',
    'reply.already-with-staff': 'Une personne de l’accueil cherche déjà un nouvel horaire et va vous contacter.',

    'reply.which-visit':
      '{purpose, select, confirm {Quel rendez-vous voulez-vous confirmer ?} reschedule {Quel rendez-vous voulez-vous déplacer ?} cancel {Quel rendez-vous voulez-vous annuler ?} other {De quel rendez-vous s’agit-il ?}}',
    'reply.visit-actions': 'Voici votre rendez-vous : {when}. Que voulez-vous faire ?',
    'reply.outdated-moved':
      'Ce message n’est plus à jour. Votre rendez-vous a été déplacé, il est maintenant : {when}.',
    'reply.no-longer-booked':
      'Ce rendez-vous n’est plus dans notre agenda : {when}. Une personne de l’accueil va vous contacter. Merci d’attendre de nos nouvelles avant de venir.',
    'reply.past-visit':
      'L’heure de ce rendez-vous est passée : {when}. Si vous avez besoin de quelque chose, écrivez-nous ici.',
    'reply.no-visit':
      'Nous ne trouvons pas de rendez-vous à votre nom ici. Une personne de l’accueil va vérifier et vous répondre.',
    'reply.visits-now': 'Certains de ces rendez-vous ont changé. Voici où ils en sont :',
    'visit-now.confirmed': '{visit} : confirmé',
    'visit-now.booked': '{visit} : réservé, pas encore confirmé',
    'visit-now.cancelled': '{visit} : annulé',
    'visit-now.over': '{visit} : déjà passé',

    'reply.handed-to-staff':
      '{after, select, voice {Merci. Les messages vocaux ne sont pas écoutés tout de suite : une personne de l’accueil l’écoutera et vous répondra ici. En cas d’urgence, n’attendez pas : appelez le numéro d’urgence.} media {Merci. Une personne de l’accueil va regarder ce que vous avez envoyé et vous répondra ici. En cas d’urgence, n’attendez pas : appelez le numéro d’urgence.} wish {Très bien. Une personne de l’accueil va vous écrire ici.} other {Merci pour votre message. Une personne de l’accueil va le lire et vous répondra ici. En cas d’urgence, n’attendez pas : appelez le numéro d’urgence.}}',
    'staff.closed': 'Nous sommes fermés en ce moment. Réouverture : {opens}.',
    'reply.unsupported':
      'Nous n’avons pas pu ouvrir votre message. Merci de l’écrire avec des mots. Nous avons prévenu une personne de l’accueil. En cas d’urgence, n’attendez pas : appelez le numéro d’urgence.',
    'reply.not-a-choice':
      'Excusez-nous, nous n’avons pas compris. Appuyez sur une des réponses ou répondez par un chiffre de 1 à {count}.',
    'reply.follow-up-thanks': 'Merci de nous l’avoir dit. Prenez soin de vous.',
    'reply.follow-up-question': 'Écrivez votre question ici. Une personne de l’accueil vous répondra.',
    'reply.opted-out':
      'Vous ne recevrez plus de messages de {clinic}. Vos rendez-vous restent réservés. Pour les recevoir à nouveau, répondez REPRENDRE.',
    'reply.already-opted-out':
      'Vous ne recevez déjà plus nos messages. Pour les recevoir à nouveau, répondez REPRENDRE.',
    'reply.opted-in':
      'Vous recevrez à nouveau les messages de {clinic} sur vos rendez-vous. Pour les arrêter, répondez STOP.',

    'emergency.line': 'En cas d’urgence, n’attendez pas notre réponse : appelez le {number}.',
    'emergency.callNow':
      'Si c’est une urgence maintenant, appelez tout de suite le {number}. N’attendez pas de réponse ici. Si ce n’est pas une urgence, une personne de l’accueil vous répondra.',
    'name.unknown': 'Madame, Monsieur',
    'name.another': 'une autre personne',
  },
}
