/** Puts load on a server and reads off what came back. */
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import { percentile } from './report';

export interface LoadResult {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly answers: number;
  /** Answers other than the expected ones, and connections that broke. */
  readonly wrong: number;
}

/** What one connection sends next. */
export interface NextRequest {
  readonly path: string;
  /** Another method than that of the load. */
  readonly method?: Load['method'];
  readonly body?: string;
}

export interface Load {
  readonly origin: string;
  readonly connections: number;
  readonly seconds: number;
  readonly method: 'GET' | 'POST';
  /** Headers of a connection, by its number. */
  readonly headers: (connection: number) => Record<string, string>;
  /** Called before each request of a connection. */
  readonly next: (connection: number) => NextRequest;
  /** The statuses that count as an answer. */
  readonly expected: readonly number[];
}

/** Runs the load once to warm up (a second), then for as long as asked, and measures only the latter. */
export async function load(plan: Load): Promise<LoadResult> {
  await warmUp(plan);
  return run(plan);
}

/** The same on a server of this machine, with the milliseconds of processor time that an answer took it. */
export async function loadOn(pid: number, plan: Load): Promise<LoadResult & { readonly cpu: number }> {
  await warmUp(plan);
  const before = cpuMs(pid);
  const result = await run(plan);
  return { ...result, cpu: (cpuMs(pid) - before) / result.answers };
}

async function warmUp(plan: Load): Promise<void> {
  await run({ ...plan, seconds: Math.min(2, plan.seconds) });
}

/** How long a process has been computing, its own code and the system for it; Linux counts in hundredths of a second. */
function cpuMs(pid: number): number {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [own, system] = fields.split(' ').slice(11, 13).map(Number);
  if (own === undefined || system === undefined)
    throw new Error('the system does not say how long it computed');
  return (own + system) * 10;
}

async function run(plan: Load): Promise<LoadResult> {
  const latencies: number[] = [];
  let wrong = 0;
  let connection = 0;
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const instance = autocannon(
      {
        url: plan.origin,
        connections: plan.connections,
        duration: plan.seconds,
        setupClient(client) {
          const own = connection;
          connection += 1;
          client.setRequests([
            {
              method: plan.method,
              headers: plan.headers(own),
              // Its own headers each time: autocannon adds the length of a body to them, for all that follow too.
              setupRequest: (request) => ({ ...request, headers: plan.headers(own), ...plan.next(own) }),
            },
          ]);
        },
      },
      (error: unknown, finished: autocannon.Result) => {
        if (error) reject(error instanceof Error ? error : new Error('autocannon failed', { cause: error }));
        else resolve(finished);
      },
    );
    instance.on('response', (_client, status, _bytes, responseTime) => {
      latencies.push(responseTime);
      if (!plan.expected.includes(status)) wrong += 1;
    });
  });
  return {
    perSecond: latencies.length / result.duration,
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    answers: latencies.length,
    wrong: wrong + result.errors + result.timeouts,
  };
}
