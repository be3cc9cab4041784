import type { Lexicon } from './lexicon.ts'

/** "batal" and "batalkan" mean the visit, "berhenti" the messages. Left to a person: "lanjut", "tidak", "hapus". */
export const id: Lexicon = {
  'opt-out': {
    everywhere: [
      'berhenti', 'unreg', 'keluar', 'jangan kirim', 'jangan kirim lagi', 'jangan kirim pesan', 'jangan kirim pesan lagi',
      'jangan kirimi saya pesan', 'hapus nomor', 'hapus nomor saya', 'berhenti langganan', 'berhenti berlangganan',
      'berhenti kirim pesan', 'stop pesan', 'stop kirim', 'stop kirim pesan', 'hentikan', 'hentikan pesan', 'saya mau berhenti',
      'tidak mau terima pesan', 'tidak mau menerima pesan lagi',
    ],
    here: ['setop'],
  },
  'opt-in': { everywhere: ['mulai lagi', 'langganan', 'berlangganan'], here: ['mulai', 'daftar'] },
  confirm: {
    everywhere: ['konfirmasi', 'saya konfirmasi', 'ya konfirmasi', 'konfirmasi semua', 'saya akan datang', 'ya saya akan datang', 'saya pasti datang', 'ya saya datang', 'saya bisa datang'],
    here: ['ya', 'iya', 'ya ya', 'ok', 'oke', 'okay', 'baik', 'ya baik', 'siap', 'ya siap', 'bisa', 'ya bisa', 'setuju', 'saya datang', 'datang', 'tetap datang', 'jadi', 'dikonfirmasi', 'pasti datang'],
  },
  reschedule: {
    everywhere: [
      'ganti jadwal', 'ubah jadwal', 'jadwal ulang', 'jadwalkan ulang', 'pindah jadwal', 'pindahkan jadwal', 'ganti waktu', 'ganti hari',
      'ganti tanggal', 'ubah waktu', 'ubah hari', 'ubah tanggal', 'pilih waktu lain', 'saya mau ganti jadwal', 'mau ganti jadwal',
    ],
    here: ['ganti', 'ubah', 'pindah', 'tunda', 'ditunda', 'waktu lain', 'hari lain', 'tanggal lain', 'jadwal lain', 'undur'],
  },
  cancel: {
    everywhere: ['batalkan', 'batalkan janji', 'batalkan janji temu', 'batalkan janji saya', 'batal janji', 'saya batal', 'saya batalkan', 'dibatalkan saja', 'saya mau batal', 'saya mau membatalkan', 'mau batal'],
    here: ['batal', 'batalin', 'dibatalkan', 'membatalkan', 'pembatalan'],
  },
  undo: { everywhere: ['urungkan', 'batal membatalkan', 'jangan dibatalkan'], here: ['urung'] },
  courtesies: ['tolong', 'mohon', 'terima kasih', 'terimakasih', 'makasih', 'trims', 'halo', 'hai', 'selamat pagi', 'selamat siang', 'selamat sore', 'selamat malam', 'pak', 'bu', 'dok', 'kak'],
  numbers: [['satu'], ['dua'], ['tiga'], ['empat'], ['lima']],
} // prettier-ignore
