/** A sheet on its way to the head and back: what each step asks, writes and says; who sees what meanwhile. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssessmentState } from '#db/schema';
import { type House, LAPOR, openHouse } from '#tests/house/house';
import { emptyFigures, type Figures } from '~/instrument/topic';
import { type Actor, STEPS, stepsOpenTo, TRANSITIONS } from '~/policy';
import type { PostedStep } from '~/rakerda/stepForm';
import { newestSeq } from '~/record/read.server';
import { saveSheet } from './saveSheet.server';
import { readSheetPage } from './sheet.read.server';
import { postStep } from './review/sheetReview.post.server';
import { takeSheetStep } from './takeSheetStep.server';
import { type SheetScope, withSheet, withTopic } from './topicScope.server';
import { findSheet } from './topicSheets.server';
import { readTopicList } from './topicList.read.server';

let house: House;
let operator: Actor;
let head: Actor;
let neighbour: Actor;
let facilitator: Actor;

beforeAll(async () => {
  house = await openHouse();
  operator = await house.person('operator', '63.01');
  head = await house.person('head', '63.01');
  neighbour = await house.person('operator', '63.02');
  facilitator = await house.person('facilitator');
});
afterAll(() => house.close());

async function at(actor: Actor, id: string): Promise<SheetScope> {
  const meeting = await house.meeting(actor, id);
  return withSheet(await withTopic(meeting, LAPOR.code, await newestSeq(house.db)), '63.01');
}
const figures = (some: Figures): Figures => ({ ...emptyFigures(LAPOR), ...some });
const sheetOf = (id: string) => findSheet(house.db, id, LAPOR, '63.01');

/** A Rakerda whose sheet holds one figure. */
async function begun(stage: 'filling' | 'plenary' = 'filling'): Promise<string> {
  const id = await house.rakerda({ topics: [LAPOR], memberIds: [facilitator.id], state: stage });
  await saveSheet(await at(operator, id), 0, figures({ received: 10 }));
  return id;
}

const POSTED: Readonly<Record<PostedStep['step'], PostedStep>> = {
  submit: { step: 'submit', unansweredConfirmed: true },
  approve: { step: 'approve', gapsConfirmed: true },
  return: { step: 'return', note: 'laporan Mei' },
  takeBack: { step: 'takeBack' },
  reopen: { step: 'reopen', note: 'data baru' },
};
const take = async (actor: Actor, id: string, step: PostedStep['step'], version = 1) =>
  takeSheetStep(await at(actor, id), version, POSTED[step]);
const told = async (id: string) =>
  (await house.eventTypes(id)).filter((type) => type.startsWith('topic.') && type !== 'topic.saved');

