import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, LAPOR, openHouse } from '#tests/house/house';
import { emptyFigures, type Figures, kindOf } from '~/instrument/topic';
import type { Actor } from '~/policy';
import { doingIn } from '~/record/change.server';
import { payloadOf } from '~/record/read.server';
import { addTopics, listFurtherTopics } from './addTopics.server';
import { addSheetIn } from './saveSheet.server';
import { approveSheetIn, submitSheetIn } from './takeSheetStep.server';
import { readTopicList } from './topicList.read.server';
import { postTarget } from './target.post.server';
import { topicCsv } from './topicCsv.server';
import { withTopic } from './topicScope.server';
import { readTopicPage } from './topicTable.read.server';

let house: House;
let facilitator: Actor;
let operator: Actor;
let now: string;

beforeAll(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
  operator = await house.person('operator', '63.01');
  const members = { topics: [LAPOR], memberIds: [facilitator.id] };
  const before = await house.rakerda({ ...members, year: 2025, state: 'archived' });
  now = await house.rakerda({ ...members, previousId: before });
  await fill(before, '63.02', 100, 50, 'approved');
  await fill(before, '63.03', 100, 20, 'draft');
  await fill(now, '63.01', 100, 41, 'draft');
  await fill(now, '63.02', 100, 73, 'approved');
  await fill(now, '63.03', 100, 92, 'draft');
});
afterAll(() => house.close());

async function fill(
  rakerdaId: string,
  agencyCode: string,
  received: number,
  resolved: number,
  state: 'draft' | 'approved',
) {
  await house.db.transaction().execute(async (trx) => {
    const doing = doingIn(trx, { actorId: null, rakerdaId, agencyCode }, '2026-01-01T00:00:00.000Z');
    const figures = { ...emptyFigures(LAPOR), received, resolved };
    const of = { topic: LAPOR, rakerdaId, agencyCode };
    await addSheetIn(doing, of, figures);
    if (state === 'approved') await approveSheetIn(doing, of);
  });
}

const scopeOf = async (actor: Actor) => withTopic(await house.meeting(actor, now), LAPOR.code, 0);
const nothing = new URLSearchParams();

describe('all agencies in one topic', () => {
  it('are open to who reads drafts, the best first, with how they moved since an approved year', async () => {
    const { part } = await readTopicPage(await scopeOf(facilitator), nothing);
    expect(part.items.map(({ agencyCode, movement }) => [agencyCode, movement?.units ?? null])).toEqual([
      ['63.03', null],
      ['63.02', 2300],
      ['63.01', null],
    ]);
  });

  it('show an agency its own draft and what others approved, on the page and in the file', async () => {
    const scope = await scopeOf(operator);
    const { part } = await readTopicPage(scope, nothing);
    expect(part.items.map(({ agencyCode, isOpen }) => [agencyCode, isOpen])).toEqual([
      ['63.02', true],
      ['63.01', true],
      ['63.03', false],
    ]);
    expect(part.items[2]?.measures.every((quantity) => quantity === null)).toBe(true);
    expect(part.items[2]?.filled).toBe(0);
    const { body, name } = await topicCsv(scope, nothing);
    expect(body.split('\r\n').map((line) => line.split(';')[0])).toEqual([
      '\ufeffKode',
      '63.02',
      '63.01',
      '',
    ]);
    expect(body).toContain('73');
    expect(body).not.toContain('92');
    expect(name).toMatch(/^topik-lapor-sp4n-uji-.*\.csv$/);
  });
});

describe('topics that are added later', () => {
  it('are pinned once, said on record, and there for every agency', async () => {
    const id = await house.rakerda({ memberIds: [facilitator.id] });
    const scope = await house.meeting(facilitator, id);
    const [choice] = await listFurtherTopics(scope);
    expect(choice?.code).toBe('lapor-sp4n');
    const chosen = [choice?.value ?? '', 'spbe-2020@1.1.0', 'tidak-ada@1.0.0'];
    expect(await addTopics(scope, chosen)).toEqual({ kind: 'done' });
    expect(await addTopics(scope, chosen)).toEqual({ kind: 'done' });
    const told = (await house.events('rakerda.changed')).filter((event) => event.rakerda_id === id);
    expect(told.map(({ payload }) => payload)).toEqual([JSON.stringify({ topicsAdded: [choice?.value] })]);
    const own = await readTopicList(await house.meeting(operator, id), nothing);
    expect(own.topics).toMatchObject([
      { code: 'lapor-sp4n', own: { agencyCode: '63.01', filled: 0, mayWrite: true } },
    ]);
    expect(own.further).toEqual([]);
  });

  it('are not taken once the Rakerda is closed, nor from an agency', async () => {
    const id = await house.rakerda({ memberIds: [facilitator.id], state: 'closed' });
    expect(await addTopics(await house.meeting(facilitator, id), [`lapor-sp4n@${LAPOR.version}`])).toEqual({
      kind: 'locked',
    });
    const theirs = await house.meeting(operator, id);
    await expect(addTopics(theirs, [`lapor-sp4n@${LAPOR.version}`])).rejects.toMatchObject({ status: 403 });
  });
});

