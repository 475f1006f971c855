/** The gap planner: a question in the address, its exact answer, and a simulation beside the real answers. */
import { useMemo } from 'react';
import { useFormat, useSection, useText } from '~/i18n';
import { score } from '~/instrument';
import { AssessmentTabs } from '~/rakerda';
import { Alert, Badge, Card, DemoMark, ErrorSummary, PageHeader } from '~/ui';
import { addressOf } from './figures';
import { PlanQuestion } from './planQuestion';
import { PlanAnswer } from './planAnswer';
import type { PlannerData } from './planner.read.server';
import { fieldId } from './planQuestion';
import { isProvisional } from './resultReading';
import { WhatIf } from './whatIf';
import { resultWords } from './resultWords';

export function PlannerScreen({ planner }: { planner: PlannerData }) {
  const text = useText();
  const resultText = useSection(resultWords);
  const format = useFormat();
  const address = addressOf(planner);
  const { instrument, levels } = planner;
  const scored = useMemo(() => score(instrument, levels), [instrument, levels]);
  const { completeness } = scored;
  return (
    <>
      <PageHeader
        mark={planner.rakerda.isDemo ? <DemoMark /> : null}
        title={resultText.planner.title({ agency: planner.agency.name })}
        crumbs={[
          { to: '/', label: text.home },
          { to: address.rakerda, label: planner.rakerda.name },
          { to: address.result, label: planner.agency.name },
        ]}
        lead={<p>{resultText.planner.lead}</p>}
      />
      <AssessmentTabs base={address.result} current="plan" mayRead={planner.mayReadAssessment} />
      <div className="space-y-6">
        <ErrorSummary
          errors={planner.problems.map(({ field, error }) => ({
            id: fieldId(field),
            message: problemText(field, resultText.planner.error[error], resultText.planner.effortErrorFor),
          }))}
        />
        <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[26rem_minmax(0,1fr)]">
          <Card aria-labelledby="sekarang" className="space-y-5">
            <div>
              <h2 id="sekarang" className="text-base text-muted">
                {resultText.planner.now}
              </h2>
              <p className="flex flex-wrap items-baseline gap-x-3">
                <span translate="no" className="text-4xl font-bold tabular-nums">
                  {format.figure(scored.whole.index.hundredths)}
                </span>
                <span className="text-lg font-semibold text-brand">{scored.predicate.name}</span>
                {isProvisional(scored) ? <Badge tone="accent">{text.provisional}</Badge> : null}
              </p>
              {isProvisional(scored) ? (
                <p className="text-sm text-muted">
                  {resultText.planner.provisional({
                    count: format.number(completeness.total - completeness.answered),
                  })}
                </p>
              ) : null}
            </div>
            <PlanQuestion planner={planner} index={scored.whole.index} />
          </Card>
          {planner.plan ? (
            <PlanAnswer
              planner={planner}
              goalHundredths={planner.plan.goalHundredths}
              view={planner.plan.view}
              index={scored.whole.index.hundredths}
            />
          ) : (
            <Alert tone="warning">{resultText.planner.noResult}</Alert>
          )}
        </div>
        {planner.plan ? <WhatIf key={simulationKey(planner)} planner={planner} scored={scored} /> : null}
      </div>
    </>
  );
}

/** Another simulation in the address starts the sliders anew. */
function simulationKey({ simulated }: PlannerData): string {
  return JSON.stringify(simulated);
}

function problemText(
  field: string,
  error: string,
  forIndicator: (p: { no: string; error: string }) => string,
): string {
  const no = /^effort\.(\d+)$/.exec(field)?.[1];
  return no === undefined ? error : forIndicator({ no, error });
}
