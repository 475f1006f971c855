/**
 * Type-checked rules, accessible JSX, the rules of hooks, and the one direction of imports:
 *
 *   routes → rooms → rakerda → accounts → record → policy,  rooms → instrument, db, live, ui, i18n, files, text
 *
 * `instrument` and `text` import nothing of ours, `policy` only the types of the tables. A room asks another room only where ASKS says so, and only through its doors:
 * `~/room` and `~/room/index.server`. A route puts rooms together: it may name their `*.server` files and `screens`,
 * where a room keeps its React screens out of what servers load.
 * Code that reaches the browser takes nothing but types from a `*.server` file.
 */
import js from '@eslint/js';
import compat from 'eslint-plugin-compat';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const ROOMS = [
  'accounts',
  'assessment',
  'comparison',
  'guide',
  'hall/agenda',
  'hall/cards',
  'hall/commitments',
  'hall/minutes',
  'hall/monitor',
  'hall/overview',
  'hall/projector',
  'hall/setUp',
  'hall/table',
  'hall/votes',
  'published',
  'rakerda',
  'release',
  'results',
  'topics',
  'workshop',
];
/** The kernel of the meeting is a floor, not a room: its files are named one by one. */
const KERNEL = 'rakerda';
/** Accounts stand below the meeting too. What is left are the rooms that stand side by side. */
const UPPER_ROOMS = ROOMS.filter((room) => room !== KERNEL && room !== 'accounts');
/** The arrows between rooms (docs/decisions/0073). Below them, and open to all: accounts, the kernel, live. */
const ASKS = {
  assessment: ['topics'],
  comparison: ['published'],
  'hall/commitments': ['assessment', 'hall/agenda'],
  'hall/minutes': ['assessment', 'hall/agenda', 'hall/cards', 'hall/commitments', 'hall/votes', 'topics'],
  'hall/monitor': ['assessment', 'hall/votes', 'topics'],
  'hall/overview': ['assessment', 'topics'],
  'hall/projector': [
    'assessment',
    'hall/agenda',
    'hall/cards',
    'hall/commitments',
    'hall/minutes',
    'hall/table',
    'hall/votes',
    'topics',
  ],
  'hall/setUp': ['assessment', 'hall/agenda'],
  'hall/table': ['assessment', 'hall/commitments', 'published', 'topics'],
  'hall/votes': ['assessment'],
  release: ['assessment', 'topics'],
  results: ['assessment', 'hall/votes', 'published'],
  topics: ['hall/setUp'],
};
const TESTS = ['**/*.test.ts', '**/*.test.tsx'];

/** A forbidden import: what it looks like, why, and whether its types are free. */
const forbid = (regex, message, allowTypeImports = false) => ({ regex, message, allowTypeImports });

const noServerCode = forbid(
  '\\.server(\\.js)?$',
  'Code that reaches the browser takes only types from a *.server file.',
  true,
);
const noAppCode = forbid('^~/(?!text$)|/app/', 'The database layer knows nothing of the rooms above it.');
const noWayUp = forbid('^~/(routes|root|entry)', 'Imports point down: nothing imports a route.');
const noServerProcess = forbid(
  '^~/server/',
  'The process is put together above the rooms; only its types may be used.',
  true,
);
const noSeeds = forbid('^#seeds|/seeds/', 'The product runs without its seeds.');
const noDetour = forbid(
  `^\\.\\./(${[...ROOMS, 'instrument', 'live', 'ui', 'i18n', 'files', 'text', 'work', 'routes', 'server'].join('|')})(/|$)|^(\\.\\./)+(app|db|seeds)/`,
  'Name another room by its alias (~/room, #db/…), so that the direction of imports can be seen and checked.',
);
const noRooms = forbid(`^~/(${ROOMS.join('|')})(/|$)`, 'This is below the rooms: it must not know them.');
const noRecord = forbid(
  '^~/(live|policy|record)(/|$)',
  'This is below the record and its rules: it must not know them.',
);
/** `doors` are the files of a room that may be named besides its index, its *.server files and its words. */
const noInsides = (rooms, doors = '') =>
  forbid(
    `^~/(${rooms.join('|')})/(?!.*\\.server$|index$|(.*/)?\\w+Words$${doors})`,
    'Another room is used through its index or its *.server files, never through its insides.',
  );

const onlyDoors = (rooms) =>
  forbid(
    `^~/(${rooms.join('|')})/(?!index(\\.server)?$)`,
    'Another room is asked at its doors: ~/room or ~/room/index.server.',
  );

/** What a room may not take from the others. */
function noPrivateWays(room) {
  const asked = ASKS[room] ?? [];
  const strangers = UPPER_ROOMS.filter((other) => other !== room && !asked.includes(other));
  const noStrangers = forbid(
    `^~/(${strangers.join('|')})(/|$)`,
    'This room does not ask that one. A new arrow between rooms is a line of ASKS and of docs/decisions/0073.',
  );
  return [noStrangers, noInsides(['accounts']), ...(asked.length > 0 ? [onlyDoors(asked)] : [])];
}

