/** The Berita Acara against a real database: frozen, numbered, checksummed, and found again by who holds a copy. */
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_RAKERDA } from '#seeds/demo';
import { canonicalText, parseMinutesBody } from '~/hall/minutes/minutesBody';
import { codeFrom, readCode, showCode } from '~/hall/minutes/minutesCode';
import { listMinutes } from '~/hall/minutes/minutesRows.server';
import { spelledNumber } from '~/hall/minutes/spelledNumber';
import { verifyCode, verifyFile } from '~/hall/minutes/verifyMinutes.server';
import { type MinutesHouse, openMinutesHouse, ORIGIN } from './minutesHouse';

let house: MinutesHouse;

beforeAll(async () => {
  house = await openMinutesHouse();
  await house.fill({ items: 3, notes: 6, commitments: 9 });
}, 60_000);
afterAll(() => house.close());

function upload(bytes: Uint8Array<ArrayBuffer>, code?: string) {
  const form = new FormData();
  form.set('berkas', new Blob([bytes], { type: 'application/pdf' }), 'berita-acara.pdf');
  const request = new Request('http://localhost/periksa', { method: 'POST', body: form });
  return verifyFile(house.services, request, code);
}

describe('a Berita Acara', { timeout: 60_000 }, () => {
  it('is numbered without gaps when two are made at once, and once when a form is sent twice', async () => {
    const twice = randomUUID();
    const made = await Promise.all([house.make(), house.make(twice), house.make(twice)]);
    const rows = await listMinutes(house.db, house.services.instruments, DEMO_RAKERDA);
    expect(rows.map(({ number }) => number)).toEqual([2, 1]);
    expect(rows[1]?.numberText).toBe('001/BA/RAKERDA-SPBE/DEMO-KALSEL-2025/2025');
    expect(made[1]).toEqual(made[2]);
    const events = await house.db
      .selectFrom('event')
      .select('type')
      .where('type', '=', 'minutes.made')
      .execute();
    expect(events).toHaveLength(2);
  });

  it('waits for the plenary', async () => {
    await house.moveTo(DEMO_RAKERDA, 'filling');
    expect(await house.make()).toEqual({ kind: 'locked' });
    await house.moveTo(DEMO_RAKERDA, 'plenary');
  });

  it('holds figures of approved assessments only, with a checksum that anybody can recompute', async () => {
    const row = await house.kept(1);
    const body = parseMinutesBody(row.body);
    expect(canonicalText(body)).toBe(row.body);
    expect(createHash('sha256').update(row.body).digest('hex')).toBe(row.body_sha256);
    // By another road than the room takes: from the answers, with SQLite doing the ordering.
    const answers = await house.db
      .selectFrom('answer')
      .innerJoin('assessment', 'assessment.id', 'answer.assessment_id')
      .select(['assessment.agency_code', 'answer.indicator_no', 'answer.level'])
      .where('assessment.rakerda_id', '=', DEMO_RAKERDA)
      .where('assessment.state', '=', 'approved')
      .orderBy('assessment.agency_code')
      .orderBy('answer.indicator_no')
      .execute();
    const text = answers
      .map((answer) => `${answer.agency_code}|${answer.indicator_no}|${String(answer.level)}\n`)
      .join('');
    const [result] = body.results;
    expect(result?.figuresSha256).toBe(createHash('sha256').update(text).digest('hex'));
    for (const agency of result?.agencies ?? []) {
      expect(agency.figures !== null).toBe(agency.state === 'approved');
    }
    const approved = new Set(result?.agencies.filter(({ figures }) => figures).map(({ code }) => code));
    const gains = body.commitments.filter(({ gain }) => gain !== null).map(({ agencyCode }) => agencyCode);
    expect(gains.length).toBeGreaterThan(0);
    expect(gains.filter((code) => !approved.has(code))).toEqual([]);
  });

  it('stays as it is when the figures move on, and says that they did', async () => {
    const before = await house.kept(1);
    const standing = () => verifyCode(house.services, before.code);
    expect(await standing()).toMatchObject({ kind: 'known', figuresChanged: false });
    await house.db
      .updateTable('assessment')
      .set({ state: 'draft' })
      .where('rakerda_id', '=', DEMO_RAKERDA)
      .where('agency_code', '=', '63.72')
      .execute();
    const after = await house.kept(1);
    expect(after.body).toBe(before.body);
    expect(await standing()).toMatchObject({
      kind: 'known',
      figuresChanged: true,
      replacedBy: '002/BA/RAKERDA-SPBE/DEMO-KALSEL-2025/2025',
    });
    await expect(
      house.db.updateTable('minutes').set({ body: '{}' }).where('number', '=', 1).execute(),
    ).rejects.toThrow('never rewritten');
    await expect(house.db.deleteFrom('minutes').execute()).rejects.toThrow('never rewritten');
  });

  it('is known by its code, however it is typed, and unknown by any other', async () => {
    const { code } = await house.kept(1);
    expect(parseMinutesBody((await house.kept(1)).body).checkAddress).toBe(`${ORIGIN}/periksa/${code}`);
    expect(await verifyCode(house.services, showCode(code).toLowerCase())).toMatchObject({ kind: 'known' });
    expect(
      await verifyCode(
        house.services,
        codeFrom(() => 0),
      ),
    ).toMatchObject({ kind: 'unknown' });
    expect(await verifyCode(house.services, 'bukan kode')).toMatchObject({ kind: 'malformed' });
    expect(await verifyCode(house.services, null)).toEqual({ kind: 'ask' });
  });

  it('knows its own file, and no file that differs in a single bit', async () => {
    const [first, second] = [await house.kept(1), await house.kept(2)];
    const bytes = Uint8Array.from(first.pdf);
    expect(await upload(bytes, first.code)).toMatchObject({ kind: 'same', numberText: first.number_text });
    expect(await upload(bytes)).toMatchObject({ kind: 'same' });
    expect(await upload(bytes, second.code)).toMatchObject({ kind: 'other', code: first.code });
    const flipped = Uint8Array.from(bytes);
    const middle = Math.floor(flipped.length / 2);
    flipped[middle] = (flipped[middle] ?? 0) ^ 1;
    expect(await upload(flipped, first.code)).toEqual({ kind: 'different' });
    expect(await upload(new Uint8Array(10 * 1024 * 1024 + 1))).toEqual({ kind: 'tooLarge' });
    expect(await upload(new Uint8Array(0))).toEqual({ kind: 'noFile' });
  });

  it('is not made once the Rakerda is archived', async () => {
    await house.moveTo(DEMO_RAKERDA, 'archived');
    expect(await house.make()).toEqual({ kind: 'locked' });
  });
});

describe('its small parts', () => {
  it('reads a code in any spacing and refuses letters that look alike', () => {
    expect(readCode(' acde fghj-k347 ')).toBe('ACDEFGHJK347');
    expect(readCode('ACDE-FGHJ-K34O')).toBeNull();
    expect(readCode('ACDE')).toBeNull();
  });

  it('spells numbers as records do', () => {
    expect([1, 10, 11, 19, 20, 100, 117, 1000, 1945, 2025].map(spelledNumber)).toEqual([
      'satu',
      'sepuluh',
      'sebelas',
      'sembilan belas',
      'dua puluh',
      'seratus',
      'seratus tujuh belas',
      'seribu',
      'seribu sembilan ratus empat puluh lima',
      'dua ribu dua puluh lima',
    ]);
  });

  it('puts equal contents into equal text, in whatever order they were made', () => {
    expect(canonicalText({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
  });
});
