import type { Translation } from '../catalogue.ts'
import type { PatientTexts } from './en.ts'

/** Polite everyday Indonesian: "Anda" for the reader, "kami" for the clinic. */
export const id: Translation<PatientTexts> = {
  review: 'draft',
  texts: {
    'option.confirm': 'Konfirmasi',
    'option.reschedule': 'Ganti jadwal',
    'option.cancel': 'Batalkan',
    'option.confirm-all': 'Konfirmasi semua',
    'option.change-one': 'Ubah salah satu',
    'option.all-visits': 'Konfirmasi semua',
    'option.undo': 'Urungkan',
    'option.another-time': 'Waktu lain',
    'option.more-times': 'Waktu lainnya',
    'option.keep': 'Tetap jadwal ini',
    'option.talk-to-us': 'Bicara dengan staf',
    'option.start-again': 'Mulai lagi',
    'option.all-well': 'Semua baik',
    'option.ask-question': 'Saya mau bertanya',
    'option.reason.cannot-come': 'Tidak bisa datang',
    'option.reason.feeling-better': 'Sudah membaik',
    'option.reason.booked-elsewhere': 'Ke tempat lain',
    'option.reason.other': 'Alasan lain',
    'option.preference.morning': 'Pagi',
    'option.preference.afternoon': 'Siang atau sore',
    'option.preference.any-time': 'Kapan saja',
    'list.times': 'Pilih waktu',
    'list.visits': 'Pilih satu',
    'list.answers': 'Pilih',

    'reply.confirmed': 'Terima kasih. Janji temu Anda sudah dikonfirmasi: {when}.',
    'reply.confirmed-all': 'Terima kasih. Semua janji temu sudah dikonfirmasi: {visits}.',
    'reply.already-confirmed':
      'Janji temu Anda sudah dikonfirmasi sebelumnya: {when}. Tidak ada lagi yang perlu dilakukan.',

    'reply.cancelled':
      'Janji temu Anda sudah dibatalkan: {when}. Sampai pukul {until} Anda masih bisa mengurungkannya. Anda juga bisa memilih waktu lain atau memberi tahu alasannya.',
    'reply.already-cancelled': 'Janji temu ini sudah dibatalkan sebelumnya: {when}.',
    'reply.still-cancelled':
      'Janji temu ini sudah dibatalkan, jadi tidak bisa dikonfirmasi: {when}. Jika Anda tetap ingin datang, silakan pilih.',
    'reply.still-booked': 'Janji temu Anda tetap berlaku: {when}.',
    'reply.reason-noted': 'Terima kasih sudah memberi tahu kami.',
    'reply.cancel-undone': 'Selesai. Janji temu Anda berlaku lagi dan sudah dikonfirmasi: {when}.',
    'reply.undo-too-late': 'Pembatalan ini sudah tidak bisa diurungkan di sini. Staf klinik akan membantu Anda.',
    'reply.undo-taken': 'Maaf, waktu itu sudah diambil orang lain. Staf klinik akan membantu Anda.',

    'reply.slots-offered':
      'Waktu berikut masih kosong. Tidak ada yang berubah sampai Anda memilih. Waktu mana yang cocok?',
    'reply.more-slots': 'Berikut waktu lain yang masih kosong:',
    'reply.slot-lost': 'Maaf, waktu itu sudah tidak kosong. Waktu berikut masih kosong:',
    'reply.slot-lost-none-left':
      'Maaf, waktu itu sudah tidak kosong dan saat ini tidak ada yang lain. Tidak ada yang berubah. Staf klinik akan menghubungi Anda.',
    'reply.moved': 'Selesai. Janji temu Anda yang baru: {when}. Waktu yang lama sudah tidak berlaku.',
    'reply.kept': 'Baik. Janji temu Anda tetap dan sudah dikonfirmasi: {when}.',
    'reply.no-slots':
      'Saat ini belum ada waktu kosong yang bisa kami tawarkan. Staf klinik akan mencarikan waktu. Sementara itu tidak ada yang berubah. Kapan waktu yang paling cocok untuk Anda?',
    'reply.no-more-slots':
      'Tidak ada waktu kosong lagi. Jika yang lain juga tidak cocok, staf klinik akan membantu Anda.',
    'reply.ask-preference':
      'Kapan waktu yang paling cocok untuk Anda? Staf klinik akan mencarikan waktu. Sementara itu tidak ada yang berubah.',
    'reply.preference-noted': 'Terima kasih. Staf klinik akan menghubungi Anda tentang waktu yang baru.',
    'reply.already-with-staff': 'Staf klinik sudah mencarikan waktu baru dan akan menghubungi Anda.',

    'reply.which-visit':
      '{purpose, select, confirm {Janji temu mana yang ingin Anda konfirmasi?} reschedule {Janji temu mana yang ingin Anda pindahkan?} cancel {Janji temu mana yang ingin Anda batalkan?} other {Janji temu mana yang Anda maksud?}}',
    'reply.visit-actions': 'Ini janji temu Anda: {when}. Apa yang ingin Anda lakukan?',
    'reply.outdated-moved': 'Pesan itu sudah tidak berlaku. Janji temu Anda telah dipindahkan menjadi: {when}.',
    'reply.no-longer-booked':
      'Janji temu ini sudah tidak ada di jadwal kami: {when}. Staf klinik akan menghubungi Anda. Mohon tunggu kabar itu sebelum datang.',
    'reply.past-visit': 'Waktu janji temu ini sudah lewat: {when}. Jika perlu sesuatu, silakan kirim pesan di sini.',
    'reply.no-visit': 'Kami tidak menemukan janji temu Anda di sini. Staf klinik akan memeriksanya dan menjawab Anda.',
    'reply.visits-now': 'Sebagian janji temu ini sudah berubah. Keadaannya sekarang:',
    'visit-now.confirmed': '{visit}: sudah dikonfirmasi',
    'visit-now.booked': '{visit}: terdaftar, belum dikonfirmasi',
    'visit-now.cancelled': '{visit}: dibatalkan',
    'visit-now.over': '{visit}: sudah lewat',

    'reply.handed-to-staff':
      '{after, select, voice {Terima kasih. Pesan suara tidak langsung didengarkan: staf klinik akan mendengarkannya dan menjawab di sini. Dalam keadaan darurat jangan menunggu: telepon nomor darurat.} media {Terima kasih. Staf klinik akan melihat kiriman Anda dan menjawab di sini. Dalam keadaan darurat jangan menunggu: telepon nomor darurat.} wish {Baik. Staf klinik akan menghubungi Anda di sini.} other {Terima kasih atas pesan Anda. Staf klinik akan membaca dan menjawab di sini. Dalam keadaan darurat jangan menunggu: telepon nomor darurat.}}',
    'staff.closed': 'Kami sedang tutup. Buka kembali: {opens}.',
    'reply.unsupported':
      'Kami tidak bisa membuka pesan Anda. Mohon ketik pesan Anda dengan kata-kata. Staf klinik sudah kami beri tahu. Dalam keadaan darurat jangan menunggu: telepon nomor darurat.',
    'reply.not-a-choice':
      'Maaf, kami tidak mengerti. Mohon tekan salah satu jawaban, atau balas dengan angka 1 sampai {count}.',
    'reply.follow-up-thanks': 'Terima kasih sudah memberi tahu kami. Semoga sehat selalu.',
    'reply.follow-up-question': 'Silakan tulis pertanyaan Anda di sini. Staf klinik akan menjawab.',
    'reply.opted-out':
      'Anda tidak akan menerima pesan lagi dari {clinic}. Janji temu Anda tetap berlaku. Untuk memulai lagi, balas MULAI.',
    'reply.already-opted-out': 'Pesan kami untuk Anda sudah dihentikan. Untuk memulai lagi, balas MULAI.',
    'reply.opted-in':
      'Anda akan kembali menerima pesan dari {clinic} tentang janji temu Anda. Untuk berhenti, balas BERHENTI.',

    'emergency.line': 'Dalam keadaan darurat, jangan menunggu kami: telepon {number}.',
    'emergency.callNow':
      'Jika ini keadaan darurat, segera telepon {number}. Jangan menunggu jawaban di sini. Jika bukan keadaan darurat, staf klinik akan menjawab Anda.',
    'name.unknown': 'Bapak/Ibu',
    'name.another': 'satu orang lagi',
  },
}
