/** The page of the table and its file: a hall of many, whose figures stand in them, the own agency first. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '~/policy';
import { PER_PAGE } from '~/ui/listPart';
import { type House, openHouse, WHOLE } from '#tests/house/house';
import { readTablePage } from './table.read.server';
import { readTableCsv } from './tableCsv.server';

const CODES = Array.from({ length: 2 * PER_PAGE + 3 }, (_, i) => `90.${String(i).padStart(3, '0')}`);
const OWN = '90.110';
const INDICATORS = WHOLE.domains.flatMap(({ aspects }) => aspects.flatMap(({ indicators }) => indicators));
const all = (level: number) => INDICATORS.map(() => level);

let house: House;
let rakerda: string;
let operator: Actor;
let facilitator: Actor;

beforeAll(async () => {
  house = await openHouse();
  await house.db
    .insertInto('agency')
    .values(CODES.map((code) => ({ code, kind: 'regency', name: `Daerah ${code}`, province_code: null })))
    .execute();
  operator = await house.person('operator', OWN);
  facilitator = await house.person('facilitator');
  rakerda = await house.rakerda({ agencyCodes: CODES, memberIds: [facilitator.id] });
  await house.answer(rakerda, OWN, all(2));
  await house.answer(rakerda, '90.007', all(3), WHOLE, 'approved');
  await house.answer(rakerda, '90.008', all(5), WHOLE, 'submitted');
  await house.answer(rakerda, '90.009', [
    5,
    ...all(5)
      .slice(1)
      .map(() => null),
  ]);
});
afterAll(() => house.close());

async function pageOf(actor: Actor, address = '') {
  const page = await readTablePage(await house.meeting(actor, rakerda), new URLSearchParams(address));
  return { ...page, codes: page.part.items.map(({ agencyCode }) => agencyCode) };
}

const fileOf = async (actor: Actor, address = '') =>
  readTableCsv(await house.meeting(actor, rakerda), new URLSearchParams(address));

describe('the table of a large hall', () => {
  it('loses nobody over its pages, the best first and the unfinished behind them', async () => {
    const first = await pageOf(facilitator);
    const codes = [...first.codes];
    for (let page = 2; page <= first.part.pages; page += 1) {
      codes.push(...(await pageOf(facilitator, `hal=${String(page)}`)).codes);
    }
    expect(codes.slice(0, 4)).toEqual(['90.008', '90.007', OWN, '90.009']);
    expect(codes.sort()).toEqual(CODES);
    expect(first.part.isLong).toBe(true);
  });

  it('begins with the reader’s own agency in every order', async () => {
    for (const address of ['', 'urut=instansi', 'urut=spbe-2020&arah=balik']) {
      expect((await pageOf(operator, address)).codes[0], address).toBe(OWN);
    }
    expect((await pageOf(operator, 'cari=90.007')).codes).toEqual(['90.007']);
  });

  it('shows nothing of drafts to others, counts them, and ranks only what may be seen', async () => {
    const page = await pageOf(operator);
    const cells = Object.fromEntries(page.part.items.map((row) => [row.agencyCode, row.cells[0]]));
    expect(cells[OWN]).toMatchObject({ figure: '2,00' });
    expect(cells['90.007']).toMatchObject({ figure: '3,00' });
    expect(cells['90.009']).toEqual({ isClosed: true });
    expect(page.hidden).toBe(CODES.length - 2);
    expect(page.headline).not.toContain('4');
    expect(JSON.stringify(page)).not.toContain('5,00');
  });
});

describe('the table as a file', () => {
  it('holds numbers, what they are of, and nothing of others’ drafts', async () => {
    const { name, body: text } = await fileOf(facilitator);
    expect(name).toBe(`meja-${rakerda}.csv`);
    const lines = text.split('\r\n');
    expect(lines[0]).toContain('SPBE 2020 (indeks 1–5);SPBE 2020: predikat;SPBE 2020: terisi');
    expect(lines[1]).toBe('90.008;Daerah 90.008;5,00;Memuaskan;47;47;tidak');
    expect(lines).toContain('90.009;Daerah 90.009;1,05;;1;47;tidak');
    expect(lines).toHaveLength(CODES.length + 2);
    const others = (await fileOf(operator)).body;
    expect(others).toContain('90.009;Daerah 90.009;;;;;tidak');
    expect(others).not.toContain('5,00');
  });

  it('keeps the order of the page', async () => {
    const lines = (await fileOf(facilitator, 'urut=spbe-2020&arah=balik')).body.split('\r\n');
    expect(lines.slice(1, 4).map((line) => line.slice(0, 6))).toEqual([OWN, '90.007', '90.008']);
  });
});
