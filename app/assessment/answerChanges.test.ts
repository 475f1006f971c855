import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differingFields, layOver, mergeAnswer, sameAnswer } from './answerChanges';
import { answer } from './testAnswers';

const link = (name: string) => ({ url: `https://a.example/${name}`, caption: name });
const answers = fc.record({
  level: fc.constantFrom('', '1', '2', '5'),
  justification: fc.constantFrom('', 'a', 'b'),
  note: fc.constantFrom('', 'a', 'b'),
  personInCharge: fc.constantFrom('', 'a', 'b'),
  discuss: fc.boolean(),
  evidence: fc.uniqueArray(fc.constantFrom('x', 'y', 'z').map(link), { selector: ({ url }) => url }),
});

describe('comparing answers', () => {
  it('sees no difference in what the server would store alike', () => {
    const typed = answer({ level: null, note: ' a ', evidence: [link('x'), { url: '', caption: ' ' }] });
    expect(sameAnswer(typed, answer({ note: 'a', evidence: [link('x')] }))).toBe(true);
    expect(sameAnswer(typed, answer({ note: 'a' }))).toBe(false);
  });

  it('names the fields that differ', () => {
    expect([...differingFields(answer(), answer({ level: '2', discuss: true }))]).toEqual([
      'level',
      'discuss',
    ]);
  });
});

describe('one’s own changes on top of another’s answer', () => {
  it('leaves what one did not touch as the other saved it', () => {
    const base = answer({ level: '2', justification: 'lama' });
    const mine = { ...base, personInCharge: 'Bagian Organisasi' };
    const theirs = { ...base, level: '4', justification: 'baru' };
    expect(mergeAnswer(base, mine, theirs)).toEqual({ ...theirs, personInCharge: 'Bagian Organisasi' });
  });

  it('keeps the links of both, and drops what either removed', () => {
    const base = answer({ evidence: [link('a'), link('b'), link('c')] });
    const mine = answer({ evidence: [link('a'), link('c'), link('mine'), { url: '', caption: '' }] });
    const theirs = answer({ evidence: [link('a'), link('b'), link('theirs')] });
    expect(mergeAnswer(base, mine, theirs).evidence).toEqual([link('a'), link('theirs'), link('mine')]);
  });

  it('counts every field as changed where nobody knows the beginning', () => {
    const mine = answer({ note: 'milik saya' });
    expect(mergeAnswer(null, mine, answer({ level: '5' }))).toEqual(mine);
  });

  it('is theirs where one changed nothing, and one’s own where they changed nothing', () => {
    fc.assert(
      fc.property(answers, answers, (base, other) => {
        expect(sameAnswer(mergeAnswer(base, base, other), other)).toBe(true);
        expect(sameAnswer(mergeAnswer(base, other, base), other)).toBe(true);
      }),
    );
  });

  it('never loses a change of one’s own', () => {
    fc.assert(
      fc.property(answers, answers, answers, (base, mine, theirs) => {
        const merged = mergeAnswer(base, mine, theirs);
        for (const field of differingFields(base, mine)) {
          if (field !== 'evidence') expect(merged[field]).toEqual(mine[field]);
        }
        const added = mine.evidence.filter(({ url }) => base.evidence.every((row) => row.url !== url));
        expect(merged.evidence).toEqual(expect.arrayContaining(added));
      }),
    );
  });
});

describe('fields of a page over values', () => {
  it('replaces what the page held and leaves the rest', () => {
    const fields = new Map<string, string | boolean>([
      ['level', '3'],
      ['discuss', true],
      ['note', ''],
      ['evidence.1.url', 'https://b.example'],
      ['unknown', 'x'],
    ]);
    const values = answer({ note: 'n', personInCharge: 'p', evidence: [link('a')] });
    expect(layOver(values, fields)).toEqual(
      answer({
        level: '3',
        personInCharge: 'p',
        discuss: true,
        evidence: [link('a'), { url: 'https://b.example', caption: '' }],
      }),
    );
  });
});
