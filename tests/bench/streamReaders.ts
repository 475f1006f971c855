/**
 * Many open event streams in one process, so that reading them does not slow down the process that measures saving.
 * Told by its parent: `open` (where, how many), `cut` (drop some and let them resume), `report`.
 */
import { type ClientRequest, get } from 'node:http';

export type Order =
  | { readonly kind: 'open'; readonly url: string; readonly cookie: string; readonly streams: number }
  | { readonly kind: 'cut'; readonly streams: number }
  | { readonly kind: 'report' };

export interface Received {
  readonly kind: 'received';
  /** What was saved (`63.01/7`) → when each stream received it, in milliseconds of the machine's monotonic clock. */
  readonly times: Readonly<Record<string, readonly number[]>>;
  /** Events that a stream received twice. */
  readonly doubled: number;
}
export type Told = { readonly kind: 'opened' } | { readonly kind: 'resumed' } | Received;

/** Comparable between processes of one machine. */
export function now(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

class Stream {
  private request: ClientRequest | null = null;
  private lastId = '';
  private rest = '';
  private readonly seen = new Set<string>();

  constructor(
    private readonly url: string,
    private readonly cookie: string,
    private readonly onEvent: (key: string, isDouble: boolean) => void,
  ) {}

  /** Resolves with the first bytes: from there on the server has the stream. */
  open(): Promise<void> {
    return new Promise((resolve, reject) => {
      const resume = this.lastId === '' ? {} : { 'Last-Event-ID': this.lastId };
      const request = get(
        this.url,
        { agent: false, headers: { Cookie: this.cookie, ...resume } },
        (response) => {
          if (response.statusCode !== 200)
            reject(new Error(`stream answered ${String(response.statusCode)}`));
          response.setEncoding('utf8');
          response.once('data', () => resolve());
          response.on('data', (text: string) => this.read(text));
          response.on('error', () => undefined);
        },
      );
      request.on('error', reject);
      this.request = request;
    });
  }

  async cutAndResume(): Promise<void> {
    this.request?.destroy();
    this.rest = '';
    await this.open();
  }

  private read(text: string): void {
    const blocks = (this.rest + text).split('\n\n');
    this.rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const id = /^id: (\d+)$/m.exec(block)?.[1];
      if (id !== undefined) this.lastId = id;
      const level = /"agency":"([^"]+)","indicator":(\d+)/.exec(block);
      if (!level) continue;
      const key = `${level[1] ?? ''}/${level[2] ?? ''}`;
      this.onEvent(key, this.seen.has(key));
      this.seen.add(key);
    }
  }
}

const streams: Stream[] = [];
const times: Record<string, number[]> = {};
let doubled = 0;

function tell(told: Told): void {
  process.send?.(told);
}

async function obey(order: Order): Promise<void> {
  if (order.kind === 'open') {
    for (let n = 0; n < order.streams; n += 1) {
      const stream = new Stream(order.url, order.cookie, (key, isDouble) => {
        if (isDouble) doubled += 1;
        (times[key] ??= []).push(now());
      });
      streams.push(stream);
      await stream.open();
    }
    tell({ kind: 'opened' });
  } else if (order.kind === 'cut') {
    await Promise.all(streams.slice(0, order.streams).map((stream) => stream.cutAndResume()));
    tell({ kind: 'resumed' });
  } else {
    tell({ kind: 'received', times, doubled });
  }
}

process.on('message', (order: Order) => {
  obey(order).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
