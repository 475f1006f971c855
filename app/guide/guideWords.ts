/** What stands around the guides, in both languages. The guides themselves are in Indonesian. */
const id = {
  title: 'Bantuan',
  lead: 'Satu halaman untuk setiap peran. Pilih peran Anda.',
  titleOf: (p: { role: string }) => `Panduan ${p.role}`,
  own: 'peran Anda',
  roles: 'Panduan tiap peran',
  language: '',
  print: 'Dapat dicetak dengan menu cetak peramban (Ctrl+P).',
};

const en: typeof id = {
  title: 'Help',
  lead: 'One page for each role. Choose yours.',
  titleOf: (p) => `Guide: ${p.role}`,
  own: 'your role',
  roles: 'Guide of each role',
  language: 'The guides are written in Indonesian.',
  print: 'It can be printed from the browser’s print menu (Ctrl+P).',
};

export const guideWords = { id, en };
