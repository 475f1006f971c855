/** Where the events of one Rakerda come from: its stream, or questions every few seconds while no stream gets through. */
import { askServer, retryPause } from '~/ui/askServer';
import {
  type Line,
  lineAfter,
  type LiveState,
  mustAsk,
  mustReopen,
  openLine,
  type Sign,
  stateOf,
} from './line';
import { BEAT, LIVE_EVENT_TYPES, type LiveEvent, parseLiveAnswer, parseLiveEvent } from './liveEvents';

export interface Heard {
  onEvent(event: LiveEvent): void;
  onState(state: LiveState): void;
}

/** From where somebody wants to be told, and whether of every change of an answer. */
export interface Wish {
  readonly since: number;
  readonly followsScreen: boolean;
}

export interface EventSupply {
  /** Sees to it that everything is told that is wished for, again where need be. */
  wish(wish: Wish): void;
  close(): void;
}

const LOOK_MS = 1000;
/** How often the page asks; the words of the mark name it. */
const ASK_MS = 4000;
const ASK_LIMIT_MS = 8000;
/** A stream that broke mostly comes back by itself within this time. */
const GRACE_MS = 1500;
/** First and longest pause after the browser gave the stream up (signed out, server away behind a proxy). */
const RETRY_MS = { first: 1000, longest: 30_000 };

/** One connection of this page's own. */
export class Source implements EventSupply {
  private stream: EventSource | null = null;
  private line: Line = openLine(Date.now());
  private state: LiveState = 'connecting';
  private readonly look = window.setInterval(() => this.onLook(), LOOK_MS);
  private retry: number | undefined;
  private pause = RETRY_MS.first;
  private isAsking = false;
  private failures = 0;
  private askAt = 0;
  private isClosed = false;

  constructor(
    private readonly address: string,
    /** Everything up to `since` was handed out. */
    private wished: Wish,
    private readonly heard: Heard,
  ) {
    this.open();
  }

  wish(wish: Wish): void {
    const isTold = wish.since >= this.wished.since && (this.wished.followsScreen || !wish.followsScreen);
    if (isTold) return;
    this.wished = {
      since: Math.min(wish.since, this.wished.since),
      followsScreen: wish.followsScreen || this.wished.followsScreen,
    };
    this.open();
  }

  close(): void {
    this.isClosed = true;
    window.clearInterval(this.look);
    window.clearTimeout(this.retry);
    this.stream?.close();
  }

  private get query(): string {
    return `?sejak=${String(this.wished.since)}${this.wished.followsScreen ? '&layar=1' : ''}`;
  }

  private open(): void {
    window.clearTimeout(this.retry);
    this.stream?.close();
    const opened = new EventSource(this.address + this.query);
    this.stream = opened;
    opened.onerror = () => {
      this.sign('broken');
      this.askAt = Math.max(this.askAt, Date.now() + GRACE_MS);
      if (opened.readyState !== EventSource.CLOSED) return;
      this.retry = window.setTimeout(() => this.open(), this.pause);
      this.pause = Math.min(this.pause * 2, RETRY_MS.longest);
    };
    const onSign = () => {
      this.pause = RETRY_MS.first;
      this.failures = 0;
      this.sign('heard');
    };
    opened.addEventListener(BEAT, (message) => {
      onSign();
      this.moveTo(Number(message.lastEventId));
    });
    for (const type of LIVE_EVENT_TYPES) {
      opened.addEventListener(type, (message) => {
        onSign();
        const event = parseLiveEvent(String(message.data));
        if (event) this.pass(event);
      });
    }
  }

  private onLook(): void {
    const now = Date.now();
    if (mustReopen(this.line, now)) {
      this.sign('reopened');
      this.open();
    }
    if (mustAsk(this.line, now) && !this.isAsking && now >= this.askAt) void this.ask();
    this.tell();
  }

  private async ask(): Promise<void> {
    this.isAsking = true;
    const options = { cache: 'no-store', headers: { Accept: 'application/json' } } as const;
    const answer = await askServer(
      `${this.address}/kabar${this.query}`,
      options,
      async (response) => (response.ok ? parseLiveAnswer(await response.json()) : null),
      ASK_LIMIT_MS,
    ).catch(() => null);
    this.isAsking = false;
    if (this.isClosed) return;
    this.failures = answer ? 0 : this.failures + 1;
    this.askAt = Date.now() + (answer ? (answer.hasMore ? 0 : ASK_MS) : retryPause(this.failures));
    for (const event of answer?.events ?? []) this.pass(event);
    if (answer) this.moveTo(answer.upTo);
    this.sign(answer ? 'answered' : 'unanswered');
  }

  private pass(event: LiveEvent): void {
    if (event.type !== 'presence') this.moveTo(event.seq);
    this.heard.onEvent(event);
  }

  private moveTo(seq: number): void {
    if (seq > this.wished.since) this.wished = { ...this.wished, since: seq };
  }

  private sign(sign: Sign): void {
    this.line = lineAfter(this.line, sign, Date.now());
    this.tell();
  }

  private tell(): void {
    const state = stateOf(this.line, Date.now());
    if (state === this.state) return;
    this.state = state;
    this.heard.onState(state);
  }
}
