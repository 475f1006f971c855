/** The target of a topic on its pages: the words in both languages. */
const id = {
  title: 'Target topik',
  is: (p: { target: string }) => `Target: ${p.target}.`,
  reachedByNone: 'Belum ada instansi yang angkanya dapat dihitung.',
  reachedBy: (p: { reached: string; known: string }) =>
    `${p.reached} dari ${p.known} instansi yang angkanya terlihat sudah mencapainya.`,
  /** Where fewer is better: of figures that are not complete nobody can say it. */
  reachedByComplete: (p: { reached: string; known: string }) =>
    `${p.reached} dari ${p.known} instansi yang isiannya lengkap sudah mencapainya.`,
  none: 'Topik ini belum mempunyai target.',
  change: 'Tetapkan atau ubah target',
  lead: 'Satu angka dari topik ini, dengan target yang sama bagi semua instansi.',
  save: 'Simpan target',
  saved: 'Target tersimpan.',
  locked: 'Target tidak tersimpan: Rakerda ini sudah ditutup.',
  moved: 'Target tidak tersimpan: orang lain baru saja mengubahnya. Periksa, lalu simpan lagi.',
  bySaved: (p: { distance: string }) => `Menurut angka tersimpan: ${p.distance}.`,
  notYet: 'Angkanya belum dapat dihitung.',
  unsettled: 'Belum dapat dipastikan: isian belum lengkap.',
  file: { target: 'Target', missing: 'Jarak ke target' },
};

const en: typeof id = {
  title: 'Target of the topic',
  is: (p) => `Target: ${p.target}.`,
  reachedByNone: 'No agency has a figure yet.',
  reachedBy: (p) => `${p.reached} of the ${p.known} agencies whose figure can be seen have reached it.`,
  reachedByComplete: (p) =>
    `${p.reached} of the ${p.known} agencies with everything filled in have reached it.`,
  none: 'This topic has no target yet.',
  change: 'Set or change the target',
  lead: 'One figure of this topic, with the same target for every agency.',
  save: 'Save the target',
  saved: 'The target has been saved.',
  locked: 'The target was not saved: this Rakerda is closed.',
  moved: 'The target was not saved: somebody else has just changed it. Check it, then save again.',
  bySaved: (p) => `By the figures saved: ${p.distance}.`,
  notYet: 'The figure cannot be reckoned yet.',
  unsettled: 'Not certain yet: not everything is filled in.',
  file: { target: 'Target', missing: 'Distance from the target' },
};

export const targetWords = { id, en };
