/** Words of the radar, in both languages. */
const id = {
  title: 'Profil menurut aspek',
  values: 'Nilai tiap aspek',
  label: (p: { agencies: string }) => `Grafik radar: ${p.agencies}`,
  choose: 'Belum ada instansi yang dipilih.',
};

const en: typeof id = {
  title: 'Profile by aspect',
  values: 'Value of each aspect',
  label: (p) => `Radar chart: ${p.agencies}`,
  choose: 'No agency has been chosen yet.',
};

export const radarWords = { id, en };
