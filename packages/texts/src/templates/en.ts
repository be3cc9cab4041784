import type { TemplateTexts } from './templates.ts'

export const en: TemplateTexts = {
  footer: 'Reply STOP to get no more messages',
  bodies: {
    confirm:
      'Hello {{patient}}, this is {{clinic}}. You have an appointment with us.\n\nDay: {{day}}\nTime: {{time}}\nPlace: {{place}}\n\nCan you come? Tap a button, or reply 1 to confirm, 2 to reschedule, 3 to cancel.',
    confirmMerged:
      'Hello, this is {{clinic}}. You have more than one appointment with us on the same day.\n\nDay: {{day}}\nWho and when: {{visits}}\n\nCan you come to all of them? Tap a button, or reply 1 to confirm all, 2 to change one.',
    confirmAgain:
      'Hello {{patient}}, this is {{clinic}} again. Your appointment is coming up and we do not know yet whether you can come.\n\nDay: {{day}}\nTime: {{time}}\nPlace: {{place}}\n\nPlease tell us: tap a button, or reply 1 to confirm, 2 to reschedule, 3 to cancel.',
    confirmAgainMerged:
      'Hello, this is {{clinic}} again. These appointments are coming up and we do not know yet whether you can come.\n\nDay: {{day}}\nWho and when: {{visits}}\n\nPlease tell us: tap a button, or reply 1 to confirm all, 2 to change one.',
    soon: 'Hello {{patient}}, this is {{clinic}}. We are expecting you.\n\nDay: {{day}}\nTime: {{time}}\nPlace: {{place}}\n\nPlease arrive 10 minutes early. If you cannot come, write to us here.',
    soonMerged:
      'Hello, this is {{clinic}}. We are expecting you.\n\nDay: {{day}}\nWho and when: {{visits}}\n\nPlease arrive 10 minutes early. If somebody cannot come, write to us here.',
    followUp:
      'Hello {{patient}}, thank you for your visit to {{clinic}} on {{day}}.\n\nIs there anything you would like to ask about it? Write to us here and a person will answer. In an emergency do not write here: call the emergency number.',
    followUpMerged:
      'Hello, thank you for your visits to {{clinic}} on {{day}}. This is about: {{patients}}.\n\nIs there anything you would like to ask about them? Write to us here and a person will answer. In an emergency do not write here: call the emergency number.',
    movedByClinic:
      'Hello {{patient}}, this is {{clinic}}. Your appointment has been changed. These are the new details.\n\nDay: {{day}}\nTime: {{time}}\nPlace: {{place}}\n\nCan you come? Tap a button, or reply 1 to confirm, 2 to reschedule, 3 to cancel.',
    cancelledByClinic:
      'Hello {{patient}}, this is {{clinic}}. This appointment has been cancelled.\n\nDay: {{day}}\nTime: {{time}}\n\nPlease do not come at this time. If you would like a new time, write to us here and we will find one with you.',
  },
}
