import type { Translation } from '../catalogue.ts'
import type { PatientTexts } from './en.ts'

/**
 * Plain Modern Standard Arabic. Requests use "يرجى" and verbal nouns, which fit women and men alike; the clinic speaks as
 * "we". Values are isolated by the mechanism: no marks are written here.
 */
export const ar: Translation<PatientTexts> = {
  review: 'draft',
  texts: {
    'button.confirm': 'تأكيد',
    'button.reschedule': 'تغيير الموعد',
    'button.cancel': 'إلغاء الموعد',
    'button.confirmAll': 'تأكيد الكل',
    'button.changeOne': 'تغيير واحد',
    'button.undo': 'تراجع',
    'button.moveInstead': 'أفضّل موعدًا آخر',
    'button.moreTimes': 'أوقات أخرى',
    'button.keep': 'إبقاء موعدي',
    'button.person': 'التحدث مع موظف',
    'button.chooseTime': 'اختيار وقت',
    'button.chooseVisit': 'اختيار موعد',
    'button.chooseReason': 'اختيار السبب',
    'button.allWell': 'كل شيء بخير',
    'button.question': 'عندي سؤال',
    'reason.cannotCome': 'لا يمكنني الحضور',
    'reason.feelingBetter': 'أشعر بتحسّن',
    'reason.bookedElsewhere': 'حجزت في مكان آخر',
    'reason.other': 'سبب آخر',
    'preference.morning': 'صباحًا',
    'preference.afternoon': 'بعد الظهر',
    'preference.evening': 'مساءً',
    'preference.any': 'أي وقت',

    'confirm.done': 'شكرًا. تم تأكيد موعدكم: {when}.',
    'confirm.allDone': 'شكرًا. تم تأكيد جميع المواعيد: {visits}.',
    'confirm.already': 'موعدكم مؤكد من قبل: {when}. لا حاجة إلى أي شيء آخر.',

    'cancel.done': 'تم إلغاء موعدكم: {when}.',
    'cancel.already': 'هذا الموعد ملغى من قبل: {when}.',
    'cancel.askReason': 'هل يمكن أن نعرف السبب؟ ويمكنكم أيضًا تغيير الموعد بدلًا من إلغائه.',
    'cancel.reasonNoted': 'شكرًا على إخبارنا.',
    'cancel.undoOffer':
      'هل حدث ذلك بالخطأ؟ يمكن التراجع خلال {minutes, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}: يرجى الضغط على «تراجع».',
    'undo.done': 'تم التراجع. موعدكم كما كان: {when}.',
    'undo.tooLate': 'انتهى وقت التراجع هنا. سيساعدكم أحد موظفي العيادة.',
    'undo.taken': 'نعتذر، فقد حُجز هذا الوقت في هذه الأثناء. سيساعدكم أحد موظفي العيادة.',
    'undo.nothing': 'لا يوجد ما يمكن التراجع عنه.',

    'change.which': 'أي موعد تريدون تغييره؟',
    'change.what': 'ماذا تريدون أن نفعل بهذا الموعد؟ {patient}، {when}.',
    'reschedule.offer': 'هذه الأوقات متاحة. يبقى موعدكم محجوزًا حتى تختاروا وقتًا جديدًا: {when}. أي وقت يناسبكم؟',
    'reschedule.more': 'هذه أوقات أخرى متاحة:',
    'reschedule.won': 'تم. موعدكم الجديد: {when}. الوقت السابق لم يعد محجوزًا لكم.',
    'reschedule.lost': 'نعتذر، فقد حجز شخص آخر هذا الوقت قبل قليل. هذه الأوقات متاحة:',
    'reschedule.lostNoneLeft':
      'نعتذر، فقد حجز شخص آخر هذا الوقت قبل قليل ولا يوجد وقت آخر متاح الآن. سيتواصل معكم أحد موظفي العيادة. يبقى موعدكم كما هو: {when}.',
    'reschedule.holdExpired': 'لم نتمكن من الاحتفاظ بتلك الأوقات مدة أطول. هذه الأوقات متاحة الآن:',
    'reschedule.noSlots':
      'لا توجد أوقات متاحة نعرضها عليكم الآن. سيتواصل معكم أحد موظفي العيادة. يبقى موعدكم كما هو: {when}.',
    'reschedule.noMore':
      'لا توجد أوقات أخرى متاحة. إن لم يناسبكم أي منها فسيساعدكم أحد موظفي العيادة: يرجى الضغط على «التحدث مع موظف».',
    'reschedule.askPreference':
      'ما الوقت الأنسب لكم؟ سيبحث أحد موظفي العيادة عن وقت مناسب. وحتى ذلك الحين يبقى موعدكم كما هو: {when}.',
    'reschedule.preferenceNoted': 'شكرًا. سيتواصل معكم أحد موظفي العيادة لتحديد وقت جديد.',
    'reschedule.kept': 'حسنًا. يبقى موعدكم كما هو: {when}.',

    'visit.movedSince': 'تلك الرسالة قديمة. تغيّر موعدكم وأصبح: {when}.',
    'visit.cancelledSince': 'تم إلغاء هذا الموعد: {when}. لحجز موعد جديد يرجى الكتابة إلينا هنا.',
    'visit.past': 'انتهى وقت هذا الموعد. لأي شيء تحتاجونه يرجى الكتابة إلينا هنا.',
    'visit.notFound': 'لم نعد نجد هذا الموعد. سيتحقق أحد موظفي العيادة من الأمر.',
    'notice.movedByClinic': 'اضطرت العيادة إلى تغيير موعدكم. الموعد الآن: {when}. هل يناسبكم هذا الوقت؟',
    'notice.cancelledByClinic': 'نعتذر: اضطرت العيادة إلى إلغاء موعدكم، {when}. لحجز موعد جديد يرجى الكتابة إلينا هنا.',

    'staff.willAnswer': 'شكرًا على رسالتكم. سيجيبكم هنا أحد موظفي العيادة.',
    'staff.willAnswerWhenOpen': 'شكرًا على رسالتكم. العيادة مغلقة الآن. سيجيبكم هنا أحد موظفينا عندما تفتح: {opens}.',
    'followUp.thanks': 'شكرًا على إخبارنا. نتمنى لكم دوام الصحة.',
    'followUp.askQuestion': 'يرجى كتابة سؤالكم هنا. سيجيبكم أحد موظفي العيادة.',

    'optOut.done': 'لن تصلكم رسائل أخرى من {clinic}. تبقى مواعيدكم محجوزة. للبدء من جديد يرجى إرسال كلمة «ابدأ».',
    'optOut.already': 'رسائلنا إليكم متوقفة من قبل. للبدء من جديد يرجى إرسال كلمة «ابدأ».',
    'optIn.done': 'ستصلكم من جديد رسائل {clinic} عن مواعيدكم. لإيقافها يرجى إرسال كلمة «إيقاف».',
    'optIn.already': 'رسائلنا تصلكم من قبل. لإيقافها يرجى إرسال كلمة «إيقاف».',

    'media.unknown': 'لا يمكننا فتح هذا النوع من الرسائل هنا. يرجى الكتابة إلينا بالكلمات.',
    'media.received': 'شكرًا. سيطّلع أحد موظفي العيادة على ما أرسلتم.',
    'media.voice':
      'لا تُسمع الرسائل الصوتية فورًا. سيستمع إليها أحد موظفي العيادة لاحقًا. إذا كان الأمر عاجلًا فيرجى الكتابة إلينا أو الاتصال بنا.',

    'notUnderstood.toStaff': 'عذرًا، لم يفهم المساعد الآلي رسالتكم. سيجيبكم هنا أحد موظفي العيادة.',
    'hint.digits': 'يرجى إرسال 1 للتأكيد، أو 2 لتغيير الموعد، أو 3 للإلغاء.',
    'hint.number': 'يرجى إرسال رقم من 1 إلى {count}.',
    'hint.option': '{number}. {title}',
    'emergency.line': 'في الحالات الطارئة يرجى عدم انتظار ردّنا والاتصال بالرقم {number}.',
    'emergency.callNow':
      'إذا كانت هذه حالة طارئة الآن فيرجى الاتصال فورًا بالرقم {number} وعدم انتظار الرد هنا. وإن لم تكن كذلك فسيجيبكم أحد موظفي العيادة.',

    'name.unknown': 'مراجعنا العزيز',
  },
}
