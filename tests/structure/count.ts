/**
 * Counts what must stand in one place only, and fails where it stands in more. `npm run structure` prints the counts, then
 * looks for circles and for what nothing uses.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { ROOT } from '../product';

interface Rule {
  readonly what: string;
  readonly pattern: RegExp;
  /** Only below this folder; everywhere where left out. */
  readonly within?: string;
  /** The only files where it may stand. */
  readonly home: readonly string[];
}

const RULES: readonly Rule[] = [
  { what: 'transactions', pattern: /\.transaction\(\)/g, home: [] },
  { what: 'wakes of the feed', pattern: /feed\.wake\(/g, home: ['app/record/change.server.ts'] },
  { what: 'appends to the record', pattern: /insertInto\('event'\)/g, home: ['app/record/append.server.ts'] },
  {
    what: 'copies of who may see which figures',
    pattern: /'assessment\.readApproved'/g,
    home: ['app/policy/actions.ts', 'app/policy/figures.ts', 'app/live/visibleEvents.server.ts'],
  },
  {
    what: 'readings of the stage inside a transaction',
    pattern: /selectFrom\('rakerda'\)\s*\.select\('state'\)/g,
    // The second one moves the stage itself.
    home: ['app/record/change.server.ts', 'app/hall/overview/manageRakerda.server.ts'],
  },
  {
    what: 'readings of the newest event',
    pattern: /max\('seq'\)|max\(seq\)/g,
    // The comparison reads levels and newest event in one statement, so that they are of one moment.
    home: ['app/record/read.server.ts', 'app/comparison/comparedAgencies.server.ts'],
  },
  {
    what: 'turnings of stored levels into levels as people say them',
    pattern: / \/ [\w.]*\bunit\b/g,
    home: ['app/instrument/levels.ts'],
  },
  // What an engine spells in its own way stands in db/.
  { what: 'SQL by hand', pattern: /\bsql[<`]|\bsql\.(raw|ref|lit|table|join)\b|'(not )?i?like'/g, home: [] },
  {
    what: 'readings of a posted form',
    pattern: /\bform\.(get|getAll|entries|keys|values)\(|fromEntries\((form|await [\w.]+formData\(\))\)/g,
    home: ['app/text/postedForm.ts'],
  },
  {
    what: 'answers to a form that no page sends',
    pattern: /reason: 'unreadable'/g,
    home: ['app/text/postedForm.ts'],
  },
  { what: 'addresses of a Rakerda put together', pattern: /\/rakerda\/\$\{/g, home: ['app/paths.ts'] },
  {
    what: 'questions of which kind an instrument is',
    pattern: /\bkind [!=]== '(maturity|metrics|ladder|points)'/g,
    home: ['app/instrument/kinds.ts', 'app/topics/controls/answerControl.tsx'],
  },
  {
    what: 'rings that are not the year before',
    pattern: /○/g,
    // Who is connected, and who has read a message: pages without figures of a year.
    home: [
      'app/hall/projector/scenes/sceneMarks.tsx',
      'app/hall/monitor/monitorTable.tsx',
      'app/hall/monitor/messagePanel.tsx',
    ],
  },
  {
    what: 'ticks on the stage that are not a target reached',
    pattern: /✓/g,
    within: 'app/hall/projector/',
    home: ['app/hall/projector/scenes/topicScene.tsx', 'app/hall/projector/scenes/topicWords.ts'],
  },
  {
    what: 'warnings on the stage of what is in order',
    pattern: /⚠/g,
    within: 'app/hall/projector/',
    // Phones that do not find the address: somebody has to do something.
    home: ['app/hall/projector/scenes/joinScene.tsx'],
  },
  { what: 'instruments that are waited for', pattern: /await [\w.]*instruments\.get\(/g, home: [] },
];

/** TypeScript files below a folder, without tests. */
const filesIn = (folder: string) =>
  readdirSync(`${ROOT}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .map((file) => `${folder}/${file}`);

let isClean = true;
for (const { what, pattern, home, within = '' } of RULES) {
  const astray = filesIn('app').flatMap((file) => {
    if (!file.startsWith(within)) return [];
    const count = [...readFileSync(`${ROOT}/${file}`, 'utf8').matchAll(pattern)].length;
    return count > 0 && !home.includes(file) ? [`${file}: ${String(count)}`] : [];
  });
  console.log(`${astray.length === 0 ? '✔' : '✘'} ${what} outside the one place: ${String(astray.length)}`);
  for (const line of astray) console.log(`    ${line}`);
  if (astray.length > 0) isClean = false;
}

const all = ['app', 'db', 'seeds'].flatMap(filesIn);
const lines = all.reduce(
  (sum, file) => sum + readFileSync(`${ROOT}/${file}`, 'utf8').split('\n').length - 1,
  0,
);
console.log(`  ${String(all.length)} source files, ${String(lines)} lines without tests`);
process.exitCode = isClean ? 0 : 1;
