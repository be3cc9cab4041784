import type { TemplateTexts } from './templates.ts'

export const de: TemplateTexts = {
  footer: 'Keine Nachrichten mehr? Antworten Sie mit STOPP',
  bodies: {
    confirm:
      'Guten Tag {{patient}}, hier ist {{clinic}}. Sie haben einen Termin bei uns.\n\nTag: {{day}}\nUhrzeit: {{time}}\nOrt: {{place}}\n\nKönnen Sie kommen? Tippen Sie auf einen Knopf oder antworten Sie mit 1 zum Bestätigen, 2 zum Verschieben, 3 zum Absagen.',
    confirmMerged:
      'Guten Tag, hier ist {{clinic}}. Sie haben mehrere Termine bei uns am selben Tag.\n\nTag: {{day}}\nWer und wann: {{visits}}\n\nKönnen Sie zu allen kommen? Tippen Sie auf einen Knopf oder antworten Sie mit 1, um alle zu bestätigen, mit 2, um einen zu ändern.',
    confirmAgain:
      'Guten Tag {{patient}}, hier ist noch einmal {{clinic}}. Ihr Termin rückt näher, und wir wissen noch nicht, ob Sie kommen können.\n\nTag: {{day}}\nUhrzeit: {{time}}\nOrt: {{place}}\n\nBitte sagen Sie uns Bescheid: Tippen Sie auf einen Knopf oder antworten Sie mit 1 zum Bestätigen, 2 zum Verschieben, 3 zum Absagen.',
    confirmAgainMerged:
      'Guten Tag, hier ist noch einmal {{clinic}}. Diese Termine rücken näher, und wir wissen noch nicht, ob Sie kommen können.\n\nTag: {{day}}\nWer und wann: {{visits}}\n\nBitte sagen Sie uns Bescheid: Tippen Sie auf einen Knopf oder antworten Sie mit 1, um alle zu bestätigen, mit 2, um einen zu ändern.',
    soon: 'Guten Tag {{patient}}, hier ist {{clinic}}. Wir erwarten Sie.\n\nTag: {{day}}\nUhrzeit: {{time}}\nOrt: {{place}}\n\nBitte kommen Sie 10 Minuten früher. Wenn Sie nicht kommen können, schreiben Sie uns hier.',
    soonMerged:
      'Guten Tag, hier ist {{clinic}}. Wir erwarten Sie.\n\nTag: {{day}}\nWer und wann: {{visits}}\n\nBitte kommen Sie 10 Minuten früher. Wenn jemand nicht kommen kann, schreiben Sie uns hier.',
    followUp:
      'Guten Tag {{patient}}, danke für Ihren Besuch am {{day}} bei {{clinic}}.\n\nMöchten Sie etwas dazu fragen? Schreiben Sie uns hier, unser Team antwortet Ihnen. Im Notfall schreiben Sie bitte nicht hier: Wählen Sie den Notruf.',
    followUpMerged:
      'Guten Tag, danke für Ihre Besuche am {{day}} bei {{clinic}}. Es geht um: {{patients}}.\n\nMöchten Sie etwas dazu fragen? Schreiben Sie uns hier, unser Team antwortet Ihnen. Im Notfall schreiben Sie bitte nicht hier: Wählen Sie den Notruf.',
    movedByClinic:
      'Guten Tag {{patient}}, hier ist {{clinic}}. Ihr Termin hat sich geändert. Das sind die neuen Angaben.\n\nTag: {{day}}\nUhrzeit: {{time}}\nOrt: {{place}}\n\nKönnen Sie kommen? Tippen Sie auf einen Knopf oder antworten Sie mit 1 zum Bestätigen, 2 zum Verschieben, 3 zum Absagen.',
    cancelledByClinic:
      'Guten Tag {{patient}}, hier ist {{clinic}}. Dieser Termin ist abgesagt.\n\nTag: {{day}}\nUhrzeit: {{time}}\n\nBitte kommen Sie zu dieser Zeit nicht. Wenn Sie eine neue Zeit möchten, schreiben Sie uns hier, wir finden mit Ihnen eine.',
  },
}
