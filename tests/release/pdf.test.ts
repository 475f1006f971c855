import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileWordsOf } from '~/release/fileWords';
import { type ResultFacts, resultSheet } from '~/release/resultSheet';
import { makeResultPdf } from '~/release/resultPdf.server';
import { DEMO_RAKERDA } from '#seeds/demo';
import type { Locale } from '~/instrument';
import { resultPdf } from '~/release/drawResult.server';
import { HOSTILE_SIGNS } from '../hostileText';
import { openTestHouse, type TestHouse } from './house';

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const scopeOf = (agency: string) => house.assessment(house.operator, DEMO_RAKERDA, agency);

const PRINTED_AT = '2025-12-08T00:30:00.000Z';

function sheetOf(locale: Locale, facts: Partial<ResultFacts> = {}) {
  return resultSheet(
    house.services.instruments.get('spbe-2020', '1.1.0'),
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
      services: new Map([[45, 'Pendaftaran puskesmas']]),
      targetHundredths: 260,
      printedAt: PRINTED_AT,
      ...facts,
    },
    fileWordsOf(locale),
    locale,
  );
}

const draw = (locale: Locale, facts: Partial<ResultFacts> = {}, madeAt = PRINTED_AT) =>
  Buffer.from(resultPdf({ sheet: sheetOf(locale, facts), locale, madeAt }));

/** As a reader's own tool reads it. */
const readBy = (pdf: Buffer) =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString('utf8').replaceAll(/\s+/g, ' ');

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
    const sheet = sheetOf('id');
    expect(sheet.provisional).toBe(true);
    expect(sheet.index).toBe('1,05');
    expect(sheet.reach).toBe('masih dapat menjadi 1,05 sampai 5,00');
    expect(sheet.target).toBe('2,60 (kurang 1,55 dari target)');
    expect(sheet.printed).toBe('Dicetak 8 Desember 2025 08.30 WITA');
    const rows = sheet.groups.flatMap((group) => group.rows);
    expect(rows).toHaveLength(47);
    expect(rows[44]?.name).toMatch(/ – Pendaftaran puskesmas$/);
    expect(rows[0]).toMatchObject({ level: '5', levelName: 'Optimum', discuss: true });
    expect(rows[1]).toMatchObject({ level: '–', levelName: 'Belum dijawab' });
  });
});

describe('the paper of a result', () => {
  it.each(['id', 'en'] as const)('says in %s all that the sheet holds', (locale) => {
    // The mark across a demo's pages would stand between the words of its rows.
    const facts = { isDemo: false };
    const sheet = sheetOf(locale, facts);
    const text = readBy(draw(locale, facts));
    for (const words of [
      sheet.agency,
      sheet.rakerda,
      sheet.instrument,
      sheet.stateText,
      sheet.predicate,
      sheet.completeness,
      sheet.reach ?? '',
      sheet.target,
      sheet.printed,
      ...sheet.scale.bands.flatMap(({ name, from }) => [name, from]),
      ...sheet.aspects.map(({ label, figure }) => `${label}: ${figure}`),
      ...sheet.parts.map(({ label, weight, answered, index }) => [label, weight, answered, index].join(' ')),
      ...sheet.groups.flatMap(({ label, rows }) => [
        label,
        ...rows
          .slice(1)
          .map(({ no, name, weight, level, levelName }) => [no, name, weight, level, levelName].join(' ')),
      ]),
      fileWordsOf(locale).pdf.page({ page: '3', pages: '3' }),
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toContain(fileWordsOf(locale).pdf.discussMark);
  });

  it('says that it is provisional or demo only where it is', () => {
    const { provisional, watermark } = fileWordsOf('id').pdf;
    const final = readBy(draw('id', { isDemo: false, state: 'approved', approvedAt: PRINTED_AT }));
    for (const mark of [provisional, watermark]) {
      expect(readBy(draw('id'))).toContain(mark);
      expect(final).not.toContain(mark);
    }
    expect(final).toContain('Disetujui 8 Desember 2025 08.30 WITA');
  });

  it('is tagged, names its language, and is made to be kept', () => {
    const source = draw('en').toString('latin1');
    expect(source).toMatch(/\/Marked true/);
    expect(source).toMatch(/\/Lang\s*\(en\)/);
    expect(source).toMatch(/<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>A</);
  });

  it('is the same bytes for the same data', () => {
    expect(draw('id').equals(draw('id'))).toBe(true);
    expect(draw('id').equals(draw('id', { targetHundredths: 261 }))).toBe(false);
  });

  it('takes names as they are, whatever they would mean in a template', () => {
    const name = '#panic("x") $x$ *tebal* <a>@b = "//" \\u{41}';
    expect(readBy(draw('id', { agencyName: name }))).toContain(`${name} (63.01)`);
    for (const sign of HOSTILE_SIGNS) draw('id', { agencyName: `Kota${sign}Uji`, rakerdaName: sign });
  });

  it('draws every edge of the scale', () => {
    for (const level of [null, 1, 5] as const) {
      for (const targetHundredths of [null, 100, 500]) {
        const facts = { levels: new Array<number | null>(47).fill(level), targetHundredths };
        expect(readBy(draw('id', facts))).toContain(sheetOf('id', facts).target);
      }
    }
  });
});
