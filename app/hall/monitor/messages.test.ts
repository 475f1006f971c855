/** Messages and the monitor's figures against a real SQLite file. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { indicatorsOf, score } from '~/instrument';
import { createPresence } from '~/live/presence.server';
import type { Actor } from '~/policy';
import { DECIMAL, type House, openHouse, WHOLE } from '#tests/house/house';
import { markSeen, sendMessages } from './sendMessages.server';
import { postMessage } from './monitor.post.server';
import { readMonitorPage } from './monitor.read.server';
import { rakerdaInPath, readNotice, readNoticeHere } from './notice.server';
import { listSent, readMonitor } from './monitorRows.server';

const ID = 'kalsel';
const OTHER = 'kalsel-dulu';
let house: House;
let facilitator: Actor;
let own: Actor;
let colleague: Actor;
let foreign: Actor;

beforeEach(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
  own = await house.person('operator', '63.01');
  colleague = await house.person('head', '63.01');
  foreign = await house.person('operator', '63.02');
  for (const [id, year] of [
    [ID, 2025],
    [OTHER, 2024],
  ] as const) {
    const memberIds = [facilitator.id];
    await house.rakerda({ id, year, state: 'filling', memberIds, instruments: [WHOLE, DECIMAL] });
  }
});
afterEach(() => house.close());

const send = async (draft: string, body: string, to: readonly string[], actor = facilitator) =>
  sendMessages(
    await house.meeting(actor, ID),
    draft,
    to.map((agencyCode) => ({ agencyCode, body })),
  );
const post = async (fields: Readonly<Record<string, string>>, wished: string | null = WHOLE.code) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return postMessage(await house.meeting(facilitator, ID), form, wished);
};
const bodies = async (actor: Actor, rakerdaId = ID) =>
  (await readNotice(house.scope(actor), rakerdaId))?.messages.map((one) => one.body);
const sentTo = async (agencyCode: string, rakerdaId = ID) =>
  (await listSent(house.db, rakerdaId, agencyCode)).map(({ body }) => body);
const count = async (type: string) => (await house.eventTypes(ID)).filter((one) => one === type).length;

describe('messages', () => {
  it('sent twice with one form is one message; other words and another agency are another', async () => {
    const form = { intent: 'message', draft: randomUUID(), agency: '63.01', body: 'Lanjutkan' };
    expect(await post(form)).toMatchObject({ kind: 'sent', count: 1 });
    expect(await post(form)).toMatchObject({ kind: 'sent', count: 1 });
    expect(await sentTo('63.01')).toEqual(['Lanjutkan']);
    expect(await count('message.sent')).toBe(1);
    await post({ ...form, body: 'Lanjutkan segera' });
    await post({ ...form, agency: '63.02' });
    expect(await sentTo('63.01')).toHaveLength(2);
    expect(await sentTo('63.02')).toEqual(['Lanjutkan']);
  });

  it('are one too where the agency went on between the two', async () => {
    const form = { intent: 'message', draft: randomUUID(), agency: '63.01', body: 'Tersisa {n}' };
    await post(form);
    await house.answer(ID, '63.01', all(3));
    expect(await post(form)).toMatchObject({ kind: 'sent', count: 1 });
    expect(await sentTo('63.01')).toEqual(['Tersisa 47']);
  });

  it('reach the agency they are for and no other, in this Rakerda alone, and stay out of the record', async () => {
    await send('a', 'Lanjutkan', ['63.01']);
    expect(await bodies(own)).toEqual(['Lanjutkan']);
    expect(await bodies(foreign)).toEqual([]);
    expect(await bodies(own, OTHER)).toEqual([]);
    expect(await sentTo('63.01', OTHER)).toEqual([]);
    expect(await readNotice(house.scope(facilitator), ID)).toBeNull();
    const events = await house.db.selectFrom('event').select('payload').execute();
    expect(JSON.stringify(events)).not.toContain('Lanjutkan');
  });

  it('are read once, for the whole agency, and only by it', async () => {
    await send('a', 'Lanjutkan', ['63.01']);
    const [message] = await listSent(house.db, ID, '63.01');
    const id = message?.id ?? '';
    for (const actor of [foreign, facilitator]) {
      await expect(markSeen(await house.meeting(actor, ID), id)).rejects.toMatchObject({ status: 403 });
    }
    await expect(markSeen(await house.meeting(own, OTHER), id)).rejects.toMatchObject({ status: 404 });
    expect(await bodies(own)).toEqual(['Lanjutkan']);
    await markSeen(await house.meeting(own, ID), id);
    await markSeen(await house.meeting(colleague, ID), id);
    expect(await count('message.seen')).toBe(1);
    expect((await listSent(house.db, ID, '63.01'))[0]?.seenName).toBe(own.name);
    expect(await bodies(colleague)).toEqual([]);
  });

  it('are sent by those who manage the Rakerda, to those who take part, until it closes', async () => {
    await expect(send('a', 'x', ['63.02'], own)).rejects.toMatchObject({ status: 403 });
    const stranger = await house.person('facilitator');
    await expect(send('a', 'x', ['63.02'], stranger)).rejects.toMatchObject({ status: 403 });
    expect(await send('a', 'x', ['62.01'])).toEqual({ kind: 'nobody' });
    // What was refused may be tried again with the same form.
    expect(await send('a', 'x', ['62.01', '63.02'])).toEqual({ kind: 'sent', count: 1 });
    const underWay = await house.meeting(facilitator, ID);
    await house.moveTo(ID, 'closed');
    expect(await sendMessages(underWay, 'b', [{ agencyCode: '63.01', body: 'x' }])).toEqual({
      kind: 'locked',
    });
    expect(await sentTo('63.01')).toEqual([]);
    expect(await post({ intent: 'message', draft: randomUUID(), agency: '63.01', body: ' x ' })).toEqual({
      kind: 'refused',
      refusal: { agencyCode: '63.01', typed: ' x ', problem: 'locked' },
    });
  });

  it('are told of in the newest Rakerda that runs, where a page lies in none', async () => {
    await send('a', 'Lanjutkan', ['63.01']);
    expect((await readNotice(house.scope(own), null))?.rakerdaId).toBe(ID);
    await house.moveTo(ID, 'closed');
    expect((await readNotice(house.scope(own), null))?.rakerdaId).toBe(OTHER);
    await house.moveTo(OTHER, 'closed');
    expect(await readNotice(house.scope(own), null)).toBeNull();
    expect(await bodies(own)).toEqual(['Lanjutkan']);
  });

  it('are shown to who may read them', async () => {
    await send('a', 'Lanjutkan', ['63.01']);
    const notice = async (actor: Actor) => readNoticeHere(await house.meeting(actor, ID));
    expect((await notice(own))?.messages).toHaveLength(1);
    expect(await notice(facilitator)).toBeNull();
    const outside = await house.person('operator', '62.01');
    await expect(notice(outside)).rejects.toMatchObject({ status: 403 });
  });

  it('go to all that are stuck with the instrument that is looked at, each with its own number', async () => {
    house.services.presence.enter(ID, '63.02');
    await house.answer(
      ID,
      '63.03',
      indicatorsOf(DECIMAL).map(() => 350),
      DECIMAL,
    );
    const begun = (instrument: typeof WHOLE, level: number) =>
      indicatorsOf(instrument).map((_, at) => (at === 0 ? level : null));
    for (const code of ['63.01', '63.03']) await house.answer(ID, code, begun(WHOLE, 3));
    await house.answer(ID, '63.01', begun(DECIMAL, 350), DECIMAL);
    const form = { intent: 'messageStuck', draft: randomUUID(), body: 'Tersisa {n}' };
    // 63.02 has only just come: it is not stuck.
    expect(await post(form)).toMatchObject({ kind: 'sent', count: 2, agencyCode: null });
    expect(await bodies(foreign)).toEqual([]);
    expect(await sentTo('63.03')).toEqual(['Tersisa 46']);
    // Of the other instrument 63.03 is done.
    expect(await post({ ...form, draft: randomUUID() }, DECIMAL.code)).toMatchObject({ count: 1 });
    expect(await sentTo('63.01')).toContain(`Tersisa ${String(indicatorsOf(DECIMAL).length - 1)}`);
    await expect(post(form, 'tidak-ada')).rejects.toMatchObject({ status: 404 });
  });
});

const all = (level: number) => indicatorsOf(WHOLE).map(() => level);

describe('readMonitor', () => {
  it('counts what the pure core counts, of the instrument and the Rakerda asked for', async () => {
    const levels = Array.from({ length: 47 }, (_, at) => ([1, 2, 13, 47].includes(at + 1) ? 3 : null));
    await house.answer(ID, '63.01', levels);
    const { place } = await house.assessment(own, ID, '63.01');
    await house.db
      .insertInto('answer')
      .values({
        assessment_id: place.assessment.id,
        indicator_no: 13,
        level: 3,
        justification: '',
        note: '',
        person_in_charge: '',
        discuss: 1,
        version: 1,
        updated_at: new Date().toISOString(),
        updated_by: own.id,
      })
      .execute();
    const rowOf = async (rakerdaId: string, instrument = WHOLE) => {
      const { rows } = await readMonitor(await house.meeting(facilitator, rakerdaId), instrument);
      expect(rows.map((row) => row.agencyCode)).toEqual(['63.01', '63.02', '63.03']);
      return rows[0];
    };
    const row = await rowOf(ID);
    expect(row?.aspects).toEqual(score(WHOLE, levels).aspects.map((aspect) => aspect.answered));
    expect(row).toMatchObject({ answered: 4, total: 47, flags: 1 });
    expect(await rowOf(ID, DECIMAL)).toMatchObject({ answered: 0, flags: 0 });
    expect(await rowOf(OTHER)).toMatchObject({ answered: 0, flags: 0 });
    // Who may not read the drafts is given none of them.
    const seen = await readMonitor(await house.meeting(foreign, ID), WHOLE);
    expect(seen.rows.map((one) => one.agencyCode)).toEqual(['63.02']);
  });

  it('counts the screens of this Rakerda alone', async () => {
    const services = { presence: createPresence() };
    services.presence.enter(OTHER, '63.01');
    const scope = { ...(await house.meeting(facilitator, ID)), ...services };
    expect((await readMonitor(scope, WHOLE)).rows.map(({ screens }) => screens)).toEqual([0, 0, 0]);
  });
});

describe('the page', () => {
  const read = async (search: string, actor = facilitator) =>
    readMonitorPage(await house.meeting(actor, ID), new URLSearchParams(search));

  it('is of the instrument that the address names, and of none where the Rakerda has no such', async () => {
    const named = (await read(`instrumen=${WHOLE.code}`))?.instruments;
    expect(named?.filter(({ current }) => current).map(({ code }) => code)).toEqual([WHOLE.code]);
    expect((await read(''))?.instruments.map(({ code, current }) => [code, current])).toEqual([
      [DECIMAL.code, true],
      [WHOLE.code, false],
    ]);
    expect(await read('instrumen=tidak-ada')).toBeNull();
  });

  it('lets write who manages, while messages may be sent', async () => {
    const liaison = await house.person('liaison');
    await house.db.insertInto('rakerda_member').values({ rakerda_id: ID, account_id: liaison.id }).execute();
    expect((await read(''))?.mayWrite).toBe(true);
    expect((await read('', liaison))?.mayWrite).toBe(false);
    await house.moveTo(ID, 'closed');
    expect((await read(''))?.mayWrite).toBe(false);
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