describe('a sheet', () => {
  it('that was sent waits for the head: nobody changes it, only the own agency and organisers see it', async () => {
    const id = await begun();
    expect(await take(operator, id, 'submit')).toEqual({ kind: 'done', state: 'submitted' });
    expect(await sheetOf(id)).toMatchObject({
      state: 'submitted',
      submitted: { accountId: operator.id },
      approved: null,
    });
    const more = saveSheet(await at(operator, id), 1, figures({ received: 11 }));
    expect(await more).toEqual({ kind: 'submitted' });
    await expect(at(neighbour, id)).rejects.toMatchObject({ status: 403 });
    const page = await readSheetPage(await at(head, id), new URLSearchParams());
    expect(page).toMatchObject({
      closed: 'lockedSubmitted',
      way: { submitted: { name: operator.name }, steps: ['approve', 'return'], empty: 12 },
    });
    const { topics } = await readTopicList(await house.meeting(facilitator, id), new URLSearchParams());
    expect(topics).toMatchObject([{ submitted: 1, approved: 0 }]);
  });

  it('that was approved is open to neighbours and closed to changes, until it is taken back or opened again', async () => {
    const id = await begun();
    await take(operator, id, 'submit');
    await take(head, id, 'approve');
    expect((await at(neighbour, id)).sheet?.figures.received).toBe(10);
    expect(await saveSheet(await at(operator, id), 1, figures({ received: 11 }))).toEqual({
      kind: 'approved',
    });
    expect(await take(head, id, 'takeBack')).toEqual({ kind: 'done', state: 'submitted' });
    expect(await sheetOf(id)).toMatchObject({ approved: null, submitted: { accountId: operator.id } });
    await expect(at(neighbour, id)).rejects.toMatchObject({ status: 403 });
    await take(head, id, 'approve');
    // In the plenary the hall already compares: only the facilitator opens it again.
    await house.moveTo(id, 'plenary');
    expect(await take(head, id, 'takeBack')).toEqual({ kind: 'locked' });
    expect(await take(facilitator, id, 'reopen')).toEqual({ kind: 'done', state: 'draft' });
    expect(await sheetOf(id)).toMatchObject({ approved: null, returnNote: 'data baru' });
    expect(await saveSheet(await at(operator, id), 1, figures({ received: 11 }))).toEqual({ kind: 'saved' });
    expect(await told(id)).toEqual([
      'topic.submitted',
      'topic.approved',
      'topic.approvalTakenBack',
      'topic.approved',
      'topic.reopened',
    ]);
  });

  it('that was returned says why, to the one who fills it in and in the history, until it is sent again', async () => {
    const id = await begun();
    await take(operator, id, 'submit');
    await take(head, id, 'return');
    const read = async () => readSheetPage(await at(operator, id), new URLSearchParams());
    const page = await read();
    expect(page).toMatchObject({ mayWrite: true, way: { returnNote: 'laporan Mei', submitted: null } });
    expect(page.history[0]).toMatchObject({ type: 'topic.returned', note: 'laporan Mei' });
    await take(operator, id, 'submit');
    expect((await read()).way.returnNote).toBeNull();
  });

  it('is sent and approved as it was seen, and with what is empty confirmed', async () => {
    const id = await begun();
    const unsure = { step: 'submit', unansweredConfirmed: false } as const;
    expect(await takeSheetStep(await at(operator, id), 1, unsure)).toEqual({ kind: 'unconfirmed' });
    await saveSheet(await at(head, id), 1, figures({ received: 12 }));
    expect(await take(operator, id, 'submit', 1)).toEqual({ kind: 'moved' });
    expect(await take(operator, id, 'submit', 2)).toEqual({ kind: 'done', state: 'submitted' });
    expect(await take(head, id, 'approve', 1)).toEqual({ kind: 'moved' });
    const [event] = (await house.events('topic.submitted')).filter((one) => one.rakerda_id === id);
    expect(JSON.parse(event?.payload ?? '')).toMatchObject({ version: 2, unanswered: 12 });
    expect(event).toMatchObject({ actor_id: operator.id, agency_code: '63.01' });
  });

  it('that nobody has begun, and one of a closed Rakerda, take no step', async () => {
    const empty = await house.rakerda({ topics: [LAPOR], memberIds: [facilitator.id] });
    expect(await take(operator, empty, 'submit', 0)).toEqual({ kind: 'wrongState' });
    const id = await begun();
    await house.moveTo(id, 'closed');
    expect(await take(operator, id, 'submit')).toEqual({ kind: 'locked' });
    expect(await told(id)).toEqual([]);
  });
});

describe('the posted form of a step', () => {
  const send = async (actor: Actor, id: string, fields: Readonly<Record<string, string>>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ version: '1', ...fields })) form.set(name, value);
    return postStep(await at(actor, id), form);
  };

  it('asks for a reason beside its field, and keeps what was written where the stage is against it', async () => {
    const id = await begun();
    await take(operator, id, 'submit');
    expect(await send(head, id, { step: 'return', note: 'ya' })).toMatchObject({
      kind: 'refused',
      answer: { reason: 'mend', step: 'return', note: 'ya', error: 'noteMissing' },
    });
    await house.moveTo(id, 'closed');
    expect(await send(head, id, { step: 'return', note: 'laporan Mei' })).toMatchObject({
      answer: { reason: 'stepLocked', note: 'laporan Mei', error: null },
    });
    expect((await sheetOf(id))?.state).toBe('submitted');
  });

  it('is nobody’s whom the policy does not let take it, whatever else is wrong with it', async () => {
    const id = await begun();
    await expect(send(operator, id, { step: 'return', note: '' })).rejects.toMatchObject({ status: 403 });
    await expect(send(facilitator, id, { step: 'approve' })).rejects.toMatchObject({ status: 403 });
    await expect(send(head, id, { step: 'lain' })).rejects.toMatchObject({ status: 400 });
  });
});

it('goes the way of the one table, however people press, and the record tells every step that was taken', async () => {
  const people = () => [operator, head, facilitator];
  const press = fc.record({ who: fc.nat(2), step: fc.constantFrom(...STEPS) });
  await fc.assert(
    fc.asyncProperty(fc.array(press, { maxLength: 8 }), async (presses) => {
      const id = await begun();
      const expected: string[] = [];
      let state: AssessmentState = 'draft';
      for (const { who, step } of presses) {
        const actor = people()[who] ?? operator;
        const { place } = await at(actor, id);
        const open = stepsOpenTo(actor, { ...place, agencyCode: '63.01' }, 'filling', state);
        const kind = await take(actor, id, step).then(
          (result) => result.kind,
          () => 'forbidden',
        );
        expect(kind === 'done').toBe(open.includes(step));
        if (kind === 'done') {
          state = TRANSITIONS[step].to;
          expected.push(step);
        }
        expect((await sheetOf(id))?.state).toBe(state);
      }
      expect(await told(id)).toHaveLength(expected.length);
    }),
    { numRuns: 25 },
  );
});
