import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '../../shared/language.ts'
import { understandExact, type ExactMeaning } from '../understand-exact.ts'
import { lexicons } from './all.ts'
import { WORD_KINDS, type WordKind } from './lexicon.ts'

const kindOf = (text: string, language: Language): ExactMeaning['kind'] => understandExact(text, [language]).kind

/** Whole messages as patients type them on a phone: short, without accents, with a courtesy or an emoji. */
const typed: Readonly<Record<Language, Partial<Record<ExactMeaning['kind'], readonly string[]>>>> = {
  en: {
    confirm: [
      'Y', 'yes sir', 'Yess', 'yup 👍', 'ok', 'Okk', 'sure', 'Yes I will be there thank you so much', 'will be there', 'We are coming', 'I can make it',
      'Good morning, yes', 'Thank you very much. I confirm', 'Confirm my appointment please', 'see you then', '👍🙏', '✓',
    ],
    reschedule: ['Please reschedule', 'kindly reschedule', 'can we reschedule', 'change one', 'need to reschedule', 'another day please'],
    cancel: ['cancel my appt', 'Kindly cancel', 'Please cancel my appointment', 'i need to cancel my appointment'],
    undo: ['Undo', 'do not cancel', 'Don’t cancel'],
    'opt-out': ['STOP', 'Stop.', 'stop texting me', 'Remove me from your list', 'No more texts please', 'opt-out', 'unsubscribe 🙏'],
    choice: ['1', '1.', '1)', 'option 1', '1 please', '١', '१', '1️⃣'],
    none: [
      'C', 'N', 'no problem', 'noted', 'fine', 'good', 'not yes', 'I confirm but late', 'cancelled', 'maybe', 'yes?', 'ok but is it fasting',
      'canceled', 'yes no', '5 min', '👍👎', '👍😡',
    ],
  },
  es: {
    confirm: [
      'si', 'sii', 'SI', 'sí confirmo', 'Si, confirmo mi cita', 'ok', 'okey', 'vale', 'Sí señorita', 'si doctora gracias', 'confirmada',
      'confirmo asistencia', 'Confirmo mi asistencia, muchas gracias', 'listo', 'Perfecto, gracias', 'dale', 'ahí estaré', 'Ahí estaremos', 'allá estaré',
      'claro que si', 'por supuesto', 'Sí, si Dios quiere', 'Si, primero Dios', 'Buen día, confirmo', 'ok confirmado', 'si voy', 'confirmo 👍', '✅',
    ],
    reschedule: ['reagendar por favor', 'quiero otro día', 'Cambiar una', 'cambio de hora', 'necesito cambiar mi cita', 'reprogramar'],
    cancel: ['cancelar', 'Cancelar por favor', 'necesito cancelar', 'quiero anular mi cita', 'cancélenla por favor'],
    undo: ['deshacer', 'No cancelar', 'no la cancelen por favor'],
    'opt-out': ['BAJA', 'baja por favor', 'STOP', 'no me manden más mensajes', 'ya no quiero recibir mensajes', 'denme de baja', 'sáquenme de la lista'],
    choice: ['1', 'opción 1', 'la 1', 'uno', '1 gracias'],
    none: [
      'no', 'no confirmo', 'No puedo', 'no voy', 'no, gracias', 'si pero mas tarde', 'quiero la baja', 'necesito la baja', 'darme de alta', 'entendido',
      'enterado', 'recibido', 'el 2', 'a las 2', 'bueno', 'ya voy', 'tal vez', 'quizás', 'sí no', '¿sí?', 'uno más', 'no cambiar',
    ],
  },
  'pt-BR': {
    confirm: [
      'sim', 'Simm', 'ss', 'ta bom', 'tá', 'tá ok', 'Ta certo', 'tá confirmado', 'Está confirmado', 'confirmo sim', 'sim confirmo', 'Confirmado, obrigada!', 'ok',
      'blz', 'beleza', 'certo, obg', 'combinado', 'pode confirmar', 'Pode confirmar sim', 'vou', 'vou sim', 'irei comparecer', 'estarei presente', 'estaremos lá',
      'Sim, se Deus quiser', 'sim doutora', 'Sim senhora', 'Bom dia, confirmo presença', 'com certeza', 'perfeito', 'sim 🙏', '👍🏽',
    ],
    reschedule: ['remarcar', 'quero remarcar por favor', 'mudar uma', 'gostaria de remarcar', 'pode remarcar', 'quero outro dia', 'trocar o dia'],
    cancel: ['desmarcar', 'favor cancelar', 'Vou ter que cancelar', 'gostaria de desmarcar', 'cancelar por gentileza', 'quero desmarcar minha consulta'],
    undo: ['desfazer', 'não cancelar'],
    'opt-out': ['SAIR', 'PARAR', 'sair por favor', 'não mande mais mensagem', 'não quero mais receber mensagem', 'me tira da lista', 'STOP'],
    choice: ['1', 'opção 1', 'um', '1 por favor'],
    none: [
      'não', 'não confirmo', 'nao vou', 'não posso', 'não, obrigada', 'tudo bem', 'ciente', 'alta', 'positivo', 'talvez', 'sim mas atrasado', 'oi', 'não remarcar',
      'confirma?', 's n',
    ],
  },
  hi: {
    confirm: [
      'हाँ', 'हां', 'हा', 'हाँ जी', 'जी हाँ', 'हांजी', 'haan', 'haa', 'han ji', 'hanji', 'ha', 'ji', 'ok ji', 'ठीक है', 'ठीक है जी', 'thik hai', 'theek h', 'bilkul',
      'बिल्कुल', 'ज़रूर', 'zaroor', 'aa jaunga', 'आ जाऊँगी', 'aa raha hu', 'आ रहा हूँ', 'confirm kar do',
      'confirm hai', 'कन्फर्म है', 'yes', 'ok sir', 'जी सर', 'हाँ डॉक्टर साहब', 'haan 👍', 'y',
    ],
    reschedule: ['समय बदलें', 'time change karna hai', 'date change kar do', 'एक बदलें', 'नया समय चाहिए', 'din badlo', 'समय बदलना है सर'],
    cancel: ['रद्द करें', 'रद्द कर दीजिए', 'cancel kar do please', 'appointment cancel', 'कैंसिल करना है', 'cancel karna hai'],
    undo: ['वापस लें', 'रद्द मत करो', 'cancel mat karo'],
    'opt-out': ['रोकें', 'बंद करें', '“बंद करें”', 'STOP', 'stop karo', 'message band karo', 'msg mat bhejo', 'मैसेज नहीं चाहिए', 'बंद कीजिए'],
    choice: ['१', '1', 'ek', 'एक', 'विकल्प 1', '1 जी'],
    none: [
      'नहीं', 'nahi', 'nahi aaunga', 'नहीं आऊँगा', 'नहीं जी', 'confirm nahi', 'हाँ नहीं', 'band hai', 'क्लिनिक बंद है', 'do hai', 'अच्छा', 'accha', 'kal', 'हाँ लेकिन देर से',
      'pata nahi', 'मत बदलें', 'शायद',
    ],
  },
  ar: {
    confirm: [
      'نعم', 'نعم نعم', 'تمام', 'تمام شكرا', 'اكيد', 'أيوة', 'ايوه', 'إي نعم', 'حاضر', 'ماشي', 'اوكي', 'أوكيه', 'مؤكد', 'موكد', 'أؤكد حضوري', 'تاكيد', 'تأكيد الحضور',
      'نعم إن شاء الله', 'تمام ان شاء الله', 'سأحضر بإذن الله', 'السلام عليكم ورحمة الله وبركاته نعم', 'نعم يا دكتور', 'طبعا', 'بالتأكيد', 'ok', 'yes', 'هاجي ان شاء الله',
      'جايين', 'na3am', 'نعم 🌹', 'نعم الله يعطيكم العافية',
    ],
    reschedule: ['تغيير الموعد', 'تاجيل الموعد', 'ممكن موعد ثاني', 'عايز اغير الموعد', 'تغيير أحدها', 'تعديل الموعد لو سمحت', 'موعد جديد'],
    cancel: ['الغاء', 'إلغاء الموعد', 'الغي الموعد', 'ابغى الغي الموعد', 'كنسلوا الموعد', 'عايز الغي الميعاد', 'أرغب في إلغاء موعدي'],
    undo: ['تراجع', 'لا تلغوا الموعد'],
    'opt-out': ['إيقاف', 'ايقاف', '«إيقاف»', 'أوقفوا الرسائل', 'STOP', 'إلغاء الرسائل', 'لا أرغب في تلقي الرسائل', 'مش عايز رسايل', 'احذفوا رقمي'],
    choice: ['١', '1', '۱', 'واحد', 'رقم ١', 'الخيار 1', '1 لو سمحت'],
    none: [
      'لا', 'لا شكرا', 'لا أؤكد', 'لن أحضر', 'ما اقدر', 'مش جاي', 'غير مؤكد', 'إن شاء الله', 'بإذن الله', 'تم', 'خلاص', 'نعم ولكن متأخر', 'ربما', 'نعم؟', 'لا تغيير', 'مو اكيد',
    ],
  },
  id: {
    confirm: [
      'ya', 'iya', 'Iyaa', 'y', 'oke', 'ok siap', 'siap', 'sip', 'baik', 'Iya kak', 'iya bisa', 'bisa datang', 'saya hadir', 'Ya, saya akan hadir', 'jadi', 'datang', 'yes',
      'insyaallah datang', 'Iya insya Allah', 'konfirmasi hadir', 'Assalamualaikum, saya konfirmasi', 'baik bu terima kasih', 'oke makasih ya', 'siap dok 🙏',
    ],
    reschedule: ['ganti jadwal', 'mau ganti hari', 'reschedule', 'saya mau reschedule', 'ubah salah satu', 'jam lain', 'pindah jam tolong', 'minta jadwal ulang'],
    cancel: ['batal', 'batalkan', 'tolong batalkan ya', 'saya mau batal', 'cancel', 'batalkan saja kak', 'saya ingin membatalkan'],
    undo: ['urungkan', 'jangan dibatalkan', 'tidak jadi batal'],
    'opt-out': ['BERHENTI', 'stop', 'UNREG', 'jangan kirim pesan lagi', 'stop wa', 'tolong hapus nomor saya', 'jangan hubungi saya lagi'],
    choice: ['1', 'satu', 'nomor 1', 'pilihan 1', '1 kak'],
    none: [
      'tidak', 'tidak bisa', 'gak bisa', 'tidak datang', 'tidak jadi', 'belum', 'daftar', 'lanjut', 'insyaallah', 'ya tapi telat', 'mungkin', 'bukan', 'batal ya', 'hapus',
      'jangan batal', '5 menit',
    ],
  },
  fr: {
    confirm: [
      'oui', 'Ouii', 'oui merci', "d'accord", 'ok', 'ok d’accord', 'oui je confirme', 'Je vous confirme mon rdv', 'RDV confirmé', 'c’est bon', 'ça marche', 'Oui docteur',
      'Bonjour, je confirme. Bonne journée', 'je serai présente', 'oui j’y serai', 'on sera là', 'parfait merci', 'oui tout à fait', 'Nous viendrons. Merci à vous', '👍',
    ],
    reschedule: ['déplacer', 'je souhaite déplacer mon rdv', 'En modifier un', 'repousser', 'un autre créneau svp', 'changer de rdv', 'je dois décaler'],
    cancel: ['annuler', 'Je dois annuler mon rendez-vous', 'J’annule mon RDV', 'annulez le rdv svp', 'décommander'],
    undo: ['rétablir', 'ne pas annuler'],
    'opt-out': ['ARRET', 'ARRÊT', 'STOP', 'stop svp', 'arrêtez de m’envoyer des messages', 'me désinscrire', 'je ne souhaite plus recevoir de messages'],
    choice: ['1', 'numéro 1', 'un', 'choix 1', 'la 1'],
    none: [
      'non', 'non merci', 'je ne confirme pas', 'je ne peux pas', 'je ne viens pas', 'oui mais en retard', 'bien reçu', 'c’est noté', 'le 2', 'à 2h', 'peut-être', 'si',
      'pas déplacer', 'oui ?', 'résumé',
    ],
  },
  de: {
    confirm: [
      'ja', 'Jaa', 'jo', 'Ja gerne', 'passt', 'Passt, danke', 'ja passt mir', 'ok', 'Okay danke', 'klar', 'na klar', 'Ich komme gerne', 'ja wir kommen', 'bin dabei', 'ich bin da',
      'Termin bestätigt', 'Hiermit bestätige ich den Termin. Mit freundlichen Grüßen', 'Guten Tag, ja. Schönen Tag noch', 'Ja Frau Doktor', 'geht klar', 'selbstverständlich', '👍🏼',
    ],
    reschedule: ['verschieben', 'bitte einen anderen Termin', 'Einen ändern', 'Termin umbuchen', 'ich brauche einen neuen Termin', 'anderer Tag bitte'],
    cancel: ['absagen', 'Ich muss leider absagen', 'Termin absagen bitte', 'hiermit sage ich den Termin ab', 'canceln', 'stornieren'],
    undo: ['rückgängig machen', 'doch nicht absagen'],
    'opt-out': ['STOPP', 'Stop', 'ABMELDEN', 'keine Nachrichten mehr bitte', 'bitte nicht mehr schreiben', 'keine WhatsApp mehr', 'meine Nummer löschen'],
    choice: ['1', 'Nummer 1', 'Nr. 1', 'eins', '1 bitte'],
    none: [
      'nein', 'nein danke', 'nicht bestätigen', 'ich komme nicht', 'ich kann nicht', 'ja aber später', 'alles klar', 'bis dann', 'Widerruf', 'vielleicht', 'am 2.11.', 'ja?', 'löschen',
      'weiß nicht',
    ],
  },
} // prettier-ignore

