/** Who may take the PDF of one agency, what it is called, and what is said about it. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AssessmentState } from '#db/schema';
import type { Actor } from '~/policy';
import type { AssessmentScope } from '~/rakerda/meetingScope.server';
import type { Workers } from '~/work';
import { EMPTY, saveAnswer } from '~/assessment/saveAnswer.server';
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

/** Makes the PDF, and keeps what was sent to be drawn. */
async function makeListening(scope: AssessmentScope) {
  const sent: unknown[] = [];
  const workers: Workers = {
    ...scope.workers,
    run: (job, input, asker) => {
      sent.push(input);
      return scope.workers.run(job, input, asker);
    },
  };
  return { pdf: await makeResultPdf({ ...scope, workers }), sent };
}

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

  it('says of each indicator what was flagged and which service was meant', async () => {
    const scope = await scopeOf(operator);
    const answers = [{ discuss: true }, { service: 'Perizinan' }, { note: 'catatan' }];
    for (const [place, input] of answers.entries())
      await saveAnswer(
        scope,
        { indicatorNo: place + 1, input: { ...EMPTY, ...input }, baseVersion: 0 },
        null,
      );
    const { pdf, sent } = await makeListening(scope);
    const row = (no: number, discuss: boolean, service = '') => ({
      name: `Indicator ${String(no)} (id)${service}`,
      discuss,
    });
    const rows = [row(1, true), row(2, false, ' – Perizinan'), row(3, false), row(4, false)];
    expect(sent).toMatchObject([
      {
        sheet: {
          isDemo: false,
          groups: [{ rows: rows.slice(0, 2) }, { rows: [rows[2]] }, { rows: [rows[3]] }],
        },
      },
    ]);
    expect(pdf.name).not.toContain('demo');
  });

  it('of a demo is named as such, inside and outside', async () => {
    await house.rakerda({ id: 'contoh', agencyCodes: ['63.01'], instruments: [DECIMAL], isDemo: true });
    const scope = await house.assessment(operator, 'contoh', '63.01', DECIMAL);
    const { pdf, sent } = await makeListening(scope);
    expect(sent).toMatchObject([{ sheet: { isDemo: true } }]);
    expect(pdf.name).toBe('demo-hasil-desimal-contoh-63.01-sementara.pdf');
  });

  it('that does not hold its figures is not handed out, and is on no record', async () => {
    const scope = await scopeOf(operator);
    const why = 'one figure is missing';
    const wrong = makeResultPdf({
      ...scope,
      workers: {
        ...scope.workers,
        run: (job) => Promise.resolve(job.output.parse({ kind: 'unproven', why })),
      },
    });
    await expect(wrong).rejects.toMatchObject({ failure: 'mismatch', message: why });
    expect(await house.events('release.downloaded')).toEqual([]);
  });
});
