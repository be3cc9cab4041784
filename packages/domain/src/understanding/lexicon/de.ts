import type { Lexicon } from './lexicon.ts'

/** "absagen" and "stornieren" mean the visit, "abmelden" and "abbestellen" the messages. "halt" is also a filler word. */
export const de: Lexicon = {
  'opt-out': {
    everywhere: [
      'stopp', 'abmelden', 'abmeldung', 'abbestellen', 'austragen', 'beenden', 'nachrichten abbestellen', 'nachrichten stoppen',
      'nachrichten beenden', 'keine nachrichten', 'keine nachrichten mehr', 'ich möchte keine nachrichten', 'ich möchte keine nachrichten mehr',
      'ich will keine nachrichten', 'ich will keine nachrichten mehr', 'bitte keine nachrichten mehr', 'keine weiteren nachrichten',
      'nicht mehr schreiben', 'schreiben sie mir nicht mehr', 'aufhören', 'stoppen', 'nachrichten stopp', 'stopp nachrichten',
      'keine nachrichten senden', 'keine nachrichten schicken', 'bitte keine nachrichten', 'keine erinnerungen', 'keine erinnerungen mehr',
      'keine sms mehr', 'keine whatsapp mehr', 'keine whatsapps mehr', 'nicht mehr anschreiben', 'schreiben sie mir bitte nicht mehr',
      'bitte nicht mehr schreiben', 'bitte nicht mehr anschreiben', 'ich möchte keine nachrichten mehr bekommen',
      'ich möchte keine nachrichten mehr erhalten', 'ich will keine nachrichten mehr bekommen', 'ich will keine nachrichten mehr erhalten',
      'ich möchte mich abmelden', 'ich melde mich ab', 'von nachrichten abmelden', 'von der liste streichen', 'aus der liste löschen',
      'nummer löschen', 'meine nummer löschen', 'löschen sie meine nummer',
    ],
    here: ['halt', 'ende', 'schluss'],
  },
  'opt-in': {
    everywhere: [
      'wieder an', 'wieder anmelden', 'nachrichten wieder an', 'wieder nachrichten', 'nachrichten starten', 'nachrichten wieder starten',
      'wieder starten', 'wieder benachrichtigen',
    ],
  },
  'opt-in-again': { everywhere: [], here: ['anmelden', 'starten'] },
  confirm: {
    everywhere: [
      'bestätigen', 'ich bestätige', 'alle bestätigen', 'bestätige', 'ja ich bestätige', 'termin bestätigen', 'ich bestätige den termin',
      'ja ich komme', 'ja ich werde kommen', 'ich werde kommen', 'ja bestätigen', 'ja ich bestätige den termin', 'ich bestätige meinen termin',
      'ja ich bestätige meinen termin', 'hiermit bestätige ich', 'hiermit bestätige ich den termin', 'hiermit bestätige ich meinen termin',
      'termin bestätigt', 'ich nehme den termin wahr', 'ja ich nehme den termin wahr', 'wir kommen', 'ja wir kommen', 'ich kann kommen',
      'ja ich kann kommen',
    ],
    here: [
      'ja', 'ja ja', 'bestätigt', 'ja bestätigt', 'ok', 'okay', 'ja ok', 'jawohl', 'ich komme', 'ja komme', 'komme', 'passt', 'ja passt',
      'das passt', 'ja das passt', 'geht klar', 'einverstanden', 'in ordnung', 'ja gerne', 'gerne', 'ja gern', 'ich bin da', 'ja ich bin da',
      'natürlich', 'ja natürlich', 'jo', 'jup', 'jap', 'jep', 'jawoll', 'ja klar', 'klar', 'na klar', 'sicher', 'ja sicher', 'selbstverständlich',
      'ja selbstverständlich', 'sehr gerne', 'ja sehr gerne', 'gern', 'ja natürlich gerne', 'ok passt', 'passt mir', 'passt so', 'passt gut',
      'ja passt gut', 'ja passt mir', 'das passt mir', 'ja das passt mir', 'das geht', 'ja das geht', 'geht in ordnung', 'ja geht in ordnung',
      'ja geht klar', 'ja in ordnung', 'ja einverstanden', 'ja bestätige', 'ja bestätige ich', 'bestätige ich', 'werde kommen', 'ja werde kommen',
      'ich werde da sein', 'ja ich werde da sein', 'werde da sein', 'bin da', 'ja bin da', 'bin dabei', 'ja bin dabei', 'ich bin dabei',
      'ja ich bin dabei', 'komme gerne', 'ja komme gerne', 'ich komme gerne', 'ja ich komme gerne', 'ich komme bestimmt', 'ja ich komme bestimmt',
      'wir sind da', 'ja wir sind da', 'wir werden kommen', 'wir werden da sein', 'ja kann ich', 'ja ich kann', 'ich kann',
    ],
  },
  reschedule: {
    everywhere: [
      'verschieben', 'termin verschieben', 'den termin verschieben', 'lieber verschieben', 'umbuchen', 'termin verlegen', 'termin ändern',
      'ich möchte verschieben', 'ich möchte den termin verschieben', 'bitte verschieben', 'ich muss verschieben', 'termin umbuchen',
      'den termin umbuchen', 'den termin verlegen', 'den termin ändern', 'meinen termin verschieben', 'meinen termin ändern',
      'meinen termin verlegen', 'umlegen', 'termin umlegen', 'termin tauschen', 'ich möchte umbuchen', 'ich muss den termin verschieben',
      'ich muss meinen termin verschieben', 'ich möchte meinen termin verschieben', 'ich würde gerne verschieben',
      'ich brauche einen anderen termin', 'ich möchte einen anderen termin', 'ich hätte gerne einen anderen termin',
      'ich hätte gern einen anderen termin', 'bitte einen anderen termin', 'bitte einen neuen termin', 'bitte um einen anderen termin',
      'bitte um einen neuen termin', 'ich brauche einen neuen termin',
    ],
    here: [
      'verlegen', 'ändern', 'anderer termin', 'anderen termin', 'andere zeit', 'anderer tag', 'anderen tag', 'andere uhrzeit', 'neuer termin',
      'neuen termin', 'ein anderer tag', 'ein anderer termin', 'einen anderen termin', 'einen ändern', 'neue zeit', 'neue uhrzeit', 'anderes datum',
      'neues datum', 'lieber ein anderer tag', 'lieber einen anderen tag', 'an einem anderen tag', 'zu einer anderen zeit', 'tauschen',
    ],
  },
  cancel: {
    everywhere: [
      'absagen', 'termin absagen', 'den termin absagen', 'ich sage ab', 'ich sage den termin ab', 'ich möchte absagen',
      'ich möchte den termin absagen', 'ich muss absagen', 'ich muss den termin absagen', 'stornieren', 'termin stornieren', 'storno', 'storniere',
      'absage', 'meinen termin absagen', 'ich sage meinen termin ab', 'ich muss meinen termin absagen', 'ich möchte meinen termin absagen',
      'ich will absagen', 'ich will den termin absagen', 'ich will meinen termin absagen', 'leider absagen', 'leider muss ich absagen',
      'ich muss leider absagen', 'ich muss den termin leider absagen', 'den termin stornieren', 'meinen termin stornieren', 'ich möchte stornieren',
      'ich möchte den termin stornieren', 'ich storniere', 'termin canceln', 'canceln', 'hiermit sage ich ab', 'hiermit sage ich den termin ab',
      'termin abgesagt',
    ],
    here: ['sage ab', 'stornierung', 'sage leider ab', 'leider absage'],
  },
  undo: {
    everywhere: [
      'rückgängig', 'rückgängig machen', 'absage rückgängig machen', 'absage zurücknehmen', 'nicht absagen', 'doch nicht absagen',
      'nicht stornieren',
    ],
    here: ['zurücknehmen'],
  },
  courtesies: [
    'bitte', 'bitte schön', 'danke', 'danke schön', 'dankeschön', 'vielen dank', 'besten dank', 'hallo', 'guten tag', 'guten morgen', 'guten abend',
    'liebe grüße', 'mfg', 'lg', 'bitteschön', 'danke sehr', 'danke ihnen', 'ich danke ihnen', 'herzlichen dank', 'tausend dank', 'danke im voraus',
    'hi', 'guten tag zusammen', 'moin', 'servus', 'grüß gott', 'herr doktor', 'frau doktor', 'viele grüße', 'beste grüße', 'freundliche grüße',
    'mit freundlichen grüßen', 'vg', 'schönen tag', 'schönen tag noch', 'einen schönen tag', 'einen schönen tag noch', 'schönen abend',
  ],
  numbers: [['eins'], ['zwei'], ['drei'], ['vier'], ['fünf']],
} // prettier-ignore
