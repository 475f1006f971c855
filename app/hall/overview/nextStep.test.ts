import { describe, expect, it } from 'vitest';
import { nextStep, nextStepPath, type Situation } from './nextStep';

const filling: Situation = {
  rakerdaState: 'filling',
  state: 'draft',
  firstUnanswered: 13,
  answered: 12,
  total: 47,
  reopened: false,
  mayApprove: false,
};
const complete = { firstUnanswered: null, answered: 47 };

describe('the next thing to do', () => {
  it.each<[string, Partial<Situation>, object]>([
    ['nothing yet before it is opened', { rakerdaState: 'preparation' }, { kind: 'wait' }],
    ['start', { answered: 0, firstUnanswered: 1 }, { kind: 'start' }],
    ['go on at the first gap', {}, { kind: 'fill', indicatorNo: 13, left: 35 }],
    ['go on in the plenary too', { rakerdaState: 'plenary' }, { kind: 'fill', indicatorNo: 13, left: 35 }],
    ['submit what is complete', complete, { kind: 'submit' }],
    ['mend what came back', { ...complete, reopened: true }, { kind: 'mend' }],
    ['review, for the head', { state: 'submitted', mayApprove: true }, { kind: 'review' }],
    ['wait for the head', { state: 'submitted' }, { kind: 'result', because: 'waitingForHead' }],
    [
      'read what is approved',
      { state: 'approved', mayApprove: true },
      { kind: 'result', because: 'approved' },
    ],
    ['read what is closed', { rakerdaState: 'closed' }, { kind: 'result', because: 'closed' }],
    [
      'approve nothing once closed',
      { rakerdaState: 'closed', state: 'submitted', mayApprove: true },
      { kind: 'result', because: 'closed' },
    ],
  ])('%s', (_words, change, step) => {
    expect(nextStep({ ...filling, ...change })).toEqual(step);
  });

  it('leads to the page where it is done', () => {
    const path = '/rakerda/r/spbe-2020/63.01';
    expect(nextStepPath({ kind: 'start' }, 'r', path)).toBe(`${path}/isi`);
    expect(nextStepPath({ kind: 'review' }, 'r', path)).toBe(`${path}/telaah`);
    expect(nextStepPath({ kind: 'result', because: 'closed' }, 'r', path)).toBe(path);
    expect(nextStepPath({ kind: 'wait' }, 'r', path)).toBe('/rakerda/r');
  });
});
