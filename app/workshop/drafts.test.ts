/** From a file to a Rakerda that uses it, against a real database file. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { type House, openHouse, WHOLE } from '#tests/house/house';
import { instrumentFile } from '#tests/house/instruments';
import { ladderFile } from '#tests/house/ladder';
import { listInstrumentChoices } from '~/hall/setUp/setUpChoices.server';
import type { Actor } from '~/policy';
import { postDraft } from './draft.post.server';
import { discardDraft, keepDraft, publishDraft } from './drafts.server';
import { postDefinition } from './upload.post.server';
import { readDraft, readVersions, readWorkshop } from './workshop.read.server';

let house: House;
let admin: Actor;
beforeAll(async () => {
  house = await openHouse();
  admin = await house.person('administrator');
});
afterAll(() => house.close());

const bodyOf = (code: string, version = '1.0.0', weights = [[[10, 20, 30]]]) =>
  JSON.stringify({ ...instrumentFile(weights, { code }), version });
const scope = (actor = admin) => house.scope(actor);

async function kept(body: string): Promise<string> {
  const result = await keepDraft(scope(), body);
  if (result.kind !== 'kept') throw new Error(JSON.stringify(result));
  return result.id;
}

function upload(content: string, actor = admin) {
  const form = new FormData();
  form.set('file', new File([content], 'definisi.json'));
  return postDefinition(house.scope(actor), new Request('http://127.0.0.1/', { method: 'POST', body: form }));
}

const form = (fields: Record<string, string>) => {
  const filled = new FormData();
  for (const [name, value] of Object.entries(fields)) filled.set(name, value);
  return filled;
};

describe('a draft', () => {
  test('is offered to no Rakerda until it is published, and then to every new one', async () => {
    const offered = async () => (await listInstrumentChoices(scope())).map(({ value }) => value);
    const id = await kept(bodyOf('baru'));
    expect(await offered()).not.toContain('baru@1.0.0');
    expect((await readDraft(scope(), id)).since).toBeNull();
    expect(await publishDraft(scope(), id)).toEqual({ kind: 'published', code: 'baru' });
    expect(await offered()).toContain('baru@1.0.0');
    const [published] = await house.events('instrument.published');
    expect(published).toMatchObject({ actor_id: admin.id });
    expect((await readWorkshop(scope())).drafts).toEqual([]);
    const rakerda = await house.rakerda({ instruments: [house.services.instruments.get('baru', '1.0.0')] });
    const { instrument } = await readVersions(scope(), 'baru');
    expect(instrument.versions).toMatchObject([
      { version: '1.0.0', by: admin.name, uses: [{ id: rakerda }] },
    ]);
  });

  test('says what it would change of the newest version', async () => {
    await publishDraft(scope(), await kept(bodyOf('ubah-saja')));
    const id = await kept(bodyOf('ubah-saja', '1.1.0', [[[10, 20, 25, 5]]]));
    const { since } = await readDraft(scope(), id);
    expect(since?.version).toBe('1.0.0');
    const said = since?.difference.groups.map(({ group, rows }) => [
      group,
      rows.map(({ kind, place, before, after }) => [kind, place, before, after]),
    ]);
    expect(said).toEqual([
      ['questions', [['added', 'Domain 1 › Aspek 1 › Indikator 4', null, 'Indicator 4 (id)']]],
      ['weights', [['changed', 'Domain 1 › Aspek 1 › Indikator 3 › Bobot', '30', '25']]],
    ]);
    await publishDraft(scope(), id);
    expect((await readVersions(scope(), 'ubah-saja')).compared).toMatchObject({ from: '1.0.0', to: '1.1.0' });
  });

  test('takes the place of another of the same version, and whoever looks at that one publishes nothing', async () => {
    const first = await kept(bodyOf('ganti'));
    const second = await kept(bodyOf('ganti', '1.0.0', [[[1, 2]]]));
    expect(await publishDraft(scope(), first)).toEqual({ kind: 'gone' });
    expect((await readDraft(scope(), second)).count).toBe(2);
    await discardDraft(scope(), second);
    await discardDraft(scope(), second);
    expect(await publishDraft(scope(), second)).toEqual({ kind: 'gone' });
    const discarded = (await house.events('instrument.discarded')).map(({ payload }) => payload);
    expect(discarded).toHaveLength(2);
  });

  test('is one of twenty at the most', async () => {
    for (let no = 1; no <= 20; no += 1) await kept(bodyOf(`penuh-${no}`));
    expect(await upload(bodyOf('penuh-21'))).toMatchObject({
      kind: 'refused',
      says: [expect.stringContaining('20 draf')],
    });
    for (const { id } of (await readWorkshop(scope())).drafts) await discardDraft(scope(), id);
  });
});

describe('what is published', () => {
  test('is published once, and only a higher version of its own kind follows it', async () => {
    const twin = await kept(bodyOf('tetap'));
    await publishDraft(scope(), twin);
    const refused = async (body: string) => {
      const answer = await upload(body);
      return answer.kind === 'refused' ? answer.says.join() : answer.kind;
    };
    expect(await refused(bodyOf('tetap'))).toContain('sudah terbit');
    expect(await refused(bodyOf('tetap', '0.9.0'))).toContain('tidak di atas');
    expect(await refused(bodyOf('lapor-sp4n', '9.0.0'))).toContain('angka dan ukuran');
    expect(await refused(bodyOf(WHOLE.code, WHOLE.version))).toContain('sudah terbit');
  });

  test('is refused at the last moment where somebody was faster', async () => {
    const id = await kept(bodyOf('balapan'));
    await house.db
      .insertInto('instrument')
      .values({
        code: 'balapan',
        version: '1.0.0',
        body: bodyOf('balapan'),
        sha256: '',
        added_at: new Date().toISOString(),
      })
      .execute();
    await house.services.instruments.takeUp();
    expect(await publishDraft(scope(), id)).toMatchObject({ kind: 'refused', why: { kind: 'published' } });
    expect((await readDraft(scope(), id)).closed).toContain('sudah terbit');
    await discardDraft(scope(), id);
  });

  test('never changes, whoever holds the database', async () => {
    for (const statement of [
      sql`update instrument set body = '{}'`,
      sql`delete from instrument where code = ${WHOLE.code}`,
    ])
      await expect(statement.execute(house.db)).rejects.toThrow('never changes');
  });
});

describe('who may', () => {
  test('nobody but an administrator, and publishing wants the own password', async () => {
    const facilitator = await house.person('facilitator');
    const id = await kept(bodyOf('hak'));
    for (const attempt of [
      () => upload(bodyOf('hak-dua'), facilitator),
      () => keepDraft(scope(facilitator), bodyOf('hak-dua')),
      () => publishDraft(scope(facilitator), id),
      () => publishDraft(scope({ ...admin, isProven: false }), id),
      () => discardDraft(scope(facilitator), id),
    ])
      await expect(attempt()).rejects.toMatchObject({ status: 403 });
    expect((await readDraft(scope(), id)).closed).toBeNull();
    const asked = scope({ ...admin, isProven: false });
    expect(await postDraft(asked, id, form({ intent: 'publish' }))).toMatchObject({
      answer: { kind: 'unsure' },
    });
    expect(await postDraft(asked, id, form({ intent: 'publish', sure: 'on' }))).toMatchObject({
      answer: { kind: 'proof', why: 'asked' },
      status: 422,
    });
    expect(await postDraft(scope(), id, form({ intent: 'publish', sure: 'on' }))).toEqual({
      kind: 'published',
      code: 'hak',
    });
  });

  test('a file that speaks of indicators nobody published is refused by their place', async () => {
    const naming = (instrument: string, indicators: readonly number[]) =>
      JSON.stringify({
        ...ladderFile([[1, 1, 1]], [100]),
        predecessors: {
          source: { confidence: 'proposal', citation: 'Usulan alat ini' },
          pairs: [{ codes: ['I1'], instrument, indicators, about: { id: 'Rencana', en: 'Plan' } }],
        },
      });
    expect(await upload(naming('spbe-2010', [1]))).toEqual({
      kind: 'refused',
      in: 'paths',
      says: [],
      problems: ['predecessors.pairs[0].instrument: instrumen "spbe-2010" tidak dikenal'],
      more: 0,
    });
    expect(await upload(naming(WHOLE.code, [12, 48]))).toMatchObject({
      problems: ['predecessors.pairs[0].indicators[1]: tidak ada indikator 48 di "spbe-2020"'],
    });
    expect(await upload(naming(WHOLE.code, [12]))).toMatchObject({ kind: 'kept' });
  });

  test('a file that is no definition is refused with words and leaves nothing', async () => {
    const before = (await house.events('instrument.drafted')).length;
    expect(await upload('')).toMatchObject({
      kind: 'refused',
      says: ['Pilih berkas JSON atau XLSX lebih dahulu.'],
    });
    expect(await upload('{"kind":')).toMatchObject({
      says: ['Berkas ini bukan JSON yang utuh. Periksa baris 1.'],
    });
    expect(await upload('{}')).toMatchObject({ kind: 'refused', in: 'paths' });
    expect(await house.events('instrument.drafted')).toHaveLength(before);
  });
});
