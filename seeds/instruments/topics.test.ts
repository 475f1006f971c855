/** The topics of the meeting that are measured: what their files must hold besides what the loader asks for. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  contradictions,
  fieldsOf,
  judgeSheet,
  measuresOf,
  metricsOutcome,
  parseMetrics,
} from '~/instrument/metrics';
import { localizeCounted, shownUnits } from '~/instrument';

const TOPICS = ['lapor-sp4n', 'konektivitas', 'kim', 'satu-data', 'persandian'];
const read = (code: string) =>
  parseMetrics(JSON.parse(readFileSync(new URL(`./${code}.json`, import.meta.url), 'utf8')));

describe.each(TOPICS)('%s', (code) => {
  const topic = read(code);

  it('is named by its file, and every name says the same thing once', () => {
    expect(topic.code).toBe(code);
    for (const locale of ['id', 'en'] as const) {
      const names = fieldsOf(topic).map(({ name }) => name[locale]);
      expect(new Set(names).size).toBe(names.length);
      const measures = topic.measures.map(({ name }) => name[locale]);
      expect(new Set(measures).size).toBe(measures.length);
    }
  });

  it('says where every field and measure comes from, and calls no proposal official', () => {
    for (const { source } of [...fieldsOf(topic), ...topic.measures]) {
      expect(source.citation === 'Usulan alat ini').toBe(source.confidence === 'proposal');
    }
  });

  it('says in English of one what it says of one', () => {
    // What is no count of things: signs, and what a figure is taken per.
    const same = ['Mbps', 'percent', 'groups per district', 'per 1,000 inhabitants'];
    const units = [
      ...fieldsOf(topic).map(({ unit }) => unit),
      ...topic.measures.flatMap(({ unitName }) => unitName ?? []),
    ];
    for (const unit of units)
      if (!same.includes(unit.en)) expect(localizeCounted(unit, '1', 'en')).not.toBe(unit.en);
    const remarks = [
      ...topic.checks.flatMap((check) => (check.kind === 'parts' ? check.remark : [])),
      ...fieldsOf(topic).flatMap(({ counted }) => (counted?.op === 'incomplete' ? counted.remark : [])),
    ];
    for (const remark of remarks) expect(localizeCounted(remark, '1', 'en')).not.toBe(remark.en);
  });

  it('uses every field that must be filled, in a measure or a check', () => {
    const used = JSON.stringify([topic.measures.map(({ formula }) => formula), topic.checks]);
    for (const { code: field, optional } of fieldsOf(topic))
      if (!optional) expect(used).toContain(`"${field}"`);
  });

  it('can be filled in whole, and then says every measure', () => {
    // A sheet of the same figure in every field, counted ones too, which no check of parts against a whole stands in the way of.
    const parts = new Set(
      topic.checks.flatMap((check) => (check.kind === 'parts' ? check.parts.slice(1) : [])),
    );
    const typed = Object.fromEntries(
      fieldsOf(topic).map(({ code: field }) => [field, parts.has(field) ? '0' : '1']),
    );
    const judged = judgeSheet(topic, typed, 'id');
    if (!judged.ok) throw new Error(JSON.stringify(judged.problems));
    const counted = fieldsOf(topic).flatMap(({ code: field, counted: of }) =>
      of ? [[field, of.op === 'incomplete' || parts.has(field) ? 0 : 1] as const] : [],
    );
    const figures = { ...judged.figures, ...Object.fromEntries(counted) };
    expect(contradictions(topic, figures)).toEqual({});
    const outcome = metricsOutcome(topic, figures);
    expect(outcome).toMatchObject({ remarks: [], filled: outcome.total });
    expect(measuresOf(topic, figures).filter(({ quantity }) => !quantity)).toEqual([]);
  });
});

describe('measures of the topics', () => {
  const measure = (
    code: string,
    typed: Readonly<Record<string, string>>,
    of: string,
    counted: Readonly<Record<string, number>> = {},
  ) => {
    const topic = read(code);
    const judged = judgeSheet(topic, typed, 'id');
    if (!judged.ok) throw new Error(JSON.stringify(judged.problems));
    const found = measuresOf(topic, { ...judged.figures, ...counted }).find(
      (one) => one.measure.code === of,
    )?.quantity;
    return found ? shownUnits(found) : null;
  };

  it('count blank spots, and those without a plan', () => {
    const counted = { villages: 157, 'blank-spot': 61, 'tower-plan': 19, 'internet-4g': 90 };
    expect(measure('konektivitas', {}, 'blank-spots', counted)).toBe(61);
    expect(measure('konektivitas', {}, 'unplanned', counted)).toBe(42);
    expect(measure('konektivitas', {}, 'share-4g', counted)).toBe(5732);
  });

  it('divide figures with different decimals', () => {
    expect(
      measure(
        'konektivitas',
        { offices: '9', 'offices-connected': '7', bandwidth: '1.250,5' },
        'bandwidth-per-office',
      ),
    ).toBe(1786);
  });

  it('count members per thousand inhabitants', () => {
    const found = measure('kim', { population: '574.801' }, 'members-per-thousand', { members: 412 });
    expect(found).toBe(72);
  });

  it('take the mean of what was typed in per cent', () => {
    const areas = {
      'area-governance': '80',
      'area-risk': '60,5',
      'area-framework': '70',
      'area-assets': '55,25',
      'area-technology': '90',
    };
    expect(measure('persandian', areas, 'security-level')).toBe(7115);
    expect(measure('persandian', { ...areas, 'area-risk': '' }, 'security-level')).toBeNull();
  });
});
