/** The files of topics of every kind: what they hold, that they are proven from themselves alone, and who gets them. */
import { createHash } from 'node:crypto';
import { readFile, writeFile as overwrite } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Figures, kindOf, targetFigures, type Topic } from '~/instrument/topic';
import type { Actor } from '~/policy';
import { doingIn } from '~/record/change.server';
import { addSheetIn, approveSheetIn } from '~/topics/index.server';
import { DECIMAL, type House, KAMI, LAPOR, openHouse, PEMDI } from '#tests/house/house';
import { fileWordsOf } from './fileWords';
import { type AnyFile, TOPIC_FILES } from './files';
import { handOut } from './handOut.server';
import { prepareTopicRelease } from './prepareRelease.server';
import { proveFile } from './readBackRelease.server';
import { readReleasePage } from './release.read.server';
import { figureRows, listedFigures } from './topicFigures';
import { writeFile, writeProven } from './writeRelease.server';

const HERE = 'uji-2026';
const TOPICS = [LAPOR, PEMDI, KAMI] as const;

let house: House;
let liaison: Actor;

beforeEach(async () => {
  house = await openHouse();
  liaison = await house.person('liaison');
  await house.rakerda({
    id: HERE,
    instruments: [DECIMAL],
    topics: [...TOPICS],
    memberIds: [liaison.id],
    agencyCodes: ['63.01', '63.02', '63.03'],
  });
  for (const topic of TOPICS) {
    await add(topic, '63.01', 'approved', sample(topic, 1));
    await add(topic, '63.02', 'draft', sample(topic, 2));
  }
});
afterEach(() => house.close());

/** Some answer to everything: one of its choices, or a number. */
function sample(topic: Topic, seed: number): Figures {
  const { asked, codes } = kindOf(topic);
  const [figures = {}] = fc.sample(
    fc.record(
      Object.fromEntries(
        codes.map((code) => {
          const choices = asked(code)?.choices ?? [];
          return [code, choices.length > 0 ? fc.constantFrom(...choices) : fc.integer({ min: 0, max: 500 })];
        }),
      ),
    ),
    { numRuns: 1, seed },
  );
  return figures;
}

async function add(topic: Topic, agencyCode: string, state: 'draft' | 'approved', figures: Figures) {
  await house.db.transaction().execute(async (trx) => {
    const place = { actorId: null, rakerdaId: HERE, agencyCode };
    const doing = doingIn(trx, place, '2026-01-01T00:00:00.000Z');
    const of = { topic, rakerdaId: HERE, agencyCode };
    await addSheetIn(doing, of, figures);
    if (state === 'approved') await approveSheetIn(doing, of);
  });
}

const meeting = (actor = liaison) => house.meeting(actor, HERE);
const wanted = (topic: Topic, file: AnyFile, extent: 'semua' | 'disetujui' = 'semua') => ({
  instrumentCode: topic.code,
  file,
  extent,
});

async function prepared(topic: Topic, actor = liaison) {
  const release = await prepareTopicRelease(await meeting(actor), wanted(topic, 'angka.csv'));
  if (!release) throw new Error('nothing to release');
  return release;
}

describe.each(TOPICS.map((topic) => [topic.code, topic] as const))('%s', (_, topic) => {
  it.each(TOPIC_FILES)('%s holds every figure, and is proven from itself', async (file) => {
    const release = await prepared(topic);
    expect(release.figures.map(({ agency }) => [agency.code, agency.state])).toEqual([
      ['63.01', 'approved'],
      ['63.02', 'draft'],
      ['63.03', 'draft'],
    ]);
    const path = join(house.folder, file);
    const sha256 = await writeProven(file, path, release);
    const body = await readFile(path);
    expect(createHash('sha256').update(body).digest('hex')).toBe(sha256);
  });

  it('goes nowhere where one figure of it was changed on the way', async () => {
    const release = await prepared(topic);
    const path = join(house.folder, 'angka.json');
    await writeFile('angka.json', path, release);
    const body = await readFile(path, 'utf8');
    const code = kindOf(topic).codes.find((one) => (release.figures[0]?.agency.figures[one] ?? 0) > 0);
    const changed = body.replace(
      new RegExp(`("figure_kind":"field","figure_code":"${String(code)}".*?"stored":)\\d+`),
      '$10',
    );
    expect(changed).not.toBe(body);
    await overwrite(path, changed);
    await expect(proveFile('angka.json', path, release, fileWordsOf('id'))).rejects.toMatchObject({
      failure: 'mismatch',
    });
    // Cut short it is no file either.
    await overwrite(path, body.slice(0, -12));
    await expect(proveFile('angka.json', path, release, fileWordsOf('id'))).rejects.toMatchObject({
      failure: 'mismatch',
    });
  });

  it('leaves on the record, once, under a name of its own', async () => {
    const scope = await meeting();
    const download = await handOut(scope, wanted(topic, 'angka.csv', 'disetujui'));
    if (!download) throw new Error('no download');
    const body = (await buffer(download.stream)).toString();
    expect(download.name).toMatch(new RegExp(`^angka-${topic.code}-uji-2026-disetujui-.*\\.csv$`));
    expect(body).toContain('63.01');
    expect(body).not.toContain('63.02');
    const events = await house.events('release.downloaded');
    expect(events).toHaveLength(1);
    expect(JSON.parse(events[0]?.payload ?? '')).toMatchObject({
      format: 'csv',
      instrument: `${topic.code}@${topic.version}`,
      scope: 'disetujui',
      agencies: 1,
    });
  });
});

