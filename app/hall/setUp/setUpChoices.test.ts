import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#tests/house/house';
import { readSetUpPage } from './setUp.read.server';

let house: House;
beforeAll(async () => {
  house = await openHouse({ demo: true });
});
afterAll(() => house.close());

describe('the instruments of a new Rakerda', () => {
  it('are offered with those in force first; the one known longest is ticked, whatever its regulation', async () => {
    const scope = house.scope(await house.person('facilitator'));
    const { instruments, values } = await readSetUpPage(scope, new URLSearchParams());
    expect(instruments.map(({ value, repealed }) => [value, repealed])).toEqual([
      ['epss-2022@1.0.0', false],
      ['spbe-2020@1.1.0', true],
    ]);
    expect(values.instruments).toEqual(['spbe-2020@1.1.0']);
  });
});
