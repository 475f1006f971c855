/**
 * `npm test`: every check of the project in one order, stopping at the first that fails. Nothing is skipped: what a
 * check needs is installed where that can be done, and its absence is a failure where it cannot.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { z } from 'zod';
import { findChromium } from './chromium';
import { ROOT } from './product';

interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Skipped, pending or to do: not allowed. */
  readonly skipped: number;
}

interface Step {
  readonly name: string;
  readonly args: readonly string[];
  /** More of the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Reads how many tests ran, where the step runs tests. */
  readonly tally?: () => Tally;
}

const NEEDS = [
  { found: () => findChromium() !== null, package: 'chromium', what: 'Chromium (or CHROMIUM_PATH)' },
  { found: () => onPath('soffice'), package: 'libreoffice-calc', what: 'soffice (LibreOffice Calc)' },
  { found: hasWriter, package: 'libreoffice-writer', what: 'LibreOffice Writer' },
  { found: () => onPath('nginx'), package: 'nginx-light', what: 'nginx' },
  { found: () => onPath('caddy'), package: 'caddy', what: 'Caddy' },
  { found: () => onPath('prlimit') && onPath('setpriv'), package: 'util-linux', what: 'prlimit and setpriv' },
  { found: () => onPath('pdftotext'), package: 'poppler-utils', what: 'pdftotext' },
  {
    found: () =>
      existsSync('/usr/share/fonts/truetype/liberation') || process.platform !== 'linux' || anyFonts(),
    package: 'fonts-liberation',
    what: 'a set of fonts',
  },
];

/**
 * Where the product is used. Machines that run tests stand in UTC, where a day that slips through the machine's own
 * zone goes unnoticed: so one half of the tests, with the servers they start, runs in this zone, the other as it comes.
 */
const ZONE = 'Asia/Makassar';

/** Decision 0074. */
const MOST_SECOND_TRIES = 2;

const reports = mkdtempSync(join(tmpdir(), 'rakerda-reports-'));
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

/**
 * What runs one after the other; the lanes of one stage run side by side. Each of the first checks keeps one processor
 * busy and touches nothing of the others.
 */
