/** What questions with points come to: score and status, every area with its gate and maturity, the shortest way up. */
import { Link } from '@remix-run/react';
import { useMemo } from 'react';
import { formatQuantity, useFormat, useLocale, useSection } from '~/i18n';
import { localize } from '~/instrument';
import {
  answerOf,
  type AreaScore,
  gateText,
  maturityCode,
  nextStatus,
  pagesOf,
  planGate,
  planStatus,
  type Points,
  type PointsQuestion,
  questionsOn,
  scoreSupplement,
  scoreWhole,
} from '~/instrument/points';
import { type Figures, kindOf } from '~/instrument/topic';
import { Badge, Card } from '~/ui';
import { Confidence } from '../confidence';
import { PartList, type PartPlaces } from './partedSheet';
import { pointsWords } from './pointsWords';
import { Remarks } from './remarks';

interface PointsProps {
  readonly topic: Points;
  readonly figures: Figures;
}

export const POINTS_PLACES: PartPlaces = {
  anchor: 'soal',
  idOf: (code) => `soal-${code.replace('.', '-')}`,
};

export function PointsFigures({ topic, figures }: PointsProps) {
  const words = useSection(pointsWords);
  const locale = useLocale();
  const format = useFormat();
  const { headline, band, ceiling, filled, total, remarks } = kindOf(topic).outcome(figures);
  const { category } = scoreWhole(topic, figures, 'self');
  const extra = scoreSupplement(topic, figures);
  const of = (sum: number, most: number) => words.of({ sum: format.number(sum), most: format.number(most) });
  const answered = (some: number, all: number) =>
    words.answered({ filled: format.number(some), total: format.number(all) });
  return (
    <section aria-label={words.figures} className="space-y-2">
      <dl className="grid gap-3 sm:grid-cols-3">
        <Figure code="score" name={words.score}>
          {headline ? (
            <>
              <Large>{formatQuantity(headline, locale)}</Large>
              <Small>{words.outOf({ most: format.number(topic.totals.points) })}</Small>
              <span translate="no" className="block font-semibold">
                {band ? localize(band.name, locale) : words.noStatus}
              </span>
              {ceiling ? <Small>{words.upTo({ sum: formatQuantity(ceiling, locale) })}</Small> : null}
            </>
          ) : (
            <span className="block py-1 text-muted">{words.notYet}</span>
          )}
          <Small>{answered(filled, total)}</Small>
        </Figure>
        <Figure code="category" name={localize(topic.category.name, locale)}>
          <Large>{category.band ? localize(category.band.name, locale) : '–'}</Large>
          <Small>
            {category.band
              ? of(category.sum, Math.max(...topic.category.options) * topic.totals.category)
              : answered(category.answered, topic.totals.category)}
          </Small>
        </Figure>
        <Figure
          code="supplement"
          name={localize(topic.supplement.name, locale)}
          mark={<Confidence of={{ source: topic.sources.supplement }} />}
        >
          <Large>
            {extra.answered < topic.totals.supplement ? '–' : formatQuantity(extra.share, locale)}
          </Large>
          <Small>{of(extra.sum, extra.most)}</Small>
          <Small>{answered(extra.answered, topic.totals.supplement)}</Small>
        </Figure>
      </dl>
      <Remarks of={remarks} />
      <p className="text-sm text-muted">{words.official}</p>
    </section>
  );
}

