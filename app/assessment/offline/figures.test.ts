/** Figures without the server are those that the server gives for the same answers. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type House, openHouse } from '#tests/house/house';
import { readIndicator, readOverview } from '../assessment.read.server';
import { saveAnswer } from '../saveAnswer.server';
import { knownLevels, listStanding, withFigures } from './figures';
import { readResultPage } from '~/results/result.read.server';

let house: House;
beforeEach(async () => {
  house = await openHouse();
  await house.rakerda({ id: 'uji', state: 'filling' });
});
afterEach(() => house.close());

const nothing = {
  justification: '',
  note: '',
  personInCharge: '',
  service: '',
  discuss: false,
  evidence: [],
};

it('gives list, indicator and result what the server gives after the same answers arrived', async () => {
  const operator = await house.person('operator', '63.01');
  const scope = () => house.figures(operator, 'uji', '63.01');
  const { result: kept } = await readResultPage(await scope());
  const earlier = await readIndicator(await scope(), 13);
  const typed = new Map([
    [1, 3],
    [13, 5],
    [14, 4],
    [47, 2],
  ]);
  const known = knownLevels({ outline: kept.instrument, levels: kept.levels }, (no) => typed.get(no));

  for (const [indicatorNo, level] of typed)
    await saveAnswer(await scope(), { indicatorNo, input: { ...nothing, level }, baseVersion: 0 }, null);
  const now = await scope();
  expect(known.levels).toEqual((await readResultPage(now)).result.levels);
  expect(listStanding(known, 4)).toEqual((await readOverview(now)).standing);
  const view = await readIndicator(now, 13);
  const shown = earlier && withFigures(earlier, known);
  expect(shown?.standing).toEqual(view?.standing);
  expect(shown?.choices).toEqual(view?.choices);
});

it('keeps what the page was kept with where the device knows nothing, and takes back what was taken back', async () => {
  const operator = await house.person('operator', '63.01');
  const scope = () => house.figures(operator, 'uji', '63.01');
  await saveAnswer(await scope(), { indicatorNo: 2, input: { ...nothing, level: 4 }, baseVersion: 0 }, null);
  const { result: kept } = await readResultPage(await scope());
  const at = { outline: kept.instrument, levels: kept.levels };
  expect(knownLevels(at, () => undefined).levels).toEqual(kept.levels);
  expect(knownLevels(at, (no) => (no === 2 ? null : undefined)).levels[1]).toBeNull();
});
