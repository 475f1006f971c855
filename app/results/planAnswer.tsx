/** The answer of the planner: the cheapest rises with what each asks for, or why there are none. */
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useFormat, useSection } from '~/i18n';
import { shownLevel } from '~/instrument';
import { Alert, Card } from '~/ui';
import { addressOf, Movement, usePoints } from './figures';
import type { PlannerData, PlanView, RiseView } from './planner.read.server';
import { resultWords } from './resultWords';

/** Up to here the criteria are open at once; a longer plan is skimmed first. */
const OPEN_UP_TO = 4;

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
          <ol className="space-y-3">
            {view.rises.map((rise) => (
              <RiseItem key={rise.no} rise={rise} planner={planner} open={view.rises.length <= OPEN_UP_TO} />
            ))}
          </ol>
        </>
      ) : null}
    </Card>
  );
}

function Tile(props: { term: string; value: string; note?: ReactNode }) {
  return (
    <div className="border-l-4 border-line pl-3">
      <dt className="text-sm text-muted">{props.term}</dt>
      <dd>
        <span translate="no" className="block text-2xl font-semibold tabular-nums">
          {props.value}
        </span>
        {props.note ? <span className="text-sm">{props.note}</span> : null}
      </dd>
    </div>
  );
}

function RiseItem({ rise, planner, open }: { rise: RiseView; planner: PlannerData; open: boolean }) {
  const resultText = useSection(resultWords);
  const format = useFormat();
  const points = usePoints(2);
  const words = resultText.planner;
  const range = planner.instrument.level;
  const last = rise.steps.at(-1);
  return (
    <li className="rounded-lg border border-line p-3 sm:p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-base">
          <span className="text-muted">{rise.no}.</span> {rise.name}
        </h3>
        <p className="text-sm whitespace-nowrap">
          <span translate="no" className="font-semibold text-success tabular-nums">
            {words.brings({ points: points(rise.gain) })}
          </span>
          {' · '}
          {words.cost({ cost: format.number(rise.cost) })}
        </p>
      </div>
      <p>
        {words.rise({
          from: format.number(shownLevel(range, rise.from)),
          fromName: rise.fromName,
          to: format.number(shownLevel(range, rise.to)),
          toName: last?.name ?? '',
        })}
      </p>
      <details open={open} className="mt-1">
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
            <Link
              to={`${addressOf(planner).result}/isi/${rise.no}`}
              className="inline-flex min-h-11 items-center text-brand underline underline-offset-2"
            >
              {words.openIndicator({ no: format.number(rise.no) })}
            </Link>
          ) : null}
        </div>
      </details>
    </li>
  );
}
