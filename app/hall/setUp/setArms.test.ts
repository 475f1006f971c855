/** The arms or logo of a Rakerda: put in place, shown, replaced, taken away, against a real SQLite file. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#tests/house/house';
import { pngOf, webpOf } from '#tests/house/pictures';
import type { Actor } from '~/policy';
import { armsResponse, findArms } from '~/rakerda/arms.server';
import { doingIn } from '~/record/change.server';
import { ARMS_LIMIT } from './armsLimit.server';
import { copyArmsIn, postArms, removeArms } from './setArms.server';

let house: House;
let facilitator: Actor;

beforeAll(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
});
afterAll(() => house.close());

const FIRST = pngOf({ width: 120, height: 150, secret: 'Jl. Rahasia 1' });
const SECOND = pngOf({ width: 200, height: 100 });

function upload(bytes: Uint8Array, name = 'picture'): Request {
  const form = new FormData();
  form.append(name, new Blob([Uint8Array.from(bytes)]), 'lambang.svg');
  return new Request('http://127.0.0.1/', { method: 'POST', body: form });
}

async function sent(id: string, bytes: Uint8Array, actor = facilitator) {
  return postArms(await house.meeting(actor, id), upload(bytes));
}

async function changes(id: string) {
  const rows = await house.db
    .selectFrom('event')
    .select(['actor_id', 'payload'])
    .where('rakerda_id', '=', id)
    .where('type', '=', 'rakerda.armsChanged')
    .orderBy('seq')
    .execute();
  return rows.map(({ payload }): unknown => JSON.parse(payload));
}

const newRakerda = () => house.rakerda({ memberIds: [facilitator.id] });

describe('arms', () => {
  it('are put in place, replaced and taken away, each once and on the record', async () => {
    const id = await newRakerda();
    expect(await sent(id, FIRST)).toBe('set');
    const first = await findArms(house.db, id);
    expect(first).toMatchObject({ width: 120, height: 150 });
    expect(await sent(id, FIRST)).toBe('set');
    expect(await sent(id, SECOND)).toBe('set');
    const second = await findArms(house.db, id);
    expect(await removeArms(await house.meeting(facilitator, id))).toBe('removed');
    expect(await removeArms(await house.meeting(facilitator, id))).toBe('removed');
    expect(await findArms(house.db, id)).toBeNull();
    expect(await changes(id)).toEqual([
      { before: null, after: first?.fingerprint },
      { before: first?.fingerprint, after: second?.fingerprint },
      { before: second?.fingerprint, after: null },
    ]);
  });

  it('go along into the next year, where there are any', async () => {
    const [before, bare, next, other] = [
      await newRakerda(),
      await newRakerda(),
      await newRakerda(),
      await newRakerda(),
    ];
    await sent(before, FIRST);
    await house.db.transaction().execute(async (trx) => {
      const doing = doingIn(trx, { actorId: facilitator.id }, new Date().toISOString());
      await copyArmsIn(doing, before, next);
      await copyArmsIn(doing, bare, other);
    });
    const arms = await findArms(house.db, before);
    expect(await findArms(house.db, next)).toEqual(arms);
    expect(await changes(next)).toEqual([{ before: null, after: arms?.fingerprint }]);
    expect(await findArms(house.db, other)).toBeNull();
    expect(await changes(other)).toEqual([]);
  });

  it('stand behind an address of their own, as what they are and without the notes of a camera', async () => {
    const id = await newRakerda();
    await sent(id, FIRST);
    const arms = await findArms(house.db, id);
    const answer = await armsResponse(house.db, id, arms?.fingerprint);
    expect(answer?.headers.get('Content-Type')).toBe('image/png');
    expect(answer?.headers.get('Cache-Control')).toContain('immutable');
    const bytes = Buffer.from((await answer?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.includes('Rahasia')).toBe(false);
    expect(await armsResponse(house.db, id, 'tidak-ada')).toBeNull();
    expect(await armsResponse(house.db, await newRakerda(), arms?.fingerprint)).toBeNull();
  });

  it('are not those that no paper can draw, nor anything else than a picture', async () => {
    const id = await newRakerda();
    // Its frame is right, and there is no picture in it.
    expect(await sent(id, webpOf({ width: 120, height: 150 }))).toBe('broken');
    const spoilt = Buffer.from(FIRST);
    spoilt.fill(0x55, spoilt.length - 30, spoilt.length - 20);
    expect(await sent(id, spoilt)).toBe('broken');
    expect(await sent(id, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('svg');
    expect(await sent(id, Buffer.alloc(ARMS_LIMIT + 1))).toBe('tooLarge');
    expect(await sent(id, Buffer.alloc(0))).toBe('noFile');
    expect(await postArms(await house.meeting(facilitator, id), upload(FIRST, 'lain'))).toBe('noFile');
    expect(await findArms(house.db, id)).toBeNull();
    expect(await changes(id)).toEqual([]);
  });

  it('are the facilitator’s to set, and stay as they are once the Rakerda is closed', async () => {
    const id = await newRakerda();
    const operator = await house.person('operator', '63.01');
    await expect(sent(id, FIRST, operator)).rejects.toMatchObject({ status: 403 });
    await sent(id, FIRST);
    await house.db.updateTable('rakerda').set({ state: 'closed' }).where('id', '=', id).execute();
    expect(await sent(id, SECOND)).toBe('locked');
    expect(await removeArms(await house.meeting(facilitator, id))).toBe('locked');
    expect(await findArms(house.db, id)).toMatchObject({ width: 120 });
  });
});
