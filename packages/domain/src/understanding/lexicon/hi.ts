import type { Lexicon } from './lexicon.ts'

/** Devanagari and the Latin letters that most people type; "रद्द" means the visit, "बंद" the messages. */
export const hi: Lexicon = {
  'opt-out': {
    everywhere: [
      'रोकें', 'रोको', 'रोक दो', 'रोक दें', 'रोक दीजिए', 'बंद करें', 'बंद करो', 'बंद कर दो', 'बंद कर दें', 'बंद कर दीजिए', 'मैसेज बंद करो',
      'मैसेज बंद करें', 'संदेश बंद करें', 'संदेश बंद करो', 'संदेश रोकें', 'हटाएं', 'हटाओ', 'मुझे हटाएं', 'मत भेजो', 'मत भेजें', 'मैसेज मत भेजो',
      'मैसेज मत भेजें', 'संदेश मत भेजें', 'स्टॉप', 'band karo', 'band karen', 'band kare', 'band kar do', 'bandh karo', 'message band karo',
      'msg band karo', 'mat bhejo', 'mat bhejo message', 'message mat bhejo', 'msg mat bhejo', 'rok do', 'roko', 'rokiye', 'hatao', 'mujhe hatao',
      'बंद कीजिए', 'बंद कर दीजिये', 'मैसेज बंद कर दो', 'मैसेज बंद कर दीजिए', 'मैसेज बंद कीजिए', 'संदेश बंद कर दो', 'संदेश बंद कर दीजिए',
      'संदेश बंद कीजिए', 'मैसेज बंद', 'संदेश बंद', 'मैसेज मत करो', 'मैसेज मत करें', 'मैसेज मत कीजिए', 'मत भेजिए', 'मत भेजिये', 'मैसेज मत भेजिए',
      'संदेश मत भेजो', 'संदेश मत भेजिए', 'मैसेज न भेजें', 'संदेश न भेजें', 'मैसेज नहीं चाहिए', 'संदेश नहीं चाहिए', 'रोकिए', 'रोक दीजिये',
      'मैसेज रोको', 'मैसेज रोकें', 'संदेश रोको', 'नंबर हटाओ', 'मेरा नंबर हटा दो', 'स्टॉप करो', 'स्टॉप करें', 'बंध करो', 'band kijiye', 'band kariye',
      'band kr do', 'band krdo', 'message band kar do', 'msg band kar do', 'message band', 'msg band', 'stop karo', 'stop kar do', 'stop kijiye',
      'mat bhejiye', 'message mat karo', 'msg mat karo', 'message mat kijiye', 'message mat bhejiye', 'message nahi chahiye', 'msg nahi chahiye',
      'rok dijiye', 'mera number hatao', 'mera number hata do',
    ],
    here: ['बंद', 'band'],
  },
  'opt-in': {
    everywhere: [
      'शुरू करें', 'शुरू करो', 'फिर शुरू करें', 'चालू करो', 'चालू करें', 'स्टार्ट', 'shuru karo', 'shuru karen', 'chalu karo', 'chalu karen',
      'शुरु करें', 'शुरु करो', 'शुरू कर दो', 'शुरू कीजिए', 'फिर से शुरू करें', 'चालू कर दो', 'चालू कीजिए', 'shuru kar do', 'shuru kijiye',
      'shuru kare', 'phir shuru karo', 'chalu kar do',
    ],
  },
  'opt-in-again': { everywhere: [], here: ['शुरू', 'चालू', 'shuru', 'chalu'] },
  confirm: {
    everywhere: [
      'पक्का करें', 'पक्का करो', 'पक्का है', 'सब पक्के करें', 'पुष्टि करें', 'पुष्टि करता हूँ', 'पुष्टि करती हूँ', 'कन्फर्म', 'कन्फर्म करें',
      'कन्फर्म करो', 'हाँ', 'हां जी', 'जी हाँ', 'हाँ पक्का', 'ji haan', 'confirm karo', 'confirm karen', 'confirm hai', 'pakka karo', 'पक्का कर दो',
      'पक्का कर दें', 'पक्का कीजिए', 'पक्का कर दीजिए', 'पुष्टि करो', 'पुष्टि कीजिए', 'कन्फर्म है', 'कन्फर्म कर दो', 'कन्फर्म कीजिए', 'हाँ कन्फर्म',
      'हाँ कन्फर्म है', 'हाँ पक्का है', 'जी पक्का', 'confirm kar do', 'confirm kardo', 'confirm kr do', 'confirm kijiye', 'confirm kare',
      'haan confirm', 'haan confirm hai', 'yes confirm hai', 'pakka karen', 'pakka kare', 'pakka kar do',
    ],
    here: [
      'जी', 'पक्का', 'पुष्टि', 'ठीक है', 'हाँ ठीक है', 'जी ठीक है', 'ओके', 'आऊँगा', 'आऊँगी', 'मैं आऊँगा', 'मैं आऊँगी', 'हाँ आऊँगा', 'हाँ आऊँगी',
      'हम आएँगे', 'आएँगे', 'han', 'ha', 'ha ji', 'han ji', 'ji', 'ji ha', 'theek hai', 'thik hai', 'tik hai', 'pakka', 'aunga', 'aungi',
      'main aaunga', 'main aaungi', 'hum aayenge', 'ok', 'okay', 'हा', 'हा जी', 'हांजी', 'हाजी', 'जी हा', 'जी बिल्कुल', 'बिल्कुल', 'बिलकुल',
      'हाँ बिल्कुल', 'ज़रूर', 'जी ज़रूर', 'हाँ ज़रूर', 'ठीक', 'ठीक हैं', 'ओके जी', 'ओके है', 'आउंगा', 'आउंगी', 'आ जाऊँगा', 'आ जाऊँगी',
      'हाँ आ जाऊँगा', 'हाँ आ जाऊँगी', 'जी आऊँगा', 'जी आऊँगी', 'आ रहा हूँ', 'आ रही हूँ', 'मैं आ रहा हूँ', 'मैं आ रही हूँ', 'हाँ आ रहा हूँ',
      'हाँ आ रही हूँ', 'आ जाएँगे', 'हाँ आएँगे', 'हम आ रहे हैं', 'आ रहे हैं', 'hanji', 'haan haan', 'ji bilkul', 'bilkul', 'haan bilkul', 'zarur',
      'zaroor', 'jarur', 'jaroor', 'ok ji', 'ji ok', 'ok hai', 'theek h', 'thik h', 'theek he', 'thik he', 'tik h', 'theek', 'thik',
      'haan theek hai', 'haan thik hai', 'ji theek hai', 'ji thik hai', 'pakka hai', 'aa jaunga', 'aa jaungi', 'main aa jaunga', 'main aa jaungi',
      'haan aunga', 'haan aungi', 'aa raha hu', 'aa rahi hu', 'aa raha hoon', 'aa rahi hoon', 'main aa raha hu', 'main aa rahi hu',
      'main aa raha hoon', 'main aa rahi hoon', 'aayenge', 'aaenge', 'aa jayenge', 'aa jaenge', 'haan aayenge', 'hum aa rahe hain', 'aa rahe hain',
      'haji', 'y', 'please do',
    ],
  },
  reschedule: {
    everywhere: [
      'समय बदलें', 'समय बदलो', 'समय बदल दो', 'समय बदल दीजिए', 'समय बदलना है', 'टाइम बदलो', 'टाइम बदलें', 'टाइम बदलना है', 'तारीख बदलें',
      'तारीख बदलनी है', 'दिन बदलें', 'दूसरा समय', 'दूसरा समय चाहिए', 'दूसरा दिन', 'कोई और समय', 'कोई और दिन', 'और समय', 'time badlo', 'time badlen',
      'time badalna hai', 'time change karo', 'samay badlo', 'samay badlen', 'samay badle', 'dusra time', 'doosra time', 'dusra din', 'doosra din',
      'date badlo', 'date change karo', 'reschedule karo', 'reschedule karen', 'एक बदलें', 'समय बदलना', 'समय बदल दें', 'समय चेंज करें', 'टाइम चेंज',
      'टाइम चेंज करें', 'टाइम चेंज करो', 'टाइम बदल दो', 'टाइम बदल दीजिए', 'तारीख बदलो', 'तारीख बदल दो', 'तारीख बदल दीजिए', 'डेट बदलें', 'डेट बदलो',
      'डेट चेंज', 'डेट चेंज करें', 'दिन बदलो', 'दिन बदलना है', 'दूसरी तारीख', 'कोई और तारीख', 'नया समय', 'नया समय चाहिए', 'दूसरा टाइम',
      'दूसरा टाइम चाहिए', 'रीशेड्यूल', 'रीशेड्यूल करें', 'time change', 'time change karna hai', 'time change kar do', 'time badal do',
      'date change', 'date change karna hai', 'date change karni hai', 'date change kar do', 'date badal do', 'date badalni hai', 'naya time',
      'dusra time chahiye', 'doosra time chahiye', 'dusri date', 'doosri date', 'koi aur time', 'koi aur din', 'din badlo', 'reschedule kar do',
      'reschedule karna hai', 'reschedule kare',
    ],
    here: ['बदलें', 'बदलो', 'badlo', 'badlen'],
  },
  cancel: {
    everywhere: [
      'रद्द', 'रद्द करें', 'रद्द करो', 'रद्द कर दो', 'रद्द कर दें', 'रद्द कर दीजिए', 'अपॉइंटमेंट रद्द करें', 'कैंसल', 'कैंसिल', 'कैंसल करें',
      'कैंसल करो', 'कैंसिल करें', 'कैंसिल करो', 'कैंसल कर दो', 'कैंसिल कर दो', 'rad karo', 'radd karen', 'radd kar do', 'cancel karo',
      'cancel karen', 'cancel kare', 'cancel kar do', 'cancel kar dijiye', 'cancel kardo', 'appointment cancel karo', 'रद्द कीजिए', 'रद्द कर दीजिये',
      'रद्द करना है', 'रद्द करनी है', 'अपॉइंटमेंट रद्द करो', 'अपॉइंटमेंट रद्द कर दो', 'अपॉइंटमेंट रद्द कर दीजिए', 'अपॉइंटमेंट रद्द करना है',
      'अपॉइंटमेंट कैंसल करें', 'अपॉइंटमेंट कैंसिल करें', 'अपॉइंटमेंट कैंसल', 'अपॉइंटमेंट कैंसिल', 'कैंसल कर दीजिए', 'कैंसिल कर दीजिए', 'कैंसल कीजिए',
      'कैंसिल कीजिए', 'कैंसल करना है', 'कैंसिल करना है', 'केंसल', 'केंसल करो', 'केंसिल', 'केंसिल करो', 'rad kar dijiye', 'rad karna hai',
      'cancel kijiye', 'cancel kariye', 'cancel kr do', 'cancel krdo', 'cancel karna hai', 'cancel karwana hai', 'cancel kar dijiyega',
      'appointment cancel', 'appointment cancel kar do', 'appointment cancel kar dijiye', 'appointment cancel karna hai',
    ],
  },
  undo: {
    everywhere: [
      'वापस लें', 'वापस लो', 'wapas lo', 'wapas len', 'वापस ले लो', 'वापस लीजिए', 'wapas le lo', 'rad mat karo', 'रद्द मत करो', 'रद्द मत करें',
      'रद्द न करें', 'cancel mat karo', 'cancel mat karna', 'कैंसल मत करो', 'कैंसिल मत करो',
    ],
    here: ['वापस', 'wapas'],
  },
  courtesies: [
    'कृपया', 'प्लीज', 'धन्यवाद', 'शुक्रिया', 'थैंक यू', 'नमस्ते', 'नमस्कार', 'जी', 'please', 'kripya', 'dhanyavad', 'dhanyawad', 'shukriya',
    'thanks', 'thank you', 'namaste', 'जी धन्यवाद', 'बहुत धन्यवाद', 'बहुत बहुत धन्यवाद', 'धन्यवाद जी', 'थैंक्स', 'थैंक्यू', 'नमस्ते जी', 'हेलो',
    'हैलो', 'डॉक्टर साहब', 'डॉक्टर', 'सर', 'मैडम', 'राम राम', 'thankyou', 'thank you ji', 'bahut dhanyavad', 'namaste ji', 'namaskar',
    'doctor sahab', 'doctor saab', 'sir ji', 'plz', 'इंशाअल्लाह',
  ],
  numbers: [['एक', 'ek'], ['दो', 'do'], ['तीन', 'teen', 'tin'], ['चार', 'char', 'chaar'], ['पाँच', 'panch', 'paanch']],
} // prettier-ignore
