/** Words of the roads to the targets, in both languages. */
const id = {
  title: 'Jalan termudah menuju target',
  agencies: 'Jalan tiap instansi menuju target',
  lead: 'Nomor indikator yang mengangkat paling banyak instansi',
  rises: (p: { count: string }) => `+${p.count} level`,
  reached: (p: { count: string }) => `${p.count} instansi lengkap sudah mencapai target`,
  meanOf: (p: { complete: string; agencies: string; rises: string }) =>
    `Rata-rata ${p.complete} lengkap dari ${p.agencies}, sekarang dan setelah ${p.rises} kenaikan level`,
  drawing: (p: { steps: string; from: string; to: string }) =>
    `Tangga ${p.steps} indikator: rata-rata dari ${p.from} ke ${p.to}`,
  unfinished: (p: { count: string }) => `${p.count} instansi belum lengkap`,
  withoutTarget: (p: { count: string }) => `${p.count} instansi belum punya target`,
  target: 'Target tiap instansi',
  impossible: 'tak terjangkau',
  done: 'Semua instansi yang punya target sudah mencapainya.',
  noTargets: 'Belum ada target yang ditetapkan.',
};

const en: typeof id = {
  title: 'The easiest road to the targets',
  agencies: 'Each agency’s road to its target',
  lead: 'Numbers of the indicators that lift the most agencies',
  rises: (p) => `+${p.count} levels`,
  reached: (p) => `${p.count} complete agencies are at their target`,
  meanOf: (p) => `Mean of ${p.complete} complete of ${p.agencies}, now and after ${p.rises} level rises`,
  drawing: (p) => `Stairs of ${p.steps} indicators: the mean from ${p.from} to ${p.to}`,
  unfinished: (p) => `${p.count} agencies are not complete`,
  withoutTarget: (p) => `${p.count} agencies have no target yet`,
  target: 'Target of each agency',
  impossible: 'out of reach',
  done: 'Every agency with a target has reached it.',
  noTargets: 'No targets have been set yet.',
};

export const roadWords = { id, en };
