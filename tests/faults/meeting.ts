/** The hall's part of the kill drill: people vote and promise while the server is killed. */
import { randomUUID } from 'node:crypto';
import type { Sqlite } from '#db/handle';
import { expect } from 'vitest';
import type { Product } from '../product';
import { signedIn, type Visitor } from '../visitor';

export interface Participant {
  readonly visitor: Visitor;
  readonly username: string;
  readonly agency: string;
}

const LEVELS = [1, 2, 3, 4, 5];

export class Meeting {
  /** Accounts whose ballot the server said it has, by vote. */
  private readonly ballots = new Map<string, Set<string>>();
  /** What was promised, and the server said it has it. */
  private readonly promises = new Set<string>();
  private promised = 0;

  constructor(private readonly rakerda: string) {}

  /** Closes the vote of the round before and opens another one. */
  async openVote(running: Product): Promise<string> {
    const facilitator = await signedIn(running, 'fasilitator');
    const earlier = [...this.ballots.keys()].at(-1);
    if (earlier !== undefined) {
      const closed = await facilitator.post(this.votePath(earlier), { intent: 'closeAndReveal' });
      expect(closed.status, closed.text()).toBe(302);
    }
    const opened = await facilitator.post(`${this.rakerda}/suara`, {
      intent: 'open',
      indicator: 'spbe-2020:13',
      agency: '63.71',
    });
    expect(opened.status, opened.text()).toBe(302);
    const voteId = new URL(opened.location ?? '', running.origin).pathname.split('/').at(-1) ?? '';
    this.ballots.set(voteId, new Set());
    return voteId;
  }

  /** Votes, and changes that ballot as long as the server answers: it stays one. */
  async keepVoting(person: Participant, voteId: string, stopped: () => boolean): Promise<void> {
    for (let turn = 0; !stopped(); turn += 1) {
      const level = String(LEVELS[turn % LEVELS.length]);
      const answer = await person.visitor
        .post(this.votePath(voteId), { intent: 'cast', level })
        .catch(() => null);
      if (!answer) return;
      // A ballot of which only the answer was lost does not happen here: nobody goes on after the kill.
      expect(answer.location, answer.text()).toContain(turn === 0 ? 'pesan=masuk' : 'pesan=diubah');
      this.ballots.get(voteId)?.add(person.username);
    }
  }

  /** Promises one thing after the other; each form is sent twice, as by an impatient thumb. */
  async keepPromising(person: Participant, stopped: () => boolean): Promise<void> {
    while (!stopped()) {
      this.promised += 1;
      const what = `Janji ${String(this.promised)} dari ${person.username}`;
      const form = {
        intent: 'add',
        key: randomUUID(),
        agencyCode: person.agency,
        what,
        who: 'Kepala Dinas Kominfo',
        dueOn: '2099-12-15',
        measure: 'Dokumen ditandatangani',
        agendaItemId: '',
        instrumentCode: 'spbe-2020',
      };
      for (let sent = 0; sent < 2; sent += 1) {
        const answer = await person.visitor.post(`${this.rakerda}/komitmen`, form).catch(() => null);
        if (!answer) return;
        expect(answer.status, answer.text()).toBe(302);
        this.promises.add(what);
      }
    }
  }

  /** How much the server said it has. */
  acknowledged(): number {
    return this.promises.size + [...this.ballots.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** What was lost, and what was counted twice. */
  inspect(sqlite: Sqlite): readonly string[] {
    return [...this.inspectBallots(sqlite), ...this.inspectPromises(sqlite)];
  }

  private inspectBallots(sqlite: Sqlite): string[] {
    const votersOf = sqlite.prepare<[string], { username: string }>(
      `select a.username from vote_voter v join account a on a.id = v.account_id where v.vote_id = ?`,
    );
    const countsOf = sqlite.prepare<[{ readonly vote: string }], { tally: number; events: number }>(
      `select (select count(*) from vote_ballot where vote_id = @vote)
           + (select sum(votes) from vote_tally where vote_id = @vote) as tally,
         (select count(*) from event where type = 'vote.cast' and json_extract(payload, '$.voteId') = @vote) as events`,
    );
    return [...this.ballots].flatMap(([voteId, acknowledged]) => {
      const voters = new Set(votersOf.all(voteId).map(({ username }) => username));
      const counts = countsOf.get({ vote: voteId });
      const lost = [...acknowledged].filter((username) => !voters.has(username));
      // One voter, one ballot, one line in the record: all or nothing.
      const isWhole = counts?.tally === voters.size && counts.events === voters.size;
      return [
        ...lost.map((username) => `${voteId}: the ballot of ${username} is gone`),
        ...(isWhole ? [] : [`${voteId}: ${voters.size} voters, but ${JSON.stringify(counts)}`]),
      ];
    });
  }

  private inspectPromises(sqlite: Sqlite): string[] {
    const stored = sqlite
      .prepare<[], { what: string; rows: number }>(
        `select what, count(*) as rows from commitment where what like 'Janji %' group by what`,
      )
      .all();
    const known = new Map(stored.map(({ what, rows }) => [what, rows]));
    const events = sqlite
      .prepare<[], { events: number }>(`select count(*) as events from event where type = 'commitment.added'`)
      .get();
    const all = sqlite.prepare<[], { rows: number }>(`select count(*) as rows from commitment`).get();
    return [
      ...[...this.promises].filter((what) => !known.has(what)).map((what) => `${what}: is gone`),
      ...stored.filter(({ rows }) => rows !== 1).map(({ what, rows }) => `${what}: stands ${rows} times`),
      ...(events?.events === all?.rows
        ? []
        : [`${String(all?.rows)} commitments, but ${String(events?.events)} events`]),
    ];
  }

  private votePath(voteId: string): string {
    return `${this.rakerda}/suara/${voteId}`;
  }
}