const restrict = (...patterns) => ({
  '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
});

/** Files of a folder that may reach the browser, and those that never do, each with its own forbidden imports. */
function folder(name, ...patterns) {
  return [
    {
      name: `imports of ${name}`,
      files: [`app/${name}/**/*.{ts,tsx}`],
      ignores: ['**/*.server.{ts,tsx}', ...TESTS],
      rules: restrict(noServerCode, noWayUp, noServerProcess, noSeeds, noDetour, ...patterns),
    },
    {
      name: `imports of ${name} on the server`,
      files: [`app/${name}/**/*.server.{ts,tsx}`],
      rules: restrict(noWayUp, noServerProcess, noSeeds, noDetour, ...patterns),
    },
  ];
}

/** The clock of the machine is nobody's clock here: a server may stand in any zone, and so may a reader. */
const NO_LOCAL_CLOCK = [
  {
    selector:
      'MemberExpression[property.name=/^((get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds)|getTimezoneOffset|toDateString|toTimeString|toLocaleDateString|toLocaleTimeString)$/]',
    message:
      'This reads the zone of the machine: take the UTC parts, or Intl.DateTimeFormat with a timeZone.',
  },
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length>1]',
    message: 'This is a moment in the zone of the machine: say it in UTC (Date.UTC, or an ISO text with Z).',
  },
  {
    selector: 'NewExpression[callee.property.name="DateTimeFormat"]:not(:has(Property[key.name="timeZone"]))',
    message: 'Without a timeZone this is the zone of the machine.',
  },
];

/** Methods that the oldest promised browsers lack (.browserslistrc). The plugin misses some of them. */
const NO_NEWER_METHODS = [
  {
    selector:
      'CallExpression > MemberExpression.callee[property.name=/^(findLast|findLastIndex|toSorted|toReversed|toSpliced|isWellFormed|toWellFormed|checkVisibility|isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)$/]',
    message: 'Browsers that are promised to work lack this method.',
  },
  {
    selector:
      'MemberExpression[object.name=/^(URL|AbortSignal|Object|Map|Promise|Array|crypto)$/][property.name=/^(canParse|parse|any|timeout|groupBy|withResolvers|try|fromAsync|randomUUID)$/]:not([object.name="Promise"][property.name="any"])',
    message: 'Browsers that are promised to work, or pages over plain http, lack this.',
  },
];

/** A browser's translation puts texts of its own in place of ours, and what changes afterwards changes nowhere. */
const LIVE_STAYS_AS_WRITTEN = [
  {
    selector:
      'JSXOpeningElement:not([name.name=/^(text|tspan|g|svg)$/]):not(:has(> JSXAttribute[name.name="translate"])) > JSXAttribute[name.name="className"]:has(:matches(Literal[value=/tabular-nums/], TemplateElement[value.raw=/tabular-nums/]))',
    message: 'Figures carry translate="no": a translated page would go on showing the old one.',
  },
  {
    selector:
      'JSXOpeningElement:has(> JSXAttribute[name.name="role"][value.value="status"]):not(:has(> JSXAttribute[name.name="translate"]))',
    message: 'What is said live carries translate="no": a translated page would go on saying the old.',
  },
];

