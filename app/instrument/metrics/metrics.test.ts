import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownUnits } from '../quantity';
import type { Locale } from '../text';
import type { Figures } from '../topicKind';
import { emptyFigures } from './fields';
import {
  completenessOf,
  fieldsOf,
  formulaText,
  judgeSheet,
  measuresOf,
  metricsOutcome,
  parseMetrics,
  remarksOf,
  unaccountedOf,
} from './index';

const LAPOR = parseMetrics(
  JSON.parse(readFileSync(new URL('../../../seeds/instruments/lapor-sp4n.json', import.meta.url), 'utf8')),
);

/** The province's own figures of 2023, as they were announced. */
const KALSEL = { received: '8.146', resolved: '7.797', 'in-process': '270', untouched: '58' };
/** Jambi, January to August 2020. */
const JAMBI = { received: '215', resolved: '77', 'in-process': '12' };

function figuresOf(typed: Readonly<Record<string, string>>, locale: Locale = 'id'): Figures {
  const judged = judgeSheet(LAPOR, typed, locale);
  if (!judged.ok) throw new Error(JSON.stringify(judged.problems));
  return judged.figures;
}

function shown(figures: Figures, code: string): number | null {
  const found = measuresOf(LAPOR, figures).find(({ measure }) => measure.code === code);
  return found?.quantity ? shownUnits(found.quantity) : null;
}

describe('the figures that were announced', () => {
  it('show the 21 reports that nobody accounts for', () => {
    const figures = figuresOf(KALSEL);
    const [byStatus, byType] = unaccountedOf(LAPOR, figures);
    expect(byStatus?.difference).toBe(21);
    expect(7797 + 270 + 58 + 21).toBe(8146);
    expect(byType?.difference).toBeNull();
    expect(remarksOf(LAPOR, figures)).toEqual([
      { id: '21 laporan tanpa status', en: '21 reports without a status' },
    ]);
  });

  it('give 95,72 per cent, not 95', () => {
    const figures = figuresOf(KALSEL);
    expect(shown(figures, 'resolved-share')).toBe(9572);
    expect(metricsOutcome(LAPOR, figures)).toMatchObject({
      headline: { numerator: 7797, denominator: 8146, unit: 'percent', decimals: 2, direction: 'higher' },
      band: null,
      ceiling: null,
      filled: 4,
      total: 13,
    });
  });

  it('are fully accounted for once the archived ones are told', () => {
    const figures = figuresOf({ ...KALSEL, archived: '21' });
    expect(remarksOf(LAPOR, figures)).toEqual([]);
    expect(completenessOf(LAPOR, figures).filled).toBe(4);
    expect(shown(figures, 'net-resolved-share')).toBe(9596);
  });

  it('of Jambi are 35,81, 5,58 and 41,40 per cent', () => {
    const figures = figuresOf(JAMBI);
    expect(shown(figures, 'resolved-share')).toBe(3581);
    expect(shown(figures, 'in-process-share')).toBe(558);
    expect(shown(figures, 'followed-up-share')).toBe(4140);
    // One figure is missing: what it leaves open is not said.
    expect(unaccountedOf(LAPOR, figures)[0]?.difference).toBeNull();
  });

  it('of nothing have no share', () => {
    const figures = figuresOf({ received: '0', resolved: '0', 'in-process': '0', untouched: '0' });
    const [share] = measuresOf(LAPOR, figures);
    expect(share).toMatchObject({ quantity: null, because: 'nothing' });
    expect(metricsOutcome(LAPOR, figures).headline).toBeNull();
    expect(remarksOf(LAPOR, figures)).toEqual([]);
  });

  it('and a sheet of which nothing is filled says nothing', () => {
    const outcome = metricsOutcome(LAPOR, emptyFigures(LAPOR));
    expect(outcome).toMatchObject({ headline: null, filled: 0, total: 13, remarks: [] });
  });

  it('stand in the formula, beside its words', () => {
    const [measure] = LAPOR.measures;
    if (!measure) throw new Error('no measure');
    expect(formulaText(LAPOR, measure, figuresOf(KALSEL), 'id')).toEqual({
      words: 'Selesai ÷ Laporan diterima × 100',
      numbers: '7.797 ÷ 8.146 × 100',
    });
    expect(formulaText(LAPOR, measure, emptyFigures(LAPOR), 'en').numbers).toBe('… ÷ … × 100');
  });

  it('divide days by reports, with one decimal', () => {
    const figures = figuresOf({ ...KALSEL, 'working-days': '31.200' });
    expect(shown(figures, 'mean-days')).toBe(40);
  });
});

