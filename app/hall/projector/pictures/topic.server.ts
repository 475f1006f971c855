/** The scene of one topic: every agency by its headline figure, the best first. Which kind of topic it is nobody asks. */
import { compareBetter, type Quantity } from '~/instrument';
import {
  headlineOf,
  isRanked,
  orderAgencies,
  readTable,
  sourceForHall,
  type Topic,
} from '~/hall/table/index.server';
import { isReached } from '~/instrument/topic';
import type { SceneOf } from '../scene';
import type { Draw } from './drawing.server';
import { TITLE_LETTERS } from './table.server';
import { saysSomething, tellingRows } from './telling';
import { stageCells, stageTopics } from './topicCells.server';

export const drawTopic: Draw<'topic'> = async (drawing) => {
  const { locale, state, tie } = drawing;
  const { agencies, topics } = await readTable(sourceForHall(drawing));
  // Where none was chosen, one that no other scene is about.
  const topic =
    topics.find(({ key }) => key === state.options.topic) ??
    topics.find(({ key }) => key !== state.options.instrument) ??
    topics[0];
  if (!topic)
    return {
      scene: 'topic',
      headline: '',
      topic: null,
      targetAt: null,
      reached: null,
      whole: null,
      rows: [],
      without: 0,
    };
  const { cellOf, whole, wholes } = stageCells(topic, drawing);
  const concerned = agencies.filter(({ code }) => topic.cells.has(code));
  const { shown, without, left } = tellingRows(orderAgencies(concerned, topic, false, tie), ({ code }) =>
    saysSomething(cellOf(code)),
  );
  drawing.agencies.leaveOut(left);
  const ordered = shown
    .map((agency) => {
      const cell = topic.cells.get(agency.code);
      return {
        agency,
        figure: isRanked(cell) ? cell.outcome.headline : null,
        isWhole: wholes.has(agency.code),
      };
    })
    // A province among its regencies would be the worst of them wherever fewer is better.
    .toSorted((a, b) => placeOf(a) - placeOf(b));
  const figures = ordered.flatMap(({ figure, isWhole }) => (isWhole ? [] : (figure ?? [])));
  const ranks = ranksOf(figures);
  const goal = topic.target && !topic.target.figure ? topic.target.goal : null;
  // A target above every figure has its place on the bars too.
  const measured = goal ? [...figures, goal] : figures;
  return {
    scene: 'topic',
    headline: headlineOf([topic], topic, locale, TITLE_LETTERS),
    topic: stageTopics(topics, drawing).find(({ key }) => key === topic.key) ?? null,
    targetAt: goal && shareOf(goal, measured),
    reached: reachedIn(topic),
    whole: whole && { topic: topic.key, ...whole },
    rows: ordered.map(({ agency, figure, isWhole }) => ({
      agency: drawing.agencies.place(agency),
      rank: figure && figure.direction !== 'neither' ? (ranks.get(figure) ?? null) : null,
      isFinished: figure !== null,
      share: figure && !isWhole ? shareOf(figure, measured) : null,
      cell: cellOf(agency.code),
    })),
    without,
  };
};

/** The ranked ones, those that hold others, and behind them what is not finished. */
function placeOf({
  figure,
  isWhole,
}: {
  readonly figure: Quantity | null;
  readonly isWhole: boolean;
}): number {
  return figure === null ? 2 : isWhole ? 1 : 0;
}

/** Of the finished ones whose figure is known. */
function reachedIn({ cells, target }: Topic): SceneOf<'topic'>['reached'] {
  if (!target) return null;
  const known = [...cells.values()].flatMap((cell) =>
    isRanked(cell) && cell.target?.now ? [cell.target] : [],
  );
  const reached = known.filter(({ goal, now }) => now && isReached(goal, now));
  return { reached: reached.length, known: known.length };
}

/**
 * Equal figures share a rank.
 * @param figures the best first
 */
function ranksOf(figures: readonly Quantity[]): ReadonlyMap<Quantity, number> {
  let rank = 0;
  return new Map(
    figures.map((figure, place) => {
      const before = figures[place - 1];
      if (!before || compareBetter(before, figure) !== 0) rank = place + 1;
      return [figure, rank];
    }),
  );
}

/**
 * How long its bar is, in thousandths of the whole: of a hundred per cent, of all parts, of the largest count. An index
 * begins above nothing and has a scale of its own, which a bar from nothing would not keep.
 */
function shareOf(figure: Quantity, all: readonly Quantity[]): number | null {
  const part = ({ numerator, denominator }: Quantity) => numerator / denominator;
  if (figure.unit === 'index' || figure.unit === 'points') return null;
  const isPart = figure.unit === 'percent' || figure.unit === 'ratio';
  const top = isPart ? 1 : Math.max(1, ...all.map(part));
  return Math.round((Math.min(Math.max(part(figure), 0), top) / top) * 1000);
}
