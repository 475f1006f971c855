/** All pages of an assessment in one answer, on a real database. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type House, openHouse } from '#tests/house/house';
import { readIndicator } from '../assessment.read.server';
import { saveAnswer } from '../saveAnswer.server';
import { readKit } from './kit.read.server';
import { withAnswers, withSnapshot } from './pages';

let house: House;
beforeEach(async () => {
  house = await openHouse();
  await house.rakerda({ id: 'uji', state: 'filling' });
});
afterEach(() => house.close());

it('brings what each page would be given, and lays newer answers over it', async () => {
  const operator = await house.person('operator', '63.01');
  const scope = await house.figures(operator, 'uji', '63.01');
  const kit = await readKit(scope);
  expect(kit.account).toBe(operator.id);
  expect(kit.indicators).toHaveLength(47);
  expect(kit.indicators[12]).toEqual(await readIndicator(scope, 13));

  const input = {
    level: 4,
    justification: 'SK',
    note: '',
    personInCharge: '',
    service: '',
    discuss: true,
    evidence: [],
  };
  await saveAnswer(scope, { indicatorNo: 13, input, baseVersion: 0 }, null);
  const values = { ...input, level: '4' };
  const view = kit.indicators[12];
  expect(view && withSnapshot(view, { version: 1, values }).answer).toMatchObject({ ...input, version: 1 });
  expect(view && withSnapshot(view, { version: 0, values })).toBe(view);

  const shown = withAnswers(kit.list.overview, (no) => (no === 13 ? values : undefined));
  const now = await readKit(await house.figures(operator, 'uji', '63.01'));
  expect(shown.domains).toEqual(now.list.overview.domains);
  expect(shown.standing.answered).toBe(now.list.overview.standing.answered);
  // What is only typed, field by field, and taken back.
  const without = withAnswers(shown, (no) => (no === 13 ? { level: '' } : undefined));
  expect(without.standing.answered).toBe(0);
});
