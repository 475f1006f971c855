/** Sentences about the parts of a topic, in both languages. */
const id = {
  join: (p: { first: string; second: string }) => `${p.first}; ${p.second}`,
  noDistrict: (p: { of: string }) => `Belum ada yang lengkap dari ${p.of} kecamatan`,
  noAgency: (p: { of: string }) => `Belum ada yang lengkap dari ${p.of} instansi`,
  nowhere: (p: { measure: string; of: string }) => `${p.measure}: tidak ada di ${p.of} kecamatan`,
  nowhereFinished: (p: { measure: string; of: string }) =>
    `${p.measure}: tidak ada di ${p.of} kecamatan yang lengkap`,
  sum: (p: { measure: string; sum: string; count: string; of: string }) =>
    `${p.measure}: ${p.sum} di ${p.count} dari ${p.of} kecamatan`,
  sumFinished: (p: { measure: string; sum: string; count: string; of: string }) =>
    `${p.measure}: ${p.sum} di ${p.count} dari ${p.of} kecamatan lengkap`,
  mostAt: (p: { place: string; figure: string }) => `terbanyak ${p.place} (${p.figure})`,
  mostIn: (p: { figure: string }) => `terbanyak ${p.figure}`,
  at: (p: { measure: string; count: string; of: string; figure: string }) =>
    `${p.measure}: ${p.figure} di ${p.count} dari ${p.of} kecamatan`,
  atFinished: (p: { measure: string; count: string; of: string; figure: string }) =>
    `${p.measure}: ${p.figure} di ${p.count} dari ${p.of} kecamatan lengkap`,
  weakest: (p: { name: string; figure: string }) => `Bagian ${p.name} paling lemah: median ${p.figure}`,
  ofFull: (p: { figure: string }) => `${p.figure} poin penuh`,
  finished: (p: { count: string; of: string }) => `${p.count} dari ${p.of} instansi lengkap`,
  held: (p: { count: string; of: string }) => `${p.count} dari ${p.of} tertahan syarat`,
};

const en: typeof id = {
  join: (p) => `${p.first}; ${p.second}`,
  noDistrict: (p) => `None of ${p.of} districts is complete yet`,
  noAgency: (p) => `None of ${p.of} agencies is complete yet`,
  nowhere: (p) => `${p.measure}: none in ${p.of} districts`,
  nowhereFinished: (p) => `${p.measure}: none in ${p.of} complete districts`,
  sum: (p) => `${p.measure}: ${p.sum} in ${p.count} of ${p.of} districts`,
  sumFinished: (p) => `${p.measure}: ${p.sum} in ${p.count} of ${p.of} complete districts`,
  mostAt: (p) => `most in ${p.place} (${p.figure})`,
  mostIn: (p) => `${p.figure} at most`,
  at: (p) => `${p.measure}: ${p.figure} in ${p.count} of ${p.of} districts`,
  atFinished: (p) => `${p.measure}: ${p.figure} in ${p.count} of ${p.of} complete districts`,
  weakest: (p) => `Weakest part: ${p.name}, median ${p.figure}`,
  ofFull: (p) => `${p.figure} of full points`,
  finished: (p) => `${p.count} of ${p.of} agencies complete`,
  held: (p) => `${p.count} of ${p.of} held back by a condition`,
};

export const partsHeadlineWords = { id, en };
