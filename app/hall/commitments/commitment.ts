/** What a commitment is: its states, when it is late, and what its linked rises would bring. Pure. */
import type { CommitmentStatus } from '#db/schema';
import { figure, indicatorsOf, type Instrument, type Levels, standingLevels } from '~/instrument';

export const STATUSES = [
  'planned',
  'underway',
  'done',
  'dropped',
] as const satisfies readonly CommitmentStatus[];

/** How far ahead the reminder list looks, in days. */
export const REMINDER_DAYS = 30;

/** Still to be kept: neither done nor dropped. */
export function isOpen(status: CommitmentStatus): boolean {
  return status === 'planned' || status === 'underway';
}

/** The promised day is over and it is neither done nor dropped. On the promised day itself it is not late. */
export function isLate(commitment: { status: CommitmentStatus; dueOn: string }, today: string): boolean {
  return isOpen(commitment.status) && commitment.dueOn < today;
}

/** Where a commitment stands in time: what is late, what falls due before the month is over, what later, what is kept. */
export const SPANS = ['late', 'month', 'later', 'done'] as const;
export type Span = (typeof SPANS)[number];

/** Null for what was dropped: it is due no more. */
export function spanOf(commitment: { status: CommitmentStatus; dueOn: string }, today: string): Span | null {
  if (commitment.status === 'dropped') return null;
  if (commitment.status === 'done') return 'done';
  if (isLate(commitment, today)) return 'late';
  return commitment.dueOn.slice(0, 7) === today.slice(0, 7) ? 'month' : 'later';
}

/** Every span with what stands in it, by the promised day; of what is kept the newest first. */
export function timelineOf<One extends { status: CommitmentStatus; dueOn: string }>(
  list: readonly One[],
  today: string,
): readonly { readonly span: Span; readonly list: readonly One[] }[] {
  const byDay = [...list].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  return SPANS.map((span) => {
    const inSpan = byDay.filter((one) => spanOf(one, today) === span);
    return { span, list: span === 'done' ? inSpan.reverse() : inSpan };
  });
}

/** One indicator that a commitment is to lift, and the stored level it shall reach. */
export interface LinkedRise {
  readonly no: number;
  readonly toLevel: number;
}

/** What the index of an agency is made of: a few numbers, so that the browser can reckon with them. */
export interface Standing {
  /** Weighted level and weight per indicator, in instrument order. */
  readonly weights: readonly number[];
  readonly levels: readonly number[];
  /** Weight of the whole × unit of a level. */
  readonly denominator: number;
}

/** Where an agency stands: an unanswered indicator stands on the lowest level. */
export function standingOf(instrument: Instrument, levels: Levels): Standing {
  return {
    weights: indicatorsOf(instrument).map(({ weight }) => weight),
    levels: standingLevels(instrument, levels),
    denominator: instrument.weightTotal * instrument.level.unit,
  };
}

export interface Effect {
  /** Index now, index then and what lies between, in hundredths. Then − now is always the gain that is shown. */
  readonly index: number;
  readonly reaches: number;
  readonly gain: number;
}

/** The index once every linked indicator stands at least where it shall. A level that is higher already stays. */
export function effectOf(standing: Standing, rises: readonly LinkedRise[]): Effect {
  const { levels, weights, denominator } = standing;
  const wanted = new Map<number, number>();
  for (const { no, toLevel } of rises) wanted.set(no, Math.max(toLevel, wanted.get(no) ?? 0));
  let now = 0;
  let then = 0;
  levels.forEach((level, place) => {
    const weight = weights[place] ?? 0;
    now += weight * level;
    then += weight * Math.max(level, wanted.get(place + 1) ?? level);
  });
  const index = figure(now, denominator).hundredths;
  const reaches = figure(then, denominator).hundredths;
  return { index, reaches, gain: reaches - index };
}

/** How many commitments stand how. `late` ones are counted under their status too. */
export interface Counts {
  readonly total: number;
  readonly planned: number;
  readonly underway: number;
  readonly done: number;
  readonly dropped: number;
  readonly late: number;
}

export function countCommitments(
  list: readonly { readonly status: CommitmentStatus; readonly isLate: boolean }[],
): Counts {
  const of = (status: CommitmentStatus) => list.filter((one) => one.status === status).length;
  return {
    total: list.length,
    planned: of('planned'),
    underway: of('underway'),
    done: of('done'),
    dropped: of('dropped'),
    late: list.filter((one) => one.isLate).length,
  };
}
