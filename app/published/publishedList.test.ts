/** Published results looked through: what is found, in which order, and as a file. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#tests/house/house';
import type { Actor } from '~/policy';
import { publishedCsv } from './publishedCsv.server';
import { distribution, movedBy, narrowed, ordered, type PublishedRow, readFilter } from './publishedList';
import { readPublishedPage } from './publishedList.read.server';

let house: House;
let operator: Actor;
let reviewer: Actor;

beforeAll(async () => {
  house = await openHouse({ demo: true });
  operator = await house.person('operator', '63.01');
  reviewer = await house.person('reviewer');
}, 60_000);
afterAll(() => house.close());

const pageOf = (actor: Actor, asked = '') =>
  readPublishedPage(house.scope(actor), new URLSearchParams(asked));

describe('the page of published results', () => {
  it('has every agency of the latest year, the best first and the own one before all', async () => {
    const page = await pageOf(operator);
    expect(page).toMatchObject({ year: 2024, years: [2024, 2023], yearBefore: 2023, ownCode: '63.01' });
    expect(page.part).toMatchObject({ found: 615, page: 1, pages: 13 });
    expect(page.part.items[0]).toMatchObject({ agencyCode: '63.01' });
    // Banyuwangi, as the report says.
    expect(page.part.items[1]).toMatchObject({ agencyCode: '35.10', index: 477 });
    expect(page.predicates.reduce((sum, { agencies }) => sum + agencies, 0)).toBe(615);
  });

  it('says how an agency moved since the year before, and quotes the country', async () => {
    const page = await pageOf(reviewer, 'cari=balangan');
    const [row] = page.part.items;
    expect(row).toMatchObject({ agencyCode: '63.11', index: 334, before: 269 });
    expect(row && movedBy(row)).toBe(65);
    expect(page.national.map(({ year, index, isRuled }) => [year, index, isRuled])).toEqual([
      [2024, 312, true],
      [2023, 279, true],
      [2022, 234, true],
      [2021, 224, true],
      [2020, 226, false],
      [2019, 218, false],
      [2018, 198, false],
    ]);
  });

  it.each([
    ['provinsi=63', 14],
    ['provinsi=63&jenis=city', 2],
    ['provinsi=63&jenis=central', 0],
    ['jenis=central&tahun=2024', 92],
    ['cari=TANAH%20kalimantan%20selatan', 2],
    ['tahun=1999&jenis=lain&urut=lain&hal=0', 615],
  ])('finds by %s', async (asked, found) => {
    expect((await pageOf(reviewer, asked)).part.found).toBe(found);
  });

  it('sorts by a domain, by movement and by name, both ways', async () => {
    const first = async (asked: string) => (await pageOf(reviewer, asked)).part.items;
    const domains = (await first('urut=d2')).map(({ domains: all }) => all[1] ?? 0);
    expect(domains).toEqual([...domains].sort((a, b) => b - a));
    const moved = (await first('urut=gerak&arah=balik')).map((row) => movedBy(row) ?? Infinity);
    expect(moved).toEqual([...moved].sort((a, b) => a - b));
    const names = (await first('urut=nama')).map(({ agencyName }) => agencyName);
    expect(names).toEqual([...names].sort(new Intl.Collator('id').compare));
  });

  it('goes out as a file with what was found, in the reader’s style', async () => {
    const { name, body } = await publishedCsv(
      house.scope(reviewer),
      new URLSearchParams('provinsi=63&jenis=city'),
    );
    expect(name).toContain('hasil-resmi');
    const lines = body.trimEnd().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('Kode;Instansi;Jenis;Provinsi;Tahun;Indeks');
    expect(lines.slice(1).every((line) => /;2024;\d,\d\d;/.test(line))).toBe(true);
  });
});

const rowOf = fc.record<PublishedRow>({
  agencyCode: fc.integer({ min: 10, max: 99 }).map(String),
  agencyName: fc.string({ maxLength: 12 }),
  kind: fc.constantFrom('city', 'regency', 'central'),
  provinceCode: fc.constantFrom('11', '12', null),
  provinceName: fc.constantFrom('Aceh', null),
  index: fc.integer({ min: 100, max: 500 }),
  domains: fc.array(fc.option(fc.integer({ min: 100, max: 500 })), { minLength: 4, maxLength: 4 }),
  predicate: fc.constantFrom('a', 'b', null),
  before: fc.option(fc.integer({ min: 100, max: 500 })),
  isDerived: fc.boolean(),
  source: fc.constant('uji'),
});
const rowsOf = fc.uniqueArray(rowOf, { selector: ({ agencyCode }) => agencyCode, maxLength: 30 });

describe('looking through rows', () => {
  it('keeps every row that fits once, whatever the order, with those without a figure last', () => {
    fc.assert(
      fc.property(
        rowsOf,
        fc.constantFrom('nama', 'indeks', 'gerak', 'd1', 'd4'),
        fc.boolean(),
        (rows, column, isReversed) => {
          const all = ordered(rows, { column, isReversed }, null, new Intl.Collator('id'));
          expect(new Set(all)).toEqual(new Set(rows));
          if (column !== 'gerak') return;
          const known = all.map((row) => movedBy(row) !== null);
          expect(known).toEqual([...known].sort((a, b) => Number(b) - Number(a)));
        },
      ),
    );
  });

  it('narrows to nobody who does not fit, and loses nobody who does', () => {
    fc.assert(
      fc.property(rowsOf, fc.string({ maxLength: 6 }), (rows, search) => {
        const asked = new URLSearchParams({ cari: search, provinsi: '11', jenis: 'city' });
        const found = narrowed(rows, readFilter(asked, 4));
        const isOf = ({ agencyCode, provinceCode }: PublishedRow) =>
          agencyCode === '11' || provinceCode === '11';
        for (const row of found) expect([row.kind, isOf(row)]).toEqual(['city', true]);
        const wide = narrowed(rows, readFilter(new URLSearchParams({ cari: search }), 4));
        expect(wide.filter((row) => row.kind === 'city' && isOf(row))).toEqual(found);
      }),
    );
  });

  it('counts everybody with a predicate once', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const sum = distribution(rows, ['a', 'b']).reduce((all, { agencies }) => all + agencies, 0);
        expect(sum).toBe(rows.filter(({ predicate }) => predicate !== null).length);
      }),
    );
  });
});