describe.each(LANGUAGES)('what patients type, in %s,', (language) => {
  test.each(Object.keys(typed[language]) as ExactMeaning['kind'][])('is understood as %s', (kind) => {
    const wrong = (typed[language][kind] ?? []).filter((text) => kindOf(text, language) !== kind)
    expect(wrong.map((text) => `${text}: ${kindOf(text, language)}`)).toEqual([])
  })
})

/** Words that deny. Beside an answer they make it free text, or the opposite that is listed by itself: "no cancelar". */
const denials: Readonly<Record<Language, readonly string[]>> = {
  en: ['no', 'not', 'dont', 'never', 'cannot'],
  es: ['no', 'nunca', 'tampoco', 'ya no'],
  'pt-BR': ['não', 'nunca', 'não quero', 'não vou'],
  hi: ['नहीं', 'मत', 'न', 'nahi', 'mat', 'nahin'],
  ar: ['لا', 'لن', 'ما', 'مش', 'مو', 'لا أريد'],
  id: ['tidak', 'jangan', 'belum', 'gak', 'bukan', 'tidak mau'],
  fr: ['non', 'ne pas', 'pas', 'jamais'],
  de: ['nein', 'nicht', 'kein', 'nie'],
}
const OPPOSITES: readonly ExactMeaning['kind'][] = ['none', 'undo', 'opt-out']

describe.each(LANGUAGES)('a denial, in %s,', (language) => {
  test.each(WORD_KINDS.filter((kind) => kind !== 'opt-out'))('beside an answer is no longer "%s"', (kind: WordKind) => {
    const { everywhere, here = [] } = lexicons[language][kind]
    const believed = [...everywhere, ...here].flatMap((phrase) =>
      denials[language]
        .flatMap((no) => [`${no} ${phrase}`, `${phrase} ${no}`])
        .filter((text) => !OPPOSITES.includes(kindOf(text, language)) || kindOf(text, language) === kind),
    )
    expect(believed).toEqual([])
  })
})
