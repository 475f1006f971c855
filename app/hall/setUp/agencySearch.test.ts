/** Finding agencies among all that the product brings. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readAgencies } from '#seeds/agencies';
import { findAgencies, MOST_FOUND, type SearchableAgency } from './agencySearch';

let all: readonly SearchableAgency[];

beforeAll(async () => {
  const rows = await readAgencies();
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  all = rows.map(({ code, kind, name, province_code }) => ({
    code,
    kind,
    name,
    province: province_code === null ? null : (names.get(province_code) ?? null),
  }));
});

const found = (typed: string) => findAgencies(all, typed).agencies.map(({ name }) => name);

describe('the agencies of the country', () => {
  it('have a code each, and central ones one that no region can have', () => {
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    const central = all.filter(({ kind }) => kind === 'central');
    expect(central).toHaveLength(94);
    for (const { code } of central) expect(code).toMatch(/^P\.\d{3}$/);
    for (const { code, kind } of all) if (kind !== 'central') expect(code).toMatch(/^\d\d(\.\d\d)?$/);
    // Given once: whoever changes one of these has broken every Rakerda that took it.
    const codeOf = (name: string) => central.find((one) => one.name === name)?.code;
    expect(codeOf('Kementerian Agama')).toBe('P.001');
    expect(codeOf('Badan Pusat Statistik')).toBe('P.050');
    expect(codeOf('Badan Siber dan Sandi Negara')).toBe('P.051');
    expect(codeOf('Televisi Republik Indonesia')).toBe('P.094');
  });
});

describe('a search', () => {
  it.each([
    ['tanah laut', 'Kabupaten Tanah Laut'],
    ['63.01', 'Kabupaten Tanah Laut'],
    ['kab. tanah laut', 'Kabupaten Tanah Laut'],
    ['kota banjar', 'Kota Banjar'],
    ['  BANJARBARU ', 'Kota Banjarbaru'],
    ['prov kalimantan selatan', 'Provinsi Kalimantan Selatan'],
    ['kalsel', 'Provinsi Kalimantan Selatan'],
    ['jabar', 'Provinsi Jawa Barat'],
    ['BPS', 'Badan Pusat Statistik'],
    ['bssn', 'Badan Siber dan Sandi Negara'],
    ['kominfo', 'Kementerian Komunikasi dan Informatika'],
    ['kemenkes', 'Kementerian Kesehatan'],
    ['kemenpanrb', 'Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi'],
    ['panrb', 'Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi'],
    ['diy', 'Provinsi Daerah Istimewa Yogyakarta'],
    ['barito kalimantan tengah', 'Kabupaten Barito Selatan'],
    ['p.051', 'Badan Siber dan Sandi Negara'],
    ['sandi siber', 'Badan Siber dan Sandi Negara'],
    ['agama', 'Kementerian Agama'],
  ])('for “%s” gives %s first', (typed, first) => {
    expect(found(typed)[0]).toBe(first);
  });

  it('for a province gives it and all that belong to it', () => {
    const south = found('Kalimantan Selatan');
    expect(south).toHaveLength(14);
    expect(south).toEqual(found('kalsel'));
    expect(found('jawa timur')).toHaveLength(39);
    expect(found('kpu')).toContain('Sekretariat Jenderal Komisi Pemilihan Umum');
  });

  it('tells how many there are where it does not show them all', () => {
    const { agencies, count } = findAgencies(all, 'kabupaten');
    expect(agencies).toHaveLength(MOST_FOUND);
    expect(count).toBeGreaterThan(400);
  });

  it.each(['', '   ', '.', '%', '_', '--', 'zzzz'])('for “%s” gives none', (typed) => {
    expect(findAgencies(all, typed)).toEqual({ agencies: [], count: 0 });
  });

  it('finds every agency by its own name and code, whatever the case', () => {
    for (const one of all) {
      for (const typed of [one.name.toUpperCase(), one.code.toLowerCase()]) {
        expect(findAgencies([one], typed).count, typed).toBe(1);
        expect(findAgencies(all, typed).agencies, typed).toContain(one);
      }
    }
  });

  it('takes whatever is typed, and gives only agencies that there are, each once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (typed) => {
        const { agencies, count } = findAgencies(all, typed);
        expect(new Set(agencies).size).toBe(agencies.length);
        expect(agencies.every((one) => all.includes(one))).toBe(true);
        expect(count).toBeGreaterThanOrEqual(agencies.length);
      }),
      { numRuns: 100 },
    );
  });
});
