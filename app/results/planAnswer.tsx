/** The answer of the planner: the cheapest rises as stairs, with what each asks for; or why there are none. */
import { Link } from '@remix-run/react';
import { useFormat, useSection } from '~/i18n';
import { shownLevel, type Stair, staircase } from '~/instrument';
import { Alert, ButtonLink, Card } from '~/ui';
import { addressOf, Movement, usePoints } from './figures';
import type { PlannerData, PlanView, RiseView } from './planner.read.server';
import { commitmentPath, effortWord, EFFORTS, questionWith } from './planLinks';
import { indicatorNames } from './resultReading';
import { resultWords } from './resultWords';
import { Stairs } from './stairs';
import { stairWords } from './stairWords';
import { Tile } from './tile';

interface AnswerProps {
  readonly planner: PlannerData;
  readonly goalHundredths: number;
  readonly view: PlanView;
  readonly index: number;
}

export function PlanAnswer({ planner, goalHundredths, view, index }: AnswerProps) {
  const resultText = useSection(resultWords);
  const format = useFormat();
  const words = resultText.planner;
  const goal = format.figure(goalHundredths);
  return (
    <Card aria-labelledby="rencana" className="space-y-5">
      <h2 id="rencana" className="text-xl">
        {words.result}
      </h2>
      {view.kind === 'already' ? (
        <Alert tone="success" title={words.alreadyTitle}>
          <p>{words.already({ index: format.figure(index), goal })}</p>
        </Alert>
      ) : null}
      {view.kind === 'impossible' ? (
        <Alert tone="warning" title={words.impossibleTitle}>
          <p>
            {words.impossible({
              goal,
              best: format.figure(view.bestHundredths),
              predicate: view.bestPredicate,
            })}
          </p>
          {planner.values.locked.length > 0 ? <p>{words.unlockHint}</p> : null}
        </Alert>
      ) : null}
      {view.kind === 'reached' ? (
        <>
          <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
            <Tile term={words.goalIs} value={goal} />
            <Tile
              term={words.becomes}
              value={format.figure(view.hundredths)}
              note={
                <>
                  {view.predicate} · <Movement by={view.hundredths - index} />
                </>
              }
            />
            <Tile term={words.risesCount} value={format.number(view.rises.length)} />
            <Tile term={words.totalCost} value={format.number(view.cost)} />
          </dl>
          <p role="status" translate="no" className="text-muted">
            {words.summary({
              rises: format.number(view.rises.length),
              steps: format.number(view.rises.reduce((sum, rise) => sum + rise.steps.length, 0)),
              cost: format.number(view.cost),
            })}{' '}
            {words.exact}
          </p>
          <Road planner={planner} goal={goalHundredths} index={index} rises={view.rises} />
        </>
      ) : null}
      <LeftOut planner={planner} />
    </Card>
  );
}

/** The stairs, drawn and step by step. */
function Road(props: { planner: PlannerData; goal: number; index: number; rises: readonly RiseView[] }) {
  const { planner, goal, index, rises } = props;
  const words = useSection(stairWords);
  const format = useFormat();
  const stairs = staircase(planner.instrument, planner.levels, rises);
  const reaches = stairs.at(-1)?.reaches.hundredths ?? index;
  return (
    <>
      <div>
        <h3 className="text-lg">{words.title({ from: format.figure(index), to: format.figure(reaches) })}</h3>
        <p className="text-sm text-muted">{words.lead}</p>
      </div>
      <Stairs instrument={planner.instrument} now={index} goal={goal} stairs={stairs} />
      <ol className="border-b border-line">
        {stairs.map((stair) => (
          <Step key={stair.rise.no} stair={stair} planner={planner} />
        ))}
      </ol>
      {planner.mayCommit ? (
        <p>
          <ButtonLink to={commitmentPath(planner, rises)}>{words.commitAll}</ButtonLink>
        </p>
      ) : null}
    </>
  );
}

const quiet = 'inline-flex min-h-11 items-center text-brand underline underline-offset-2';

