/** What each step asks, writes and says; the way through all of them is in assessment.test.ts. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AssessmentState } from '#db/schema';
import { type Actor, STEPS as NAMES, TRANSITIONS } from '~/policy';
import { DECIMAL, type House, openHouse } from '#tests/house/house';
import { EVENTS, type Step, takeStep } from './takeStep.server';

const HERE = 'uji-2026';
const OTHER = 'uji-2027';
const LEVELS = [200, null, 300, null];
const STEPS: readonly Step[] = [
  { step: 'submit', unansweredConfirmed: true },
  { step: 'approve', gapsConfirmed: true },
  { step: 'return', note: 'bukti 11' },
  { step: 'takeBack' },
  { step: 'reopen', note: 'data baru' },
];

let house: House;
let head: Actor;
let operator: Actor;
let facilitator: Actor;

beforeEach(async () => {
  house = await openHouse();
  head = await house.person('head', '63.01');
  operator = await house.person('operator', '63.01');
  facilitator = await house.person('facilitator');
  await house.rakerda({ id: HERE, memberIds: [facilitator.id], state: 'filling', instruments: [DECIMAL] });
});
afterEach(() => house.close());

const scopeOf = (actor: Actor) => house.assessment(actor, HERE, '63.01', DECIMAL);
const stand = async (state: AssessmentState, levels: readonly (number | null)[] = LEVELS) =>
  house.answer(HERE, '63.01', levels, DECIMAL, state);
const assessment = async () => (await scopeOf(head)).place.assessment;
/** Who may take the step. */
const takerOf = ({ step }: Step) => (step === 'reopen' ? facilitator : head);
const take = async (step: Step, actor = takerOf(step)) => takeStep(await scopeOf(actor), step);

describe('every step', () => {
  const allowed = {
    draft: ['submit'],
    submitted: ['approve', 'return', 'reopen'],
    approved: ['takeBack', 'reopen'],
  };
  const states = ['draft', 'submitted', 'approved'] as const;

  it.each(states.flatMap((state) => STEPS.map((step) => ({ state, step }))))(
    'is taken from where it may be: $step.step from $state',
    async ({ state, step }) => {
      await stand(state);
      const result = await take(step);
      if (allowed[state].includes(step.step)) expect(result.kind).toBe('done');
      else expect(result).toEqual({ kind: 'wrongState', state });
      expect((await assessment()).state).toBe(result.kind === 'done' ? result.state : state);
    },
  );

  it('leads where its name says', () => {
    expect(NAMES.map((step) => [step, TRANSITIONS[step].to, EVENTS[step]])).toEqual([
      ['submit', 'submitted', 'assessment.submitted'],
      ['approve', 'approved', 'assessment.approved'],
      ['return', 'draft', 'assessment.returned'],
      ['takeBack', 'submitted', 'assessment.approvalTakenBack'],
      ['reopen', 'draft', 'assessment.reopened'],
    ]);
  });

  it('is refused to whom the policy does not let take it', async () => {
    const reviewer = await house.person('reviewer');
    const refused: readonly (readonly [Step['step'], Actor])[] = [
      ['submit', facilitator],
      ['approve', operator],
      ['return', operator],
      ['takeBack', operator],
      ['takeBack', facilitator],
      ['reopen', head],
      ['reopen', reviewer],
    ];
    for (const [name, actor] of refused) {
      const step = STEPS.find((one) => one.step === name);
      if (!step) throw new Error(name);
      await expect(take(step, actor)).rejects.toMatchObject({ status: 403 });
    }
    expect((await assessment()).state).toBe('draft');
  });
});

