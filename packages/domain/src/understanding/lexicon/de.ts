import type { Lexicon } from './lexicon.ts'

/** "absagen" and "stornieren" mean the visit, "abmelden" and "abbestellen" the messages. "halt" is also a filler word. */
export const de: Lexicon = {
  'opt-out': {
    everywhere: [
      'stopp', 'abmelden', 'abmeldung', 'abbestellen', 'austragen', 'beenden', 'nachrichten abbestellen', 'nachrichten stoppen', 'nachrichten beenden',
      'keine nachrichten', 'keine nachrichten mehr', 'ich möchte keine nachrichten', 'ich möchte keine nachrichten mehr',
      'ich will keine nachrichten', 'ich will keine nachrichten mehr', 'bitte keine nachrichten mehr', 'keine weiteren nachrichten',
      'nicht mehr schreiben', 'schreiben sie mir nicht mehr', 'aufhören',
    ],
    here: ['halt', 'ende', 'schluss'],
  },
  'opt-in': { everywhere: ['wieder an', 'wieder anmelden', 'nachrichten wieder an', 'wieder nachrichten'], here: ['anmelden', 'starten'] },
  confirm: {
    everywhere: ['bestätigen', 'ich bestätige', 'alle bestätigen', 'bestätige', 'ja ich bestätige', 'termin bestätigen', 'ich bestätige den termin', 'ja ich komme', 'ja ich werde kommen', 'ich werde kommen'],
    here: [
      'ja', 'ja ja', 'bestätigt', 'ja bestätigt', 'ok', 'okay', 'ja ok', 'jawohl', 'ich komme', 'ja komme', 'komme', 'passt', 'ja passt', 'das passt', 'ja das passt',
      'geht klar', 'einverstanden', 'in ordnung', 'ja gerne', 'gerne', 'ja gern', 'ich bin da', 'ja ich bin da', 'natürlich', 'ja natürlich',
    ],
  },
  reschedule: {
    everywhere: ['verschieben', 'termin verschieben', 'den termin verschieben', 'lieber verschieben', 'umbuchen', 'termin verlegen', 'termin ändern', 'ich möchte verschieben', 'ich möchte den termin verschieben', 'bitte verschieben', 'ich muss verschieben'],
    here: ['verlegen', 'ändern', 'anderer termin', 'anderen termin', 'andere zeit', 'anderer tag', 'anderen tag', 'andere uhrzeit', 'neuer termin', 'neuen termin', 'ein anderer tag', 'ein anderer termin', 'einen anderen termin'],
  },
  cancel: {
    everywhere: [
      'absagen', 'termin absagen', 'den termin absagen', 'ich sage ab', 'ich sage den termin ab', 'ich möchte absagen', 'ich möchte den termin absagen',
      'ich muss absagen', 'ich muss den termin absagen', 'stornieren', 'termin stornieren', 'storno', 'storniere', 'absage',
    ],
    here: ['sage ab', 'stornierung'],
  },
  undo: { everywhere: ['rückgängig', 'rückgängig machen', 'absage rückgängig machen', 'absage zurücknehmen'], here: ['zurücknehmen'] },
  courtesies: ['bitte', 'bitte schön', 'danke', 'danke schön', 'dankeschön', 'vielen dank', 'besten dank', 'hallo', 'guten tag', 'guten morgen', 'guten abend', 'liebe grüße', 'mfg', 'lg'],
  numbers: [['eins'], ['zwei'], ['drei'], ['vier'], ['fünf']],
} // prettier-ignore
