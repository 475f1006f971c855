/** What a narrow projector leaves out of the remarks of a board. */
import { expect, it } from 'vitest';
import { remarkLead, withoutLead } from './remarkLead';

const HELD = 'Tahap 3 belum dihitung, syarat kurang:';

it('says once what several remarks begin with, and leaves what tells them apart', () => {
  const lead = remarkLead(['8 laporan tanpa status', `${HELD} II`, `${HELD} III, V`]);
  expect(lead).toBe(HELD);
  expect(withoutLead(`${HELD} III, V`, HELD)).toBe('III, V');
  expect(withoutLead('8 laporan tanpa status', HELD)).toBe('8 laporan tanpa status');
});

it('leaves remarks whole that have nothing in common', () => {
  expect(remarkLead([`${HELD} II`, 'Tahap 2 belum dihitung, syarat kurang: II'])).toBeNull();
  expect(remarkLead(['8 laporan tanpa status', '8 laporan tanpa status'])).toBeNull();
  expect(remarkLead([`${HELD} II`])).toBeNull();
  expect(remarkLead([])).toBeNull();
});