function Step(props: {
  stair: Stair<RiseView, PlannerData['instrument']['predicates'][number]>;
  planner: PlannerData;
}) {
  const { stair, planner } = props;
  const { rise, reaches, predicate, effort } = stair;
  const resultText = useSection(resultWords);
  const stepText = useSection(stairWords);
  const format = useFormat();
  const points = usePoints(planner.instrument);
  const words = resultText.planner;
  const range = planner.instrument.level;
  const last = rise.steps.at(-1);
  const cost = rise.cost / Math.max(1, rise.steps.length);
  const no = format.number(rise.no);
  return (
    <li className="border-t border-line py-3" data-step={rise.no}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h4 className="min-w-0 text-base font-semibold">
          <span className="text-muted">{no}.</span> {rise.name}
        </h4>
        <p translate="no" className="text-sm tabular-nums">
          <span className="font-semibold whitespace-nowrap text-success">
            {words.brings({ points: points(rise.gain) })}
          </span>
          {' · '}
          <strong className="whitespace-nowrap">
            {stepText.reaches({ index: format.figure(reaches.hundredths) })}
          </strong>
          {predicate ? <> · {stepText.earns({ predicate: predicate.name })}</> : null}
        </p>
      </div>
      <p className="flex flex-wrap gap-x-4">
        <span>
          {words.rise({
            from: format.number(shownLevel(range, rise.from)),
            fromName: rise.fromName,
            to: format.number(shownLevel(range, rise.to)),
            toName: last?.name ?? '',
          })}
        </span>
        <span translate="no" className="text-muted">
          {stepText.effortOf({ word: stepText.word[effortWord(cost)], cost: format.number(cost) })} ·{' '}
          {stepText.total({ effort: format.number(effort) })}
        </span>
      </p>
      <details>
        <summary className="min-h-11 py-2 text-brand">{words.whatToDo}</summary>
        <div className="space-y-3 pb-1">
          {rise.steps.map((step) => (
            <div key={step.level} className="max-w-prose border-l-4 border-line pl-3">
              <p className="font-semibold">
                {words.levelNamed({ level: format.number(step.level), name: step.name })}
              </p>
              <p>{step.criterion}</p>
              <p className="mt-1 text-sm text-muted">{words.evidence}</p>
              <ul className="list-disc pl-5 text-sm">
                {step.evidence.map((proof) => (
                  <li key={proof}>{proof}</li>
                ))}
              </ul>
            </div>
          ))}
          {planner.mayFill ? (
            <Link to={`${addressOf(planner).result}/isi/${rise.no}`} className={quiet}>
              {words.openIndicator({ no })}
            </Link>
          ) : null}
          <p className="flex flex-wrap items-center gap-x-4 text-sm print:hidden">
            <span className="text-muted">{stepText.effort}</span>
            {EFFORTS.filter(({ word }) => word !== effortWord(cost)).map((one) => (
              <Link
                key={one.word}
                to={questionWith(planner, { effort: { [rise.no]: one.cost } })}
                preventScrollReset
                aria-label={stepText.changeEffort({ no, word: stepText.word[one.word] })}
                className={quiet}
              >
                {stepText.word[one.word]}
              </Link>
            ))}
          </p>
        </div>
      </details>
      <div className="flex flex-wrap items-center gap-x-4 text-sm print:hidden">
        <Link
          to={questionWith(planner, { lock: rise.no })}
          preventScrollReset
          aria-label={`${stepText.remove}: ${stepText.removeFor({ no, name: rise.name })}`}
          className={quiet}
        >
          {stepText.remove}
        </Link>
        {planner.mayCommit ? (
          <Link
            to={commitmentPath(planner, [rise])}
            aria-label={`${stepText.commit}: ${stepText.commitFor({ no })}`}
            className={quiet}
          >
            {stepText.commit}
          </Link>
        ) : null}
      </div>
    </li>
  );
}

/** What is not to be raised, each a link that takes it in again. */
function LeftOut({ planner }: { planner: PlannerData }) {
  const words = useSection(stairWords);
  const format = useFormat();
  const names = indicatorNames(planner.instrument);
  if (planner.values.locked.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 text-sm">
      <span className="text-muted">{words.locked}</span>
      {planner.values.locked.map((no) => (
        <Link
          key={no}
          to={questionWith(planner, { unlock: Number(no) })}
          preventScrollReset
          aria-label={words.unlockFor({ no: format.number(Number(no)), name: names.get(Number(no)) ?? '' })}
          className={quiet}
        >
          {no}. {names.get(Number(no))} ×
        </Link>
      ))}
    </div>
  );
}