const STAGES: readonly (readonly (readonly Step[])[])[] = [
  [
    [{ name: 'lint', args: ['run', '--silent', 'lint'] }],
    [
      { name: 'types', args: ['run', '--silent', 'typecheck'] },
      { name: 'format', args: ['run', '--silent', 'format:check'] },
      { name: 'structure: one way, no circles, nothing dead', args: ['run', '--silent', 'structure'] },
      { name: 'build', args: ['run', '--silent', 'build'] },
    ],
  ],
  [
    [
      {
        name: 'unit, integration, access',
        args: [
          'run',
          '--silent',
          'test:unit',
          '--',
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${vitestReport}`,
        ],
        env: { TZ: ZONE },
        tally: readVitest,
      },
    ],
  ],
  [[{ name: 'end to end', args: ['run', '--silent', 'test:e2e'], tally: readPlaywright }]],
];

const total = { passed: 0, failed: 0 };
process.exitCode = await run();

async function run(): Promise<number> {
  try {
    provide();
    for (const lanes of STAGES) {
      const ended = await Promise.all(lanes.map((steps) => runLane(steps, lanes.length > 1)));
      if (ended.includes('failed')) break;
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    total.failed += 1;
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

/** `besideOthers`: what a step says is kept until it ends, so that two do not speak at once. */
async function runLane(steps: readonly Step[], besideOthers: boolean): Promise<'passed' | 'failed'> {
  for (const step of steps) {
    if (!besideOthers) heading(step.name);
    const started = Date.now();
    const { status, output } = await runStep(step, besideOthers);
    const tally = step.tally?.() ?? { passed: 0, failed: 0, skipped: 0 };
    total.passed += tally.passed;
    total.failed += tally.failed;
    const complaint = judge(step, status, tally);
    if (besideOthers) heading(step.name);
    process.stdout.write(output);
    console.log(
      `${complaint === null ? '✔' : '✘'} ${step.name} – ${((Date.now() - started) / 1000).toFixed(1)} s${complaint === null ? '' : ` – ${complaint}`}`,
    );
    if (complaint === null) continue;
    // A step that fails without a failed test (types, lint, a crash) must not read as "0 failed".
    if (tally.failed === 0) total.failed += 1;
    return 'failed';
  }
  return 'passed';
}

/** The exit code (null when a signal ended it) and, where it is kept, what was said on both outputs. */
async function runStep(step: Step, isKept: boolean): Promise<{ status: number | null; output: string }> {
  const child = spawn('npm', step.args, {
    cwd: ROOT,
    stdio: ['inherit', isKept ? 'pipe' : 'inherit', isKept ? 'pipe' : 'inherit'],
    // One place of truth for the report's path; both runners print as usual besides.
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport, ...step.env },
  });
  const said: Buffer[] = [];
  child.stdout?.on('data', (part: Buffer) => said.push(part));
  child.stderr?.on('data', (part: Buffer) => said.push(part));
  // "close" comes when the outputs are read to their end as well.
  await once(child, 'close');
  return { status: child.exitCode, output: Buffer.concat(said).toString() };
}

/** What is wrong with a finished step; null when nothing is. */
function judge(step: Step, status: number | null, tally: Tally): string | null {
  if (status !== 0) return `ended with ${String(status)}`;
  if (!step.tally) return null;
  if (tally.failed > 0) return `${tally.failed} failed`;
  if (tally.skipped > 0) return `${tally.skipped} skipped; nothing may be skipped`;
  return tally.passed === 0 ? 'no test ran' : null;
}

/** Makes sure that the programs the tests drive are there. */
function provide(): void {
  const missing = NEEDS.filter((need) => !need.found());
  if (missing.length === 0) return;
  const packages = missing.map((need) => need.package);
  const list = missing.map((need) => `${need.what}: package ${need.package}`).join('\n  ');
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version') || !onPath('apt-get')) {
    throw new Error(`Missing, and only root on Debian can install it here:\n  ${list}`);
  }
  heading(`install ${packages.join(' ')}`);
  apt(['update']);
  apt(['install', '-y', '--no-install-recommends', ...packages]);
  const still = missing.filter((need) => !need.found());
  if (still.length > 0)
    throw new Error(`Still missing after installing: ${still.map((need) => need.what).join(', ')}`);
}

function apt(args: readonly string[]): void {
  const { status } = spawnSync('apt-get', args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed`);
}

function onPath(program: string): boolean {
  return findProgram(program) !== undefined;
}

function findProgram(program: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));
}

/** LibreOffice is often there without its Writer, which alone opens text documents. */
function hasWriter(): boolean {
  const soffice = findProgram('soffice');
  return soffice !== undefined && existsSync(join(dirname(realpathSync(soffice)), 'libswlo.so'));
}

function anyFonts(): boolean {
  const listed = spawnSync('fc-list', { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}

function heading(text: string): void {
  console.log(`\n── ${text} ${'─'.repeat(Math.max(0, 90 - text.length))}`);
}

function readVitest(): Tally {
  const report = readReport(
    vitestReport,
    z.object({
      numPassedTests: z.int(),
      numFailedTests: z.int(),
      numPendingTests: z.int(),
      numTodoTests: z.int(),
    }),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function readPlaywright(): Tally {
  const { stats } = readReport(
    playwrightReport,
    z.object({
      stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
    }),
  );
  const { expected, unexpected, flaky, skipped } = stats;
  // Named by the reporter above; more of them than this are no accident.
  if (flaky > 0)
    console.log(`${flaky} passed only on the second try: each is a bug, in it or in the product`);
  const isTooMuch = flaky > MOST_SECOND_TRIES;
  return {
    passed: expected + (isTooMuch ? 0 : flaky),
    failed: unexpected + (isTooMuch ? flaky : 0),
    skipped,
  };
}

function readReport<T>(path: string, schema: z.ZodType<T>): T {
  if (!existsSync(path)) throw new Error(`The tests left no report (${path})`);
  return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
}
