import type { TemplateTexts } from './templates.ts'

export const id: TemplateTexts = {
  footer: 'Balas BERHENTI untuk berhenti menerima pesan',
  bodies: {
    confirm:
      'Halo {{patient}}, kami dari {{clinic}}. Anda punya janji temu dengan kami.\n\nHari: {{day}}\nPukul: {{time}}\nTempat: {{place}}\n\nApakah Anda bisa datang? Tekan tombol, atau balas 1 untuk konfirmasi, 2 untuk ganti jadwal, 3 untuk membatalkan.',
    confirmMerged:
      'Halo, kami dari {{clinic}}. Ada lebih dari satu janji temu pada hari yang sama.\n\nHari: {{day}}\nSiapa dan pukul berapa: {{visits}}\n\nApakah semuanya bisa datang? Tekan tombol, atau balas 1 untuk konfirmasi semua, 2 untuk mengubah salah satu.',
    confirmAgain:
      'Halo {{patient}}, kami dari {{clinic}} menghubungi Anda lagi. Janji temu Anda sudah dekat dan kami belum tahu apakah Anda bisa datang.\n\nHari: {{day}}\nPukul: {{time}}\nTempat: {{place}}\n\nMohon beri tahu kami: tekan tombol, atau balas 1 untuk konfirmasi, 2 untuk ganti jadwal, 3 untuk membatalkan.',
    confirmAgainMerged:
      'Halo, kami dari {{clinic}} menghubungi Anda lagi. Janji temu ini sudah dekat dan kami belum tahu apakah semuanya bisa datang.\n\nHari: {{day}}\nSiapa dan pukul berapa: {{visits}}\n\nMohon beri tahu kami: tekan tombol, atau balas 1 untuk konfirmasi semua, 2 untuk mengubah salah satu.',
    soon: 'Halo {{patient}}, kami dari {{clinic}}. Kami menunggu kedatangan Anda.\n\nHari: {{day}}\nPukul: {{time}}\nTempat: {{place}}\n\nMohon datang 10 menit lebih awal. Jika tidak bisa datang, silakan kirim pesan di sini.',
    soonMerged:
      'Halo, kami dari {{clinic}}. Kami menunggu kedatangan Anda semua.\n\nHari: {{day}}\nSiapa dan pukul berapa: {{visits}}\n\nMohon datang 10 menit lebih awal. Jika ada yang tidak bisa datang, silakan kirim pesan di sini.',
    followUp:
      'Halo {{patient}}, terima kasih atas kunjungan Anda ke {{clinic}} pada {{day}}.\n\nApakah ada yang ingin Anda tanyakan tentang kunjungan itu? Silakan kirim pesan di sini, staf kami akan menjawab. Dalam keadaan darurat jangan kirim pesan di sini: telepon nomor darurat.',
    followUpMerged:
      'Halo, terima kasih atas kunjungan Anda ke {{clinic}} pada {{day}}. Pesan ini tentang: {{patients}}.\n\nApakah ada yang ingin Anda tanyakan? Silakan kirim pesan di sini, staf kami akan menjawab. Dalam keadaan darurat jangan kirim pesan di sini: telepon nomor darurat.',
    movedByClinic:
      'Halo {{patient}}, kami dari {{clinic}}. Janji temu Anda telah berubah. Berikut jadwal Anda sekarang.\n\nHari: {{day}}\nPukul: {{time}}\nTempat: {{place}}\n\nApakah Anda bisa datang? Tekan tombol, atau balas 1 untuk konfirmasi, 2 untuk ganti jadwal, 3 untuk membatalkan.',
    cancelledByClinic:
      'Halo {{patient}}, kami dari {{clinic}}. Janji temu ini telah dibatalkan.\n\nHari: {{day}}\nPukul: {{time}}\n\nMohon jangan datang pada waktu itu. Jika Anda ingin waktu baru, silakan kirim pesan di sini dan kami akan mencarinya bersama Anda.',
  },
}
