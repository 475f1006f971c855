import { describe, expect, it } from 'vitest';
import { belongsToAgency, isAssignedToRakerda, ROLES } from './roles';
import { allows, closesSomething, isStep, isUnderWay, neighbours, PARTS, STAGES, type Part } from './stages';

/** Every part beside the stages, in their order, that leave it open. */
const OPEN: readonly (readonly [Part, readonly string[]])[] = [
  ['setUp', ['preparation', 'filling', 'plenary']],
  ['participants', ['preparation', 'filling']],
  ['cards', ['preparation', 'filling', 'plenary']],
  ['attendance', ['preparation', 'filling', 'plenary']],
  ['messages', ['preparation', 'filling', 'plenary']],
  ['answers', ['filling', 'plenary']],
  ['takeBack', ['filling']],
  ['votes', ['filling', 'plenary']],
  ['notes', ['preparation', 'filling', 'plenary']],
  ['commitments', ['preparation', 'filling', 'plenary']],
  ['commitmentStatus', ['preparation', 'filling', 'plenary', 'closed', 'archived']],
  ['projector', ['preparation', 'filling', 'plenary', 'closed']],
  ['minutes', ['plenary', 'closed']],
];

describe('what a stage leaves open', () => {
  it.each(OPEN)('%s', (part, stages) => {
    expect(STAGES.filter((stage) => allows(stage, part))).toEqual(stages);
  });

  it('is told of every part but who may still join and take an approval back', () => {
    expect([...PARTS, 'participants', 'takeBack'].sort()).toEqual(OPEN.map(([part]) => part).sort());
  });
});

describe('the stages', () => {
  it('go one forward and one back, and end at both ends', () => {
    expect(STAGES.map(neighbours)).toEqual([
      { back: null, forward: 'filling' },
      { back: 'preparation', forward: 'plenary' },
      { back: 'filling', forward: 'closed' },
      { back: 'plenary', forward: 'archived' },
      { back: 'closed', forward: null },
    ]);
  });

  it('run until the closing', () => {
    expect(STAGES.filter(isUnderWay)).toEqual(['preparation', 'filling', 'plenary']);
  });
});

it('every role but the administrator comes into a Rakerda by its agency or by assignment, not both', () => {
  expect(ROLES.filter(belongsToAgency)).toEqual(['head', 'operator']);
  expect(ROLES.filter(isAssignedToRakerda)).toEqual(['facilitator', 'reviewer', 'liaison']);
  expect(ROLES.filter((role) => !belongsToAgency(role) && !isAssignedToRakerda(role))).toEqual([
    'administrator',
  ]);
});

describe('a step', () => {
  it('leads one stage on or back, and nowhere else', () => {
    for (const [at, from] of STAGES.entries())
      for (const [there, to] of STAGES.entries()) expect(isStep(from, to)).toBe(Math.abs(at - there) === 1);
  });

  it('takes something from people wherever it goes on or back, but not where a meeting begins', () => {
    const taking = STAGES.flatMap((from) =>
      STAGES.filter((to) => isStep(from, to) && closesSomething(from, to)).map((to) => `${from} → ${to}`),
    );
    expect(taking).toEqual([
      'filling → preparation',
      'filling → plenary',
      'plenary → filling',
      'plenary → closed',
      'closed → archived',
    ]);
    expect(closesSomething('closed', 'plenary')).toBe(false);
  });
});
