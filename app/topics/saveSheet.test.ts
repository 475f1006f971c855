import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, LAPOR, openHouse } from '#tests/house/house';
import { emptyFigures, type Figures } from '~/instrument/metrics';
import { newestSeq } from '~/record/read.server';
import { approveSheet, reopenSheet, saveSheet } from './saveSheet.server';
import { topicOutcomes } from './topicOutcomes.server';
import { type SheetScope, withSheet, withTopic } from './topicScope.server';
import { findSheet } from './topicSheets.server';
import type { Actor } from '~/policy';

let house: House;
let operator: Actor;
let colleague: Actor;
let head: Actor;
let neighbour: Actor;
let facilitator: Actor;

beforeAll(async () => {
  house = await openHouse();
  operator = await house.person('operator', '63.01');
  colleague = await house.person('operator', '63.01');
  head = await house.person('head', '63.01');
  neighbour = await house.person('operator', '63.02');
  facilitator = await house.person('facilitator');
});
afterAll(() => house.close());

const rakerda = () => house.rakerda({ topics: [LAPOR], memberIds: [facilitator.id] });

async function at(actor: Actor, id: string, agencyCode = '63.01'): Promise<SheetScope> {
  const meeting = await house.meeting(actor, id);
  return withSheet(await withTopic(meeting, LAPOR.code, await newestSeq(house.db)), agencyCode);
}

const figures = (some: Figures): Figures => ({ ...emptyFigures(LAPOR), ...some });
const stored = async (id: string) => (await findSheet(house.db, id, LAPOR, '63.01'))?.figures;

describe('a sheet of figures', () => {
  it('is saved whole, with who and when, and says on record what changed', async () => {
    const id = await rakerda();
    expect(await saveSheet(await at(operator, id), 0, figures({ received: 8146, resolved: 7797 }))).toEqual({
      kind: 'saved',
    });
    const sheet = await findSheet(house.db, id, LAPOR, '63.01');
    expect(sheet).toMatchObject({ version: 1, state: 'draft', updatedBy: operator.name });
    expect(sheet?.figures).toMatchObject({ received: 8146, resolved: 7797, untouched: null });
    const [event] = (await house.events('topic.saved')).filter((one) => one.rakerda_id === id);
    expect(event).toMatchObject({ actor_id: operator.id, agency_code: '63.01' });
    expect(JSON.parse(event?.payload ?? '')).toMatchObject({
      topic: 'lapor-sp4n',
      version: 1,
      changes: { received: [null, 8146], resolved: [null, 7797] },
    });
  });

  it('saved again as it stands changes nothing', async () => {
    const id = await rakerda();
    await saveSheet(await at(operator, id), 0, figures({ received: 5 }));
    expect(await saveSheet(await at(operator, id), 1, figures({ received: 5 }))).toEqual({
      kind: 'unchanged',
    });
    expect((await findSheet(house.db, id, LAPOR, '63.01'))?.version).toBe(1);
  });

  it('keeps what two people wrote into different fields', async () => {
    const id = await rakerda();
    const [one, other] = [await at(operator, id), await at(colleague, id)];
    await saveSheet(one, 0, figures({ received: 100 }));
    expect(await saveSheet(other, 0, figures({ resolved: 60 }))).toEqual({ kind: 'saved' });
    expect(await stored(id)).toMatchObject({ received: 100, resolved: 60 });
  });

  it('is refused where both wrote into the same field, and shows what stands there', async () => {
    const id = await rakerda();
    const [one, other] = [await at(operator, id), await at(colleague, id)];
    await saveSheet(one, 0, figures({ received: 100 }));
    const result = await saveSheet(other, 0, figures({ received: 120, resolved: 3 }));
    expect(result).toMatchObject({ kind: 'moved', fields: ['received'], version: 1, now: { received: 100 } });
    expect(await stored(id)).toMatchObject({ received: 100, resolved: null });
  });

  it('is refused where it contradicts what others saved since, and nothing is half stored', async () => {
    const id = await rakerda();
    const [one, other] = [await at(operator, id), await at(colleague, id)];
    await saveSheet(one, 0, figures({ received: 50 }));
    const result = await saveSheet(other, 0, figures({ resolved: 60, untouched: 1 }));
    expect(result).toEqual({
      kind: 'contradictory',
      problems: { resolved: { kind: 'aboveWhole', whole: 'received' } },
    });
    expect(await stored(id)).toMatchObject({ resolved: null, untouched: null });
  });

  it('is written by its own agency only, and only while the stage takes answers', async () => {
    const id = await rakerda();
    await expect(at(neighbour, id)).rejects.toMatchObject({ status: 403 });
    const scope = await at(facilitator, id);
    await expect(saveSheet(scope, 0, figures({ received: 1 }))).rejects.toMatchObject({ status: 403 });
    const own = await at(operator, id);
    await house.moveTo(id, 'closed');
    expect(await saveSheet(own, 0, figures({ received: 1 }))).toEqual({ kind: 'locked' });
    expect(await stored(id)).toBeUndefined();
  });

  it('is not there for an agency or a topic that takes no part', async () => {
    const id = await rakerda();
    await expect(at(facilitator, id, '62.01')).rejects.toMatchObject({ status: 404 });
    const without = await house.rakerda({ memberIds: [facilitator.id] });
    await expect(at(facilitator, without)).rejects.toMatchObject({ status: 404 });
  });
});

