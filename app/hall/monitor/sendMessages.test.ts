/** What a message leaves behind: in its row, in the record, and in no other message. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '~/policy';
import { type House, openHouse } from '#tests/house/house';
import { markSeen, sendMessages } from './sendMessages.server';

const HERE = 'uji-2026';
const OTHER = 'uji-2027';

let house: House;
let facilitator: Actor;
let operator: Actor;

beforeEach(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
  operator = await house.person('operator', '63.01');
  for (const [id, year, agencyCodes] of [
    [HERE, 2026, ['63.01', '63.02']],
    [OTHER, 2027, ['63.01', '63.03']],
  ] as const) {
    await house.rakerda({ id, year, state: 'filling', agencyCodes, memberIds: [facilitator.id] });
  }
});
afterEach(() => house.close());

const meeting = (actor = facilitator, rakerdaId = HERE) => house.meeting(actor, rakerdaId);
const rows = () =>
  house.db.selectFrom('agency_message').selectAll().orderBy('agency_code').orderBy('body').execute();
const send = async (id: string, agencyCodes: readonly string[], body = 'Lanjutkan') =>
  sendMessages(
    await meeting(),
    id,
    agencyCodes.map((agencyCode) => ({ agencyCode, body: `${body} ${agencyCode}` })),
  );

describe('messages', () => {
  it('are one for each agency that takes part here, of one hand and one moment', async () => {
    expect(await send('satu', ['63.01', '63.03', '63.02'])).toEqual({ kind: 'sent', count: 2 });
    const events = await house.events('message.sent');
    const at = events[0]?.at;
    const stored = await rows();
    expect(stored).toMatchObject(
      ['63.01', '63.02'].map((agency_code) => ({
        rakerda_id: HERE,
        agency_code,
        body: `Lanjutkan ${agency_code}`,
        sent_at: at,
        sent_by: facilitator.id,
        seen_at: null,
        seen_by: null,
      })),
    );
    expect(events).toMatchObject(
      stored.map(({ id, agency_code }) => ({
        actor_id: facilitator.id,
        rakerda_id: HERE,
        agency_code,
        payload: JSON.stringify({ id }),
      })),
    );
    expect(await send('satu', ['63.02'])).toEqual({ kind: 'sent', count: 2 });
    expect(await send('dua', [])).toEqual({ kind: 'nobody' });
    expect(await rows()).toHaveLength(2);
  });
});

describe('reading one', () => {
  it('marks it, by whom and when, and no other', async () => {
    await send('satu', ['63.01', '63.02']);
    await send('dua', ['63.01'], 'Periksa');
    const [first, second, third] = await rows();
    await markSeen(await meeting(operator), first?.id ?? '');
    const [event, ...more] = await house.events('message.seen');
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      actor_id: operator.id,
      rakerda_id: HERE,
      agency_code: '63.01',
      payload: JSON.stringify({ id: first?.id }),
    });
    expect(await rows()).toEqual([{ ...first, seen_at: event?.at, seen_by: operator.id }, second, third]);
    await markSeen(await meeting(await house.person('head', '63.01')), first?.id ?? '');
    expect((await rows())[0]?.seen_by).toBe(operator.id);
  });

  it('is for the agency it was sent to, in this Rakerda', async () => {
    await send('satu', ['63.01']);
    const id = (await rows())[0]?.id ?? '';
    const refused: readonly (readonly [Actor, number])[] = [
      [facilitator, 403],
      [await house.person('administrator'), 403],
      [await house.person('operator', '63.02'), 403],
      [await house.person('operator', '62.01'), 403],
    ];
    for (const [actor, status] of refused) {
      await expect(markSeen(await meeting(actor), id)).rejects.toMatchObject({ status });
    }
    await expect(markSeen(await meeting(operator, OTHER), id)).rejects.toMatchObject({ status: 404 });
    await expect(markSeen(await meeting(operator), 'tidak-ada')).rejects.toMatchObject({ status: 404 });
    expect(await rows()).toMatchObject([{ seen_at: null }]);
    expect(await house.events('message.seen')).toEqual([]);
  });
});
