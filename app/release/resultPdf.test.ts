/** Who may take the PDF of one agency, what it is called, and what is said about it. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AssessmentState } from '#db/schema';
import type { Actor } from '~/policy';
import { DECIMAL, type House, openHouse } from '#tests/house/house';
import { makeResultPdf } from './resultPdf.server';

const HERE = 'uji-2026';

let house: House;
let operator: Actor;
let neighbour: Actor;

beforeEach(async () => {
  house = await openHouse();
  operator = await house.person('operator', '63.01');
  neighbour = await house.person('operator', '63.02');
  await house.rakerda({ id: HERE, agencyCodes: ['63.01', '63.02'], instruments: [DECIMAL] });
});
afterEach(() => house.close());

const scopeOf = (actor: Actor) => house.assessment(actor, HERE, '63.01', DECIMAL);
const stand = (state: AssessmentState) => house.answer(HERE, '63.01', [100, 250, null, 400], DECIMAL, state);

describe('the PDF of one agency', { timeout: 60_000 }, () => {
  it.each([
    ['draft', 'hasil-desimal-uji-2026-63.01-sementara.pdf'],
    ['approved', 'hasil-desimal-uji-2026-63.01.pdf'],
  ] as const)('of a %s assessment is on the record as what it is', async (state, name) => {
    await stand(state);
    const scope = await scopeOf(operator);
    const pdf = await makeResultPdf(scope);
    expect(pdf.name).toBe(name);
    const [event, ...more] = await house.events('release.downloaded');
    expect(more).toEqual([]);
    expect(event).toMatchObject({ actor_id: operator.id, rakerda_id: HERE, agency_code: '63.01' });
    expect(JSON.parse(event?.payload ?? '')).toEqual({
      format: 'pdf',
      instrument: `${DECIMAL.code}@${DECIMAL.version}`,
      scope: '63.01',
      sha256: createHash('sha256').update(pdf.body).digest('hex'),
    });
  });

  it('is refused where the assessment was reopened since the page was opened', async () => {
    await stand('approved');
    const scope = await scopeOf(neighbour);
    await stand('draft');
    await expect(makeResultPdf(scope)).rejects.toMatchObject({ status: 403 });
    expect(await house.events('release.downloaded')).toEqual([]);
    await stand('approved');
    expect((await makeResultPdf(scope)).body.length).toBeGreaterThan(0);
  });
});