function Figure(props: { code: string; name: string; mark?: React.ReactNode; children: React.ReactNode }) {
  return (
    <div
      data-figure={props.code}
      className="space-y-1 rounded-xl border border-line bg-surface p-4 shadow-sm sm:p-6 print:break-inside-avoid print:shadow-none"
    >
      <dt className="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold">
        {props.name}
        {props.mark}
      </dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function Large({ children }: { children: React.ReactNode }) {
  return (
    <span translate="no" className="block text-3xl font-bold tabular-nums">
      {children}
    </span>
  );
}

function Small({ children }: { children: React.ReactNode }) {
  return (
    <span translate="no" className="block text-sm text-muted tabular-nums">
      {children}
    </span>
  );
}

/** Below the questions: they are what people come for, and would stand three windows down on a phone. */
export function PointsAreas({ topic, figures }: PointsProps) {
  const words = useSection(pointsWords);
  const { areas } = scoreWhole(topic, figures, 'self');
  return (
    <Card aria-labelledby="area" className="space-y-3">
      <h2 id="area" className="text-xl">
        {words.areas}
      </h2>
      <ul className="grid gap-x-8 gap-y-4 md:grid-cols-2 xl:grid-cols-3">
        {areas.map((score) => (
          <Area key={score.area.code} topic={topic} score={score} />
        ))}
      </ul>
      <p className="text-sm text-muted">{words.maturityUnsure}</p>
    </Card>
  );
}

function Area({ topic, score }: { topic: Points; score: AreaScore }) {
  const words = useSection(pointsWords);
  const locale = useLocale();
  const format = useFormat();
  const { area, gate, maturity, sum } = score;
  const name = `${area.code} ${localize(area.name, locale)}`;
  const stage = format.number(topic.stages.length);
  const reason = gateText(topic, gate);
  const gateWords = reason
    ? words.gateClosed({ stage, reason: localize(reason, locale) })
    : gate.kind === 'none'
      ? words.gateNone({ stage })
      : words.gateOpen({ stage });
  return (
    <li data-area={area.code} className="space-y-1 print:break-inside-avoid">
      <p className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 font-medium">{name}</span>
        <span translate="no" className="shrink-0 text-sm whitespace-nowrap tabular-nums">
          {words.of({ sum: format.number(sum), most: format.number(area.points) })}
        </span>
      </p>
      <progress className="bar" max={area.points} value={sum} aria-label={name} />
      <p translate="no" className="text-sm text-muted">
        <Badge>{words.maturity({ code: maturityCode(topic, maturity) })}</Badge> {gateWords}
      </p>
    </li>
  );
}

/** Every page with how much of it is answered; the one that is open is marked. */
export function PageList({ topic, figures, part }: PointsProps & { part: string | null }) {
  const words = useSection(pointsWords);
  const locale = useLocale();
  const format = useFormat();
  const pages = pagesOf(topic);
  return (
    <PartList
      name={words.pages}
      part={part}
      places={POINTS_PLACES}
      groups={(['section', 'stage'] as const).map((by) => ({
        key: by,
        name: by === 'section' ? words.bySection : words.byStage,
        parts: pages.filter((page) => page.by === by),
      }))}
    >
      {(page) => {
        const questions = questionsOn(page);
        const filled = questions.filter((question) => answerOf(figures, question) !== null).length;
        return (
          <>
            <span className="min-w-0 grow">{localize(page.name, locale)}</span>
            <span translate="no" className="shrink-0 whitespace-nowrap tabular-nums">
              {words.done({ filled: format.number(filled), total: format.number(questions.length) })}
            </span>
          </>
        );
      }}
    </PartList>
  );
}

/** The fewest questions that lead to the status above, and to a last stage that counts. */
export function PointsPlans({ topic, figures }: PointsProps) {
  const words = useSection(pointsWords).plan;
  const locale = useLocale();
  const format = useFormat();
  const { status, plan, gates, hasCategory } = useMemo(() => {
    const whole = scoreWhole(topic, figures, 'self');
    const next = nextStatus(topic, whole);
    return {
      status: next,
      plan: next && planStatus(topic, figures, topic.statuses.indexOf(next)),
      gates: topic.areas.flatMap((area) => {
        const way = planGate(topic, area, figures);
        return way ? [{ area, way }] : [];
      }),
      hasCategory: whole.category.band !== null,
    };
  }, [topic, figures]);
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Card aria-labelledby="menuju" className="space-y-3" data-plan="status">
        <h2 id="menuju" className="text-xl">
          {status ? words.title({ status: localize(status.name, locale) }) : words.title({ status: '–' })}
        </h2>
        {plan ? (
          <>
            <p translate="no">
              {words.lead({ count: format.number(plan.questions.length), sum: format.number(plan.sum) })}
            </p>
            <QuestionLinks topic={topic} questions={plan.questions} />
          </>
        ) : (
          <p>{status ? words.none : hasCategory ? words.reached : words.noCategory}</p>
        )}
      </Card>
      {gates.length > 0 ? (
        <Card aria-labelledby="gerbang" className="space-y-4" data-plan="gates">
          <h2 id="gerbang" className="text-xl">
            {words.gates({ stage: format.number(topic.stages.length) })}
          </h2>
          {gates.map(({ area, way }) => (
            <div key={area.code}>
              <p translate="no">
                {words.gate({
                  area: `${area.code} ${localize(area.name, locale)}`,
                  count: format.number(way.questions.length),
                  sum: format.number(way.sum),
                })}
              </p>
              <QuestionLinks topic={topic} questions={way.questions} />
            </div>
          ))}
        </Card>
      ) : null}
    </div>
  );
}

function QuestionLinks({ topic, questions }: { topic: Points; questions: readonly PointsQuestion[] }) {
  const words = useSection(pointsWords).plan;
  const locale = useLocale();
  const pages = pagesOf(topic).filter(({ by }) => by === 'section');
  const pageOf = (question: PointsQuestion) => pages.find((page) => questionsOn(page).includes(question));
  if (questions.length === 0) return null;
  return (
    <details>
      <summary className="min-h-11 py-2.5 font-medium">{words.questions}</summary>
      <ol className="space-y-1 text-sm">
        {questions.map((question) => (
          <li key={question.code}>
            <Link
              to={`?bagian=${pageOf(question)?.code ?? ''}#${POINTS_PLACES.idOf(question.code)}`}
              className="inline-flex min-h-8 items-baseline gap-2 text-brand underline underline-offset-2"
            >
              <span translate="no" className="whitespace-nowrap">
                {question.code}
              </span>
              {localize(question.name, locale)}
            </Link>
          </li>
        ))}
      </ol>
    </details>
  );
}
