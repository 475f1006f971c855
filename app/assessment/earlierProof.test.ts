/** What an agency proved in an earlier year, offered beside a topic: on a real database, with the rights of where it stands. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, LAPOR, openHouse, PEMDI } from '#tests/house/house';
import type { Actor } from '~/policy';
import type { AnswerInput } from './answerForm';
import { type ProvenAnswer, readEarlierProof } from './earlierProof.read.server';
import { saveAnswer } from './saveAnswer.server';

const THEN = 'uji-2025';
const HERE = 'uji-2026';
const LATER = 'uji-2027';
const EMPTY: AnswerInput = {
  level: null,
  justification: '',
  note: '',
  personInCharge: '',
  service: '',
  discuss: false,
  evidence: [],
};
const document = (name: string) => ({ url: `https://a.example/${name}`, caption: name });

let house: House;
let operator: Actor;
let neighbour: Actor;
let facilitator: Actor;

beforeAll(async () => {
  house = await openHouse();
  operator = await house.person('operator', '63.01');
  neighbour = await house.person('operator', '63.02');
  facilitator = await house.person('facilitator');
  for (const [id, year, memberIds] of [
    [THEN, 2025, []],
    [HERE, 2026, [facilitator.id]],
    [LATER, 2027, [facilitator.id]],
  ] as const)
    await house.rakerda({ id, year, state: 'filling', topics: [PEMDI], memberIds });
  const old = { ...EMPTY, level: 3, justification: 'SK 2025', note: 'untuk kami sendiri' };
  await save(operator, THEN, 1, { ...old, evidence: [document('arsitektur-2025')] });
  await save(operator, THEN, 11, { ...old, evidence: [document('peta'), document('lampiran')] });
  await save(operator, THEN, 12, { ...EMPTY, level: 2 });
  // Newer and without a document; newer with one; newer and all there is.
  await save(operator, HERE, 11, { ...EMPTY, level: 4 });
  await save(operator, HERE, 1, { ...EMPTY, level: 5, evidence: [document('arsitektur-2026')] });
  await save(operator, HERE, 12, { ...EMPTY, level: 4 });
  await save(operator, LATER, 13, { ...EMPTY, level: 5, evidence: [document('nanti')] });
  await save(neighbour, THEN, 13, { ...EMPTY, level: 5, evidence: [document('tetangga')] });
});
afterAll(() => house.close());

async function save(actor: Actor, rakerdaId: string, indicatorNo: number, input: AnswerInput) {
  const scope = await house.assessment(actor, rakerdaId, actor.agencyCode ?? '');
  const saved = await saveAnswer(scope, { indicatorNo, input, baseVersion: 0 }, null);
  expect(saved.kind).toBe('saved');
}

async function read(actor: Actor, part: string, rakerdaId = HERE, agencyCode = '63.01') {
  return readEarlierProof(await house.meeting(actor, rakerdaId), { topic: PEMDI, part, agencyCode });
}

/** Every answer that is offered, by the number of its indicator. */
async function offered(...asked: Parameters<typeof read>): Promise<Record<number, ProvenAnswer | null>> {
  const proof = await read(...asked);
  const all = proof?.pairs.flatMap(({ indicators }) => indicators) ?? [];
  return Object.fromEntries(all.map(({ no, answer }) => [no, answer]));
}

describe('what an agency proved before', () => {
  it('stands with its level, its year and its documents where it was answered; the newest that has a document', async () => {
    expect(await offered(operator, 'I1')).toMatchObject({
      1: { year: 2026, level: 5, evidence: [document('arsitektur-2026')] },
      2: null,
      10: null,
      11: {
        year: 2025,
        rakerdaName: 'Rakerda Uji 2025',
        level: 3,
        levelName: 'Terdefinisi',
        justification: 'SK 2025',
        evidence: [document('peta'), document('lampiran')],
        to: `/rakerda/${THEN}/spbe-2020/63.01/isi/11`,
      },
      12: { year: 2026, level: 4, evidence: [] },
      // Another agency has it in that year, and this one in a later one.
      13: null,
      19: null,
    });
  });

  it('says what it is about, for which items, whose word that is', async () => {
    const proof = await read(operator, 'I4');
    expect(proof).toMatchObject({ of: ['SPBE 2020'], source: { confidence: 'proposal' } });
    expect(
      proof?.pairs.map(({ about, codes, indicators }) => [about, codes, indicators.map(({ no }) => no)]),
    ).toEqual([
      ['Tim Koordinasi', ['I4-L1-01'], [10, 19]],
      ['Kerja sama antarunit', ['I4-L1-02', 'I4-L1-03'], [20]],
    ]);
    // Of the whole indicator, and not of one of its items.
    expect((await read(operator, 'I10'))?.pairs.map(({ codes }) => codes)).toEqual([[]]);
  });

  it('is nobody’s who may not read it there', async () => {
    // A member of this Rakerda only: what was answered here, nothing of the year before.
    expect(await offered(facilitator, 'I1')).toMatchObject({
      1: { year: 2026 },
      11: { year: 2026, evidence: [] },
    });
    // Agencies see their own.
    expect(await read(neighbour, 'I1')).toBeNull();
    expect(await offered(neighbour, 'I1', HERE, '63.02')).toMatchObject({
      1: null,
      13: { year: 2025, evidence: [document('tetangga')] },
    });
    // A card of this Rakerda opens no other one.
    const card = { ...operator, onlyRakerdaId: HERE };
    expect(await offered(card, 'I1')).toMatchObject({ 11: { year: 2026, level: 4, evidence: [] } });
  });

  it('is not there where the file names no predecessor', async () => {
    expect(await read(operator, 'I12')).toBeNull();
    const scope = await house.meeting(operator, HERE);
    expect(await readEarlierProof(scope, { topic: LAPOR, part: null, agencyCode: '63.01' })).toBeNull();
  });
});
