import type { Translation } from '../catalogue.ts'
import type { PatientTexts } from './en.ts'

/** Polite everyday Indonesian: "Anda" for the reader, "kami" for the clinic. */
export const id: Translation<PatientTexts> = {
  review: 'draft',
  texts: {
    'button.confirm': 'Konfirmasi',
    'button.reschedule': 'Ganti jadwal',
    'button.cancel': 'Batalkan',
    'button.confirmAll': 'Konfirmasi semua',
    'button.changeOne': 'Ubah salah satu',
    'button.undo': 'Urungkan',
    'button.moveInstead': 'Pilih waktu lain',
    'button.moreTimes': 'Waktu lainnya',
    'button.keep': 'Tetap datang',
    'button.person': 'Bicara dengan staf',
    'button.chooseTime': 'Pilih waktu',
    'button.chooseVisit': 'Pilih satu',
    'button.chooseReason': 'Pilih alasan',
    'button.allWell': 'Semua baik',
    'button.question': 'Saya mau bertanya',
    'reason.cannotCome': 'Tidak bisa datang',
    'reason.feelingBetter': 'Sudah membaik',
    'reason.bookedElsewhere': 'Ke tempat lain',
    'reason.other': 'Alasan lain',
    'preference.morning': 'Pagi',
    'preference.afternoon': 'Siang atau sore',
    'preference.evening': 'Malam',
    'preference.any': 'Kapan saja',

    'confirm.done': 'Terima kasih. Janji temu Anda sudah dikonfirmasi: {when}.',
    'confirm.allDone': 'Terima kasih. Semua janji temu sudah dikonfirmasi: {visits}.',
    'confirm.already': 'Janji temu Anda memang sudah dikonfirmasi: {when}. Tidak ada lagi yang perlu dilakukan.',

    'cancel.done': 'Janji temu Anda sudah dibatalkan: {when}.',
    'cancel.already': 'Janji temu ini memang sudah dibatalkan: {when}.',
    'cancel.askReason': 'Boleh kami tahu alasannya? Anda juga bisa memilih waktu lain.',
    'cancel.reasonNoted': 'Terima kasih sudah memberi tahu kami.',
    'cancel.undoOffer':
      'Tidak sengaja? Anda bisa mengurungkannya dalam {minutes, plural, other {# menit}}: tekan Urungkan.',
    'undo.done': 'Sudah diurungkan. Janji temu Anda tetap seperti semula: {when}.',
    'undo.tooLate': 'Pembatalan ini sudah tidak bisa diurungkan di sini. Staf klinik akan membantu Anda.',
    'undo.taken': 'Maaf, waktu itu sudah diambil orang lain. Staf klinik akan membantu Anda.',
    'undo.nothing': 'Tidak ada yang perlu diurungkan.',

    'change.which': 'Janji temu mana yang ingin Anda ubah?',
    'change.what': 'Apa yang ingin Anda lakukan dengan janji temu ini? {patient}, {when}.',
    'reschedule.offer':
      'Waktu berikut masih kosong. Janji temu Anda tetap berlaku sampai Anda memilih waktu baru: {when}. Waktu mana yang cocok?',
    'reschedule.more': 'Berikut waktu lain yang masih kosong:',
    'reschedule.won': 'Selesai. Janji temu Anda yang baru: {when}. Waktu yang lama sudah tidak berlaku.',
    'reschedule.lost': 'Maaf, waktu itu baru saja diambil orang lain. Waktu berikut masih kosong:',
    'reschedule.lostNoneLeft':
      'Maaf, waktu itu baru saja diambil orang lain dan saat ini tidak ada waktu lain yang kosong. Staf klinik akan menghubungi Anda. Janji temu Anda tetap: {when}.',
    'reschedule.holdExpired': 'Kami tidak bisa menyimpan pilihan waktu tadi lebih lama. Waktu berikut masih kosong:',
    'reschedule.noSlots':
      'Saat ini belum ada waktu kosong yang bisa kami tawarkan. Staf klinik akan menghubungi Anda. Janji temu Anda tetap: {when}.',
    'reschedule.noMore':
      'Tidak ada waktu kosong lagi. Jika tidak ada yang cocok, staf klinik akan membantu Anda: tekan Bicara dengan staf.',
    'reschedule.askPreference':
      'Kapan waktu yang paling cocok untuk Anda? Staf klinik akan mencarikan waktu. Sementara itu janji temu Anda tetap: {when}.',
    'reschedule.preferenceNoted': 'Terima kasih. Staf klinik akan menghubungi Anda tentang waktu yang baru.',
    'reschedule.kept': 'Baik. Janji temu Anda tetap: {when}.',

    'visit.movedSince': 'Pesan itu sudah tidak berlaku. Janji temu Anda telah dipindahkan menjadi: {when}.',
    'visit.cancelledSince': 'Janji temu ini sudah dibatalkan: {when}. Untuk membuat yang baru, silakan tulis di sini.',
    'visit.past': 'Waktu janji temu ini sudah lewat. Jika perlu sesuatu, silakan tulis di sini.',
    'visit.notFound': 'Kami tidak menemukan janji temu ini lagi. Staf klinik akan memeriksanya.',
    'notice.movedByClinic':
      'Klinik terpaksa memindahkan janji temu Anda. Sekarang menjadi: {when}. Apakah waktu ini cocok?',
    'notice.cancelledByClinic':
      'Mohon maaf: klinik terpaksa membatalkan janji temu Anda, {when}. Untuk membuat yang baru, silakan tulis di sini.',

    'staff.willAnswer': 'Terima kasih atas pesan Anda. Staf klinik akan menjawab di sini.',
    'staff.willAnswerWhenOpen':
      'Terima kasih atas pesan Anda. Klinik sedang tutup. Staf kami akan menjawab di sini saat buka: {opens}.',
    'followUp.thanks': 'Terima kasih sudah memberi tahu kami. Semoga sehat selalu.',
    'followUp.askQuestion': 'Silakan tulis pertanyaan Anda di sini. Staf klinik akan menjawab.',

    'optOut.done':
      'Anda tidak akan menerima pesan lagi dari {clinic}. Janji temu Anda tetap berlaku. Untuk memulai lagi, balas MULAI.',
    'optOut.already': 'Pesan kami untuk Anda sudah dihentikan. Untuk memulai lagi, balas MULAI.',
    'optIn.done':
      'Anda akan kembali menerima pesan dari {clinic} tentang janji temu Anda. Untuk berhenti, balas BERHENTI.',
    'optIn.already': 'Anda memang sudah menerima pesan kami. Untuk berhenti, balas BERHENTI.',

    'media.unknown': 'Kami tidak bisa membuka jenis pesan ini di sini. Mohon tulis dengan kata-kata.',
    'media.received': 'Terima kasih. Staf klinik akan melihat kiriman Anda.',
    'media.voice':
      'Pesan suara tidak langsung didengarkan. Staf klinik akan mendengarkannya nanti. Jika mendesak, mohon tulis atau telepon kami.',

    'notUnderstood.toStaff':
      'Maaf, asisten otomatis kami tidak memahami pesan Anda. Staf klinik akan menjawab di sini.',
    'hint.digits': 'Balas 1 untuk konfirmasi, 2 untuk ganti jadwal, 3 untuk membatalkan.',
    'hint.number': 'Balas dengan angka 1 sampai {count}.',
    'hint.option': '{number}. {title}',
    'emergency.line': 'Dalam keadaan darurat, jangan menunggu kami: telepon {number}.',
    'emergency.callNow':
      'Jika ini keadaan darurat sekarang, segera telepon {number}. Jangan menunggu jawaban di sini. Jika bukan, staf klinik akan menjawab Anda.',

    'name.unknown': 'Bapak/Ibu',
  },
}
