/** The head's review: what is missing, returns with notes, approving and taking back; on a real database. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { indicatorsOf } from '~/instrument';
import type { Actor } from '~/policy';
import { type House, openHouse, WHOLE } from '#tests/house/house';
import type { AnswerInput } from './answerForm';
import { readIndicator, readOverview } from './assessment.read.server';
import { readHistory } from './history.read.server';
import { readReview } from './review.read.server';
import { saveAnswer } from './saveAnswer.server';
import { type Step, takeStep } from './takeStep.server';
import { readWorkflow } from './workflow.read.server';

const HERE = 'uji-2026';
const EVIDENCE = [{ url: 'https://a.example/1', caption: 'SK' }];
const FULL: AnswerInput = {
  level: 3,
  justification: 'SK Tim',
  note: '',
  personInCharge: '',
  service: '',
  discuss: false,
  evidence: EVIDENCE,
};
const NUMBERS = indicatorsOf(WHOLE).map(({ no }) => no);

let house: House;
let operator: Actor;
let head: Actor;
let facilitator: Actor;

beforeEach(async () => {
  house = await openHouse();
  operator = await house.person('operator', '63.01');
  head = await house.person('head', '63.01');
  facilitator = await house.person('facilitator');
  for (const [id, year] of [
    ['uji-2025', 2025],
    [HERE, 2026],
  ] as const) {
    await house.rakerda({ id, year, memberIds: [facilitator.id], state: 'filling' });
  }
});
afterEach(() => house.close());

const scopeOf = (actor: Actor) => house.assessment(actor, HERE, '63.01');
const save = async (indicatorNo: number, input: Partial<AnswerInput> = {}, baseVersion = 0) =>
  saveAnswer(await scopeOf(operator), { indicatorNo, input: { ...FULL, ...input }, baseVersion }, null);
const step = async (actor: Actor, what: Step) => takeStep(await scopeOf(actor), what);
const SUBMIT: Step = { step: 'submit', unansweredConfirmed: true };
const APPROVE: Step = { step: 'approve', gapsConfirmed: false };
const sheetOf = async (actor: Actor = head) => {
  const sheet = await readReview(await scopeOf(actor));
  return { ...sheet, answers: sheet.aspects.flatMap(({ answers }) => answers) };
};

describe('the review sheet', () => {
  it('holds every answer with its texts, its links and what is missing', async () => {
    const earlier = NUMBERS.map((no) => (no === 2 ? 1 : 3));
    await house.answer('uji-2025', '63.01', earlier);
    await save(1);
    await save(2, { justification: '', evidence: [] });
    const { answers, counts, earlier: year } = await sheetOf();
    expect(answers).toHaveLength(47);
    expect(
      answers.slice(0, 3).map(({ no, level, earlierLevel, justification, evidence, gaps }) => {
        return { no, level, earlierLevel, justification, evidence, gaps };
      }),
    ).toEqual([
      { no: 1, level: 3, earlierLevel: 3, justification: 'SK Tim', evidence: EVIDENCE, gaps: [] },
      {
        no: 2,
        level: 3,
        earlierLevel: 1,
        justification: '',
        evidence: [],
        gaps: ['noJustification', 'noEvidence', 'jump'],
      },
      { no: 3, level: null, earlierLevel: 3, justification: '', evidence: [], gaps: ['unanswered'] },
    ]);
    expect(counts).toEqual([
      { filter: 'semua', count: 47 },
      { filter: 'kurang', count: 46 },
      { filter: 'belum', count: 45 },
      { filter: 'tanpa-penjelasan', count: 1 },
      { filter: 'tanpa-bukti', count: 1 },
      { filter: 'lompatan', count: 1 },
    ]);
    expect(year).toEqual({ year: 2025, path: '/rakerda/uji-2025/spbe-2020/63.01/isi' });
  });

  it('leads nobody to an earlier year that is closed to them', async () => {
    const card = { ...operator, onlyRakerdaId: HERE };
    expect((await sheetOf(card)).earlier).toEqual({ year: 2025, path: null });
  });

  it('offers a decision to the head only, while there is one to take', async () => {
    expect((await sheetOf()).steps).toEqual(['submit']);
    await step(operator, SUBMIT);
    expect((await sheetOf()).steps).toEqual(['approve', 'return']);
    expect((await sheetOf(operator)).steps).toEqual([]);
  });
});

describe('a return with notes', () => {
  const back: Step = {
    step: 'return',
    note: 'Lengkapi bukti.',
    notes: new Map([
      [2, 'SK-nya mana?'],
      [13, 'Tahun berapa?'],
    ]),
  };

  it('says something to single indicators, where the operators work', async () => {
    await save(2);
    await step(operator, SUBMIT);
    expect(await step(head, back)).toEqual({ kind: 'done', state: 'draft' });
    const scope = await scopeOf(operator);
    const overview = await readOverview(scope);
    const noted = overview.domains
      .flatMap(({ aspects }) => aspects)
      .flatMap(({ indicators }) => indicators)
      .filter(({ headNote }) => headNote !== null);
    expect(noted.map(({ no, headNote }) => [no, headNote])).toEqual([
      [2, 'SK-nya mana?'],
      [13, 'Tahun berapa?'],
    ]);
    expect(await readIndicator(scope, 13)).toMatchObject({ headNote: 'Tahun berapa?' });
    expect(await readIndicator(scope, 14)).toMatchObject({ headNote: null });
    const { entries } = await readHistory(scope, { indicatorNo: 2, before: null });
    expect(entries[0]).toMatchObject({ type: 'answer.returned', note: 'SK-nya mana?', actor: head.name });
    expect(scope.place.assessment.return_note).toBe('Lengkapi bukti.');
  });

  it('stays before the head’s eyes after the next submission, until the next decision', async () => {
    const notes = async () =>
      (await sheetOf()).answers.filter(({ headNote }) => headNote !== null).map(({ no }) => no);
    const noteOn = async (no: number) =>
      (await readIndicator(await house.assessment(operator, HERE, '63.01'), no))?.headNote;
    await step(operator, SUBMIT);
    await step(head, back);
    await step(operator, SUBMIT);
    expect(await notes()).toEqual([2, 13]);
    expect(await noteOn(13)).toBe('Tahun berapa?');
    await step(head, { step: 'return', note: 'Sekali lagi.', notes: new Map([[5, 'Ini juga.']]) });
    expect(await notes()).toEqual([5]);
    expect(await noteOn(13)).toBeNull();
    expect(await noteOn(5)).toBe('Ini juga.');
    await step(operator, SUBMIT);
    await step(head, { step: 'approve', gapsConfirmed: true });
    expect(await notes()).toEqual([]);
  });

  it('belongs to this assessment and changes nothing where it comes too late', async () => {
    await step(operator, SUBMIT);
    await step(head, back);
    expect(await step(head, back)).toEqual({ kind: 'wrongState', state: 'draft' });
    expect(await house.events('answer.returned')).toHaveLength(2);
    const next = await readReview(await house.assessment(facilitator, HERE, '63.02'));
    expect(next.aspects.flatMap(({ answers }) => answers).every(({ headNote }) => headNote === null)).toBe(
      true,
    );
  });
});

describe('approving', () => {
  it('names what is missing and asks once', async () => {
    for (const no of NUMBERS.slice(0, 22)) await save(no, no === 1 ? { evidence: [] } : {});
    await step(operator, SUBMIT);
    expect(await step(head, APPROVE)).toEqual({ kind: 'gaps' });
    const view = await readWorkflow(await scopeOf(head));
    expect(view).toMatchObject({
      state: 'submitted',
      gaps: { unanswered: 25, noJustification: 0, noEvidence: 1, jump: 0 },
      standing: { answered: 22, total: 47 },
    });
    expect(await step(head, { ...APPROVE, gapsConfirmed: true })).toEqual({
      kind: 'done',
      state: 'approved',
    });
  });

  it('asks nothing where nothing is missing', async () => {
    for (const no of NUMBERS) await save(no);
    await step(operator, SUBMIT);
    expect(await step(head, APPROVE)).toEqual({ kind: 'done', state: 'approved' });
  });
});

describe('an approval that is taken back', () => {
  const TAKE_BACK: Step = { step: 'takeBack' };
  beforeEach(async () => {
    await step(operator, SUBMIT);
    await step(head, { step: 'approve', gapsConfirmed: true });
  });

  it('waits for the head again, on the record', async () => {
    expect((await readWorkflow(await scopeOf(head))).steps).toEqual(['takeBack']);
    expect(await step(head, TAKE_BACK)).toEqual({ kind: 'done', state: 'submitted' });
    const { assessment } = (await scopeOf(head)).place;
    expect(assessment).toMatchObject({ approved_at: null, approved_by: null, submitted_by: operator.id });
    expect(await save(1)).toEqual({ kind: 'locked' });
    const { entries } = await readHistory(await scopeOf(head), { indicatorNo: null, before: null });
    expect(entries[0]).toMatchObject({ type: 'assessment.approvalTakenBack', actor: head.name });
    expect((await readWorkflow(await scopeOf(head))).steps).toEqual(['approve', 'return']);
    expect(await step(head, TAKE_BACK)).toEqual({ kind: 'wrongState', state: 'submitted' });
  });

  it('is the head’s to take back, and of nobody else', async () => {
    for (const other of [operator, facilitator, await house.person('head', '63.02')]) {
      await expect(step(other, TAKE_BACK)).rejects.toMatchObject({ status: 403 });
    }
  });

  it('stands once the plenary has opened or the facilitator has reopened', async () => {
    await house.moveTo(HERE, 'plenary');
    expect((await readWorkflow(await scopeOf(head))).steps).toEqual([]);
    expect(await step(head, TAKE_BACK)).toEqual({ kind: 'locked' });
    await house.moveTo(HERE, 'filling');
    await step(facilitator, { step: 'reopen', note: 'data baru' });
    expect(await step(head, TAKE_BACK)).toEqual({ kind: 'wrongState', state: 'draft' });
  });
});
