/** The sheet of one agency: what it says to whom, and that the paper holds it on one page. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Levels, Locale } from '~/instrument';
import type { Actor } from '~/policy';
import { DECIMAL, type House, openHouse, WHOLE } from '#tests/house/house';
import { pngOf } from '#tests/house/pictures';
import { readSheet } from './sheet.read.server';
import { detailOf } from './sheetDetail';
import { makeSheetPdf } from './sheetPdf.server';

const INDICATORS = WHOLE.domains.flatMap(({ aspects }) => aspects.flatMap(({ indicators }) => indicators));
const all = (level: number): Levels => INDICATORS.map(() => level);
const MARKUP = '#panic("x") *tebal* $x$ <a>@b';

let house: House;
let now: string;
let head: Actor;
let neighbour: Actor;

beforeAll(async () => {
  house = await openHouse();
  head = await house.person('head', '63.01');
  neighbour = await house.person('operator', '63.02');
  const older = await house.rakerda({ year: 2024 });
  const before = await house.rakerda({ year: 2025 });
  now = await house.rakerda({ year: 2026, previousId: before, instruments: [WHOLE, DECIMAL], target: 320 });
  await house.answer(older, '63.01', all(1), WHOLE, 'approved');
  await house.answer(before, '63.01', all(2), WHOLE, 'approved');
  await house.answer(now, '63.01', all(3), WHOLE, 'approved');
  await house.answer(now, '63.01', [300, 100, null, null], DECIMAL);
});
afterAll(() => house.close());

const sheetOf = async (actor: Actor, code = '63.01') => readSheet(await house.meeting(actor, now), code);
const pdfOf = async (actor: Actor, locale: Locale = 'id') =>
  makeSheetPdf(await house.meeting(actor, now, locale), '63.01');

async function promise(id: string, more: Record<string, unknown> = {}) {
  const at = new Date().toISOString();
  await house.db
    .insertInto('commitment')
    .values({
      id,
      rakerda_id: now,
      agency_code: '63.01',
      agenda_item_id: null,
      instrument_code: null,
      what: `Janji ${id}`,
      who: 'Kepala Dinas',
      due_on: '2099-03-31',
      measure: '',
      status: 'planned',
      status_note: '',
      status_at: at,
      version: 1,
      created_at: at,
      created_by: head.id,
      updated_at: at,
      removed_at: null,
      ...more,
    })
    .execute();
}

/** As a reader's own tool reads it. */
const readBy = (pdf: Uint8Array) =>
  execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf }).toString('utf8').replaceAll(/\s+/g, ' ');
const pagesOf = (pdf: Uint8Array) =>
  /Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', ['-'], { input: pdf }).toString('utf8'))?.[1];

describe('the sheet of one agency', () => {
  it('has every topic with its years and its target, and says the first in a line', async () => {
    const { topics, headline } = await sheetOf(head);
    expect(topics).toMatchObject([
      {
        key: DECIMAL.code,
        cell: { part: '2/4' },
        // What is unanswered counts as the lowest: that is no distance.
        target: 'paling sedikit 3,20',
      },
      {
        key: WHOLE.code,
        cell: { figure: '3,00', change: '+1,00' },
        band: 'Baik',
        years: '2024: 1,00 · 2025: 2,00',
        target: 'paling sedikit 3,20 (kurang 0,20)',
        says: '',
      },
    ]);
    expect(headline).toContain('2/4');
  });

  it('shows a neighbour what is approved and nothing of the draft', async () => {
    const sheet = await sheetOf(neighbour);
    expect(sheet.topics).toMatchObject([
      { cell: { isClosed: true }, says: 'belum disetujui', path: null },
      { cell: { figure: '3,00' }, path: `/rakerda/${now}/${WHOLE.code}/63.01` },
    ]);
    expect(sheet.details.map(({ name }) => name)).toEqual([WHOLE.shortName.id]);
    // The year before had another Rakerda, in which the neighbour took part too.
    expect(sheet.topics[1]?.years).toBe('2024: 1,00 · 2025: 2,00');
  });

  it('is of an agency that takes part', async () => {
    await expect(sheetOf(head, '63.09')).rejects.toMatchObject({ status: 404 });
  });
});

