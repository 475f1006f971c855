/** The stages of a Rakerda in their order. A facilitator goes one forward or one back, never further at once. */
import type { RakerdaState } from '#db/schema';

export const STAGES = [
  'preparation',
  'filling',
  'plenary',
  'closed',
  'archived',
] as const satisfies readonly RakerdaState[];

/** The stages that can be reached from here in one step; null where there is none. */
export function neighbours(state: RakerdaState): {
  readonly back: RakerdaState | null;
  readonly forward: RakerdaState | null;
} {
  const place = STAGES.indexOf(state);
  return { back: STAGES[place - 1] ?? null, forward: STAGES[place + 1] ?? null };
}

/** Whether one step leads from here to there. */
export function isStep(from: RakerdaState, to: RakerdaState): boolean {
  const { back, forward } = neighbours(from);
  return to === back || to === forward;
}

/** Whether a Rakerda still runs: what comes after belongs to the earlier ones. */
export function isUnderWay(state: RakerdaState): boolean {
  return state === 'preparation' || state === 'filling' || state === 'plenary';
}

/** What people change in a Rakerda; each part has its stages. */
export type Part =
  | 'setUp'
  | 'participants'
  | 'answers'
  | 'takeBack'
  | 'votes'
  | 'notes'
  | 'commitments'
  | 'commitmentStatus'
  | 'attendance'
  | 'messages'
  | 'cards'
  | 'projector'
  | 'minutes';

/** The one table of what each stage allows. Who may do it is the policy's to say. */
const OPEN_IN: Readonly<Record<Part, readonly RakerdaState[]>> = {
  setUp: ['preparation', 'filling', 'plenary'],
  // In the plenary the hall already compares: who takes part stands from then on.
  participants: ['preparation', 'filling'],
  cards: ['preparation', 'filling', 'plenary'],
  attendance: ['preparation', 'filling', 'plenary'],
  messages: ['preparation', 'filling', 'plenary'],
  answers: ['filling', 'plenary'],
  // What the hall compares in the plenary no agency takes out of its sight again.
  takeBack: ['filling'],
  votes: ['filling', 'plenary'],
  notes: ['preparation', 'filling', 'plenary'],
  commitments: ['preparation', 'filling', 'plenary'],
  // What became of a promise is told long after the meeting.
  commitmentStatus: STAGES,
  // The closing scene stands in the hall after the closing; the link of an archived Rakerda shows nothing.
  projector: ['preparation', 'filling', 'plenary', 'closed'],
  // Before the plenary there is nothing to testify to.
  minutes: ['plenary', 'closed'],
};

/** Whether the stage of a Rakerda leaves the part open to changes. */
export function allows(state: RakerdaState, part: Part): boolean {
  return OPEN_IN[part].includes(state);
}

/** Whether a step takes from people what they could do before it. */
export function closesSomething(from: RakerdaState, to: RakerdaState): boolean {
  return Object.values(OPEN_IN).some((stages) => stages.includes(from) && !stages.includes(to));
}

/** The parts that people are told of, in that order; who may still join, and until when an approval
 * is taken back, is told where that is done. */
export const PARTS = [
  'setUp',
  'cards',
  'attendance',
  'messages',
  'projector',
  'answers',
  'votes',
  'notes',
  'commitments',
  'commitmentStatus',
  'minutes',
] as const satisfies readonly Part[];
