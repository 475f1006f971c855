/**
 * One connection per browser, however many tabs: browsers allow six per server. One tab leads and tells the others over
 * a BroadcastChannel, which also exists on plain http pages; Web Locks do not. A tab that closes names the next one. Nothing is lost when the lead changes:
 * each tab says from where it wants to be told, and leaves out what it knows already.
 */
import * as z from 'zod/mini';
import type { LiveState } from './line';
import { liveEventSchema } from './liveEvents';
import { type EventSupply, type Heard, Source, type Wish } from './source';

const from = z.string();

const messageSchema = z.discriminatedUnion('kind', [
  /** Who leads, and please tell everything after `since`. */
  z.object({ kind: z.literal('wish'), from, since: z.int(), followsScreen: z.boolean() }),
  z.object({ kind: z.literal('lead'), from, state: z.enum(['connecting', 'open', 'asking', 'lost']) }),
  z.object({ kind: z.literal('event'), from, event: liveEventSchema }),
  /** Somebody closes; where it led, `next` leads now. */
  z.object({ kind: z.literal('leave'), from, next: z.nullable(from) }),
]);

type Message = z.infer<typeof messageSchema>;

const LEAD_MS = 1500;
/** A leader that says nothing for this long is gone. */
const GONE_MS = 5000;
/** How long to wait for an answer before leading; by chance, so that two tabs seldom begin together. */
const WAIT_MS = { least: 250, more: 250 };

export class SharedSource implements EventSupply {
  private readonly me = Math.random().toString(36).slice(2);
  private readonly channel: BroadcastChannel;
  private source: EventSupply | null = null;
  private state: LiveState = 'connecting';
  private leader: string | null = null;
  /** Tabs that were heard and have not left; who was killed says nothing and stays. */
  private readonly others = new Set<string>();
  private leaderAt = 0;
  private waiting: number | undefined;
  private readonly look = window.setInterval(() => this.onLook(), LEAD_MS);

  /**
   * @param account whose tabs share: another account's may be told something else
   * @param current what the listeners of this tab wish for now
   * @param open what leads: the connection that all share
   */
  constructor(
    private readonly address: string,
    account: string,
    private readonly current: () => Wish,
    private readonly heard: Heard,
    private readonly open: (...args: ConstructorParameters<typeof Source>) => EventSupply = (...args) =>
      new Source(...args),
  ) {
    this.channel = new BroadcastChannel(`rakerda-live:${account}:${address}`);
    this.channel.onmessage = ({ data }) => {
      const message = messageSchema.safeParse(data);
      if (message.success) this.onMessage(message.data);
    };
    this.seekLeader();
  }

  wish(wish: Wish): void {
    if (this.source) this.source.wish(wish);
    else this.say({ kind: 'wish', from: this.me, ...wish });
  }

  close(): void {
    window.clearInterval(this.look);
    window.clearTimeout(this.waiting);
    const [next = null] = this.source ? this.others : [];
    this.say({ kind: 'leave', from: this.me, next });
    this.source?.close();
    this.channel.close();
  }

  private say(message: Message): void {
    this.channel.postMessage(message);
  }

  private seekLeader(): void {
    this.leader = null;
    this.say({ kind: 'wish', from: this.me, ...this.current() });
    window.clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => this.lead(), WAIT_MS.least + Math.random() * WAIT_MS.more);
  }

  private lead(): void {
    window.clearTimeout(this.waiting);
    this.leader = this.me;
    this.source = this.open(this.address, this.current(), {
      onEvent: (event) => {
        this.say({ kind: 'event', from: this.me, event });
        this.heard.onEvent(event);
      },
      onState: (state) => {
        this.tell(state);
        this.sayLead();
      },
    });
    this.sayLead();
  }

  private sayLead(): void {
    this.say({ kind: 'lead', from: this.me, state: this.state });
  }

  private onMessage(message: Message): void {
    switch (message.kind) {
      case 'wish':
        this.others.add(message.from);
        if (!this.source) return;
        this.source.wish(message);
        this.sayLead();
        return;
      case 'lead':
        this.onLead(message.from, message.state);
        return;
      case 'event':
        this.heard.onEvent(message.event);
        return;
      case 'leave':
        this.others.delete(message.from);
        if (message.from !== this.leader) return;
        // All others wait a moment first, and hear of it before they would lead themselves.
        if (message.next === this.me) this.lead();
        else this.seekLeader();
    }
  }

  private onLead(leader: string, state: LiveState): void {
    this.others.add(leader);
    if (this.source) {
      // Two lead: the one whose name comes first goes on, and is told so.
      if (this.me < leader) {
        this.sayLead();
        return;
      }
      this.source.close();
      this.source = null;
    }
    window.clearTimeout(this.waiting);
    this.leaderAt = Date.now();
    if (this.leader !== leader) {
      this.leader = leader;
      this.say({ kind: 'wish', from: this.me, ...this.current() });
    }
    this.tell(state);
  }

  private onLook(): void {
    if (this.source) this.sayLead();
    else if (this.leader !== null && Date.now() - this.leaderAt > GONE_MS) {
      this.tell('connecting');
      this.seekLeader();
    }
  }

  private tell(state: LiveState): void {
    if (state === this.state) return;
    this.state = state;
    this.heard.onState(state);
  }
}
