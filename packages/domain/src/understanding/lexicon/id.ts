import type { Lexicon } from './lexicon.ts'

/**
 * "batal" and "batalkan" mean the visit, "berhenti" the messages. Left to a person: "lanjut", "tidak", "hapus", "daftar" (at a
 * clinic: to register for a visit). The greeting "hai" is no courtesy here: in Hindi it is the verb "is" ("band hai").
 */
export const id: Lexicon = {
  'opt-out': {
    everywhere: [
      'berhenti', 'unreg', 'keluar', 'jangan kirim', 'jangan kirim lagi', 'jangan kirim pesan', 'jangan kirim pesan lagi',
      'jangan kirimi saya pesan', 'hapus nomor', 'hapus nomor saya', 'berhenti langganan', 'berhenti berlangganan', 'berhenti kirim pesan',
      'stop pesan', 'stop kirim', 'stop kirim pesan', 'hentikan', 'hentikan pesan', 'saya mau berhenti', 'tidak mau terima pesan',
      'tidak mau menerima pesan lagi', 'berhenti menerima pesan', 'berhenti terima pesan', 'saya mau berhenti menerima pesan',
      'saya ingin berhenti menerima pesan', 'stop wa', 'stop chat', 'stop kirim wa', 'jangan wa lagi', 'jangan chat lagi', 'jangan hubungi saya',
      'jangan hubungi saya lagi', 'jangan kirimi saya pesan lagi', 'jangan kirim wa lagi', 'tidak mau menerima pesan', 'tidak mau terima pesan lagi',
      'saya tidak mau menerima pesan', 'saya tidak mau menerima pesan lagi', 'tidak ingin menerima pesan', 'hapus nomer saya',
      'tolong hapus nomor saya', 'hentikan pesannya',
    ],
    here: ['setop'],
  },
  'opt-in': {
    everywhere: ['mulai lagi', 'langganan', 'berlangganan', 'mulai kirim pesan lagi', 'mau terima pesan lagi'],
  },
  'opt-in-again': { everywhere: [], here: ['mulai'] },
  confirm: {
    everywhere: [
      'konfirmasi', 'saya konfirmasi', 'ya konfirmasi', 'konfirmasi semua', 'saya akan datang', 'ya saya akan datang', 'saya pasti datang',
      'ya saya datang', 'saya bisa datang', 'ya saya konfirmasi', 'iya saya konfirmasi', 'iya konfirmasi', 'oke konfirmasi',
      'saya konfirmasi datang', 'saya konfirmasi hadir', 'konfirmasi hadir', 'konfirmasi datang', 'konfirmasi kehadiran', 'saya akan hadir',
      'ya saya akan hadir', 'iya saya akan datang', 'ya saya bisa datang', 'iya saya bisa datang', 'kami akan datang', 'ya kami akan datang',
    ],
    here: [
      'ya', 'iya', 'ya ya', 'ok', 'oke', 'okay', 'baik', 'ya baik', 'siap', 'ya siap', 'bisa', 'ya bisa', 'setuju', 'saya datang', 'datang',
      'tetap datang', 'jadi', 'dikonfirmasi', 'pasti datang', 'y', 'yes', 'yup', 'yap', 'ya betul', 'iya betul', 'iya bisa', 'ya bisa datang',
      'iya bisa datang', 'bisa datang', 'bisa hadir', 'saya bisa', 'ya saya bisa', 'iya saya bisa', 'saya hadir', 'ya hadir', 'ya saya hadir',
      'hadir', 'siap hadir', 'siap datang', 'siap saya datang', 'oke siap', 'ok siap', 'baik siap', 'oke bisa', 'ok bisa', 'oke baik', 'ok baik',
      'sip', 'oke sip', 'sip oke', 'iya siap', 'iya baik', 'iya oke', 'ya oke', 'iya ok', 'ya ok', 'iya datang', 'ya datang', 'iya saya datang',
      'saya datang ya', 'jadi datang', 'ya jadi', 'iya jadi', 'tetap jadi', 'pasti', 'pasti hadir', 'tentu', 'ya tentu', 'kami datang', 'kami hadir',
      'konfirm', 'konfirmasi ya', 'sudah konfirmasi',
    ],
  },
  reschedule: {
    everywhere: [
      'ganti jadwal', 'ubah jadwal', 'jadwal ulang', 'jadwalkan ulang', 'pindah jadwal', 'pindahkan jadwal', 'ganti waktu', 'ganti hari',
      'ganti tanggal', 'ubah waktu', 'ubah hari', 'ubah tanggal', 'pilih waktu lain', 'saya mau ganti jadwal', 'mau ganti jadwal', 'ganti jam',
      'ubah jam', 'pindah jam', 'pindah hari', 'pindah tanggal', 'pindah waktu', 'ubah janji temu', 'ganti janji temu', 'pindahkan janji temu',
      'saya mau reschedule', 'mau reschedule', 'bisa reschedule', 'saya ingin ganti jadwal', 'saya ingin mengubah jadwal', 'saya mau ubah jadwal',
      'mau ubah jadwal', 'saya mau pindah jadwal', 'mau pindah jadwal', 'minta ganti jadwal', 'minta jadwal ulang', 'mohon jadwal ulang',
      'bisa ganti jadwal', 'bisa ganti hari', 'bisa ganti jam', 'pilih hari lain', 'pilih tanggal lain', 'pilih jadwal lain',
    ],
    here: [
      'ganti', 'ubah', 'pindah', 'tunda', 'ditunda', 'waktu lain', 'hari lain', 'tanggal lain', 'jadwal lain', 'undur', 'ubah salah satu',
      'jam lain', 'jadwal baru', 'diundur', 'mau ganti', 'saya mau ganti', 'mau ganti hari', 'mau ganti jam', 'minta waktu lain', 'minta hari lain',
    ],
  },
  cancel: {
    everywhere: [
      'batalkan', 'batalkan janji', 'batalkan janji temu', 'batalkan janji saya', 'batal janji', 'saya batal', 'saya batalkan', 'dibatalkan saja',
      'saya mau batal', 'saya mau membatalkan', 'mau batal', 'batalkan ya', 'batalkan saja', 'saya mau membatalkan janji', 'saya mau batalkan',
      'mau batalkan', 'saya ingin membatalkan', 'saya ingin membatalkan janji temu', 'ingin membatalkan', 'batal saja', 'batalkan jadwal',
      'batalkan jadwal saya', 'batalkan kunjungan', 'cancel janji', 'cancel jadwal', 'cancel saja', 'saya cancel',
    ],
    here: ['batal', 'batalin', 'dibatalkan', 'membatalkan', 'pembatalan', 'saya batal datang', 'dicancel', 'di cancel'],
  },
  undo: {
    everywhere: [
      'urungkan', 'batal membatalkan', 'jangan dibatalkan', 'tidak jadi batal', 'jangan batalkan', 'jangan dibatalkan ya', 'batal dibatalkan',
    ],
    here: ['urung'],
  },
  courtesies: [
    'tolong', 'mohon', 'terima kasih', 'terimakasih', 'makasih', 'trims', 'halo', 'selamat pagi', 'selamat siang', 'selamat sore', 'selamat malam',
    'pak', 'bu', 'dok', 'kak', 'terima kasih banyak', 'terimakasih banyak', 'makasih banyak', 'terima kasih ya', 'makasih ya', 'thanks', 'ibu',
    'bapak', 'mbak', 'bang', 'admin', 'dokter', 'suster', 'assalamualaikum', 'assalamu alaikum', 'waalaikumsalam', 'permisi', 'insyaallah',
    'insya allah', 'insha allah', 'inshaallah',
  ],
  numbers: [['satu'], ['dua'], ['tiga'], ['empat'], ['lima']],
} // prettier-ignore
