/** The review sheet as a file: who may take it, what it holds with each filter, and that it is on the record. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '~/policy';
import { type House, openHouse, WHOLE } from '#tests/house/house';
import type { AnswerInput } from './answerForm';
import { makeReviewPdf } from './reviewPdf.server';
import { reviewWords } from './reviewWords';
import { saveAnswer } from './saveAnswer.server';

const HERE = 'uji-2026';
const CODE = '#panic("x") *tebal* $x$ <a>@b';
const LONG_ADDRESS = `https://drive.example/berkas/${'a1b2c3d4e5'.repeat(18)}?id=ü&x=1`;
const words = reviewWords.id;

let house: House;
let operator: Actor;

beforeEach(async () => {
  house = await openHouse();
  operator = await house.person('operator', '63.01');
  await house.rakerda({ id: 'uji-2025', year: 2025, state: 'filling', agencyCodes: ['63.01', '63.02'] });
  await house.rakerda({ id: HERE, year: 2026, state: 'filling', agencyCodes: ['63.01', '63.02'] });
  await house.answer('uji-2025', '63.01', [1, 3]);
});
afterEach(() => house.close());

const scopeOf = (actor: Actor, locale: 'id' | 'en' = 'id') =>
  house.assessment(actor, HERE, '63.01', WHOLE, locale);

async function save(indicatorNo: number, more: Partial<AnswerInput> = {}) {
  const input: AnswerInput = {
    level: 3,
    justification: 'SK Tim SPBE.',
    note: '',
    personInCharge: '',
    service: '',
    discuss: false,
    evidence: [{ url: 'https://a.example/1', caption: 'SK' }],
    ...more,
  };
  await saveAnswer(await scopeOf(operator), { indicatorNo, input, baseVersion: 0 }, null);
}

/** As a reader's own tool reads it. */
const readBy = (pdf: Uint8Array) =>
  execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf }).toString('utf8').replaceAll(/\s+/g, ' ');

describe('the review sheet as a file', { timeout: 60_000 }, () => {
  it('holds every answer with its justification, its links and what is missing', async () => {
    await save(1, { justification: `Baris satu ${CODE}\nBaris dua`, discuss: true });
    await save(2, { justification: '', evidence: [] });
    await save(3, { evidence: [{ url: LONG_ADDRESS, caption: '' }] });
    const pdf = await makeReviewPdf(await scopeOf(operator), 'semua');
    const text = readBy(pdf.body);
    expect(pdf.name).toBe('telaah-spbe-2020-uji-2026-63.01.pdf');
    for (const wanted of [
      '1. Kebijakan Internal Arsitektur SPBE',
      `Baris satu ${CODE} Baris dua`,
      'SK – https://a.example/1',
      'Tahun 2025: level 1',
      'Bahas di pleno',
      `${words.gap.noJustification} · ${words.gap.noEvidence}`,
      words.gap.jump,
      `47. `,
      words.countedAsLowest({ level: '1' }),
      words.shown({ count: '47', total: '47' }),
    ]) {
      expect(text).toContain(wanted);
    }
    // It is broken where lines end, and leads to where it says.
    expect(text.replaceAll(' ', '')).toContain(LONG_ADDRESS);
    const source = Buffer.from(pdf.body).toString('latin1');
    expect(source).toContain('/URI (https://a.example/1)');
    expect(source).toMatch(/\/Marked true/);
    expect(source).toMatch(/<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>A</);
  });

  it('shows what the page shows with its filter, and says so', async () => {
    await save(1);
    await save(2, { evidence: [] });
    const pdf = await makeReviewPdf(await scopeOf(operator), 'tanpa-bukti');
    const text = readBy(pdf.body);
    expect(pdf.name).toBe('telaah-spbe-2020-uji-2026-63.01-tanpa-bukti.pdf');
    expect(text).toContain('2. Kebijakan Internal Peta Rencana SPBE');
    expect(text).not.toContain('1. Kebijakan Internal Arsitektur SPBE');
    expect(text).toContain(`${words.gap.noEvidence}. ${words.shown({ count: '1', total: '47' })}`);
    expect(readBy((await makeReviewPdf(await scopeOf(operator), 'tanpa-penjelasan')).body)).toContain(
      words.nothing,
    );
  });

  it('is written in the reader’s language and holds the longest texts', async () => {
    const longest = 'Penjelasan yang panjang sekali. '.repeat(124);
    for (const no of [1, 2, 3]) await save(no, { justification: longest });
    const text = readBy((await makeReviewPdf(await scopeOf(operator, 'en'), 'semua')).body);
    expect(text).toContain('Review sheet');
    expect(text).toContain(reviewWords.en.countedAsLowest({ level: '1' }));
    expect(text.split('Penjelasan yang panjang sekali.')).toHaveLength(3 * 124 + 1);
  });

  it('is on the record, and refused to another agency', async () => {
    const pdf = await makeReviewPdf(await scopeOf(operator), 'semua');
    const [event, ...more] = await house.events('release.downloaded');
    expect(more).toEqual([]);
    expect(event).toMatchObject({ actor_id: operator.id, rakerda_id: HERE, agency_code: '63.01' });
    expect(JSON.parse(event?.payload ?? '')).toMatchObject({
      format: 'telaah.pdf',
      sha256: createHash('sha256').update(pdf.body).digest('hex'),
    });
    const neighbour = await house.person('operator', '63.02');
    await expect(makeReviewPdf(await scopeOf(neighbour), 'semua')).rejects.toMatchObject({ status: 403 });
  });
});
