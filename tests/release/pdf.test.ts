import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileWordsOf } from '~/release/fileWords';
import { resultSheet } from '~/release/resultSheet';
import { makeResultPdf } from '~/release/resultPdf.server';
import { DEMO_RAKERDA } from '#seeds/demo';
import { openTestHouse, type TestHouse } from './house';

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const scopeOf = (agency: string) => house.assessment(house.operator, DEMO_RAKERDA, agency);

describe('the PDF of one agency', () => {
  it('comes out whole, is named as demo and provisional, and is recorded', { timeout: 30_000 }, async () => {
    const pdf = await makeResultPdf(await scopeOf('63.01'));
    expect(pdf.name).toBe('demo-hasil-spbe-2020-kalsel-2025-63.01-sementara.pdf');
    expect(Buffer.from(pdf.body.subarray(0, 5)).toString()).toBe('%PDF-');
    const event = await house.db
      .selectFrom('event')
      .selectAll()
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(event).toMatchObject({
      type: 'release.downloaded',
      agency_code: '63.01',
      actor_id: house.operator.id,
    });
  });

  it('is refused to another agency until it is approved', { timeout: 30_000 }, async () => {
    await expect(makeResultPdf(await scopeOf('63.02'))).rejects.toMatchObject({ status: 403 });
    const pdf = await makeResultPdf(await scopeOf('63.72'));
    expect(pdf.name).toBe('demo-hasil-spbe-2020-kalsel-2025-63.72.pdf');
  });

  it('says what is provisional, how far it can still go, and shows every indicator', () => {
    const instrument = house.services.instruments.get('spbe-2020', '1.0.0');
    const sheet = resultSheet(
      instrument,
      {
        agencyName: 'Kabupaten Uji',
        agencyCode: '63.01',
        rakerdaName: 'Rakerda Uji',
        year: 2025,
        timeZone: 'Asia/Makassar',
        isDemo: true,
        state: 'draft',
        approvedAt: null,
        levels: [5, ...new Array<null>(46).fill(null)],
        discuss: new Set([1]),
        targetHundredths: 260,
        printedAt: '2025-12-08T00:30:00.000Z',
      },
      fileWordsOf('id'),
      'id',
    );
    expect(sheet.provisional).toBe(true);
    expect(sheet.index).toBe('1,05');
    expect(sheet.reach).toBe('masih dapat menjadi 1,05 sampai 5,00');
    expect(sheet.target).toBe('2,60 (kurang 1,55 dari target)');
    expect(sheet.printed).toBe('Dicetak 8 Desember 2025 08.30 WITA');
    const rows = sheet.groups.flatMap((group) => group.rows);
    expect(rows).toHaveLength(47);
    expect(rows[0]).toMatchObject({ level: '5', levelName: 'Optimum', discuss: true });
    expect(rows[1]).toMatchObject({ level: '–', levelName: 'Belum dijawab' });
  });
});
