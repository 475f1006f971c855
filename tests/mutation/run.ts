/**
 * `npm run test:mutation`: changes the code in small ways, one at a time, and counts how many of these faults make a test
 * beside it fail. Held are the pure core, the policy, what hides names, what merges answers, and every file that writes.
 * Names of files measure those alone: `npm run test:mutation -- app/assessment/saveAnswer.server.ts`.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { ROOT } from '../product';

type Mutants = Awaited<ReturnType<Stryker['runMutationTest']>>;

const PURE_FILES = /^(instrument|policy)\/|^hall\/projector\/mask\.ts$|^assessment\/mergeChange\.ts$/;

/** Percent of the faults that must make a test fail: in these … */
const PURE = 90;
/** … and in what writes. */
const WRITING = 85;

/** Tests that do not stand beside the files they hold: what all kinds of topics share is asked of each of them. */
const EVERY_KIND = ['app/instrument/{counting,predecessors,target}.test.ts'];
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  'app/instrument/ladder': EVERY_KIND,
  'app/instrument/metrics': EVERY_KIND,
  'app/instrument/points': EVERY_KIND,
  'app/hall/minutes': ['tests/release/minutes.test.ts'],
  'app/release': ['tests/release/files.test.ts'],
};

const held = barsOf(readdirSync(`${ROOT}/app`, { recursive: true, encoding: 'utf8' }).sort());
const wished = process.argv.slice(2);
const unknown = wished.filter((file) => !held.has(file));
if (unknown.length > 0) throw new Error(`Not held by mutation: ${unknown.join(', ')}`);
const files = wished.length > 0 ? wished : [...held.keys()];

process.chdir(ROOT);
// The databases of the tests are files all the same, but thousands of runs need not wait for a disk.
const temporary = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'rakerda-mutation-'));
process.env.TMPDIR = temporary;
for (const folder of new Set(files.map((file) => dirname(file)))) {
  const here = files.filter((file) => dirname(file) === folder);
  const mutants = await mutate(folder, here);
  for (const file of here) {
    const bar = held.get(file) ?? 0;
    const { percent, tried, missed } = scoreOf(mutants.filter(({ fileName }) => fileName.endsWith(file)));
    if (percent < bar) process.exitCode = 1;
    console.log(
      `${percent < bar ? '✘' : '✔'} ${percent.toFixed(1).padStart(5)} % of ${String(tried).padStart(3)} (bar ${bar} %)  ${file}`,
    );
    for (const line of missed) console.log(`    ${line}`);
  }
}
rmSync(temporary, { recursive: true });

/** The files that are held → the bar of each. */
function barsOf(names: readonly string[]): ReadonlyMap<string, number> {
  const bars = new Map<string, number>();
  for (const name of names) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
    const file = `app/${name}`;
    if (PURE_FILES.test(name)) bars.set(file, PURE);
    else if (writes(readFileSync(`${ROOT}/${file}`, 'utf8'))) bars.set(file, WRITING);
  }
  return bars;
}

/** Whether a file takes the one way to write, is it, or is handed its open transaction. */
function writes(source: string): boolean {
  return (
    /import [^;]*\b(change|write|Doing|Trx)\b[^;]* from '~\/record\/change\.server'/.test(source) ||
    source.includes('export async function change')
  );
}

/** Tries the faults of the files of one folder against the tests of that folder. */
async function mutate(folder: string, here: readonly string[]): Promise<Mutants> {
  // Not by the option `testFiles`: with it faults in constants are put in after the constants were made, and all survive.
  process.env.NEAR_TESTS = [`${folder}/*.test.ts`, ...(ELSEWHERE[folder] ?? [])].join(' ');
  return new Stryker({
    mutate: [...here],
    testRunner: 'vitest',
    vitest: { configFile: 'tests/mutation/vitest.config.ts', related: true },
    coverageAnalysis: 'perTest',
    concurrency: 1,
    timeoutMS: 60_000,
    dryRunTimeoutMinutes: 10,
    // What neither the code nor a test changed is not tried again – unless the file was named: that a fault in a constant has
    // got a new test is not noticed.
    incremental: true,
    force: wished.length > 0,
    incrementalFile: `.mutation/${folder.replaceAll('/', '-')}.json`,
    tempDirName: '.mutation/trial',
    ignorePatterns: ['build', 'data', 'docs', 'public'],
    reporters: ['progress-append-only'],
    warnings: false,
    allowConsoleColors: false,
  }).runMutationTest();
}

function scoreOf(all: Mutants) {
  const tried = all.filter(({ status }) => /^(Killed|Timeout|Survived|NoCoverage)$/.test(status));
  const missed = tried.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  return {
    percent: tried.length === 0 ? 100 : (1 - missed.length / tried.length) * 100,
    tried: tried.length,
    missed: missed.map(({ location: { start }, mutatorName, replacement, status }) => {
      const fault = replacement.replace(/\s+/g, ' ').slice(0, 100);
      const untouched = status === 'NoCoverage' ? ' (no test goes there)' : '';
      return `${start.line}:${start.column} ${mutatorName} → ${fault}${untouched}`;
    }),
  };
}
