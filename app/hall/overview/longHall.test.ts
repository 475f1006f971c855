/** A hall of the whole country: the overview shows it in parts, the reader's own agency first. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '~/policy';
import { PER_PAGE } from '~/ui/listPart';
import { type House, openHouse } from '../../../tests/house/house';
import { readOverviewPage } from './overview.read.server';
import { type FlaggedIndicator, namingFew } from './overviewRows';

const CODES = Array.from({ length: 2 * PER_PAGE + 3 }, (_, i) => `90.${String(i).padStart(3, '0')}`);
const OWN = '90.110';

let house: House;
let rakerda: string;
let operator: Actor;

beforeAll(async () => {
  house = await openHouse();
  await house.db
    .insertInto('agency')
    .values(CODES.map((code) => ({ code, kind: 'regency', name: `Daerah ${code}`, province_code: null })))
    .execute();
  rakerda = await house.rakerda({ agencyCodes: CODES, state: 'preparation', target: 300 });
  operator = await house.person('operator', OWN);
});
afterAll(() => house.close());

async function pageOf(actor: Actor, address = '') {
  const page = await readOverviewPage(await house.meeting(actor, rakerda), new URLSearchParams(address));
  if (!page) throw new Error('no page');
  return { ...page, codes: page.part.items.map(({ agencyCode }) => agencyCode) };
}

describe('the overview of a large hall', () => {
  it('begins with the reader’s own agency and loses nobody over its pages', async () => {
    const pages = [await pageOf(operator), await pageOf(operator, 'hal=2'), await pageOf(operator, 'hal=3')];
    expect(pages[0]?.codes[0]).toBe(OWN);
    expect(pages.map(({ codes }) => codes.length)).toEqual([PER_PAGE, PER_PAGE, 3]);
    expect(pages.flatMap(({ codes }) => codes).sort()).toEqual(CODES);
    expect(pages[2]?.summary.agencies).toBe(CODES.length);
  });

  it('finds an agency by its name', async () => {
    expect((await pageOf(operator, 'cari=daerah+90.077')).codes).toEqual(['90.077']);
  });

  it('offers the targets of the agencies that it shows', async () => {
    const facilitator = await house.person('facilitator');
    await house.db
      .insertInto('rakerda_member')
      .values({ rakerda_id: rakerda, account_id: facilitator.id })
      .execute();
    const page = await pageOf(facilitator, 'hal=3');
    expect(page.manage?.targets.agencies.map(({ code }) => code)).toEqual(page.codes);
  });
});

describe('what goes to the plenary of a large hall', () => {
  const flagged = (agencies: number): readonly FlaggedIndicator[] => [
    {
      no: 1,
      name: 'Arsitektur SPBE',
      agencies: CODES.concat(CODES)
        .slice(0, agencies)
        .map((code) => ({ code, name: code, path: code, level: 2 })),
      others: 0,
    },
  ];

  it('names everybody where they are few', () => {
    expect(namingFew(flagged(20), OWN)).toEqual(flagged(20));
  });

  it('names a few, the own agency among them, and counts the others', () => {
    const [one] = namingFew(flagged(200), OWN);
    expect(one?.agencies[0]?.code).toBe(OWN);
    expect((one?.agencies.length ?? 0) + (one?.others ?? 0)).toBe(200);
    expect(one?.agencies.length).toBeLessThan(10);
  });
});
