/** A paper is on record before it leaves, and does not leave where it did not come out whole. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#tests/house/house';
import type { Actor } from '~/policy';
import { provenFileJob, Unproven, type Workers } from '~/work';
import { handOutPaper } from './handOutPaper.server';

let house: House;
let head: Actor;

beforeAll(async () => {
  house = await openHouse();
  head = await house.person('head', '63.01');
});
afterAll(() => house.close());

/** Does the work in this thread. */
const HERE: Workers = { run: (job, input) => job.work(input), close: () => Promise.resolve() };
const BYTES = new TextEncoder().encode('%PDF lembar');

async function handOut(
  id: string,
  make: () => Uint8Array<ArrayBuffer>,
  { isDemo = false, agencyCode = '63.01' } = {},
) {
  const scope = { ...(await house.meeting(head, id)), workers: HERE };
  const job = provenFileJob<{ readonly isDemo: boolean }>('uji', () => Promise.resolve(make));
  const paper = { what: 'sheet.pdf', instrument: 'kim', words: ['lembar', 'KIM'] };
  return handOutPaper(scope, job, { isDemo }, { may: 'assessment.read', agencyCode, ...paper });
}

const told = async (id: string) =>
  (await house.events('release.downloaded')).filter((one) => one.rakerda_id === id);

describe('a paper that leaves the house', () => {
  it('is on record with its fingerprint, and is called what it is', async () => {
    const id = await house.rakerda();
    const { name, body } = await handOut(id, () => BYTES);
    expect(body).toEqual(BYTES);
    expect(name).toMatch(/lembar.*kim.*\.pdf$/i);
    const [event, ...others] = await told(id);
    expect(others).toEqual([]);
    expect(event).toMatchObject({ actor_id: head.id, agency_code: '63.01' });
    expect(JSON.parse(event?.payload ?? '')).toEqual({
      format: 'sheet.pdf',
      instrument: 'kim',
      scope: '63.01',
      sha256: createHash('sha256').update(BYTES).digest('hex'),
    });
  });

  it('of invented figures says so in its name', async () => {
    const [real, demo] = [await house.rakerda(), await house.rakerda()];
    const names = [await handOut(real, () => BYTES), await handOut(demo, () => BYTES, { isDemo: true })];
    expect(names.map(({ name }) => name.startsWith('demo-'))).toEqual([false, true]);
  });

  it('stays where it did not come out whole, and leaves no trace', async () => {
    const id = await house.rakerda();
    const broken = handOut(id, () => {
      throw new Unproven('a sign is missing');
    });
    await expect(broken).rejects.toThrow(Unproven);
    await expect(broken).rejects.toThrow('a sign is missing');
    expect(await told(id)).toEqual([]);
  });

  it('is not handed to who may not have it', async () => {
    const id = await house.rakerda();
    await expect(handOut(id, () => BYTES, { agencyCode: '63.02' })).rejects.toMatchObject({ status: 403 });
    expect(await told(id)).toEqual([]);
  });
});
