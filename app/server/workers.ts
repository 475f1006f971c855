/** The threads that do heavy work, and who may ask them for how much. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { type Asker, type Job, WorkRefused, type Workers } from '~/work';

export interface WorkLimits {
  readonly threads: number;
  /** Of them, how many stand ready where there is no work. */
  readonly ready: number;
  /** Pieces of work that are asked for and not done yet. */
  readonly open: number;
  /** The same, of one person. */
  readonly openOfOne: number;
  /** From the asking to the end, the wait included. */
  readonly patienceMs: number;
}

const LIMITS: WorkLimits = {
  // One core stays with the requests; a spreadsheet of the country takes 200 MB in each thread.
  threads: Math.max(1, Math.min(3, availableParallelism() - 1)),
  // A thread takes a second or two to start, and who waits for a file should not wait for it too.
  ready: 1,
  open: 48,
  openOfOne: 6,
  patienceMs: 90_000,
};

const IDLE_MS = 60_000;
const THREAD_MEGABYTES = 1024;
/** Where cores are short, saves go first. */
const NICE = 2;

const THREAD = fileURLToPath(new URL('./thread.js', import.meta.url));

/**
 * Opens the pool; more threads than stand ready start when there is work, and end when there was none for a while.
 * @param onFault is told what went wrong with a thread that nobody waits for any more
 * @param differing limits that are not the usual ones
 */
export function openWorkers(
  onFault: (error: unknown) => void,
  differing: Partial<WorkLimits> = {},
  filename = THREAD,
): Workers {
  const limits = { ...LIMITS, ...differing };
  const pool = new Piscina({
    filename,
    // The thread says itself how it reads its sources, whoever started the process.
    execArgv: [],
    minThreads: limits.ready,
    maxThreads: limits.threads,
    idleTimeout: IDLE_MS,
    concurrentTasksPerWorker: 1,
    niceIncrement: NICE,
    resourceLimits: { maxOldGenerationSizeMb: THREAD_MEGABYTES },
  });
  pool.on('error', onFault);
  const lines = new Map<string, Line>();
  let open = 0;

  return {
    async run<Input, Output>(job: Job<Input, Output>, input: Input, { actor, gone }: Asker): Promise<Output> {
      const line = lines.get(actor.id) ?? { open: 0, last: Promise.resolve() };
      if (open >= limits.open || line.open >= limits.openOfOne) throw new WorkRefused('full');
      lines.set(actor.id, line);
      open += 1;
      line.open += 1;
      const end = endOf(gone, limits.patienceMs);
      const done = line.last.then(() => pool.run({ name: job.name, input }, { signal: end.signal }));
      line.last = done.then(nothing, nothing);
      try {
        return job.output.parse(await Promise.race([done, end.never]));
      } catch (error) {
        throw end.refusal() ?? error;
      } finally {
        end.forget();
        open -= 1;
        line.open -= 1;
        if (line.open === 0) lines.delete(actor.id);
      }
    },
    close: () => pool.destroy(),
  };
}

interface Line {
  open: number;
  /** Settles when the person's work before is done, however it ended. */
  last: Promise<void>;
}

function nothing(): void {
  // Whoever waits in line does not ask how it ended.
}

/** The end of waiting for work: the one who asked has gone, or it takes too long. */
function endOf(gone: AbortSignal, patienceMs: number) {
  const ended = new AbortController();
  let why: WorkRefused['why'] | null = null;
  let giveUp: (reason: WorkRefused) => void = nothing;
  const never = new Promise<never>((_resolve, reject) => {
    giveUp = reject;
  });
  // Where nobody waits for it, it is no fault.
  never.catch(nothing);
  const end = (because: WorkRefused['why']) => {
    why ??= because;
    ended.abort();
    giveUp(new WorkRefused(why));
  };
  const leave = () => end('gone');
  const timer = setTimeout(() => end('slow'), patienceMs);
  gone.addEventListener('abort', leave, { once: true });
  if (gone.aborted) leave();
  return {
    signal: ended.signal,
    never,
    refusal: () => (why === null ? null : new WorkRefused(why)),
    forget() {
      clearTimeout(timer);
      gone.removeEventListener('abort', leave);
    },
  };
}
