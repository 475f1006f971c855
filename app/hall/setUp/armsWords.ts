/** The arms or logo on the edit page, in both languages. */
import type { ArmsMessage } from './armsMessage';

const says: Readonly<Record<ArmsMessage, string>> = {
  set: 'Lambang sudah dipasang.',
  removed: 'Lambang sudah dihapus; huruf singkatan tampil lagi di tempatnya.',
  noFile: 'Pilih dahulu berkas gambarnya.',
  tooLarge: 'Berkas lebih besar dari 1 MB. Simpan ulang gambarnya dengan ukuran yang lebih kecil.',
  unreadable: 'Berkas tidak sampai utuh. Coba unggah sekali lagi.',
  busy: 'Server sedang sibuk memeriksa berkas lain. Coba lagi sebentar lagi.',
  locked: 'Lambang tidak dapat diubah setelah Rakerda ditutup.',
  svg: 'Gambar SVG tidak diterima, karena dapat membawa isi selain gambar. Simpan sebagai PNG, lalu unggah.',
  format: 'Ini bukan gambar PNG, JPEG, atau WebP. Nama berkas tidak menentukan: isinya yang dibaca.',
  broken: 'Gambarnya rusak atau terpotong. Buka di komputer Anda, simpan ulang sebagai PNG, lalu unggah.',
  moving: 'Gambar bergerak tidak diterima. Simpan satu gambar diam sebagai PNG.',
  print: 'Warna gambar ini untuk percetakan (CMYK). Simpan ulang sebagai RGB, misalnya PNG.',
  small: 'Gambarnya terlalu kecil: sisi terpendek sedikitnya 96 piksel.',
  large: 'Gambarnya terlalu besar: sisi terpanjang paling banyak 3.000 piksel.',
};

const id = {
  title: 'Lambang atau logo',
  lead: 'Tampil pada layar sambutan dan penutup, di kepala Berita Acara, dan pada lembar instansi. Tanpa gambar, yang tampil huruf singkatan.',
  now: 'Lambang yang terpasang',
  size: (p: { width: string; height: string }) => `${p.width} × ${p.height} piksel`,
  file: 'Gambar',
  hint: 'PNG, JPEG, atau WebP; paling besar 1 MB. Paling baik PNG dengan latar tembus. Keterangan kamera dan lokasi di dalam berkas tidak ikut disimpan.',
  set: 'Pasang',
  replace: 'Ganti',
  remove: 'Hapus lambang',
  says,
};

const saysEn: typeof says = {
  set: 'The arms have been put in place.',
  removed: 'The arms have been removed; letters stand in their place again.',
  noFile: 'Choose the file of the picture first.',
  tooLarge: 'The file is larger than 1 MB. Save the picture again, smaller.',
  unreadable: 'The file did not arrive whole. Upload it once more.',
  busy: 'The server is busy with other files. Try again in a moment.',
  locked: 'The arms cannot be changed after the Rakerda has been closed.',
  svg: 'SVG pictures are not taken, as they may carry more than a picture. Save it as PNG and upload that.',
  format: 'This is no PNG, JPEG or WebP picture. The name of the file does not matter: its content is read.',
  broken:
    'The picture is broken or cut off. Open it on your computer, save it again as PNG, and upload that.',
  moving: 'Moving pictures are not taken. Save one still picture as PNG.',
  print: 'The colours of this picture are for printing (CMYK). Save it again as RGB, for example as PNG.',
  small: 'The picture is too small: its shorter side needs at least 96 pixels.',
  large: 'The picture is too large: its longer side may have 3,000 pixels at most.',
};

const en: typeof id = {
  title: 'Arms or logo',
  lead: 'Shown on the welcome and closing screens, at the head of the Berita Acara, and on the sheets of agencies. Where there is no picture, letters stand there.',
  now: 'The arms in place',
  size: (p) => `${p.width} × ${p.height} pixels`,
  file: 'Picture',
  hint: 'PNG, JPEG or WebP; 1 MB at most. Best is PNG with a transparent ground. What the file tells about camera and location is not stored.',
  set: 'Put in place',
  replace: 'Replace',
  remove: 'Remove the arms',
  says: saysEn,
};

export const armsWords = { id, en };
