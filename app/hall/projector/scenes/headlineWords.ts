/** Sentences that say what a scene shows: the words in both languages. */
const id = {
  and: (p: { first: string; second: string }) => `${p.first} dan ${p.second}`,
  join: (p: { first: string; second: string }) => `${p.first}; ${p.second}`,
  noneComplete: (p: { agencies: string }) => `Belum ada yang lengkap dari ${p.agencies} instansi`,
  progress: {
    none: 'Belum ada yang mulai mengisi',
    all: (p: { agencies: string }) => `Semua ${p.agencies} instansi sudah lengkap`,
    some: (p: { complete: string; agencies: string; left: string }) =>
      `${p.complete} dari ${p.agencies} instansi lengkap; ${p.left} jawaban lagi`,
  },
  ranking: {
    alone: (p: { who: string; index: string }) => `${p.who}: indeks ${p.index}`,
    aloneHidden: (p: { index: string }) => `Indeks ${p.index}`,
    onlyOne: (p: { who: string; index: string }) => `Baru ${p.who} yang lengkap: indeks ${p.index}`,
    onlyOneHidden: (p: { index: string }) => `Baru satu instansi lengkap: indeks ${p.index}`,
    allEqual: (p: { count: string; index: string }) =>
      `Semua ${p.count} instansi lengkap berindeks ${p.index}`,
    leads: (p: { who: string }) => `${p.who} memimpin`,
    leadTogether: (p: { who: string }) => `${p.who} memimpin bersama`,
    manyLead: (p: { count: string }) => `${p.count} instansi memimpin bersama`,
    highest: (p: { index: string }) => `Indeks tertinggi ${p.index}`,
    noneReached: 'belum ada yang mencapai target',
    allReached: (p: { of: string }) => `semua ${p.of} yang bertarget mencapainya`,
    reached: (p: { reached: string; of: string }) => `${p.reached} dari ${p.of} yang bertarget mencapainya`,
    allComplete: (p: { of: string }) => `semua ${p.of} lengkap capai target`,
    reachedOfComplete: (p: { reached: string; of: string }) =>
      `${p.reached} dari ${p.of} lengkap capai target`,
  },
  aspects: {
    weakest: (p: { aspect: string; figure: string }) => `Aspek ${p.aspect} paling lemah: median ${p.figure}`,
    bothWeakest: (p: { aspects: string; figure: string }) =>
      `Aspek ${p.aspects} paling lemah: median ${p.figure}`,
    manyWeakest: (p: { count: string; figure: string }) =>
      `${p.count} aspek paling lemah: median ${p.figure}`,
    allEqual: (p: { figure: string }) => `Median semua aspek ${p.figure}`,
    weakestBelow: (p: { aspect: string; count: string; of: string; level: string }) =>
      `Aspek ${p.aspect} paling lemah: ${p.count} dari ${p.of} lengkap di bawah level ${p.level}`,
  },
  indicator: {
    none: 'Belum ada yang menjawab',
    all: (p: { count: string; level: string }) => `Semua ${p.count} jawaban di level ${p.level}`,
    most: (p: { count: string; of: string; level: string }) =>
      `Terbanyak di level ${p.level}: ${p.count} dari ${p.of} jawaban`,
    mostTogether: (p: { count: string; of: string; levels: string }) =>
      `Terbanyak di level ${p.levels}: masing-masing ${p.count} dari ${p.of} jawaban`,
  },
  movement: {
    aloneUp: (p: { who: string; by: string }) => `${p.who} naik ${p.by}`,
    aloneUpHidden: (p: { by: string }) => `Satu instansi naik ${p.by}`,
    most: (p: { who: string; by: string }) => `${p.who} naik paling banyak: ${p.by}`,
    manyMost: (p: { count: string; by: string }) => `${p.count} instansi naik paling banyak: ${p.by}`,
    greatest: (p: { by: string }) => `Kenaikan terbesar ${p.by}`,
    allBy: (p: { count: string; by: string }) => `Semua ${p.count} naik ${p.by}`,
    allUp: (p: { count: string }) => `semua ${p.count} naik`,
    up: (p: { up: string; of: string }) => `${p.up} dari ${p.of} naik`,
    allSame: (p: { count: string }) => `Tidak ada yang berubah dari ${p.count}`,
    noneUp: (p: { down: string; of: string }) => `Tidak ada yang naik; ${p.down} dari ${p.of} turun`,
  },
  road: {
    allReached: (p: { count: string }) => `Semua ${p.count} yang lengkap dan bertarget sudah mencapainya`,
    needs: (p: { count: string; rises: string }) =>
      `${p.count} instansi perlu ${p.rises} kenaikan level ke target`,
    outOfReach: (p: { count: string; out: string }) =>
      `${p.count} instansi di bawah target; ${p.out} tak terjangkau`,
  },
  vote: {
    most: (p: { count: string; of: string; level: string }) =>
      `Terbanyak di level ${p.level}: ${p.count} dari ${p.of} suara`,
    mostTogether: (p: { count: string; of: string; levels: string }) =>
      `Terbanyak di level ${p.levels}: masing-masing ${p.count} dari ${p.of} suara`,
  },
  commitments: {
    made: (p: { count: string; agencies: string }) => `${p.count} komitmen dari ${p.agencies} instansi`,
    late: (p: { late: string }) => `${p.late} terlambat`,
  },
  closing: {
    up: (p: { count: string; by: string }) => `Rata-rata indeks ${p.count} instansi lengkap naik ${p.by}`,
    down: (p: { count: string; by: string }) => `Rata-rata indeks ${p.count} instansi lengkap turun ${p.by}`,
    same: (p: { count: string }) => `Rata-rata indeks ${p.count} instansi lengkap tetap`,
    mean: (p: { complete: string; agencies: string }) =>
      `Rata-rata indeks ${p.complete} lengkap dari ${p.agencies} instansi`,
  },
};

