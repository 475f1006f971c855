/** Words of the scene of joining, in both languages. */
const id = {
  title: 'Bergabung dari ponsel Anda',
  scan: 'Pindai kode ini dengan kamera',
  type: 'atau buka alamat ini',
  code: 'Siapkan kartu akses instansi Anda.',
  qr: (p: { address: string }) => `Kode QR menuju ${p.address}`,
  joined: 'Sudah bergabung',
  unreachable: 'Alamat ini belum dapat dibuka dari ponsel: server hanya melayani laptop ini.',
};

const en: typeof id = {
  title: 'Join from your phone',
  scan: 'Scan this code with the camera',
  type: 'or open this address',
  code: 'Have your agency’s access card at hand.',
  qr: (p) => `QR code to ${p.address}`,
  joined: 'Already joined',
  unreachable: 'Phones cannot open this address yet: the server serves this laptop only.',
};

export const joinWords = { id, en };