describe('what an assessment says on the sheet', () => {
  it('has aspects that are on one list only, and the cheapest road to the target', () => {
    const levels = INDICATORS.map((_, place) => (place < 10 ? 4 : 2));
    const detail = detailOf(WHOLE, levels, 260, 'id');
    const names = [...(detail?.strongest ?? []), ...(detail?.weakest ?? [])].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(detail?.strongest[0]?.figure).toBe('4,00');
    expect(detail?.costTitle).toBe('Yang diperlukan menuju target 2,60');
    expect(detail?.cost).toMatch(/kenaikan level pada \d+ indikator; indeks menjadi 2,6/);
    expect(detail?.steps[0]).toMatch(/^\d+\. .+: level \d → \d$/);
  });

  it('plans nothing and sorts no aspect before it is answered', () => {
    const open = INDICATORS.map((_, place) => (place < INDICATORS.length - 1 ? 3 : null));
    expect(detailOf(WHOLE, open, 260, 'id')).toMatchObject({
      costTitle: 'Jawab dahulu 1 indikator',
      steps: [],
    });
    const names = detailOf(WHOLE, open, 260, 'id');
    const lastAspect = WHOLE.domains.at(-1)?.aspects.at(-1)?.name.id;
    expect([...(names?.strongest ?? []), ...(names?.weakest ?? [])]).not.toContainEqual(
      expect.objectContaining({ name: lastAspect }),
    );
    const begun = INDICATORS.map((_, place) => (place === 0 ? 3 : null));
    expect(detailOf(WHOLE, begun, null, 'id')).toMatchObject({ strongest: [], weakest: [] });
  });

  it('goes on to the next predicate where the target is reached, and says so at the top', () => {
    expect(detailOf(WHOLE, all(3), 260, 'id')?.costTitle).toBe('Yang diperlukan menuju Sangat Baik');
    expect(detailOf(WHOLE, all(5), 260, 'id')).toMatchObject({ costTitle: null, steps: [] });
    expect(
      detailOf(
        WHOLE,
        INDICATORS.map(() => null),
        null,
        'id',
      ),
    ).toBeNull();
  });
});

describe('the paper', { timeout: 60_000 }, () => {
  it('holds all of it on one page, nothing typed as markup, and is on the record', async () => {
    await promise('k1', { what: `Menyusun ${MARKUP}`, due_on: '2026-08-17' });
    await promise('k2', { what: 'Sudah jadi', status: 'done', due_on: '2020-01-01' });
    const pdf = await pdfOf(head);
    expect(pdf.name).toBe(`lembar-${now}-63.01.pdf`);
    expect(pagesOf(pdf.body)).toBe('1');
    const text = readBy(pdf.body);
    for (const wanted of [
      'Daerah 63.01 (63.01)',
      '3,00 +1,00 · Baik',
      '2024: 1,00 · 2025: 2,00',
      'paling sedikit 3,20 (kurang 0,20)',
      'Aspek terkuat',
      'Yang diperlukan menuju target 3,20',
      `Menyusun ${MARKUP}`,
      '17 Agustus 2026',
      'Halaman 1 dari 1',
    ]) {
      expect(text).toContain(wanted);
    }
    expect(text.indexOf('Menyusun')).toBeLessThan(text.indexOf('Sudah jadi'));
    const [event, ...more] = await house.events('release.downloaded');
    expect(more).toEqual([]);
    expect(event).toMatchObject({ actor_id: head.id, rakerda_id: now, agency_code: '63.01' });
    expect(JSON.parse(event?.payload ?? '')).toMatchObject({
      format: 'lembar.pdf',
      sha256: createHash('sha256').update(pdf.body).digest('hex'),
    });
  });

  it('carries the arms at its head', async () => {
    const picturesOf = (pdf: Uint8Array) =>
      execFileSync('pdfimages', ['-list', '-'], { input: pdf })
        .toString('utf8')
        .match(/^ *\d+ +\d+ +image /gm)?.length ?? 0;
    expect(picturesOf((await pdfOf(head)).body)).toBe(0);
    await house.db
      .insertInto('rakerda_arms')
      .values({
        rakerda_id: now,
        fingerprint: 'sidik',
        type: 'image/png',
        width: 120,
        height: 150,
        picture: pngOf({ width: 120, height: 150 }),
        set_at: new Date().toISOString(),
      })
      .execute();
    const pdf = await pdfOf(head);
    expect(picturesOf(pdf.body)).toBe(1);
    expect(pagesOf(pdf.body)).toBe('1');
    await house.db.deleteFrom('rakerda_arms').execute();
  });

  it('stays one page however much was promised, and says how much is left out', async () => {
    for (let no = 0; no < 30; no += 1) {
      await promise(`panjang-${String(no)}`, { what: 'Membangun pusat data bersama. '.repeat(40) });
    }
    const pdf = await pdfOf(head, 'en');
    expect(pagesOf(pdf.body)).toBe('1');
    const text = readBy(pdf.body);
    expect(text).toContain('Membangun pusat data bersama.');
    expect(text).toMatch(/and \d+ more/);
    expect(text).toContain('Page 1 of 1');
  });
});
