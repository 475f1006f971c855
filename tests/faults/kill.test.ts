import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHandle, type Sqlite } from '#db/handle';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pause, type Product, startProduct } from '../product';
import { answerFields, answerPath } from '../saving';
import { signedIn, type Visitor } from '../visitor';
import { Meeting, type Participant } from './meeting';

/** `kill -9` in the middle of this many people saving. */
const ROUNDS = Number(process.env.FAULT_ROUNDS ?? 5);
const RAKERDA = 'demo-kalsel-2025';
/** Their demo assessments are drafts; operator and head both write, each to indicators of their own. */
const AGENCIES = ['63.01', '63.02', '63.05', '63.08', '63.10'];
const WRITERS_PER_AGENCY = 4;

interface Saved {
  readonly agency: string;
  readonly indicator: number;
  readonly version: number;
  readonly level: number;
}

let folder: string;
let product: Product | undefined;
/** The newest answer of each place that the server said it has. */
const acknowledged = new Map<string, Saved>();
let acknowledgedInAll = 0;
const meeting = new Meeting(`/rakerda/${RAKERDA}`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rakerda-faults-'));
  product = await startProduct({ folder });
});

afterAll(async () => {
  await product?.kill();
  await rm(folder, { recursive: true, force: true });
});

it.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
  'round %i: killed while twenty people save, vote and promise, nothing that was acknowledged is lost',
  async (round) => {
    const running = product ?? (await startProduct({ folder }));
    const { writers, people } = await gatherWriters(running);
    const stored = storedVersions(running.databaseFile);
    let killed = false;
    const stopped = () => killed;
    const work = writers.map((writer) => keepSaving(writer, stored, stopped));
    // Everybody is in the middle of it, and it is not always the same moment of a save.
    const enough = acknowledgedInAll + 3 * writers.length;
    await waitUntil(() => acknowledgedInAll >= enough);
    const voteId = await meeting.openVote(running);
    const heard = meeting.acknowledged();
    for (const person of people) {
      work.push(meeting.keepVoting(person, voteId, stopped), meeting.keepPromising(person, stopped));
    }
    // Some ballots are in, others on their way.
    await waitUntil(() => meeting.acknowledged() > heard + round);
    await pause((round * 137) % 300);
    await running.kill();
    product = undefined;
    killed = true;
    await Promise.all(work);

    // It starts again by itself, on the same file, and has everything.
    product = await startProduct({ folder });
    const problems = inspect(product.databaseFile);
    expect(problems).toEqual([]);
  },
);

async function waitUntil(reached: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!reached()) {
    if (Date.now() > deadline) throw new Error('The writers do not get anywhere');
    await pause(5);
  }
}

interface Writer {
  readonly visitor: Visitor;
  readonly agency: string;
  readonly indicators: readonly number[];
}

interface Hall {
  readonly writers: readonly Writer[];
  readonly people: readonly Participant[];
}

async function gatherWriters(running: Product): Promise<Hall> {
  const writers: Writer[] = [];
  const people: Participant[] = [];
  for (const agency of AGENCIES) {
    const accounts: Visitor[] = [];
    for (const role of ['operator', 'kepala']) {
      const username = `${role}.${agency.replace('.', '')}`;
      const visitor = await signedIn(running, username);
      accounts.push(visitor);
      people.push({ visitor, username, agency });
    }
    for (let part = 0; part < WRITERS_PER_AGENCY; part += 1) {
      const visitor = accounts[part % accounts.length];
      if (!visitor) throw new Error('No account');
      const indicators = Array.from({ length: 47 }, (_, i) => i + 1).filter(
        (no) => no % WRITERS_PER_AGENCY === part,
      );
      writers.push({ visitor, agency, indicators });
    }
  }
  return { writers, people };
}

