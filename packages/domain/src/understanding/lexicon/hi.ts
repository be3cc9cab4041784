import type { Lexicon } from './lexicon.ts'

/** Devanagari and the Latin letters that most people type; "रद्द" means the visit, "बंद" the messages. */
export const hi: Lexicon = {
  'opt-out': {
    everywhere: [
      'रोकें', 'रोको', 'रोक दो', 'रोक दें', 'रोक दीजिए', 'बंद करें', 'बंद करो', 'बंद कर दो', 'बंद कर दें', 'बंद कर दीजिए',
      'मैसेज बंद करो', 'मैसेज बंद करें', 'संदेश बंद करें', 'संदेश बंद करो', 'संदेश रोकें', 'हटाएं', 'हटाओ', 'मुझे हटाएं',
      'मत भेजो', 'मत भेजें', 'मैसेज मत भेजो', 'मैसेज मत भेजें', 'संदेश मत भेजें', 'स्टॉप',
      'band karo', 'band karen', 'band kare', 'band kar do', 'bandh karo', 'message band karo', 'msg band karo', 'mat bhejo',
      'mat bhejo message', 'message mat bhejo', 'msg mat bhejo', 'rok do', 'roko', 'rokiye', 'hatao', 'mujhe hatao',
    ],
    here: ['बंद', 'band'],
  },
  'opt-in': {
    everywhere: ['शुरू करें', 'शुरू करो', 'फिर शुरू करें', 'चालू करो', 'चालू करें', 'स्टार्ट', 'shuru karo', 'shuru karen', 'chalu karo', 'chalu karen'],
  },
  confirm: {
    everywhere: [
      'पक्का करें', 'पक्का करो', 'पक्का है', 'सब पक्के करें', 'पुष्टि करें', 'पुष्टि करता हूँ', 'पुष्टि करती हूँ', 'कन्फर्म', 'कन्फर्म करें',
      'कन्फर्म करो', 'हाँ', 'हां जी', 'जी हाँ', 'हाँ पक्का', 'ji haan', 'confirm karo', 'confirm karen', 'confirm hai', 'pakka karo',
    ],
    here: [
      'जी', 'पक्का', 'पुष्टि', 'ठीक है', 'हाँ ठीक है', 'जी ठीक है', 'ओके', 'आऊँगा', 'आऊँगी', 'मैं आऊँगा', 'मैं आऊँगी', 'हाँ आऊँगा', 'हाँ आऊँगी',
      'हम आएँगे', 'आएँगे', 'han', 'ha', 'ha ji', 'han ji', 'ji', 'ji ha', 'theek hai', 'thik hai', 'tik hai', 'pakka',
      'aunga', 'aungi', 'main aaunga', 'main aaungi', 'hum aayenge', 'ok', 'okay',
    ],
  },
  reschedule: {
    everywhere: [
      'समय बदलें', 'समय बदलो', 'समय बदल दो', 'समय बदल दीजिए', 'समय बदलना है', 'टाइम बदलो', 'टाइम बदलें', 'टाइम बदलना है', 'तारीख बदलें',
      'तारीख बदलनी है', 'दिन बदलें', 'दूसरा समय', 'दूसरा समय चाहिए', 'दूसरा दिन', 'कोई और समय', 'कोई और दिन', 'और समय',
      'time badlo', 'time badlen', 'time badalna hai', 'time change karo', 'samay badlo', 'samay badlen', 'samay badle',
      'dusra time', 'doosra time', 'dusra din', 'doosra din', 'date badlo', 'date change karo', 'reschedule karo', 'reschedule karen',
    ],
    here: ['बदलें', 'बदलो', 'badlo', 'badlen'],
  },
  cancel: {
    everywhere: [
      'रद्द', 'रद्द करें', 'रद्द करो', 'रद्द कर दो', 'रद्द कर दें', 'रद्द कर दीजिए', 'अपॉइंटमेंट रद्द करें', 'कैंसल', 'कैंसिल', 'कैंसल करें',
      'कैंसल करो', 'कैंसिल करें', 'कैंसिल करो', 'कैंसल कर दो', 'कैंसिल कर दो', 'rad karo', 'radd karen', 'radd kar do',
      'cancel karo', 'cancel karen', 'cancel kare', 'cancel kar do', 'cancel kar dijiye', 'cancel kardo', 'appointment cancel karo',
    ],
  },
  undo: { everywhere: ['वापस लें', 'वापस लो', 'wapas lo', 'wapas len'], here: ['वापस', 'wapas'] },
  courtesies: ['कृपया', 'प्लीज', 'धन्यवाद', 'शुक्रिया', 'थैंक यू', 'नमस्ते', 'नमस्कार', 'जी', 'please', 'kripya', 'dhanyavad', 'dhanyawad', 'shukriya', 'thanks', 'thank you', 'namaste'],
  numbers: [['एक', 'ek'], ['दो', 'do'], ['तीन', 'teen', 'tin'], ['चार', 'char', 'chaar'], ['पाँच', 'panch', 'paanch']],
} // prettier-ignore