export default defineConfig(
  globalIgnores([
    '**/node_modules/',
    'build/',
    '.mutation/',
    'data/',
    'coverage/',
    'public/',
    'test-results/',
    'playwright-report/',
  ]),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    name: 'types',
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'better-sqlite3', message: 'db/handle.ts opens every handle, and keeps it.' }] },
      ],
      // Numbers in templates are exact here (levels, hundredths); String(n) around each would only be noise.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `onClick={() => close()}` reads better than braces around one call.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Both spellings are right where they stand: `type` for unions and records, `interface` for services.
      '@typescript-eslint/consistent-type-definitions': 'off',
      // A redirect or a refusal is thrown as a response: that is Remix's own way.
      '@typescript-eslint/only-throw-error': [
        'error',
        {
          allow: [
            { from: 'lib', name: 'Response' },
            { from: 'package', package: '@remix-run/router', name: 'DataWithResponseInit' },
            { from: 'package', package: '@remix-run/server-runtime', name: 'DataWithResponseInit' },
            { from: 'package', package: '@remix-run/server-runtime', name: 'TypedResponse' },
          ],
        },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Words after an underscore say that a place must be filled but is not used.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...NO_LOCAL_CLOCK],
    },
  },
  {
    name: 'screens',
    files: ['app/**/*.tsx'],
    extends: [jsxA11y.flatConfigs.strict, reactHooks.configs.flat['recommended-latest']],
    rules: {
      // A wide table scrolls inside a region that the keyboard must reach (WCAG 2.1.1): `tabIndex={0}` on it is the technique.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['region', 'tabpanel'] }],
    },
  },
  {
    name: 'what the promised browsers have',
    files: ['app/**/*.{ts,tsx}'],
    ignores: ['**/*.server.{ts,tsx}', 'app/server/**', 'app/entry.server.tsx', ...TESTS],
    extends: [compat.configs['flat/recommended']],
    // Asked for before they are used: a screen does without them.
    settings: { polyfills: ['navigator.wakeLock', 'document.fullscreenElement', 'navigator.serviceWorker'] },
    rules: {
      'no-restricted-syntax': ['error', ...NO_LOCAL_CLOCK, ...NO_NEWER_METHODS, ...LIVE_STAYS_AS_WRITTEN],
    },
  },

  // The direction of imports. Tests may look at anything.
  ...UPPER_ROOMS.flatMap((room) => folder(room, ...noPrivateWays(room))),
  ...folder(
    KERNEL,
    forbid(`^~/(${UPPER_ROOMS.join('|')})(/|$)`, 'The kernel stands below the rooms: it must not know them.'),
    noInsides(['accounts']),
  ),
  ...folder(
    'accounts',
    forbid(
      `^~/(live|${ROOMS.filter((room) => room !== 'accounts').join('|')})(/|$)`,
      'Accounts stand below the meeting: they must not know it.',
    ),
  ),
  ...folder('record', forbid('^~/(?!policy$)', 'The record knows nothing of ours but the policy.')),
  {
    name: 'the rules are pure tables',
    files: ['app/policy/**/*.ts'],
    ignores: TESTS,
    rules: restrict(
      forbid(
        '^(?!\\./|#db/schema$)',
        'The rules import nothing but their own files and the types of the tables.',
      ),
      forbid('^#db/', 'The rules take only types from the tables.', true),
    ),
  },
  // Live events are decided by the policy and hold levels: it may ask the rooms that own those, at their doors.
  ...folder('live', noInsides(['accounts', KERNEL]), onlyDoors(UPPER_ROOMS)),
  ...folder('ui', noRooms, noRecord, forbid('^#db', 'A screen part draws what it is given.', true)),
  ...folder('work', noRooms, noRecord, forbid('^#db', 'Work is named here, not done.', true)),
  ...folder('files', noRooms, noRecord, forbid('^#db', 'A format of a file knows no table.', true)),
  ...folder(
    'i18n',
    noRooms,
    forbid('^#db', 'Words do not come from the database.', true),
    forbid('^~/(live|policy|record/(?!events$))', 'Words name events; they know nothing else of the record.'),
  ),
  {
    name: 'the core is pure',
    files: ['app/instrument/*.ts'],
    ignores: TESTS,
    rules: restrict(
      forbid('^(?!\\./|zod$)', 'The core computes: it imports nothing but its own files and zod.'),
    ),
  },
  {
    name: 'a kind of instrument is pure too',
    files: ['app/instrument/*/*.ts'],
    ignores: TESTS,
    rules: restrict(
      forbid(
        '^(?!\\./|\\.\\./\\w+$|zod$)',
        'A kind computes: it imports its own files, those of the core beside it, and zod.',
      ),
    ),
  },
  {
    name: 'cleaning text is pure',
    files: ['app/text/**/*.ts'],
    ignores: TESTS,
    rules: restrict(
      forbid(
        '^(?!\\./|zod/mini$)',
        'Everything uses this, down to the database: it imports its own files and zod.',
      ),
    ),
  },
  {
    name: 'routes put rooms together',
    files: ['app/routes/**/*.{ts,tsx}', 'app/root.tsx', 'app/entry.*.tsx'],
    rules: restrict(noWayUp, noServerProcess, noSeeds, noDetour, noInsides(ROOMS, '|screens$')),
  },
  {
    name: 'the process puts services together',
    files: ['app/server/**/*.ts', 'app/frame.server.ts'],
    ignores: TESTS,
    rules: restrict(noWayUp, noDetour, noInsides(ROOMS)),
  },
  {
    name: 'seeds use what the product offers',
    files: ['seeds/**/*.ts'],
    ignores: TESTS,
    rules: restrict(noWayUp, noServerProcess, noInsides(ROOMS)),
  },
  {
    name: 'the one place that opens handles',
    files: ['db/handle.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    name: 'the database knows nothing above it',
    files: ['db/**/*.ts'],
    ignores: TESTS,
    rules: restrict(noAppCode, noSeeds),
  },

  {
    name: 'the terminal is the screen of a command',
    files: ['tests/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    name: 'playwright hands out its fixtures through a function called use',
    files: ['tests/e2e/**/*.ts', 'tests/screenshots/**/*.ts'],
    rules: { 'no-empty-pattern': 'off' },
  },
  {
    name: 'plain scripts have no types to check',
    files: ['**/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
