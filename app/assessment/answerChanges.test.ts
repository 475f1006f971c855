import { describe, expect, it } from 'vitest';
import { differingFields, mergeRows, only } from './answerChanges';
import { answer } from '#tests/house/answers';

const link = (name: string) => ({ url: `https://a.example/${name}`, caption: name });

describe('comparing answers', () => {
  it('sees no difference in what the server would store alike', () => {
    const typed = answer({ level: null, note: ' a ', evidence: [link('x'), { url: '', caption: ' ' }] });
    expect(differingFields(typed, answer({ note: 'a', evidence: [link('x')] }))).toEqual([]);
  });

  it('names the fields that differ', () => {
    const other = answer({ level: '2', discuss: true, evidence: [link('x')] });
    expect(differingFields(answer(), other)).toEqual(['level', 'evidence', 'discuss']);
  });

  it('takes one field out, and lays it over another answer', () => {
    const other = answer({ level: '4', note: 'lain' });
    expect({ ...other, ...only(answer({ note: 'saya', level: '1' }), 'note') }).toEqual(
      answer({ level: '4', note: 'saya' }),
    );
  });
});

describe('links of two', () => {
  it('are those of both, without what either removed', () => {
    const base = [link('a'), link('b'), link('c')];
    const mine = [link('a'), link('c'), link('mine')];
    const theirs = [link('a'), link('b'), link('theirs')];
    expect(mergeRows(base, mine, theirs)).toEqual([link('a'), link('theirs'), link('mine')]);
  });
});
