import type { TemplateTexts } from './templates.ts'

export const fr: TemplateTexts = {
  footer: 'Répondez STOP pour ne plus recevoir de messages',
  bodies: {
    confirm:
      'Bonjour {{patient}}, ici {{clinic}}. Vous avez un rendez-vous chez nous.\n\nJour : {{day}}\nHeure : {{time}}\nLieu : {{place}}\n\nPouvez-vous venir ? Appuyez sur un bouton, ou répondez 1 pour confirmer, 2 pour déplacer, 3 pour annuler.',
    confirmMerged:
      'Bonjour, ici {{clinic}}. Vous avez plusieurs rendez-vous chez nous le même jour.\n\nJour : {{day}}\nQui et à quelle heure : {{visits}}\n\nPouvez-vous venir à tous ? Appuyez sur un bouton, ou répondez 1 pour tout confirmer, 2 pour en modifier un.',
    confirmAgain:
      'Bonjour {{patient}}, c’est de nouveau {{clinic}}. Votre rendez-vous approche et nous ne savons pas encore si vous pouvez venir.\n\nJour : {{day}}\nHeure : {{time}}\nLieu : {{place}}\n\nMerci de nous répondre : appuyez sur un bouton, ou répondez 1 pour confirmer, 2 pour déplacer, 3 pour annuler.',
    confirmAgainMerged:
      'Bonjour, c’est de nouveau {{clinic}}. Ces rendez-vous approchent et nous ne savons pas encore si vous pouvez venir.\n\nJour : {{day}}\nQui et à quelle heure : {{visits}}\n\nMerci de nous répondre : appuyez sur un bouton, ou répondez 1 pour tout confirmer, 2 pour en modifier un.',
    soon: 'Bonjour {{patient}}, ici {{clinic}}. Nous vous attendons.\n\nJour : {{day}}\nHeure : {{time}}\nLieu : {{place}}\n\nMerci d’arriver 10 minutes en avance. Si vous ne pouvez pas venir, écrivez-nous ici.',
    soonMerged:
      'Bonjour, ici {{clinic}}. Nous vous attendons.\n\nJour : {{day}}\nQui et à quelle heure : {{visits}}\n\nMerci d’arriver 10 minutes en avance. Si quelqu’un ne peut pas venir, écrivez-nous ici.',
    followUp:
      'Bonjour {{patient}}, merci de votre visite du {{day}} chez {{clinic}}.\n\nAvez-vous une question à ce sujet ? Écrivez-nous ici et une personne vous répondra. En cas d’urgence, n’écrivez pas ici : appelez le numéro d’urgence.',
    followUpMerged:
      'Bonjour, merci de vos visites du {{day}} chez {{clinic}}. Ce message concerne : {{patients}}.\n\nAvez-vous une question à ce sujet ? Écrivez-nous ici et une personne vous répondra. En cas d’urgence, n’écrivez pas ici : appelez le numéro d’urgence.',
    movedByClinic:
      'Bonjour {{patient}}, ici {{clinic}}. Votre rendez-vous a changé. Voici ce qui est prévu maintenant.\n\nJour : {{day}}\nHeure : {{time}}\nLieu : {{place}}\n\nPouvez-vous venir ? Appuyez sur un bouton, ou répondez 1 pour confirmer, 2 pour déplacer, 3 pour annuler.',
    cancelledByClinic:
      'Bonjour {{patient}}, ici {{clinic}}. Ce rendez-vous est annulé.\n\nJour : {{day}}\nHeure : {{time}}\n\nMerci de ne pas venir à cette heure. Si vous souhaitez un nouvel horaire, écrivez-nous ici et nous en trouverons un avec vous.',
  },
}