async function keepSaving(
  writer: Writer,
  versions: Map<string, number>,
  stopped: () => boolean,
): Promise<void> {
  for (let turn = 0; !stopped(); turn += 1) {
    const indicator = writer.indicators[turn % writer.indicators.length] ?? 1;
    const place = `${writer.agency}/${indicator}`;
    const version = versions.get(place) ?? 0;
    const level = 1 + ((version + indicator + turn) % 5);
    const fields = answerFields({ version, level, justification: `Versi ${version + 1} dari ${place}.` });
    const answer = await writer.visitor
      .post(answerPath(RAKERDA, writer.agency, indicator), fields)
      .catch(() => null);
    // No answer: the server went away. Whether this one was stored is open; the next round reads the version it finds.
    if (!answer) return;
    expect(answer.status, answer.text()).toBe(200);
    versions.set(place, version + 1);
    acknowledged.set(place, { agency: writer.agency, indicator, version: version + 1, level });
    acknowledgedInAll += 1;
  }
}

interface StoredRow {
  readonly agency: string;
  readonly indicator: number;
  readonly version: number;
  readonly level: number | null;
}

const STORED = `select s.agency_code as agency, a.indicator_no as indicator, a.version, a.level
  from answer a join assessment s on s.id = a.assessment_id where s.rakerda_id = '${RAKERDA}'`;

function storedVersions(databaseFile: string): Map<string, number> {
  return read(databaseFile, (sqlite) => {
    const rows = sqlite.prepare<[], StoredRow>(STORED).all();
    return new Map(rows.map((row) => [`${row.agency}/${row.indicator}`, row.version]));
  });
}

/** Everything that is not as it was acknowledged, and everything that does not fit together. */
function inspect(databaseFile: string): readonly string[] {
  return read(databaseFile, (sqlite) => {
    const integrity: unknown = sqlite.pragma('integrity_check', { simple: true });
    const foreignKeys: unknown = sqlite.pragma('foreign_key_check');
    const rows = sqlite.prepare<[], StoredRow>(STORED).all();
    const stored = new Map(rows.map((row) => [`${row.agency}/${row.indicator}`, row]));
    const lost = [...acknowledged].flatMap(([place, saved]) => {
      const found = stored.get(place);
      if (!found || found.version < saved.version) return [`${place}: version ${saved.version} is gone`];
      // A later version is the save that was on its way when the server was killed.
      return found.version === saved.version && found.level !== saved.level
        ? [`${place}: level differs`]
        : [];
    });
    // The record holds one event per version: no answer without its event, no event without its answer.
    const unrecorded = sqlite
      .prepare<[], { place: string; version: number; events: number }>(
        `select s.agency_code || '/' || a.indicator_no as place, a.version,
           (select count(*) from event e where e.assessment_id = a.assessment_id
              and e.indicator_no = a.indicator_no and e.type = 'answer.saved') as events
         from answer a join assessment s on s.id = a.assessment_id`,
      )
      .all()
      .filter((row) => row.events !== row.version)
      .map((row) => `${row.place}: version ${row.version} but ${row.events} events`);
    // The levels that scores are read from say the same as the answers.
    const torn = sqlite
      .prepare<[], { agency: string }>(
        `select s.agency_code as agency from assessment s join answer a on a.assessment_id = s.id
         where a.level is not json_extract(s.levels, '$[' || (a.indicator_no - 1) || ']')`,
      )
      .all()
      .map((row) => `${row.agency}: levels differ from the answers`);
    return [
      ...(integrity === 'ok' ? [] : [`integrity_check: ${String(integrity)}`]),
      ...(Array.isArray(foreignKeys) && foreignKeys.length === 0 ? [] : ['foreign_key_check found rows']),
      ...lost,
      ...unrecorded,
      ...torn,
      ...meeting.inspect(sqlite),
    ];
  });
}

function read<T>(databaseFile: string, ask: (sqlite: Sqlite) => T): T {
  const sqlite = openHandle(databaseFile, { readonly: true });
  try {
    return ask(sqlite);
  } finally {
    sqlite.close();
  }
}