describe('the target of a topic', () => {
  const typed = (measure: string, value: string, seen = '') => {
    const form = new FormData();
    form.set('measure', measure);
    form.set('value', value);
    form.set('seen.target', seen);
    return form;
  };
  const told = () =>
    house.db
      .selectFrom('event')
      .select(['type', 'payload'])
      .where('type', '=', 'rakerda.topicTargetChanged')
      .orderBy('seq')
      .execute();

  it.each([
    ['resolved-share', 'banyak', 'notNumber'],
    ['resolved-share', '95.5', 'comma'],
    ['resolved-share', '100,01', 'outside'],
    ['resolved-share', '-1', 'outside'],
    ['resolved-share', '95,5555', 'tooFine'],
    ['in-process-share', '5', 'choose'],
    ['tidak-ada', '5', 'choose'],
  ])('of %s is not “%s”: %s', async (measure, value, error) => {
    const result = await postTarget(await scopeOf(facilitator), typed(measure, value));
    expect(result).toEqual({ kind: 'refused', refusal: { measure, value, error } });
    expect((await readTopicPage(await scopeOf(facilitator), nothing)).target.goal).toBeNull();
  });

  it('is set, told once, shown with who has reached it, changed and taken away', async () => {
    expect(await postTarget(await scopeOf(facilitator), typed('resolved-share', '73'))).toEqual({
      kind: 'done',
    });
    expect(await postTarget(await scopeOf(facilitator), typed('resolved-share', '73,0 %'))).toEqual({
      kind: 'done',
    });
    expect((await readTopicPage(await scopeOf(facilitator), nothing)).target).toMatchObject({
      goal: { figure: { code: 'resolved-share' }, units: 7300, reached: 2, known: 3 },
      mark: 'resolved-share=7300',
    });
    // Whoever sees their own agency only hears of nobody else.
    expect((await readTopicPage(await scopeOf(operator), nothing)).target).toMatchObject({
      goal: { reached: 1, known: 2 },
      figures: null,
    });
    const { body } = await topicCsv(await scopeOf(facilitator), nothing);
    expect(body).toContain('Jarak ke target');
    const line = body.split('\r\n').find((one) => one.startsWith('63.01'));
    expect(line?.split(';').slice(-3)).toEqual(['73', '32', 'tidak']);

    expect(await postTarget(await scopeOf(facilitator), typed('untouched-share', '2,5'))).toMatchObject({
      refusal: { error: 'moved' },
    });
    const change = typed('untouched-share', '2,5', 'resolved-share=7300');
    expect(await postTarget(await scopeOf(facilitator), change)).toEqual({ kind: 'done' });
    const clear = typed('untouched-share', '', 'untouched-share=250');
    expect(await postTarget(await scopeOf(facilitator), clear)).toEqual({ kind: 'done' });
    expect((await told()).map((row) => payloadOf(row, 'rakerda.topicTargetChanged'))).toEqual([
      { topic: LAPOR.code, before: null, after: { measure: 'resolved-share', units: 7300 } },
      {
        topic: LAPOR.code,
        before: { measure: 'resolved-share', units: 7300 },
        after: { measure: 'untouched-share', units: 250 },
      },
      { topic: LAPOR.code, before: { measure: 'untouched-share', units: 250 }, after: null },
    ]);
  });

  it('is set by organisers only, and stands still once the Rakerda is closed', async () => {
    await expect(postTarget(await scopeOf(operator), typed('resolved-share', '5'))).rejects.toMatchObject({
      status: 403,
    });
    const closed = await house.rakerda({ topics: [LAPOR], memberIds: [facilitator.id], state: 'closed' });
    const scope = await withTopic(await house.meeting(facilitator, closed), LAPOR.code, 0);
    expect(await postTarget(scope, typed('resolved-share', '5'))).toMatchObject({
      refusal: { error: 'locked' },
    });
  });
});

describe('the list of topics', () => {
  const WHOLE: Figures = Object.fromEntries(kindOf(LAPOR).codes.map((code) => [code, 0]));

  async function sheetIn(figures: Figures | null, isSubmitted: boolean): Promise<string> {
    const rakerdaId = await house.rakerda({ topics: [LAPOR] });
    const of = { topic: LAPOR, rakerdaId, agencyCode: '63.01' };
    if (figures) {
      await house.db.transaction().execute(async (trx) => {
        const doing = doingIn(
          trx,
          { actorId: null, rakerdaId, agencyCode: '63.01' },
          '2026-01-01T00:00:00.000Z',
        );
        await addSheetIn(doing, of, figures);
        if (isSubmitted) await submitSheetIn(doing, of);
      });
    }
    return rakerdaId;
  }
  const own = async (actor: Actor, id: string) =>
    (await readTopicList(await house.meeting(actor, id), nothing)).topics[0]?.own;

  it.each([
    ['nothing', null, false, { isBegun: false, operator: null, head: null }],
    ['some of it', emptyFigures(LAPOR), false, { isBegun: true, operator: null, head: null }],
    ['everything', WHOLE, false, { isBegun: true, operator: 'submit', head: 'submit' }],
    ['what was sent', WHOLE, true, { isBegun: true, operator: null, head: 'approve' }],
  ])('leads to the review that %s asks for', async (_, figures, isSubmitted, expected) => {
    const id = await sheetIn(figures, isSubmitted);
    const head = await house.person('head', '63.01');
    expect(await own(operator, id)).toMatchObject({ isBegun: expected.isBegun, review: expected.operator });
    expect(await own(head, id)).toMatchObject({ review: expected.head });
  });
});
