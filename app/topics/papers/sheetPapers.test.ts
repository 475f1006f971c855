/** The papers of a sheet: what they hold for each kind, who may have them, and that they are on the record. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, KAMI, LAPOR, openHouse, PEMDI } from '#tests/house/house';
import { parseMetrics } from '~/instrument/metrics';
import { emptyFigures, type Figures, kindOf, type Topic } from '~/instrument/topic';
import type { Actor } from '~/policy';
import { newestSeq } from '~/record/read.server';
import { saveSheet } from '../saveSheet.server';
import { makeBlankSheetPdf, makeSheetReviewPdf } from './sheetPapers.server';
import { readReviewedSheet } from '../review/sheetReview.read.server';
import { sheetReviewWords } from '../review/sheetReviewWords';
import { takeSheetStep } from '../takeSheetStep.server';
import { type SheetScope, withSheet, withTopic } from '../topicScope.server';

/** A topic whose rows are counted: some of its fields nobody writes. */
const BLANK_SPOTS = parseMetrics(
  JSON.parse(readFileSync(new URL('../../../seeds/instruments/konektivitas.json', import.meta.url), 'utf8')),
);
const words = sheetReviewWords.id;
/** Nothing typed becomes markup; letters of every script that people here write are drawn. */
const NOTE = `#panic("x") *tebal* <a>@b ${'panjangsekali'.repeat(20)} ꦱꦸꦫꦠ العربية`;

let house: House;
let operator: Actor;
let head: Actor;

beforeAll(async () => {
  house = await openHouse({ topics: [BLANK_SPOTS] });
  operator = await house.person('operator', '63.01');
  head = await house.person('head', '63.01');
});
afterAll(() => house.close());

async function at(actor: Actor, id: string, topic: Topic, locale: 'id' | 'en' = 'id'): Promise<SheetScope> {
  const meeting = await house.meeting(actor, id);
  const scope = await withSheet(await withTopic(meeting, topic.code, await newestSeq(house.db)), '63.01');
  return { ...scope, locale };
}

async function begun(topic: Topic, figures: Figures): Promise<string> {
  const id = await house.rakerda({ topics: [topic], state: 'filling' });
  await saveSheet(await at(operator, id, topic), 0, { ...emptyFigures(topic), ...figures });
  return id;
}

/** As a reader's own tool reads it. */
const readBy = (pdf: Uint8Array) =>
  execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf }).toString('utf8').replaceAll(/\s+/g, ' ');
const pagesOf = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b/g)?.length ?? 0;
const SUBMIT = { step: 'submit', unansweredConfirmed: true } as const;

