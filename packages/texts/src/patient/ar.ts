import type { Translation } from '../catalogue.ts'
import type { PatientTexts } from './en.ts'

/**
 * Plain Modern Standard Arabic. Requests use "يرجى" and verbal nouns, which fit women and men alike; the clinic speaks as
 * "we". Values are isolated by the mechanism: no marks are written here.
 */
export const ar: Translation<PatientTexts> = {
  review: 'draft',
  texts: {
    'option.confirm': 'تأكيد',
    'option.reschedule': 'تغيير الموعد',
    'option.cancel': 'إلغاء الموعد',
    'option.confirm-all': 'تأكيد الكل',
    'option.change-one': 'تغيير أحدها',
    'option.all-visits': 'تأكيد الكل',
    'option.undo': 'تراجع',
    'option.another-time': 'وقت آخر',
    'option.more-times': 'أوقات أخرى',
    'option.keep': 'الإبقاء على موعدي',
    'option.talk-to-us': 'التحدث مع موظف',
    'option.start-again': 'البدء من جديد',
    'option.all-well': 'كل شيء بخير',
    'option.ask-question': 'عندي سؤال',
    'option.reason.cannot-come': 'لا يمكنني الحضور',
    'option.reason.feeling-better': 'أشعر بتحسّن',
    'option.reason.booked-elsewhere': 'حجزت في مكان آخر',
    'option.reason.other': 'سبب آخر',
    'option.preference.morning': 'صباحًا',
    'option.preference.afternoon': 'بعد الظهر',
    'option.preference.any-time': 'أي وقت',
    'list.times': 'اختيار وقت',
    'list.visits': 'اختيار موعد',
    'list.answers': 'اختيار',

    'reply.confirmed': 'شكرًا. تم تأكيد موعدكم: {when}.',
    'reply.confirmed-all': 'شكرًا. تم تأكيد جميع المواعيد: {visits}.',
    'reply.already-confirmed': 'موعدكم مؤكد بالفعل: {when}. لا حاجة إلى أي شيء آخر.',

    'reply.cancelled':
      'تم إلغاء موعدكم: {when}. يمكن التراجع حتى الساعة {until}. ويمكن أيضًا اختيار وقت آخر أو إخبارنا بالسبب.',
    'reply.already-cancelled': 'سبق إلغاء هذا الموعد: {when}.',
    'reply.still-cancelled': 'هذا الموعد ملغى ولا يمكن تأكيده: {when}. للحضور رغم ذلك يرجى الاختيار مما يلي.',
    'reply.still-booked': 'موعدكم محجوز كما كان: {when}.',
    'reply.reason-noted': 'شكرًا على إخبارنا.',
    'reply.cancel-undone': 'تم. موعدكم محجوز ومؤكد من جديد: {when}.',
    'reply.undo-too-late': 'انتهت مهلة التراجع عن الإلغاء. سيساعدكم أحد موظفينا.',
    'reply.undo-taken': 'نعتذر، فقد حُجز هذا الوقت في هذه الأثناء. سيساعدكم أحد موظفينا.',

    'reply.slots-offered': 'هذه الأوقات متاحة. لن يتغير شيء قبل اختيار أحدها. أي وقت يناسبكم؟',
    'reply.more-slots': 'هذه أوقات أخرى متاحة:',
    'reply.slot-lost': 'نعتذر، فهذا الوقت لم يعد متاحًا. هذه الأوقات متاحة:',
    'reply.slot-lost-none-left':
      'نعتذر، فهذا الوقت لم يعد متاحًا ولا يوجد غيره الآن. لم يتغير شيء. سيتواصل معكم أحد موظفينا.',
    'reply.moved': 'تم. موعدكم الجديد: {when}. الوقت السابق لم يعد قائمًا.',
    'reply.kept': 'حسنًا. يبقى موعدكم كما هو، وهو مؤكد: {when}.',
    'reply.no-slots':
      'لا توجد أوقات متاحة نعرضها عليكم الآن. سيبحث أحد موظفينا عن وقت. وحتى ذلك الحين لن يتغير شيء. ما الوقت الأنسب لكم؟',
    'reply.no-more-slots': 'لا توجد أوقات أخرى متاحة. إن لم يناسبكم أي من الأوقات السابقة فسيساعدكم أحد موظفينا.',
    'reply.ask-preference': 'ما الوقت الأنسب لكم؟ سيبحث أحد موظفينا عن وقت. وحتى ذلك الحين لن يتغير شيء.',
    'reply.preference-noted': 'شكرًا. سيتواصل معكم أحد موظفينا لتحديد وقت جديد.',
    'reply.already-with-staff': 'يبحث أحد موظفينا بالفعل عن وقت جديد وسيتواصل معكم.',

    'reply.which-visit':
      '{purpose, select, confirm {ما الموعد المطلوب تأكيده؟} reschedule {ما الموعد المطلوب تغييره؟} cancel {ما الموعد المطلوب إلغاؤه؟} other {ما الموعد المقصود؟}}',
    'reply.visit-actions': 'هذا موعدكم: {when}. يرجى اختيار ما يناسبكم.',
    'reply.outdated-moved': 'تلك الرسالة قديمة. تغيّر موعدكم وأصبح: {when}.',
    'reply.no-longer-booked':
      'هذا الموعد لم يعد في جدولنا: {when}. سيتواصل معكم أحد موظفينا. يرجى انتظار ذلك قبل الحضور.',
    'reply.past-visit': 'مضى وقت هذا الموعد: {when}. لأي شيء تحتاجونه يرجى الكتابة إلينا هنا.',
    'reply.no-visit': 'لا نجد لكم موعدًا هنا. سيتحقق أحد موظفينا من الأمر ويجيبكم.',
    'reply.visits-now': 'تغيّر بعض هذه المواعيد. وهي الآن كما يلي:',
    'visit-now.confirmed': '{visit}: مؤكد',
    'visit-now.booked': '{visit}: محجوز ولم يُؤكَّد بعد',
    'visit-now.cancelled': '{visit}: ملغى',
    'visit-now.over': '{visit}: انتهى وقته',

    'reply.handed-to-staff':
      '{after, select, voice {شكرًا. لا نستمع إلى الرسائل الصوتية فورًا: سيستمع إليها أحد موظفينا ويجيبكم هنا. في الحالات الطارئة يرجى عدم الانتظار والاتصال برقم الطوارئ.} media {شكرًا. وصلتنا رسالتكم وسيطّلع عليها أحد موظفينا ويجيبكم هنا. في الحالات الطارئة يرجى عدم الانتظار والاتصال برقم الطوارئ.} wish {حسنًا. سيكتب إليكم أحد موظفينا هنا.} other {شكرًا على رسالتكم. سيقرؤها أحد موظفينا ويجيبكم هنا. في الحالات الطارئة يرجى عدم الانتظار والاتصال برقم الطوارئ.}}',
    'staff.closed': 'العيادة مغلقة الآن. تفتح من جديد: {opens}.',
    'reply.unsupported':
      'لم نتمكن من فتح رسالتكم. يرجى كتابتها بالكلمات. وتم إبلاغ أحد موظفينا. في الحالات الطارئة يرجى عدم الانتظار والاتصال برقم الطوارئ.',
    'reply.not-a-choice': 'عذرًا، لم نفهم. يرجى الضغط على أحد الأجوبة أو إرسال رقم من 1 إلى {count}.',
    'reply.follow-up-thanks': 'شكرًا على إخبارنا. نتمنى لكم دوام الصحة.',
    'reply.follow-up-question': 'يرجى كتابة سؤالكم هنا. سيجيبكم أحد موظفينا.',
    'reply.opted-out': 'لن تصلكم رسائل أخرى من {clinic}. تبقى مواعيدكم محجوزة. للبدء من جديد يرجى إرسال كلمة «ابدأ».',
    'reply.already-opted-out': 'رسائلنا إليكم متوقفة بالفعل. للبدء من جديد يرجى إرسال كلمة «ابدأ».',
    'reply.opted-in': 'ستصلكم من جديد رسائل {clinic} عن مواعيدكم. لإيقافها يرجى إرسال كلمة «إيقاف».',

    'emergency.line': 'في الحالات الطارئة يرجى عدم انتظار ردّنا والاتصال بالرقم {number}.',
    'emergency.callNow':
      'إذا كانت هذه حالة طارئة الآن فيرجى الاتصال فورًا بالرقم {number} وعدم انتظار الرد هنا. وإن لم تكن حالة طارئة فسيجيبكم أحد موظفينا.',
    'name.unknown': 'وأهلًا بكم',
    'name.another': 'شخص آخر',
  },
}