describe('a target', () => {
  const [first, second] = targetFigures(LAPOR);

  async function aim(measure: string | null, units: number | null) {
    await house.db
      .updateTable('rakerda_topic')
      .set({ target_measure: measure, target_units: units })
      .where('rakerda_id', '=', HERE)
      .where('instrument_code', '=', LAPOR.code)
      .execute();
  }

  it.each(TOPIC_FILES)(
    'stands in %s beside its figure alone, and is no part of the fingerprint',
    async (file) => {
      if (!first || !second) throw new Error('no figures');
      const without = await prepared(LAPOR);
      await aim(second.code, 5 * 10 ** second.decimals);
      const release = await prepared(LAPOR);
      expect(release.sha256).toBe(without.sha256);
      const listed = listedFigures(LAPOR, 'id');
      const rows = release.figures.flatMap((one) => [...figureRows(release, listed, one)]);
      const aimed = rows.filter(({ target }) => target !== null);
      expect(aimed.map(({ figure_code, target }) => [figure_code, target])).toEqual(
        release.figures.map(() => [second.code, 5]),
      );
      for (const { value, target_gap } of aimed) {
        const way = second.direction === 'lower' ? 1 : -1;
        expect(target_gap).toEqual(value === null ? null : expect.closeTo(way * (Number(value) - 5), 6));
      }
      expect(aimed.some(({ value }) => value !== null)).toBe(true);

      const path = join(house.folder, file);
      await writeProven(file, path, release);
      // A file that was written with another target is not handed out for this one.
      await aim(first.code, 7 * 10 ** first.decimals);
      await expect(proveFile(file, path, await prepared(LAPOR), fileWordsOf('id'))).rejects.toMatchObject({
        failure: 'mismatch',
      });
    },
  );
});

describe('whose figures', () => {
  it('a head takes home the own ones and those that were approved', async () => {
    const head = await house.person('head', '63.02');
    const { figures } = await prepared(LAPOR, head);
    expect(figures.map(({ agency }) => agency.code)).toEqual(['63.01', '63.02']);
  });

  it('the same figures give the same fingerprint, another figure another one', async () => {
    const first = await prepared(LAPOR);
    expect((await prepared(LAPOR)).sha256).toBe(first.sha256);
    await add(LAPOR, '63.03', 'draft', { ...sample(LAPOR, 3) });
    expect((await prepared(LAPOR)).sha256).not.toBe(first.sha256);
  });

  it('files of levels are none of a topic, and the other way round', async () => {
    const scope = await meeting();
    expect(await handOut(scope, wanted(LAPOR, 'skor.csv'))).toBeNull();
    expect(
      await handOut(scope, { instrumentCode: DECIMAL.code, file: 'angka.csv', extent: 'semua' }),
    ).toBeNull();
    expect(await house.events('release.downloaded')).toEqual([]);
  });
});

describe('the page', () => {
  it('counts who is in, and leads to every other release of the Rakerda', async () => {
    const page = await readReleasePage(await meeting(), LAPOR.code);
    expect(page).toMatchObject({
      files: TOPIC_FILES,
      totals: { all: 3, draft: 2, submitted: 0, approved: 1 },
    });
    expect(page?.others.map(({ code }) => code).sort()).toEqual([DECIMAL.code, KAMI.code, PEMDI.code].sort());
    expect(await readReleasePage(await meeting(), 'tidak-ada')).toBeNull();
  });
});