describe('what a step leaves behind', () => {
  /** The newest event of a step, and the assessment after it. */
  async function after(step: Step, actor = takerOf(step)) {
    await take(step, actor);
    const [event, ...more] = await house.events(EVENTS[step.step]);
    expect(more).toEqual([]);
    const row = await assessment();
    expect(event).toMatchObject({ actor_id: actor.id, assessment_id: row.id, agency_code: '63.01' });
    expect(row.updated_at).toBe(event?.at);
    return { row, at: event?.at, payload: JSON.parse(event?.payload ?? 'null') as unknown };
  }

  it('submitted: by whom and when, with what was unanswered', async () => {
    await stand('draft');
    const { row, at, payload } = await after({ step: 'submit', unansweredConfirmed: true }, operator);
    expect(row).toMatchObject({ state: 'submitted', submitted_at: at, submitted_by: operator.id });
    expect(payload).toEqual({ from: 'draft', to: 'submitted', levels: LEVELS, unanswered: [2, 4] });
  });

  it('approved: by whom and when', async () => {
    await stand('submitted');
    const { row, at, payload } = await after({ step: 'approve', gapsConfirmed: true });
    expect(row).toMatchObject({ state: 'approved', approved_at: at, approved_by: head.id });
    expect(payload).toEqual({ from: 'submitted', to: 'approved', levels: LEVELS });
  });

  it.each(['return', 'reopen'] as const)('%s: why, and nobody who approved it', async (name) => {
    await stand('submitted');
    if (name === 'reopen') await take({ step: 'approve', gapsConfirmed: true });
    const { row, payload } = await after({ step: name, note: 'bukti 11' });
    expect(row).toMatchObject({ return_note: 'bukti 11', approved_at: null, approved_by: null });
    const from = name === 'reopen' ? 'approved' : 'submitted';
    expect(payload).toEqual({ from, to: 'draft', levels: LEVELS, note: 'bukti 11' });
  });

  it('taken back: as if nobody had approved, and submitted as it was', async () => {
    await stand('draft');
    await take({ step: 'submit', unansweredConfirmed: true }, operator);
    await take({ step: 'approve', gapsConfirmed: true });
    const { row, payload } = await after({ step: 'takeBack' });
    expect(row).toMatchObject({ state: 'submitted', approved_at: null, approved_by: null });
    expect(row).toMatchObject({ submitted_by: operator.id, return_note: null });
    expect(payload).toEqual({ from: 'approved', to: 'submitted', levels: LEVELS });
  });

  it('submitted again: what was said when it came back is over', async () => {
    await stand('submitted');
    await take({ step: 'return', note: 'bukti 11' });
    await take({ step: 'submit', unansweredConfirmed: true });
    expect((await assessment()).return_note).toBeNull();
  });

  it('returned: what is said to single indicators is said to them', async () => {
    await stand('submitted');
    await take({
      step: 'return',
      note: 'dua',
      notes: new Map([
        [2, 'isi'],
        [3, 'bukti'],
      ]),
    });
    const said = await house.events('answer.returned');
    const { id } = await assessment();
    expect(said).toMatchObject([
      {
        assessment_id: id,
        agency_code: '63.01',
        indicator_no: 2,
        actor_id: head.id,
        payload: '{"note":"isi"}',
      },
      {
        assessment_id: id,
        agency_code: '63.01',
        indicator_no: 3,
        actor_id: head.id,
        payload: '{"note":"bukti"}',
      },
    ]);
  });

  it.each(STEPS)('nothing anywhere else: $step', async (step) => {
    const from = TRANSITIONS[step.step].from[0];
    await house.rakerda({ id: OTHER, year: 2027, memberIds: [facilitator.id], instruments: [DECIMAL] });
    await stand(from);
    const others = async () =>
      house.db
        .selectFrom('assessment')
        .selectAll()
        .where('id', '!=', (await assessment()).id)
        .orderBy('id')
        .execute();
    const before = await others();
    expect(before).toHaveLength(5);
    expect((await take(step)).kind).toBe('done');
    expect(await others()).toEqual(before);
  });
});

describe('submitting', () => {
  const unconfirmed: Step = { step: 'submit', unansweredConfirmed: false };

  it('asks only where something is unanswered, and then says what', async () => {
    await stand('draft');
    expect(await take(unconfirmed)).toEqual({ kind: 'unconfirmed', unanswered: [2, 4] });
    expect(await house.events('assessment.submitted')).toEqual([]);
    await stand('draft', [100, 200, 300, 400]);
    expect(await take(unconfirmed)).toEqual({ kind: 'done', state: 'submitted' });
  });
});