describe('figures that contradict each other', () => {
  it('are refused beside the part that is more than its whole', () => {
    expect(judgeSheet(LAPOR, { received: '100', resolved: '101' }, 'id')).toEqual({
      ok: false,
      problems: { resolved: { kind: 'aboveWhole', whole: 'received' } },
    });
  });

  it('are refused beside a whole that its parts exceed', () => {
    const typed = { received: '100', resolved: '80', 'in-process': '30' };
    expect(judgeSheet(LAPOR, typed, 'id')).toEqual({
      ok: false,
      problems: { received: { kind: 'partsAbove', check: 'by-status', by: 10 } },
    });
  });

  it('are said together with what cannot be read', () => {
    const judged = judgeSheet(LAPOR, { received: '10', resolved: '11', units: 'x' }, 'id');
    expect(judged).toMatchObject({
      ok: false,
      problems: { resolved: { kind: 'aboveWhole' }, units: { kind: 'notNumber' } },
    });
  });
});

/** A sheet whose parts fit into their wholes. */
const sheets = fc
  .record({
    parts: fc.tuple(fc.nat(1e6), fc.nat(1e6), fc.nat(1e6), fc.nat(1e6)),
    rest: fc.nat(1e5),
    onTime: fc.nat(1e6),
  })
  .map(({ parts: [resolved, inProcess, untouched, archived], rest, onTime }) => ({
    ...emptyFigures(LAPOR),
    received: resolved + inProcess + untouched + archived + rest,
    resolved,
    'in-process': inProcess,
    untouched,
    archived,
    'on-time': Math.min(onTime, resolved),
  }));

const typedAs = (figures: Figures) =>
  Object.fromEntries(
    Object.entries(figures).map(([code, value]) => [code, value === null ? '' : String(value)]),
  );

describe('any sheet', () => {
  it('adds up: the parts and what is unaccounted for are the whole', () => {
    fc.assert(
      fc.property(sheets, (figures) => {
        const [byStatus] = unaccountedOf(LAPOR, figures);
        const { resolved, untouched, archived } = figures;
        expect(resolved + figures['in-process'] + untouched + archived + (byStatus?.difference ?? NaN)).toBe(
          figures.received,
        );
      }),
    );
  });

  it('has shares between 0 and 100 per cent', () => {
    fc.assert(
      fc.property(sheets, (figures) => {
        expect(judgeSheet(LAPOR, typedAs(figures), 'id')).toEqual({ ok: true, figures });
        for (const { measure, quantity } of measuresOf(LAPOR, figures)) {
          if (measure.formula.op !== 'share' || !quantity) continue;
          expect(shownUnits(quantity)).toBeGreaterThanOrEqual(0);
          expect(shownUnits(quantity)).toBeLessThanOrEqual(10_000);
        }
      }),
    );
  });

  it('comes to the same in whatever order it was filled in', () => {
    fc.assert(
      fc.property(
        sheets,
        fc.shuffledSubarray(
          fieldsOf(LAPOR).map(({ code }) => code),
          { minLength: 14 },
        ),
        (figures, order) => {
          const turned = Object.fromEntries(
            order.map((code) => [code, Object.entries(figures).find(([one]) => one === code)?.[1] ?? null]),
          );
          expect(metricsOutcome(LAPOR, turned)).toEqual(metricsOutcome(LAPOR, figures));
        },
      ),
    );
  });

  it('never falls in its headline when a report is resolved', () => {
    fc.assert(
      fc.property(sheets, (figures) => {
        if (figures['in-process'] === 0) return;
        const then = { ...figures, resolved: figures.resolved + 1, 'in-process': figures['in-process'] - 1 };
        expect(shown(then, 'resolved-share')).toBeGreaterThanOrEqual(shown(figures, 'resolved-share') ?? NaN);
        expect(shown(then, 'followed-up-share')).toBe(shown(figures, 'followed-up-share'));
      }),
    );
  });
});