describe('the review of a sheet as a file', { timeout: 60_000 }, () => {
  it('holds every field, each measure with its numbers, what is missing, and room to sign', async () => {
    const id = await begun(LAPOR, { received: 8146, resolved: 7797, 'in-process': 270, untouched: 58 });
    const pdf = await makeSheetReviewPdf(await at(operator, id, LAPOR), 'semua');
    expect(pdf.name).toBe(`telaah-lapor-sp4n-${id}-63.01.pdf`);
    const text = readBy(pdf.body);
    for (const wanted of [
      'Laporan diterima 8.146 laporan',
      '7.797 ÷ 8.146 × 100',
      '95,72%',
      '21 laporan tanpa status',
      `${words.gap.unanswered}: 9`,
      words.complete({ filled: '4', total: '13 isian' }),
      'Kepala instansi',
      'NIP',
    ])
      expect(text).toContain(wanted);
    const source = Buffer.from(pdf.body).toString('latin1');
    expect(source).toMatch(/\/Marked true/);
    expect(source).toMatch(/<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>A</);
    expect(pagesOf(pdf.body)).toBeLessThanOrEqual(3);
  });

  it('shows what the page shows with its filter: what changed since the return, and what was asked then', async () => {
    const id = await begun(LAPOR, { received: 10, resolved: 4 });
    await takeSheetStep(await at(operator, id, LAPOR), 1, SUBMIT);
    await takeSheetStep(await at(head, id, LAPOR), 1, { step: 'return', note: NOTE });
    await saveSheet(await at(operator, id, LAPOR), 1, { ...emptyFigures(LAPOR), received: 12, resolved: 5 });
    await saveSheet(await at(operator, id, LAPOR), 2, { ...emptyFigures(LAPOR), received: 12, resolved: 4 });
    const scope = await at(head, id, LAPOR);
    const { review, returned } = await readReviewedSheet(scope, 'berubah');
    expect(returned).toMatchObject({ note: NOTE, by: head.name });
    // What was changed and put back is no difference.
    expect(review.sections.flatMap(({ questions }) => questions)).toMatchObject([
      { code: 'received', value: '12 laporan', changed: { before: '10 laporan', by: operator.name } },
    ]);
    const pdf = await makeSheetReviewPdf(scope, 'berubah');
    const text = readBy(pdf.body);
    expect(pdf.name).toMatch(/-berubah\.pdf$/);
    expect(text).toContain('#panic("x") *tebal* <a>@b');
    expect(text.replaceAll(' ', '')).toContain('panjangsekali'.repeat(20));
    expect(text).toContain(`${words.changed}: 10 laporan → 12 laporan`);
    expect(text).toContain(`${words.changed}. ${words.shown({ count: '1', total: '13 isian' })}`);
  });

  it('holds 185 questions on few pages, with areas and their gates', async () => {
    const answers = Object.fromEntries(
      kindOf(KAMI).codes.flatMap((code, place) => (place % 5 === 0 ? [] : [[code, 2]])),
    );
    const id = await begun(KAMI, answers);
    const pdf = await makeSheetReviewPdf(await at(operator, id, KAMI), 'semua');
    const text = readBy(pdf.body).replaceAll(' ', '');
    expect(pagesOf(pdf.body)).toBeLessThanOrEqual(14);
    for (const { code } of KAMI.areas.flatMap(({ questions }) => questions)) expect(text).toContain(code);
    expect(text).toContain('Tahap3belumdihitung');
  });

  it('is written in the reader’s language, a ladder with every item', async () => {
    const [item] = kindOf(PEMDI).codes;
    const id = await begun(PEMDI, { [item ?? '']: 2 });
    const text = readBy((await makeSheetReviewPdf(await at(operator, id, PEMDI, 'en'), 'semua')).body);
    expect(text).toContain(sheetReviewWords.en.title);
    expect(text).toContain('Supporting, not counted');
    expect(text).toContain('Head of the agency');
    for (const code of kindOf(PEMDI).codes.filter((one) => /-L\d-/.test(one))) expect(text).toContain(code);
  });

  it('is on the record, and refused to another agency until it is approved', async () => {
    const id = await begun(LAPOR, { received: 10 });
    const pdf = await makeSheetReviewPdf(await at(operator, id, LAPOR), 'semua');
    const [event] = (await house.events('release.downloaded')).filter((one) => one.rakerda_id === id);
    expect(event).toMatchObject({ actor_id: operator.id, agency_code: '63.01' });
    expect(JSON.parse(event?.payload ?? '')).toMatchObject({
      format: 'telaah.pdf',
      instrument: `${LAPOR.code}@${LAPOR.version}`,
      sha256: createHash('sha256').update(pdf.body).digest('hex'),
    });
    const neighbour = await house.person('operator', '63.02');
    await expect(at(neighbour, id, LAPOR)).rejects.toMatchObject({ status: 403 });
  });
});

describe('the blank form', { timeout: 60_000 }, () => {
  it.each([LAPOR, PEMDI, KAMI, BLANK_SPOTS])(
    'of $code asks everything and says nothing of what was answered',
    async (topic) => {
      const id = await begun(topic, topic === LAPOR ? { received: 4711 } : {});
      const pdf = await makeBlankSheetPdf(await at(operator, id, topic));
      const text = readBy(pdf.body);
      expect(pdf.name).toBe(`formulir-${topic.code}-${id}-63.01.pdf`);
      expect(text).toContain(words.blank.title);
      expect(text).not.toContain('4.711');
      expect(text).toContain(words.blank.filledBy);
      const [first] = kindOf(topic).codes.filter(
        (code) => (kindOf(topic).asked(code)?.choices.length ?? 0) > 1,
      );
      if (first === undefined) return;
      for (const choice of kindOf(topic).asked(first)?.choices ?? [])
        expect(text).toContain(kindOf(topic).say(first, choice, 'id'));
    },
  );
});
