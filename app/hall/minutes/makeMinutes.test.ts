import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addCommitment } from '~/hall/commitments/changeCommitments.server';
import { indicatorsOf, type Instrument } from '~/instrument';
import type { Actor } from '~/policy';
import { DECIMAL, type House, openHouse, WHOLE } from '#tests/house/house';
import { parseMinutesBody } from './minutesBody';
import { downloadMinutes } from './downloadMinutes.server';
import { makeMinutes } from './makeMinutes.server';
import { readMinutesPage } from './minutes.read.server';

const ORIGIN = 'http://192.168.1.20:3000';

let house: House;
let facilitator: Actor;
/** A Rakerda with two instruments, and another one with the same agencies. */
let id: string;
let other: string;

beforeEach(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
  const memberIds = [facilitator.id];
  id = await house.rakerda({ memberIds, instruments: [DECIMAL, WHOLE] });
  other = await house.rakerda({ memberIds, year: 2027 });
});
afterEach(() => house.close());

const meeting = (actor = facilitator, rakerdaId = id) => house.meeting(actor, rakerdaId);
const make = async (formId: string = randomUUID(), rakerdaId = id) =>
  makeMinutes(await meeting(facilitator, rakerdaId), { id: formId, origin: ORIGIN });
const countOf = async (type: string) => (await house.eventTypes(id)).filter((known) => known === type).length;

async function bodyOf(rakerdaId = id) {
  const row = await house.db
    .selectFrom('minutes')
    .select('body')
    .where('rakerda_id', '=', rakerdaId)
    .executeTakeFirstOrThrow();
  return parseMinutesBody(row.body);
}

/** Answers every indicator of an agency with one stored level, and approves. */
async function approve(agencyCode: string, instrument: Instrument, level: number): Promise<void> {
  await house.db
    .updateTable('assessment')
    .set({ levels: JSON.stringify(indicatorsOf(instrument).map(() => level)), state: 'approved' })
    .where('rakerda_id', '=', id)
    .where('agency_code', '=', agencyCode)
    .where('instrument_code', '=', instrument.code)
    .execute();
}

describe('a Berita Acara', { timeout: 60_000 }, () => {
  it('is numbered in each Rakerda for itself, and one form makes one', async () => {
    const form = randomUUID();
    const first = await make(form);
    expect(first).toEqual({ kind: 'made', number: 1 });
    expect(await make(randomUUID(), other)).toEqual({ kind: 'made', number: 1 });
    expect(await make()).toEqual({ kind: 'made', number: 2 });
    await house.moveTo(id, 'archived');
    // Sent again after the stage was over: answered as it was the first time.
    expect(await make(form)).toEqual(first);
    expect(await countOf('minutes.made')).toBe(2);
    const { made } = await readMinutesPage(await meeting());
    expect(made.map(({ number }) => number)).toEqual([2, 1]);
  });

  it('tells the figures of every instrument in real levels', async () => {
    await approve('63.01', WHOLE, 3);
    await approve('63.01', DECIMAL, 250);
    const promised = await addCommitment(
      await meeting(),
      '63.01',
      {
        what: 'Menetapkan arsitektur',
        who: 'Kadis',
        dueOn: '2026-12-31',
        measure: 'Perbup',
        agendaItemId: null,
        instrumentCode: DECIMAL.code,
        rises: [{ no: 1, toLevel: 400 }],
      },
      randomUUID(),
    );
    expect(promised.kind).toBe('added');
    await make();
    const { results, commitments } = await bodyOf();
    expect(
      results.map(({ instrument, agencies }) => [
        instrument.code,
        agencies.map(({ figures }) => figures?.index),
      ]),
    ).toEqual([
      [DECIMAL.code, [250, undefined, undefined]],
      [WHOLE.code, [300, undefined, undefined]],
    ]);
    expect(results[0]?.agencies[0]?.figures?.levels).toEqual([2.5, 2.5, 2.5, 2.5]);
    // 40 of 100 weights rise by 1.5.
    expect(commitments).toMatchObject([{ indicators: [{ no: 1, toLevel: 4 }], gain: 60, reaches: 310 }]);
  });

  it('is not stored where the stage ended while it was drawn', async () => {
    const scope = await meeting();
    const making = makeMinutes(scope, { id: randomUUID(), origin: ORIGIN });
    await house.moveTo(id, 'archived');
    expect(await making).toEqual({ kind: 'locked' });
    expect(await countOf('minutes.made')).toBe(0);
  });

  it('is made by who may, and handed out inside its Rakerda with a line in the record', async () => {
    const reviewer = await house.person('reviewer');
    const file = { number: 1, format: 'pdf' } as const;
    await expect(
      makeMinutes(await meeting(reviewer), { id: randomUUID(), origin: ORIGIN }),
    ).rejects.toMatchObject({ status: 403 });
    await make();
    await expect(downloadMinutes(await meeting(reviewer), file)).rejects.toMatchObject({ status: 403 });
    expect(await downloadMinutes(await meeting(facilitator, other), file)).toBeNull();
    expect(await countOf('minutes.downloaded')).toBe(0);
    const operator = await house.person('operator', '63.01');
    const download = await downloadMinutes(await meeting(operator), file);
    expect(download?.name).toBe(`berita-acara-001-${id}.pdf`);
    expect(await countOf('minutes.downloaded')).toBe(1);
  });
});
