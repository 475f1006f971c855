import { describe, expect, it } from 'vitest';
import { partOf, PER_PAGE } from './listPart';

const agencies = Array.from({ length: 2 * PER_PAGE + 5 }, (_, at) => ({ agencyName: `Kabupaten ${at + 1}` }));
const part = (address: string) => partOf(agencies, new URLSearchParams(address));

describe('a long list in parts', () => {
  it('pages without losing or repeating anybody', () => {
    const seen = [1, 2, 3].flatMap((page) => part(`hal=${page}`).items);
    expect(seen).toEqual(agencies);
    expect(part('').pages).toBe(3);
  });

  it('takes any page number for a page that is there', () => {
    expect(part('hal=99').page).toBe(3);
    expect(part('hal=-1').page).toBe(1);
    expect(part('hal=dua').page).toBe(1);
  });

  it('finds by a piece of the name, in small letters too', () => {
    expect(part('cari=kabupaten+12').items.map((one) => one.agencyName)).toContain('Kabupaten 125');
    expect(part('cari=tidak+ada')).toMatchObject({ items: [], found: 0, page: 1, pages: 1 });
  });
});
