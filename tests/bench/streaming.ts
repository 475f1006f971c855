/**
 * A thousand open event streams: how long after a save everybody has it, and whether anything is lost or comes twice —
 * also for those who are cut off in the middle and resume. Next to it, in the same run, a bare fan-out of the same bytes.
 */
import { type ChildProcess, execFileSync, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { frame } from '~/live/liveStream.server';
import { pause, type Product, ROOT } from '../product';
import { answerFields, answerPath } from '../saving';
import { signedIn, type Visitor } from '../visitor';
import { INDICATORS, LISTENING_HALL, REGENCIES } from './data';
import { held, type Line, ms, percentile, shown, times } from './report';
import { now, type Order, type Received, type Told } from './streamReaders';

const STREAMS = 1000;
const READERS = 2;
/** Saves per second: thirteen agencies that work fast. */
const PACE = 20;
/** Streams of each reader that are cut off once, after three quarters: how long an event takes is judged on those before. */
const CUT = 50;
/** How long after the last save everything must have arrived. */
const SETTLE_MS = 3000;

export async function benchStreaming(product: Product, seconds: number): Promise<readonly Line[]> {
  demandFiles(STREAMS + 200);
  const saves = keys(Math.min(seconds * PACE, REGENCIES.length * INDICATORS));
  const operators = new Map<string, Visitor>();
  for (const agency of REGENCIES) {
    operators.set(agency, await signedIn(product, `operator.${agency.replace('.', '')}`));
  }
  const facilitator = await signedIn(product, 'fasilitator');
  const ours = await measure(
    `${product.origin}/rakerda/${LISTENING_HALL}/langsung`,
    facilitator.cookieHeader(),
    saves,
    async ({ agency, indicator }) => {
      const answer = await operators
        .get(agency)
        ?.post(
          answerPath(LISTENING_HALL, agency, indicator),
          answerFields({ version: 0, level: 3, justification: 'Siaran.' }),
          { Origin: product.origin, Accept: 'application/json' },
        );
      if (answer?.status !== 200) throw new Error(`a save was answered ${String(answer?.status)}`);
    },
    CUT,
  );
  const bare = await withBareFanOut((origin) =>
    measure(origin, '', saves, async ({ agency, indicator }, seq) => {
      await fetch(origin, {
        method: 'POST',
        body: frame({
          type: 'level',
          seq,
          assessmentId: '00000000-0000-0000-0000-000000000000',
          agency,
          indicator,
          version: 1,
          level: 3,
          discuss: false,
        }),
      });
    }),
  );
  return [
    shown('bare fan-out of the same bytes, save → received', `p50 ${ms(bare.p50)}, p99 ${ms(bare.p99)}`),
    held(
      `${STREAMS} open streams, save → received, p99`,
      `${ms(ours.p99)} (p50 ${ms(ours.p50)})`,
      '≤ 250 ms',
      ours.p99 <= 250,
    ),
    shown('our p99 ÷ bare p99', times(ours.p99 / bare.p99)),
    shown('p99 with a hundred streams that resume at once', ms(ours.p99WithResuming)),
    held(
      `events lost, of ${saves.length} × ${STREAMS}, ${READERS * CUT} streams cut once`,
      String(ours.lost),
      '0',
      ours.lost === 0,
    ),
    held('events doubled', String(ours.doubled), '0', ours.doubled === 0),
  ];
}

interface Saved {
  readonly agency: string;
  readonly indicator: number;
}

/** Every answer is saved once, so that each event can be told from the others. */
function keys(count: number): readonly Saved[] {
  return Array.from({ length: count }, (_, n) => ({
    agency: REGENCIES[n % REGENCIES.length] ?? '',
    indicator: Math.floor(n / REGENCIES.length) + 1,
  }));
}

async function measure(
  url: string,
  cookie: string,
  saves: readonly Saved[],
  save: (what: Saved, seq: number) => Promise<void>,
  cut = 0,
): Promise<{ p50: number; p99: number; p99WithResuming: number; lost: number; doubled: number }> {
  const readers = Array.from({ length: READERS }, () =>
    fork(join(ROOT, 'tests/bench/streamReaders.ts'), { execArgv: ['--import', 'tsx'] }),
  );
  try {
    await Promise.all(
      readers.map((reader) =>
        order(reader, { kind: 'open', url, cookie, streams: STREAMS / READERS }, 'opened'),
      ),
    );
    const sent = new Map<string, number>();
    const pending: Promise<void>[] = [];
    const started = now();
    let resuming: Promise<unknown> = Promise.resolve();
    for (const [n, what] of saves.entries()) {
      await pause(Math.max(0, started + (n * 1000) / PACE - now()));
      if (cut > 0 && n === cutAt(saves.length)) {
        resuming = Promise.all(
          readers.map((reader) => order(reader, { kind: 'cut', streams: cut }, 'resumed')),
        );
      }
      sent.set(`${what.agency}/${what.indicator}`, now());
      pending.push(save(what, n + 1));
    }
    await Promise.all(pending);
    await resuming;
    await pause(SETTLE_MS);
    const reports = await Promise.all(readers.map((reader) => order(reader, { kind: 'report' }, 'received')));
    return summarise(sent, reports);
  } finally {
    for (const reader of readers) reader.kill();
  }
}

/** Place of the first save that some streams are cut off from. */
function cutAt(saves: number): number {
  return Math.floor(saves * 0.75);
}

function summarise(sent: ReadonlyMap<string, number>, reports: readonly Received[]) {
  const latencies: number[] = [];
  const undisturbed: number[] = [];
  const before = new Set([...sent.keys()].slice(0, cutAt(sent.size)));
  for (const { times: received } of reports) {
    for (const [key, at] of sent) {
      for (const time of received[key] ?? []) {
        latencies.push(time - at);
        if (before.has(key)) undisturbed.push(time - at);
      }
    }
  }
  const doubled = reports.reduce((sum, report) => sum + report.doubled, 0);
  return {
    p50: percentile(undisturbed, 0.5),
    p99: percentile(undisturbed, 0.99),
    p99WithResuming: percentile(latencies, 0.99),
    lost: sent.size * STREAMS - (latencies.length - doubled),
    doubled,
  };
}

async function order<Kind extends Told['kind']>(
  reader: ChildProcess,
  what: Order,
  kind: Kind,
): Promise<Extract<Told, { kind: Kind }>> {
  const answer = new Promise<Extract<Told, { kind: Kind }>>((resolve, reject) => {
    const onExit = () => reject(new Error('a reader of streams ended'));
    reader.once('exit', onExit);
    const onMessage = (told: Told) => {
      if (!isKind(told, kind)) return;
      reader.off('exit', onExit);
      reader.off('message', onMessage);
      resolve(told);
    };
    reader.on('message', onMessage);
  });
  reader.send(what);
  return answer;
}

function isKind<Kind extends Told['kind']>(told: Told, kind: Kind): told is Extract<Told, { kind: Kind }> {
  return told.kind === kind;
}

async function withBareFanOut<T>(work: (origin: string) => Promise<T>): Promise<T> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/bench/bareFanOut.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    child.stdout.setEncoding('utf8');
    const [port] = (await once(child.stdout, 'data')) as [string];
    return await work(`http://127.0.0.1:${port.trim()}`);
  } finally {
    child.kill('SIGTERM');
  }
}

/** Node raises its own soft limit of open files to the hard one; where that is too low, nothing here can be measured. */
function demandFiles(wanted: number): void {
  const hard = execFileSync('sh', ['-c', 'ulimit -Hn'], { encoding: 'utf8' }).trim();
  if (hard !== 'unlimited' && Number(hard) < wanted) {
    throw new Error(`The limit of open files is ${hard}; ${String(wanted)} are needed (ulimit -n)`);
  }
}
