import { describe, expect, it } from 'vitest';
import { outlineOf } from '~/instrument';
import { buildInstrument } from '#tests/house/instruments';
import { commitmentPath, effortWord, EFFORTS, questionWith } from './planLinks';

const asked = {
  goal: 'baik',
  simulated: { 3: 4 },
  values: { goal: '', index: '', effort: { 2: '5', 4: '' }, locked: ['7'], simulated: { 3: '4' } },
};

describe('the same question with one thing changed', () => {
  it('keeps the goal that was answered, and all the rest', () => {
    expect(questionWith(asked, {})).toBe('?tujuan=baik&usaha=2:5&kunci=7&simulasi=3:4');
    expect(questionWith(asked, { lock: 2 })).toBe('?tujuan=baik&usaha=2:5&kunci=2,7&simulasi=3:4');
    expect(questionWith(asked, { unlock: 7 })).toBe('?tujuan=baik&usaha=2:5&simulasi=3:4');
    expect(questionWith(asked, { effort: { 2: 1, 9: 3 } })).toBe(
      '?tujuan=baik&usaha=9:3&kunci=7&simulasi=3:4',
    );
    expect(questionWith(asked, { simulated: {} })).toBe('?tujuan=baik&usaha=2:5&kunci=7');
    const own = { ...asked, values: { ...asked.values, goal: 'sendiri', index: '3,2' } };
    expect(questionWith(own, { unlock: 7, simulated: {} })).toBe('?tujuan=sendiri&indeks=3,2&usaha=2:5');
  });
});

it('every effort has a word, and every word an effort that has it', () => {
  expect([1, 2, 3, 4, 6, 7, 9].map(effortWord)).toEqual([
    'light',
    'medium',
    'medium',
    'heavy',
    'heavy',
    'hardest',
    'hardest',
  ]);
  expect(EFFORTS.map(({ cost }) => effortWord(cost))).toEqual(EFFORTS.map(({ word }) => word));
});

it('a plan leads to the form of a commitment with its rises', () => {
  expect(
    commitmentPath(
      {
        rakerda: { id: 'r-1', name: '', year: 2026, isDemo: false },
        agency: { code: '63.02', name: '' },
        instrument: outlineOf(buildInstrument([[[1]]]), 'id'),
      },
      [
        { no: 12, to: 4 },
        { no: 15, to: 3 },
      ],
    ),
  ).toBe('/rakerda/r-1/komitmen?buat=63.02&instrumen=test&naik=12:4,15:3#komitmen-baru');
});
