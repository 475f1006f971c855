import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInstrument } from '~/instrument';
import {
  checkPlan,
  isLongSpelling,
  parseIndex,
  type PlanChoice,
  planSchema,
  planSearch,
  readPlanValues,
} from './planForm';

const instrument = parseInstrument(
  JSON.parse(readFileSync(new URL('../../seeds/instruments/spbe-2020.json', import.meta.url), 'utf8')),
);
const schema = planSchema(instrument, true);
const ask = (search: string) => checkPlan(schema, readPlanValues(new URLSearchParams(search)));
const choiceOf = (search: string): PlanChoice => {
  const checked = ask(search);
  if (!('choice' in checked)) throw new Error(JSON.stringify(checked.problems));
  return checked.choice;
};
const problemsOf = (search: string) => {
  const checked = ask(search);
  return 'problems' in checked ? checked.problems : [];
};

describe('an index as people type it', () => {
  it.each([
    ['3', 300],
    ['3,2', 320],
    ['3.20', 320],
    [' 2,05 ', 205],
    ['0,5', 50],
  ])('reads %j', (typed, hundredths) => expect(parseIndex(typed)).toBe(hundredths));

  it.each(['', 'tiga', '3,205', '3,', ',5', '-3', '3 2', '3,2,0', '1e2', '٣'])('refuses %j', (typed) =>
    expect(parseIndex(typed)).toBeNull(),
  );
});

describe('the question in the address', () => {
  it('leaves everything to the page where nothing is said', () => {
    expect(choiceOf('')).toEqual({ goal: { kind: 'default' }, effort: {}, locked: new Set(), simulated: {} });
  });

  it('takes predicate, target of the Rakerda and own index', () => {
    expect(choiceOf('tujuan=baik').goal).toEqual({ kind: 'predicate', code: 'baik' });
    expect(choiceOf('tujuan=rakerda').goal).toEqual({ kind: 'rakerda' });
    expect(choiceOf('tujuan=sendiri&indeks=3,20').goal).toEqual({ kind: 'own', hundredths: 320 });
    expect(choiceOf('indeks=3.2').goal).toEqual({ kind: 'own', hundredths: 320 });
  });

  it('ignores a typed index where a predicate is chosen', () => {
    expect(choiceOf('tujuan=baik&indeks=abc').goal).toEqual({ kind: 'predicate', code: 'baik' });
  });

  it('reads the short and the long spelling alike', () => {
    const short = choiceOf('usaha=12:3,15:2&kunci=12,13&simulasi=1:4');
    expect(short).toEqual(choiceOf('u12=3&u15=2&k=12&k=13&s1=4'));
    expect(short.effort).toEqual({ 12: 3, 15: 2 });
    expect(short.locked).toEqual(new Set([12, 13]));
    expect(short.simulated).toEqual({ 1: 4 });
  });

  it('knows the long spelling', () => {
    expect(isLongSpelling(new URLSearchParams('u1=1'))).toBe(true);
    expect(isLongSpelling(new URLSearchParams('k=1'))).toBe(true);
    expect(isLongSpelling(new URLSearchParams('tujuan=baik&usaha=1:2&kunci=3&urut=x'))).toBe(false);
  });

  it.each([
    ['tujuan=hebat', 'goal', 'goalUnknown'],
    ['tujuan=sendiri', 'index', 'indexMissing'],
    ['tujuan=sendiri&indeks=tiga', 'index', 'indexFormat'],
    ['tujuan=sendiri&indeks=5,01', 'index', 'indexRange'],
    ['tujuan=sendiri&indeks=0,99', 'index', 'indexRange'],
    ['u12=0', 'effort.12', 'effort'],
    ['u12=10', 'effort.12', 'effort'],
    ['usaha=12:1.5', 'effort.12', 'effort'],
    ['usaha=48:2', 'address', 'address'],
    ['kunci=0', 'address', 'address'],
    ['kunci=x', 'address', 'address'],
    ['simulasi=1:6', 'address', 'address'],
  ])('names the field of what is wrong: %s', (search, field, error) =>
    expect(problemsOf(search)).toEqual([{ field, error }]),
  );

  it('refuses the target of the Rakerda where none is set', () => {
    const values = readPlanValues(new URLSearchParams('tujuan=rakerda'));
    expect(checkPlan(planSchema(instrument, false), values)).toEqual({
      problems: [{ field: 'goal', error: 'goalUnknown' }],
    });
  });

  it('takes an emptied effort field as 1', () => {
    expect(choiceOf('u3=').effort).toEqual({ 3: 1 });
  });
});

describe('the short spelling', () => {
  it('leaves out what is as by default', () => {
    const search = 'u1=1&u2=4&k=7&k=3&tujuan=sendiri&indeks=3,20&s5=2';
    expect(planSearch(readPlanValues(new URLSearchParams(search)), choiceOf(search))).toBe(
      'tujuan=sendiri&indeks=3,20&usaha=2:4&kunci=3,7&simulasi=5:2',
    );
    expect(planSearch(readPlanValues(new URLSearchParams('u1=1')), choiceOf('u1=1'))).toBe('');
  });

  it('means the same as what it was written from', () => {
    const no = fc.integer({ min: 1, max: 47 }).map(String);
    fc.assert(
      fc.property(
        fc.dictionary(no, fc.integer({ min: 2, max: 9 })),
        fc.uniqueArray(fc.integer({ min: 1, max: 47 })),
        fc.dictionary(no, fc.integer({ min: 1, max: 5 })),
        fc.constantFrom('', 'baik', 'rakerda', 'sendiri'),
        (effort, locked, simulated, goal) => {
          const values = { goal, index: goal === 'sendiri' ? '3,20' : '' };
          const choice = choiceOf(planSearch(values, { effort, locked: new Set(locked), simulated }));
          expect(choice.effort).toEqual({ ...effort });
          expect(choice.locked).toEqual(new Set(locked));
          expect(choice.simulated).toEqual({ ...simulated });
        },
      ),
    );
  });

  it('survives any address', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom('tujuan', 'indeks', 'usaha', 'kunci', 'simulasi', 'u1', 's1', 'k'),
            fc.string(),
          ),
        ),
        (pairs) => {
          const checked = checkPlan(schema, readPlanValues(new URLSearchParams(pairs)));
          expect('choice' in checked || checked.problems.length > 0).toBe(true);
        },
      ),
    );
  });
});
