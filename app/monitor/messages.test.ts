/** Messages and the monitor's figures against a real SQLite file. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveAnswer } from '~/assessment/saveAnswer.server';
import { score } from '~/instrument';
import { createPresence } from '~/live/presence.server';
import { type House, openHouse } from '#tests/house/house';
import type { Actor } from '~/policy';
import { findAssessmentPlace, findRakerdaPlace } from '~/rakerda/scope.server';
import { markSeen, sendMessages } from './messages.server';
import { postMessage } from './messageForm.server';
import { rakerdaInPath, readNotice } from './notice.server';
import { listSent, readMonitor } from './queries.server';

const ID = 'kalsel';
let house: House;
let facilitator: Actor;
let own: Actor;
let colleague: Actor;
let foreign: Actor;

beforeAll(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
  own = await house.person('operator', '63.01');
  colleague = await house.person('head', '63.01');
  foreign = await house.person('operator', '63.02');
  await house.rakerda({
    id: ID,
    year: 2025,
    state: 'filling',
    memberIds: [facilitator.id],
    instruments: [await instrumentOf()],
  });
});
afterAll(() => house.close());

const instrumentOf = async () => {
  const row = await house.db
    .selectFrom('instrument')
    .selectAll()
    .where('code', '=', 'spbe-2020')
    .executeTakeFirstOrThrow();
  return house.services.instruments.get(row.code, row.version);
};
const placeOf = (actor: Actor) => findRakerdaPlace(house.db, actor, ID);
const send = async (draft: string, body: string, to: readonly string[], actor = facilitator) =>
  sendMessages(
    house.services,
    actor,
    await placeOf(actor),
    draft,
    to.map((agencyCode) => ({ agencyCode, body })),
    'request',
  );
const bodies = async (actor: Actor) =>
  (await readNotice(house.db, actor, ID))?.messages.map((one) => one.body);
const count = async (type: string) => (await house.eventTypes(ID)).filter((one) => one === type).length;

describe('messages', () => {
  it('sent twice with one form is one message; other words are another', async () => {
    const draft = randomUUID();
    expect(await send(draft, 'Lanjutkan', ['63.01'])).toEqual({ kind: 'sent', count: 1 });
    expect(await send(draft, 'Lanjutkan', ['63.01'])).toEqual({ kind: 'sent', count: 1 });
    expect(await listSent(house.db, ID, '63.01')).toHaveLength(1);
    expect(await count('message.sent')).toBe(1);
    await send(draft, 'Lanjutkan segera', ['63.01']);
    expect(await listSent(house.db, ID, '63.01')).toHaveLength(2);
  });

  it('reach the agency they are for and no other, and stay out of the record', async () => {
    expect(await bodies(own)).toContain('Lanjutkan');
    expect(await bodies(foreign)).toEqual([]);
    expect(await readNotice(house.db, facilitator, ID)).toBeNull();
    const events = await house.db.selectFrom('event').select('payload').execute();
    expect(JSON.stringify(events)).not.toContain('Lanjutkan');
  });

  it('are read once, for the whole agency, and only by it', async () => {
    const [message] = await listSent(house.db, ID, '63.01');
    const id = message?.id ?? '';
    for (const actor of [foreign, facilitator]) {
      await expect(markSeen(house.services, actor, await placeOf(actor), id, 'r')).rejects.toMatchObject({
        status: 403,
      });
    }
    await markSeen(house.services, own, await placeOf(own), id, 'r');
    await markSeen(house.services, colleague, await placeOf(colleague), id, 'r');
    expect(await count('message.seen')).toBe(1);
    expect((await listSent(house.db, ID, '63.01')).find((one) => one.id === id)?.seenName).toBe(own.name);
    expect(await bodies(colleague)).not.toContain(message?.body);
  });

  it('are sent by those who manage the Rakerda, to those who take part, until it closes', async () => {
    await expect(send(randomUUID(), 'x', ['63.02'], own)).rejects.toMatchObject({ status: 403 });
    expect(await send(randomUUID(), 'x', ['62.01'])).toEqual({ kind: 'nobody' });
    await house.db.updateTable('rakerda').set({ state: 'closed' }).where('id', '=', ID).execute();
    expect(await send(randomUUID(), 'x', ['63.01'])).toEqual({ kind: 'closed' });
    expect((await readNotice(house.db, own, null))?.rakerdaId).toBeUndefined();
    await house.db.updateTable('rakerda').set({ state: 'filling' }).where('id', '=', ID).execute();
  });

  it('go to all that are stuck, each with its own number', async () => {
    const presence = createPresence();
    presence.enter(ID, '63.02');
    const form = new FormData();
    form.set('intent', 'messageStuck');
    form.set('draft', randomUUID());
    form.set('body', 'Tersisa {n}');
    const services = { ...house.services, presence };
    const result = await postMessage(services, facilitator, await placeOf(facilitator), form, null, 'r');
    // 63.02 has only just come: it is not stuck.
    expect(result).toMatchObject({ kind: 'sent', count: 2 });
    expect(await bodies(foreign)).toEqual([]);
    expect((await listSent(house.db, ID, '63.03'))[0]?.body).toBe('Tersisa 47');
  });
});

describe('readMonitor', () => {
  it('counts what the pure core counts', async () => {
    const instrument = await instrumentOf();
    const place = await findAssessmentPlace(house.db, own, {
      rakerda: ID,
      instrumen: instrument.code,
      instansi: '63.01',
    });
    for (const indicatorNo of [1, 2, 13, 47]) {
      const saved = await saveAnswer(house.db, own, {
        place,
        instrument,
        indicatorNo,
        input: {
          level: 3,
          justification: '',
          note: '',
          personInCharge: '',
          discuss: indicatorNo === 13,
          evidence: [],
        },
        baseVersion: 0,
        changeId: randomUUID(),
        requestId: 'r',
      });
      expect(saved.kind).toBe('saved');
    }
    const services = { db: house.db, presence: createPresence() };
    const { rows } = await readMonitor(services, facilitator, await placeOf(facilitator), instrument);
    const row = rows.find((one) => one.agencyCode === '63.01');
    const levels = Array.from({ length: 47 }, (_, at) => ([1, 2, 13, 47].includes(at + 1) ? 3 : null));
    expect(row?.aspects).toEqual(score(instrument, levels).aspects.map((aspect) => aspect.answered));
    expect(row).toMatchObject({ answered: 4, total: 47, flags: 1 });
    // Who may not read the drafts is given none of them.
    const seen = await readMonitor(services, foreign, await placeOf(foreign), instrument);
    expect(seen.rows.map((one) => one.agencyCode)).toEqual(['63.02']);
  });
});

describe('rakerdaInPath', () => {
  it('finds the Rakerda that a page lies in', () => {
    expect(rakerdaInPath('/rakerda/kalsel-2025/spbe/63.01/isi.data')).toBe('kalsel-2025');
    expect(rakerdaInPath('/rakerda/kalsel-2025.data')).toBe('kalsel-2025');
    expect(rakerdaInPath('/rakerda/baru')).toBeNull();
    expect(rakerdaInPath('/')).toBeNull();
  });
});
