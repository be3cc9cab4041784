import type { Translation } from '../catalogue.ts'
import type { PatientTexts } from './en.ts'

/** Everyday Hindi with "आप": no verb forms that need the reader's gender; "अपॉइंटमेंट" as people say it. */
export const hi: Translation<PatientTexts> = {
  review: 'draft',
  texts: {
    'option.confirm': 'पक्का करें',
    'option.reschedule': 'समय बदलें',
    'option.cancel': 'रद्द करें',
    'option.confirm-all': 'सब पक्के करें',
    'option.change-one': 'एक बदलें',
    'option.all-visits': 'सब पक्के करें',
    'option.undo': 'वापस लें',
    'option.another-time': 'दूसरा समय',
    'option.more-times': 'और समय देखें',
    'option.keep': 'यही समय रखें',
    'option.talk-to-us': 'किसी से बात करें',
    'option.start-again': 'फिर शुरू करें',
    'option.all-well': 'सब ठीक है',
    'option.ask-question': 'मेरा एक सवाल है',
    'option.reason.cannot-come': 'आना संभव नहीं',
    'option.reason.feeling-better': 'तबीयत अब ठीक है',
    'option.reason.booked-elsewhere': 'कहीं और समय लिया',
    'option.reason.other': 'दूसरा कारण',
    'option.preference.morning': 'सुबह',
    'option.preference.afternoon': 'दोपहर',
    'option.preference.any-time': 'कोई भी समय',
    'list.times': 'समय चुनें',
    'list.visits': 'एक चुनें',
    'list.answers': 'चुनें',

    'reply.confirmed': 'धन्यवाद। आपका अपॉइंटमेंट पक्का हो गया है: {when}।',
    'reply.confirmed-all': 'धन्यवाद। सभी अपॉइंटमेंट पक्के हो गए हैं: {visits}।',
    'reply.already-confirmed': 'आपका अपॉइंटमेंट पहले से पक्का है: {when}। आपको और कुछ नहीं करना है।',

    'reply.cancelled':
      'आपका अपॉइंटमेंट रद्द हो गया है: {when}। आप इसे {until} बजे तक वापस ले सकते हैं। आप दूसरा समय चुन सकते हैं या हमें कारण बता सकते हैं।',
    'reply.already-cancelled': 'यह अपॉइंटमेंट पहले ही रद्द हो चुका है: {when}।',
    'reply.still-cancelled':
      'यह अपॉइंटमेंट रद्द हो चुका है, इसलिए पक्का नहीं हो सकता: {when}। अगर आप फिर भी आना चाहें तो कृपया नीचे चुनें।',
    'reply.still-booked': 'आपका अपॉइंटमेंट पहले की तरह बना हुआ है: {when}।',
    'reply.reason-noted': 'बताने के लिए धन्यवाद।',
    'reply.cancel-undone': 'हो गया। आपका अपॉइंटमेंट फिर से पक्का है: {when}।',
    'reply.undo-too-late': 'अब इसे यहाँ वापस नहीं लिया जा सकता। क्लिनिक से कोई आपकी मदद करेगा।',
    'reply.undo-taken': 'माफ़ कीजिए, वह समय अब किसी और को मिल गया है। क्लिनिक से कोई आपकी मदद करेगा।',

    'reply.slots-offered': 'ये समय खाली हैं। जब तक आप नहीं चुनते, कुछ नहीं बदलेगा। आपको कौन सा समय ठीक लगेगा?',
    'reply.more-slots': 'ये और समय खाली हैं:',
    'reply.slot-lost': 'माफ़ कीजिए, वह समय अब खाली नहीं है। ये समय खाली हैं:',
    'reply.slot-lost-none-left':
      'माफ़ कीजिए, वह समय अब खाली नहीं है और इस समय कोई दूसरा भी नहीं है। कुछ बदला नहीं है। क्लिनिक से कोई आपसे बात करेगा।',
    'reply.moved': 'हो गया। आपका नया अपॉइंटमेंट: {when}। पुराना समय अब मान्य नहीं है।',
    'reply.kept': 'ठीक है। आपका अपॉइंटमेंट वैसा ही है: {when}।',
    'reply.no-slots':
      'इस समय हमारे पास कोई खाली समय नहीं है। क्लिनिक से कोई आपके लिए समय ढूँढेगा। तब तक कुछ नहीं बदलेगा। आपको कब आना ठीक लगेगा?',
    'reply.no-more-slots': 'और कोई समय खाली नहीं है। अगर बाकी कोई समय ठीक न लगे तो क्लिनिक से कोई आपकी मदद करेगा।',
    'reply.ask-preference': 'आपको कब आना ठीक लगेगा? क्लिनिक से कोई आपके लिए समय ढूँढेगा। तब तक कुछ नहीं बदलेगा।',
    'reply.preference-noted': 'धन्यवाद। क्लिनिक से कोई आपको नया समय बताएगा।',
    'reply.already-with-staff': 'क्लिनिक से कोई पहले से आपके लिए नया समय ढूँढ रहा है और आपसे बात करेगा।',

    'reply.which-visit':
      '{purpose, select, confirm {कौन सा अपॉइंटमेंट पक्का करना है?} reschedule {किस अपॉइंटमेंट का समय बदलना है?} cancel {कौन सा अपॉइंटमेंट रद्द करना है?} other {किस अपॉइंटमेंट की बात है?}}',
    'reply.visit-actions': 'आपका अपॉइंटमेंट यह है: {when}। आप क्या करना चाहेंगे?',
    'reply.outdated-moved': 'वह संदेश पुराना है। आपके अपॉइंटमेंट का समय बदल गया है, अब यह है: {when}।',
    'reply.no-longer-booked': 'यह अपॉइंटमेंट अब हमारी सूची में नहीं है: {when}। क्लिनिक से कोई आपसे बात करेगा। कृपया उससे पहले न आएँ।',
    'reply.past-visit': 'इस अपॉइंटमेंट का समय बीत चुका है: {when}। कुछ चाहिए तो हमें यहाँ लिखें।',
    'reply.no-visit': 'हमें यहाँ आपका कोई अपॉइंटमेंट नहीं मिला। क्लिनिक से कोई इसे देखेगा और आपको जवाब देगा।',
    'reply.visits-now': 'इनमें से कुछ अपॉइंटमेंट बदल गए हैं। अब स्थिति यह है:',
    'visit-now.confirmed': '{visit}: पक्का',
    'visit-now.booked': '{visit}: तय है, अभी पक्का नहीं',
    'visit-now.cancelled': '{visit}: रद्द',
    'visit-now.over': '{visit}: समय बीत चुका',

    'reply.handed-to-staff':
      '{after, select, voice {धन्यवाद। आवाज़ वाले संदेश तुरंत नहीं सुने जाते: क्लिनिक से कोई इसे सुनकर आपको यहीं जवाब देगा।} media {धन्यवाद। आपने जो भेजा है, उसे क्लिनिक से कोई देखकर आपको यहीं जवाब देगा।} wish {ठीक है। क्लिनिक से कोई आपको यहीं लिखेगा।} other {आपके संदेश के लिए धन्यवाद। क्लिनिक से कोई इसे पढ़कर आपको यहीं जवाब देगा।}}',
    'staff.closed': 'क्लिनिक अभी बंद है। फिर खुलने का समय: {opens}।',
    'reply.unsupported': 'हम आपका संदेश नहीं खोल पाए। कृपया इसे शब्दों में लिखें। क्लिनिक में बता दिया गया है।',
    'reply.not-a-choice': 'माफ़ कीजिए, हम समझ नहीं पाए। कृपया कोई एक जवाब दबाएँ, या 1 से {count} तक का कोई अंक लिखें।',
    'reply.follow-up-thanks': 'बताने के लिए धन्यवाद। अपना ध्यान रखें।',
    'reply.follow-up-question': 'कृपया अपना सवाल यहाँ लिखें। क्लिनिक से कोई आपको जवाब देगा।',
    'reply.opted-out': 'अब आपको {clinic} से और संदेश नहीं मिलेंगे। आपके अपॉइंटमेंट बने रहेंगे। फिर से शुरू करने के लिए “शुरू करें” लिखें।',
    'reply.already-opted-out': 'आपके लिए संदेश पहले से बंद हैं। फिर से शुरू करने के लिए “शुरू करें” लिखें।',
    'reply.opted-in': '{clinic} से आपके अपॉइंटमेंट के संदेश फिर शुरू हो गए हैं। रोकने के लिए “बंद करें” लिखें।',

    'emergency.line': 'आपात स्थिति में हमारा इंतज़ार न करें: {number} पर फ़ोन करें।',
    'emergency.callNow':
      'अगर यह अभी आपात स्थिति है तो तुरंत {number} पर फ़ोन करें। यहाँ जवाब का इंतज़ार न करें। अगर नहीं, तो क्लिनिक से कोई आपको जवाब देगा।',
    'name.unknown': 'मरीज़',
  },
}
