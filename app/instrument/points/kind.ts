/** The kind `points`, as every room asks it. */
import { localize, type LocalizedText } from '../text';
import { QUESTIONS } from '../nouns';
import { predecessorsOf, predecessorSource } from '../predecessorPairs';
import type { FigureRange, TopicColumn, TopicKind } from '../topicKind';
import { type AnyQuestion, choiceName, choicesOf, pagesOf, questionsOn } from './answers';
import { most } from './most';
import { SCORE } from './names';
import { isBegun, pointsOutcome, pointsQuantity } from './outcome';
import type { Points } from './schema';
import { scoreArea, scoreSupplement, scoreWhole } from './score';
import { judgePoints } from './sheet';

export function pointsKind(points: Points): TopicKind {
  const { areas, category, sources, supplement } = points;
  const sections = pagesOf(points).filter(({ by }) => by === 'section');
  const questions = new Map<string, AnyQuestion>(
    sections.flatMap(questionsOn).map((question) => [question.code, question]),
  );
  const headline: TopicColumn = {
    code: 'skor',
    name: SCORE,
    unit: 'points',
    decimals: 0,
    direction: 'higher',
    source: sources.points,
  };
  const say = (code: string, stored: number, locale: 'id' | 'en') => {
    const question = questions.get(code);
    const name = question && choiceName(points, question, stored);
    return name ? localize(name, locale) : '';
  };
  return {
    codes: [...questions.keys()],
    parts: pagesOf(points).map(({ code, name }) => ({ code, name })),
    columns: [
      headline,
      ...areas.map(({ code, name, no }): TopicColumn => ({
        code: `area-${no}`,
        name: withCode(code, name),
        unit: 'points',
        decimals: 0,
        direction: 'higher',
        source: sources.points,
      })),
      {
        code: 'kategori',
        name: category.name,
        unit: 'points',
        decimals: 0,
        direction: 'neither',
        source: sources.category,
      },
      {
        code: 'suplemen',
        name: supplement.name,
        unit: 'percent',
        decimals: 2,
        direction: 'higher',
        source: sources.supplement,
      },
    ],
    headline,
    counted: QUESTIONS,
    rangeOf: (column) => rangeOf(points, column),
    bands: points.statuses,
    references: [],
    predecessors: predecessorsOf(points.predecessors, (code, part) =>
      pagesOf(points).some(
        (page) => page.code === part && questionsOn(page).some((one) => one.code === code),
      ),
    ),
    differences: [],
    districts: null,
    nodes: {
      all: areas.map(({ code, name }) => ({ code, name: withCode(code, name) })),
      of: (figures) =>
        areas.map((area) => {
          const { answered, gate, sum } = scoreArea(points, area, figures, 'self');
          if (answered < area.questions.length) return null;
          const full = most(points, area.questions);
          const rounded = Math.round((sum * 1000) / full);
          // What is only rounded up to all of it is not all of it.
          const share = sum < full ? Math.min(rounded, 999) : rounded;
          return { quantity: pointsQuantity(sum), share, isHeld: gate.kind === 'closed' };
        }),
    },
    sources: sourcesOf(points),
    nameOf(code) {
      const question = questions.get(code);
      return question ? withCode(code, question.name) : null;
    },
    sectionOf: (code) =>
      sections.find((page) => questionsOn(page).some((one) => one.code === code))?.name ?? null,
    asked(code) {
      const question = questions.get(code);
      return { unit: null, choices: question ? choicesOf(question) : [] };
    },
    counting: null,
    write: (_, stored) => String(stored),
    say,
    cell: say,
    judge: (part, typed) => judgePoints(points, part, typed),
    contradictions: () => ({}),
    values(figures) {
      const whole = scoreWhole(points, figures, 'self');
      const extra = scoreSupplement(points, figures);
      return [
        isBegun(whole) ? pointsQuantity(whole.sum) : null,
        ...whole.areas.map(({ answered, sum }) => (answered > 0 ? pointsQuantity(sum) : null)),
        // A sum of some of them would say nothing.
        whole.category.band && pointsQuantity(whole.category.sum, 'neither'),
        extra.answered < supplement.questions.length ? null : extra.share,
      ];
    },
    differencesIn: () => [],
    outcome: (figures) => pointsOutcome(points, figures),
  };
}

function rangeOf({ areas, category, totals }: Points, column: string): FigureRange | null {
  const upTo = (highest: number) => ({ lowest: 0, highest });
  if (column === 'skor') return upTo(totals.points);
  if (column === 'kategori') return upTo(Math.max(...category.options) * totals.category);
  if (column === 'suplemen') return upTo(100);
  const area = areas.find(({ no }) => column === `area-${no}`);
  return area ? upTo(area.points) : null;
}

const withCode = (code: string, name: LocalizedText): LocalizedText => ({
  id: `${code} ${name.id}`,
  en: `${code} ${name.en}`,
});

function sourcesOf({ sources, supplement, category, predecessors }: Points): TopicKind['sources'] {
  return [
    { name: { id: 'Butir dan tahapnya', en: 'Questions and their stages' }, source: sources.questions },
    { name: { id: 'Poin setiap keadaan', en: 'Points of each state' }, source: sources.points },
    { name: category.name, source: sources.category },
    { name: { id: 'Syarat tahap terakhir', en: 'Gate of the last stage' }, source: sources.gates },
    { name: { id: 'Status menurut kategori', en: 'Status by category' }, source: sources.statuses },
    { name: { id: 'Batas bawah area', en: 'Floors of the areas' }, source: sources.floors },
    { name: { id: 'Tingkat kematangan', en: 'Levels of maturity' }, source: sources.maturity },
    { name: supplement.name, source: sources.supplement },
    ...predecessorSource(predecessors),
  ];
}
