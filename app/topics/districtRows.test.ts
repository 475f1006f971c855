/** A register district by district: whose a district is, and that what was kept of it is not told once it changed. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, openHouse } from '#tests/house/house';
import { parseMetrics, type RowCells } from '~/instrument/metrics';
import { kindOf } from '~/instrument/topic';
import { write } from '~/record/change.server';
import { readArea } from './area.server';
import { addRegisterIn } from './registers/saveRegister.server';
import { readTopicParts } from './topicParts.server';

const SIGNAL = parseMetrics(
  JSON.parse(readFileSync(new URL('../../seeds/instruments/konektivitas.json', import.meta.url), 'utf8')),
);
const [VILLAGES] = kindOf(SIGNAL).registers?.all ?? [];
const VILLAGE = { phone: 'strong', internet: '4g', office: 'working', plan: 'no-plan' };

let house: House;
beforeAll(async () => {
  house = await openHouse({ topics: [SIGNAL] });
});
afterAll(() => house.close());

async function fill(rakerdaId: string, agencyCode: string, internet: string): Promise<void> {
  const area = await readArea(agencyCode);
  if (!VILLAGES) throw new Error('no register');
  const rows = new Map(area.villages.map(({ code }): [string, RowCells] => [code, { ...VILLAGE, internet }]));
  const of = { topic: SIGNAL, rakerdaId, agencyCode, register: VILLAGES, area, year: 2026 };
  await write(house.services, { actorId: null, rakerdaId, agencyCode }, (doing) =>
    addRegisterIn(doing, of, rows),
  );
}

/** What the districts of a name come to. */
async function told(id: string, name: RegExp) {
  const parts = await readTopicParts(house.db, { id, year: 2026 }, SIGNAL);
  if (parts.kind !== 'districts') throw new Error('no districts');
  return parts.rows
    .filter(({ district }) => name.test(district))
    .map(({ agency, district, values: [blank] }) => [agency.code, district, (blank?.numerator ?? 0) > 0]);
}

it('names the regency where a province has two districts of one name, and the agency where each tells its own', async () => {
  const id = await house.rakerda({ topics: [SIGNAL], agencyCodes: ['63'] });
  await fill(id, '63', '4g');
  expect(await told(id, /^(Simpang Empat|Pelaihari)/)).toEqual([
    ['63', 'Pelaihari', false],
    ['63', 'Simpang Empat, Daerah 63.03', false],
    ['63', 'Simpang Empat, Daerah 63.10', false],
  ]);
  const apart = await house.rakerda({ topics: [SIGNAL], agencyCodes: ['63.03', '63.10'] });
  await fill(apart, '63.03', '4g');
  await fill(apart, '63.10', 'none');
  expect(await told(apart, /^Simpang Empat/)).toEqual([
    ['63.03', 'Simpang Empat', false],
    ['63.10', 'Simpang Empat', true],
  ]);
});

it('tells what a register says now', async () => {
  const id = await house.rakerda({ topics: [SIGNAL], agencyCodes: ['63.01'] });
  await fill(id, '63.01', '4g');
  expect(await told(id, /^Pelaihari$/)).toEqual([['63.01', 'Pelaihari', false]]);
  const other = await house.rakerda({ topics: [SIGNAL], agencyCodes: ['63.01'] });
  await fill(other, '63.01', 'none');
  expect(await told(other, /^Pelaihari$/)).toEqual([['63.01', 'Pelaihari', true]]);
  await fill(id, '63.01', 'none');
  expect(await told(id, /^Pelaihari$/)).toEqual([['63.01', 'Pelaihari', true]]);
});
