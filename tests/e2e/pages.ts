/** Every page a person can open in the demo, and as whom. A page that is missing here is not checked for accessibility. */
import { agencyPath, INSTRUMENT, RAKERDA } from './fixtures';
import { pages as agenda } from './rooms/agenda';
import { pages as cards } from './rooms/cards';
import { pages as commitments } from './rooms/commitments';
import { pages as minutes } from './rooms/minutes';
import { pages as monitor } from './rooms/monitor';
import { pages as projector } from './rooms/projector';
import { pages as table } from './rooms/table';
import { pages as topics } from './rooms/topics';
import { pages as votes } from './rooms/votes';

export interface PageUnderTest {
  readonly name: string;
  readonly path: string;
  /** Who opens it; nobody is signed in where null. */
  readonly as: string | null;
  /** The status it answers with where that is not 200: the browser's console reports it. */
  readonly answers?: number;
}

const rakerda = `/rakerda/${RAKERDA}`;

export const PAGES: readonly PageUnderTest[] = [
  { name: 'welcome', path: '/', as: null },
  { name: 'sign-in', path: '/masuk', as: null },
  { name: 'page that is not there', path: '/tidak/ada', as: null, answers: 404 },
  { name: 'help', path: '/bantuan', as: null },
  { name: 'guide of an operator', path: '/bantuan', as: 'operator.6301' },
  { name: 'guide of a facilitator', path: '/bantuan/fasilitator', as: null },
  { name: 'home of an operator', path: '/', as: 'operator.6301' },
  { name: 'home of a head', path: '/', as: 'kepala.6303' },
  { name: 'home of a facilitator', path: '/', as: 'fasilitator' },
  { name: 'own account', path: '/kata-sandi', as: 'operator.6301' },
  { name: 'published results', path: '/hasil-resmi?provinsi=63', as: 'operator.6301' },
  { name: 'this device', path: '/perangkat', as: 'operator.6301' },
  { name: 'accounts', path: '/akun', as: 'admin' },
  { name: 'new account', path: '/akun/baru', as: 'admin' },
  { name: 'workshop', path: '/bengkel', as: 'admin' },
  { name: 'audit trail', path: '/jejak', as: 'admin' },
  { name: 'new Rakerda', path: '/rakerda/baru', as: 'admin' },
  { name: 'Rakerda', path: rakerda, as: 'fasilitator' },
  { name: 'comparison', path: `${rakerda}/${INSTRUMENT}/banding`, as: 'fasilitator' },
  { name: 'comparison of all', path: `${rakerda}/${INSTRUMENT}/banding?semua=1`, as: 'operator.6302' },
  { name: 'release', path: `${rakerda}/${INSTRUMENT}/rilis`, as: 'penghubung' },
  { name: 'result, draft', path: agencyPath('63.01'), as: 'operator.6301' },
  { name: 'result, approved', path: agencyPath('63.72'), as: 'fasilitator' },
  { name: 'planner', path: agencyPath('63.02', 'rencana'), as: 'operator.6302' },
  { name: 'questionnaire', path: agencyPath('63.01', 'isi'), as: 'operator.6301' },
  { name: 'empty questionnaire', path: agencyPath('63.01', 'isi/cetak'), as: 'operator.6301' },
  { name: 'indicator', path: agencyPath('63.01', 'isi/13'), as: 'operator.6301' },
  { name: 'indicator, read only', path: agencyPath('63.04', 'isi/13'), as: 'penelaah' },
  { name: 'taking over', path: agencyPath('63.01', 'ambil-alih'), as: 'operator.6301' },
  { name: 'answers from a file', path: agencyPath('63.01', 'impor'), as: 'operator.6301' },
  { name: 'answers from a file, its answer', path: agencyPath('63.01', 'impor/berkas'), as: 'operator.6301' },
  { name: 'review sheet, head', path: agencyPath('63.03', 'telaah'), as: 'kepala.6303' },
  { name: 'review sheet, reviewer', path: agencyPath('63.04', 'telaah?saring=kurang'), as: 'penelaah' },
  { name: 'status, draft', path: agencyPath('63.01', 'status'), as: 'operator.6301' },
  { name: 'status, submitted', path: agencyPath('63.03', 'status'), as: 'kepala.6303' },
  ...agenda,
  ...cards,
  ...monitor,
  ...projector,
  ...votes,
  ...commitments,
  ...minutes,
  ...table,
  ...topics,
  { name: 'history', path: agencyPath('63.04', 'riwayat'), as: 'penelaah' },
];

/** Routes of app/routes.ts that no person opens as a page: files, streams, what only receives. */
export const NOT_PAGES = [
  'sign-out',
  'preferences',
  'live',
  'live-since',
  'comparison-csv',
  'topic-csv',
  'topic-review-pdf',
  'topic-blank-pdf',
  'published-csv',
  'topic-template',
  'register-cells',
  'register-table',
  'answers-template',
  'release-file',
  'result-pdf',
  'review-pdf',
  'offline-kit',
  'sheets-kit',
  'save-answer',
  'messages',
  'remote-scene',
  'follow-scene',
  'projector-scene',
  'projector-live',
  'projector-live-since',
  'commitments-calendar',
  'table-csv',
  'agency-sheet-pdf',
  'minutes-file',
  // Their answers stand on the page that the file was chosen on.
  'workshop-file',
  'rakerda-arms',
  'workshop-template',
  'workshop-version-file',
  // Needs a draft: workshop.spec.ts looks at it.
  'workshop-preview',
];