describe('an approved sheet', () => {
  it('is open to neighbours and closed to changes, until it is taken back', async () => {
    const id = await rakerda();
    await saveSheet(await at(operator, id), 0, figures({ received: 10 }));
    expect(await approveSheet(await at(head, id), 0)).toEqual({ kind: 'moved' });
    await expect(approveSheet(await at(operator, id), 1)).rejects.toMatchObject({ status: 403 });
    expect(await approveSheet(await at(head, id), 1)).toEqual({ kind: 'done' });
    expect((await at(neighbour, id)).sheet?.figures.received).toBe(10);
    expect(await saveSheet(await at(operator, id), 1, figures({ received: 11 }))).toEqual({
      kind: 'approved',
    });
    // In the plenary the hall already compares: only the facilitator opens it again.
    expect(await reopenSheet(await at(head, id))).toEqual({ kind: 'locked' });
    expect(await reopenSheet(await at(facilitator, id))).toEqual({ kind: 'done' });
    await expect(at(neighbour, id)).rejects.toMatchObject({ status: 403 });
    await house.moveTo(id, 'filling');
    await approveSheet(await at(head, id), 1);
    expect(await reopenSheet(await at(head, id))).toEqual({ kind: 'done' });
    expect(await saveSheet(await at(operator, id), 1, figures({ received: 11 }))).toEqual({ kind: 'saved' });
    expect((await house.eventTypes(id)).filter((type) => type.startsWith('topic.'))).toEqual([
      'topic.saved',
      'topic.approved',
      'topic.reopened',
      'topic.approved',
      'topic.reopened',
      'topic.saved',
    ]);
  });
});

describe('the outcomes of a Rakerda', () => {
  it('name every topic and every agency that takes part, with what stands there', async () => {
    const id = await rakerda();
    const typed = figures({ received: 8146, resolved: 7797, 'in-process': 270, untouched: 58 });
    await saveSheet(await at(operator, id), 0, typed);
    const [topic, ...more] = await topicOutcomes(house.services, id);
    expect(more).toEqual([]);
    expect(topic).toMatchObject({ code: 'lapor-sp4n', headline: { confidence: 'sourced' } });
    expect(topic?.agencies.map(({ agencyCode }) => agencyCode)).toEqual(['63.01', '63.02', '63.03']);
    expect(topic?.agencies[0]).toMatchObject({
      state: 'draft',
      outcome: {
        headline: { numerator: 7797, denominator: 8146, unit: 'percent' },
        filled: 4,
        remarks: [{ id: '21 laporan tidak terhitung' }],
      },
    });
    expect(topic?.agencies[1]?.outcome).toMatchObject({ headline: null, filled: 0, total: 13 });
  });

  it('are none where the Rakerda measures no topic', async () => {
    expect(await topicOutcomes(house.services, await house.rakerda())).toEqual([]);
  });
});
