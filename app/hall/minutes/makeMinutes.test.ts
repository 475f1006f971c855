import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addCommitment } from '~/hall/commitments/changeCommitments.server';
import { indicatorsOf, type Instrument } from '~/instrument';
import { emptyFigures } from '~/instrument/topic';
import type { Actor } from '~/policy';
import { doingIn } from '~/record/change.server';
import { addSheetIn, approveSheetIn } from '~/topics/index.server';
import { DECIMAL, type House, LAPOR, openHouse, WHOLE } from '#tests/house/house';
import { parseMinutesBody } from './minutesBody';
import { sha256 } from './minutesChecksum';
import { downloadMinutes, readMinutesFile } from './downloadMinutes.server';
import { makeMinutes } from './makeMinutes.server';
import { readMinutesPage } from './minutes.read.server';
import { MinutesError } from './minutesError';
import { paperOf } from './minutesPaper';

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

  it('tells the approved figures of every topic with their remarks, and names who is missing', async () => {
    const measured = await house.rakerda({ topics: [LAPOR], memberIds: [facilitator.id] });
    const sheet = { ...emptyFigures(LAPOR), received: 100, resolved: 90 };
    await house.db.transaction().execute(async (trx) => {
      for (const [agencyCode, state] of [
        ['63.01', 'approved'],
        ['63.02', 'draft'],
      ] as const) {
        const doing = doingIn(
          trx,
          { actorId: null, rakerdaId: measured, agencyCode },
          '2026-01-01T00:00:00.000Z',
        );
        const of = { topic: LAPOR, rakerdaId: measured, agencyCode };
        await addSheetIn(doing, of, sheet);
        if (state === 'approved') await approveSheetIn(doing, of);
      }
    });
    await make(randomUUID(), measured);
    const body = await bodyOf(measured);
    const [topic] = body.topics ?? [];
    expect(topic?.agencies.map(({ code, figure, isApproved }) => [code, figure, isApproved])).toEqual([
      ['63.01', '90,00%', true],
      ['63.02', null, false],
      ['63.03', null, false],
    ]);
    const { blocks } = paperOf(body, 'sidik');
    const at = blocks.findIndex((block) => block.kind === 'heading' && block.text.includes('LAPOR'));
    const own = JSON.stringify(blocks.slice(at, at + 6));
    expect(own).toContain('90,00%');
    expect(own).toContain(`Belum disetujui: ${topic?.agencies[1]?.name ?? ''}`);
    // Each part of the chapter of figures has a number of its own.
    const parts = blocks.flatMap((block) =>
      block.kind === 'heading' ? (/^IV\S*/.exec(block.text) ?? []) : [],
    );
    expect(parts).toEqual(parts.map((_, place) => `IV.${String(place + 1)}`));
    expect(parts.length).toBeGreaterThan(1);
    // Minutes of before have no topics, and go on being read.
    const { topics: _topics, ...before } = body;
    expect(paperOf(parseMinutesBody(JSON.stringify(before)), 'sidik').blocks.length).toBeLessThan(
      blocks.length,
    );
  });

  it('is stored as it was drawn, and told with the fingerprints of what is stored', async () => {
    const form = randomUUID();
    await make(form);
    const row = await house.db
      .selectFrom('minutes')
      .selectAll()
      .where('id', '=', form)
      .executeTakeFirstOrThrow();
    const body = parseMinutesBody(row.body);
    expect(row).toMatchObject({
      rakerda_id: id,
      number: 1,
      number_text: body.numberText,
      code: body.code,
      as_of: body.asOf,
      body_sha256: sha256(row.body),
      pdf_sha256: sha256(row.pdf),
      made_at: body.madeAt,
      made_by: facilitator.id,
    });
    expect(body).toMatchObject({
      number: 1,
      checkAddress: `${ORIGIN}/periksa/${body.code}`,
      madeBy: facilitator.name,
      rakerda: { id },
    });
    const [event, ...more] = await house.events('minutes.made');
    expect(more).toEqual([]);
    expect(event).toMatchObject({ actor_id: facilitator.id, rakerda_id: id });
    expect(JSON.parse(event?.payload ?? '')).toEqual({
      number: 1,
      name: body.numberText,
      asOf: body.asOf,
      bodySha256: row.body_sha256,
      pdfSha256: row.pdf_sha256,
    });
    await make();
    const codes = await house.db.selectFrom('minutes').select('code').execute();
    expect(new Set(codes.map(({ code }) => code)).size).toBe(2);
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
    expect(await downloadMinutes(await meeting(), { ...file, number: 2 })).toBeNull();
    const download = await downloadMinutes(await meeting(operator), file);
    expect(download?.name).toBe(`berita-acara-001-${id}.pdf`);
    expect(await countOf('minutes.downloaded')).toBe(1);
    const copy = await downloadMinutes(await meeting(), { ...file, format: 'docx' });
    expect(copy?.name).toBe(`berita-acara-001-${id}.docx`);
    const name = (await bodyOf()).numberText;
    const told = (await house.events('minutes.downloaded')).map(({ actor_id: actor, payload }) => ({
      actor,
      payload: JSON.parse(payload) as unknown,
    }));
    expect(told).toEqual([
      {
        actor: operator.id,
        payload: { number: 1, name, format: 'pdf', sha256: sha256(download?.body ?? '') },
      },
      {
        actor: facilitator.id,
        payload: { number: 1, name, format: 'docx', sha256: sha256(copy?.body ?? '') },
      },
    ]);
  });

  it('is not handed out where the stored file is no longer the one that was made', async () => {
    await make();
    const { body, ...row } = await house.db.selectFrom('minutes').selectAll().executeTakeFirstOrThrow();
    const pdf = Buffer.from(row.pdf);
    pdf[100] = (pdf[100] ?? 0) ^ 1;
    // A kept one cannot be changed in the database: this one was spoilt before it was kept.
    const spoilt = { ...row, id: randomUUID(), number: 2, code: 'ACDEFGHJK347', number_text: 'dua', pdf };
    await house.db
      .insertInto('minutes')
      .values({ ...spoilt, body })
      .execute();
    const file = { number: 2, format: 'pdf' } as const;
    await expect(downloadMinutes(await meeting(), file)).rejects.toThrow(MinutesError);
    expect(await countOf('minutes.downloaded')).toBe(0);
    expect(await downloadMinutes(await meeting(), { ...file, number: 1 })).not.toBeNull();
  });

  it.each([
    ['1.pdf', { number: 1, format: 'pdf' }],
    ['12.docx', { number: 12, format: 'docx' }],
    ['99999.pdf', { number: 99999, format: 'pdf' }],
    ['100000.pdf', undefined],
    ['0.pdf', undefined],
    ['01.pdf', undefined],
    ['1.odt', undefined],
    ['1.pdf.docx', undefined],
    ['x1.pdf', undefined],
    ['1pdf', undefined],
    [undefined, undefined],
  ])('is asked for by an address: %s', (word, file) => {
    expect(readMinutesFile(word)).toEqual(file);
  });
});
