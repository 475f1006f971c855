/** Topics that are measured: all agencies in one, and the sheet of each. */
import { AGENCY, get, IN_RAKERDA, MANAGERS, post, RAKERDA, READERS, type Row, SIGNED_IN } from '../row';

const TOPICS = `${RAKERDA}/topik`;
const LAPOR = `${TOPICS}/lapor-sp4n`;
/** A draft of the agency that `head` and `operator` belong to. */
const OWN = `${LAPOR}/63.01`;
/** Approved, and nobody's own here. */
const APPROVED = `${LAPOR}/63.04`;
/** A topic is released as every instrument is. */
const RELEASE = `${RAKERDA}/lapor-sp4n/rilis`;
const FIGURES = { intent: 'save', version: '1', 'seen.language': 'id' };

/** What somebody agreed to out of a file. */
const TAKEN = { ...FIGURES, intent: 'take' };
const VILLAGES = `${TOPICS}/konektivitas/63.01/register/villages`;
const GROUPS = `${TOPICS}/kim/63.01/register/groups`;
const CELL = { intent: 'cells', seen: '{}', 'cell.63.01.01.1001.bts': 'banyak' };

export const rows: readonly Row[] = [
  get('topics', TOPICS, IN_RAKERDA),
  post('topics', TOPICS, { topics: 'tidak-ada@1.0.0' }, MANAGERS),
  get('topic', LAPOR, IN_RAKERDA),
  post('topic', LAPOR, { measure: 'on-time-share', value: 'banyak' }, MANAGERS, { gets: 422 }),
  get('topic', `${TOPICS}/tidak-ada`, IN_RAKERDA, { gets: 404 }),
  get('topic', `${TOPICS}/spbe-2020`, IN_RAKERDA, { gets: 404 }),
  get('topic-csv', `${LAPOR}/banding.csv`, IN_RAKERDA, { holds: /^\ufeffKode;Instansi/ }),
  get('release', RELEASE, ['administrator', 'facilitator', 'liaison']),
  get('release-file', `${RELEASE}/angka.json`, ['administrator', 'facilitator', 'liaison']),
  get('release-file', `${RELEASE}/skor.json`, ['administrator', 'facilitator', 'liaison'], { gets: 404 }),
  get('topic-sheet', OWN, [...READERS, ...AGENCY]),
  get('topic-sheet', APPROVED, IN_RAKERDA),
  get('topic-sheet', `${LAPOR}/62.01`, IN_RAKERDA, { gets: 404 }),
  // Every sheet of the agency at once, for its device.
  get('sheets-kit', `${RAKERDA}/instansi/63.01/bekal`, [...READERS, ...AGENCY], { holds: /"sheets":\[\{/ }),
  get('sheets-kit', `${RAKERDA}/instansi/63.04/bekal`, READERS),
  get('sheets-kit', `${RAKERDA}/instansi/62.01/bekal`, READERS, { gets: 404 }),
  get('sheets-kit', '/rakerda/tidak-ada/instansi/63.01/bekal', SIGNED_IN, { gets: 404 }),
  post('topic-sheet', OWN, { ...FIGURES, 'figure.received': 'banyak' }, AGENCY, { gets: 422 }),
  post('topic-sheet', APPROVED, { ...FIGURES, 'figure.received': 'banyak' }, []),
  // An indicator that there is not.
  post('topic-sheet', `${TOPICS}/pemdi-2026/63.01`, { ...FIGURES, part: 'I99' }, AGENCY, { gets: 400 }),
  get('topic-review', `${OWN}/telaah`, [...READERS, ...AGENCY], { holds: /Lembar telaah/ }),
  get('topic-review', `${APPROVED}/telaah?saring=belum`, IN_RAKERDA),
  get('topic-review', `${LAPOR}/62.01/telaah`, IN_RAKERDA, { gets: 404 }),
  get('topic-review-pdf', `${OWN}/telaah.pdf`, [...READERS, ...AGENCY], { holds: /^%PDF-/ }),
  get('topic-review-pdf', `${APPROVED}/telaah.pdf`, IN_RAKERDA),
  get('topic-blank-pdf', `${OWN}/formulir.pdf`, [...READERS, ...AGENCY], { holds: /^%PDF-/ }),
  post('topic-review', `${OWN}/telaah`, { ...FIGURES }, [...READERS, ...AGENCY], { gets: 400 }),
  // Figures and steps have a page each.
  post('topic-sheet', OWN, { step: 'submit', version: '1' }, [...READERS, ...AGENCY], { gets: 400 }),
  // Nobody has seen this version.
  post('topic-review', `${OWN}/telaah`, { step: 'submit', version: '99' }, AGENCY, { gets: 422 }),
  // Nobody has sent it yet, and no reason is given.
  post('topic-review', `${OWN}/telaah`, { step: 'approve', version: '1' }, ['head'], { gets: 422 }),
  post('topic-review', `${OWN}/telaah`, { step: 'return', version: '1' }, ['head'], { gets: 422 }),
  post('topic-review', `${OWN}/telaah`, { step: 'takeBack', version: '1' }, ['head'], { gets: 422 }),
  post('topic-review', `${OWN}/telaah`, { step: 'reopen', version: '1' }, MANAGERS, { gets: 422 }),
  post('topic-review', `${APPROVED}/telaah`, { step: 'submit', version: '1' }, []),
  post('topic-review', `${APPROVED}/telaah`, { step: 'approve', version: '1' }, []),
  get('register', VILLAGES, [...READERS, ...AGENCY], { holds: /Takisung/ }),
  get('register', `${TOPICS}/konektivitas/63.04/register/villages`, IN_RAKERDA),
  get('register', `${TOPICS}/konektivitas/63.01/register/tidak-ada`, [...READERS, ...AGENCY], { gets: 404 }),
  get('register', `${LAPOR}/63.01/register/villages`, [...READERS, ...AGENCY], { gets: 404 }),
  get('register-table', `${VILLAGES}/tabel.tsv`, [...READERS, ...AGENCY], { holds: /^\ufeffKode\t/ }),
  post('register', VILLAGES, CELL, AGENCY, { gets: 422 }),
  post('register', VILLAGES, { intent: 'paste', table: '62.01.01.1001' }, AGENCY, { gets: 422 }),
  // The rows of a list are not anybody's to add or to take away.
  post('register', VILLAGES, { intent: 'add', 'new.phone': 'none' }, AGENCY, { gets: 400 }),
  post('register', VILLAGES, { intent: 'remove:63.01.01.1001', seen: '{}' }, AGENCY, { gets: 400 }),
  post('register', GROUPS, { intent: 'add', 'new.name': '', 'new.members': 'banyak' }, AGENCY, { gets: 422 }),
  post('register', `${TOPICS}/konektivitas/63.04/register/villages`, CELL, []),
  post('register-cells', `${VILLAGES}/sel`, CELL, AGENCY, { gets: 200, holds: /"refused"/ }),
  post('register-cells', `${VILLAGES}/sel`, { intent: 'cells', seen: 'x' }, AGENCY, { gets: 400 }),
  post('topic-sheet', OWN, { intent: 'tidak-ada', version: '1' }, [...READERS, ...AGENCY], { gets: 400 }),
  get('topic-template', `${OWN}/isian.xlsx`, AGENCY, { holds: /^PK/ }),
  get('topic-template', `${APPROVED}/isian.xlsx`, []),
  get('topic-template', `${TOPICS}/tidak-ada/63.01/isian.xlsx`, IN_RAKERDA, { gets: 404 }),
  get('topic-import', `${OWN}/impor`, AGENCY),
  get('topic-import', `${APPROVED}/impor`, []),
  get('topic-import-file', `${OWN}/impor/berkas`, AGENCY),
  // No file comes with it.
  post('topic-import-file', `${OWN}/impor/berkas`, { what: 'sheet' }, AGENCY, { gets: 422 }),
  post('topic-import-file', `${APPROVED}/impor/berkas`, { what: 'sheet' }, []),
  post('topic-import', `${OWN}/impor`, { ...TAKEN, 'figure.received': 'banyak' }, AGENCY, { gets: 422 }),
  post('topic-import', `${OWN}/impor`, { ...TAKEN, intent: 'tidak-ada' }, AGENCY, { gets: 400 }),
  post('topic-import', `${APPROVED}/impor`, { ...TAKEN, 'figure.received': '1' }, []),
];