const agencies = (count: string) => (count === '1' ? '1 agency' : `${count} agencies`);
const complete = (count: string) => (count === '1' ? '1 complete agency' : `${count} complete agencies`);
const needs = (count: string) => (count === '1' ? '1 agency needs' : `${count} agencies need`);

const en: typeof id = {
  and: (p) => `${p.first} and ${p.second}`,
  join: (p) => `${p.first}; ${p.second}`,
  noneComplete: (p) => `None of ${agencies(p.agencies)} is complete yet`,
  progress: {
    none: 'Nobody has begun yet',
    all: (p) =>
      p.agencies === '1' ? 'The one agency is complete' : `All ${p.agencies} agencies are complete`,
    some: (p) => `${p.complete} of ${agencies(p.agencies)} complete; ${p.left} answers to go`,
  },
  ranking: {
    alone: (p) => `${p.who}: index ${p.index}`,
    aloneHidden: (p) => `Index ${p.index}`,
    onlyOne: (p) => `Only ${p.who} is complete yet: index ${p.index}`,
    onlyOneHidden: (p) => `Only one agency is complete yet: index ${p.index}`,
    allEqual: (p) => `All ${p.count} complete agencies have index ${p.index}`,
    leads: (p) => `${p.who} leads`,
    leadTogether: (p) => `${p.who} lead together`,
    manyLead: (p) => `${p.count} agencies lead together`,
    highest: (p) => `Highest index ${p.index}`,
    noneReached: 'nobody is at the target yet',
    allReached: (p) => `all ${p.of} with a target have reached it`,
    reached: (p) => `${p.reached} of ${p.of} with a target have reached it`,
    allComplete: (p) => `all ${p.of} complete are at their target`,
    reachedOfComplete: (p) => `${p.reached} of ${p.of} complete are at their target`,
  },
  aspects: {
    weakest: (p) => `Weakest aspect: ${p.aspect}, median ${p.figure}`,
    bothWeakest: (p) => `Weakest aspects: ${p.aspects}, median ${p.figure}`,
    manyWeakest: (p) => `${p.count} aspects are weakest: median ${p.figure}`,
    allEqual: (p) => `The median of every aspect is ${p.figure}`,
    weakestBelow: (p) => `Weakest aspect: ${p.aspect}; ${p.count} of ${p.of} complete below level ${p.level}`,
  },
  indicator: {
    none: 'Nobody has answered yet',
    all: (p) =>
      p.count === '1' ? `The one answer is level ${p.level}` : `All ${p.count} answers are level ${p.level}`,
    most: (p) => `Most at level ${p.level}: ${p.count} of ${p.of} answers`,
    mostTogether: (p) => `Most at levels ${p.levels}: ${p.count} of ${p.of} answers each`,
  },
  movement: {
    aloneUp: (p) => `${p.who} rose by ${p.by}`,
    aloneUpHidden: (p) => `One agency rose by ${p.by}`,
    most: (p) => `${p.who} rose most: ${p.by}`,
    manyMost: (p) => `${p.count} agencies rose most: ${p.by}`,
    greatest: (p) => `Greatest rise ${p.by}`,
    allBy: (p) => `All ${p.count} rose by ${p.by}`,
    allUp: (p) => `all ${p.count} rose`,
    up: (p) => `${p.up} of ${p.of} rose`,
    allSame: (p) => `None of ${p.count} has changed`,
    noneUp: (p) => `Nobody rose; ${p.down} of ${p.of} fell`,
  },
  road: {
    allReached: (p) =>
      p.count === '1'
        ? 'The one complete agency with a target has reached it'
        : `All ${p.count} complete agencies with a target have reached it`,
    needs: (p) => `${needs(p.count)} ${p.rises} level rises to reach the target`,
    outOfReach: (p) => `${agencies(p.count)} below the target; ${p.out} cannot reach it`,
  },
  vote: {
    most: (p) => `Most at level ${p.level}: ${p.count} of ${p.of} votes`,
    mostTogether: (p) => `Most at levels ${p.levels}: ${p.count} of ${p.of} votes each`,
  },
  commitments: {
    made: (p) => `${p.count === '1' ? '1 commitment' : `${p.count} commitments`} of ${agencies(p.agencies)}`,
    late: (p) => `${p.late} late`,
  },
  closing: {
    up: (p) => `Mean index of ${complete(p.count)} rose by ${p.by}`,
    down: (p) => `Mean index of ${complete(p.count)} fell by ${p.by}`,
    same: (p) => `Mean index of ${complete(p.count)} unchanged`,
    mean: (p) => `Mean index of ${p.complete} complete of ${agencies(p.agencies)}`,
  },
};

export const headlineWords = { id, en };
