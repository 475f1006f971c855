/** Words of the roads to the targets, in both languages. */
import { counted } from '~/i18n/counted';

const id = {
  title: 'Jalan termudah menuju target',
  agencies: 'Jalan tiap instansi menuju target',
  atTarget: (p: { target: string }) => `Instansi di target ${p.target}: kini → nanti`,
  atOwnTarget: 'Instansi di targetnya: kini → nanti',
  of: (p: { agencies: string }) => `dari ${p.agencies}`,
  then: (p: { rises: string }) => `nanti = setelah ${p.rises} kenaikan level`,
  meanOf: (p: { complete: string }) => `Rata-rata ${p.complete} lengkap: kini → nanti`,
  lead: (p: { steps: string }) => `Langkahnya: ${p.steps} indikator`,
  indicator: (p: { no: string }) => `Ind. ${p.no}`,
  others: (p: { count: string }) => `${p.count} indikator lain`,
  axis: (p: { rises: string }) => `${p.rises} kenaikan level`,
  rises: (p: { count: string }) => `+${p.count} level`,
  there: 'Di target',
  onTheWay: 'Menuju',
  nearest: 'terdekat',
  farthest: 'terjauh',
  unfinished: 'belum lengkap:',
  order: 'urut: terjauh dari target',
  /** One level is one indicator one step higher; over an agency they add up to more than there are levels. */
  nowToTarget: 'sekarang → target; level = satu indikator naik satu tingkat',
  reached: (p: { count: string }) => `${p.count} sudah di target`,
  withoutTarget: (p: { count: string }) => `${p.count} belum punya target`,
  impossible: 'tak terjangkau',
  done: 'Semua instansi yang punya target sudah mencapainya.',
  noTargets: 'Belum ada target yang ditetapkan.',
};

const en: typeof id = {
  title: 'The easiest road to the targets',
  agencies: 'Each agency’s road to its target',
  atTarget: (p) => `Agencies at target ${p.target}: now → then`,
  atOwnTarget: 'Agencies at their target: now → then',
  of: (p) => `of ${p.agencies}`,
  then: (p) => `then = after ${p.rises} level rises`,
  meanOf: (p) => `Mean of ${p.complete} complete: now → then`,
  lead: (p) => `The steps: ${counted(p.steps, 'indicator', 'indicators')}`,
  indicator: (p) => `Ind. ${p.no}`,
  others: (p) => counted(p.count, 'other indicator', 'other indicators'),
  axis: (p) => `${p.rises} level rises`,
  rises: (p) => `+${counted(p.count, 'level', 'levels')}`,
  there: 'At the target',
  onTheWay: 'On the way',
  nearest: 'nearest',
  farthest: 'farthest',
  unfinished: 'not complete:',
  order: 'sorted: farthest from the target',
  nowToTarget: 'now → target; level = one indicator one step higher',
  reached: (p) => `${p.count} at the target`,
  withoutTarget: (p) => `${p.count} without a target`,
  impossible: 'out of reach',
  done: 'Every agency with a target has reached it.',
  noTargets: 'No targets have been set yet.',
};

export const roadWords = { id, en };
