/** One indicator for reading: the levels with the chosen one marked, and the answer as text. */
import { Link } from '@remix-run/react';
import { useSection } from '~/i18n';
import { Card } from '~/ui';
import { formValues } from './answerValues';
import { AnswerFacts } from './answerFacts';
import { type AssessmentHeaderData, ReadOnlyNotice } from './assessmentHeader';
import { IndicatorMap } from './indicatorMap';
import { IndicatorIntro } from './indicatorIntro';
import { LevelChoice } from './levelChoice';
import type { IndicatorView, ReadOnlyReason } from './assessment.read.server';
import { ScoreStrip } from './scoreStrip';
import { assessmentWords } from './assessmentWords';

export function ReadOnlyIndicator(props: {
  view: IndicatorView;
  header: AssessmentHeaderData;
  reason: ReadOnlyReason;
}) {
  const { view, header } = props;
  const { base } = header;
  const assessmentText = useSection(assessmentWords);
  const values = formValues(view.answer);
  return (
    <>
      <IndicatorIntro view={view} isDemo={header.rakerda.isDemo} />
      <div className="mb-4 space-y-4">
        <ReadOnlyNotice reason={props.reason} />
        <ScoreStrip standing={view.standing} />
      </div>
      <div className="grid gap-x-8 gap-y-6 xl:grid-cols-[2fr_1fr]">
        <LevelChoice
          view={view}
          field={{ name: 'level' }}
          chosen={values.level ?? ''}
          error={undefined}
          disabled
        />
        <Card>
          <AnswerFacts values={values} />
        </Card>
      </div>
      <nav className="my-4 flex flex-wrap gap-4 print:hidden">
        {view.previous === null ? null : (
          <Link
            className="flex min-h-11 items-center text-brand underline"
            to={`${base}/isi/${String(view.previous)}`}
          >
            {assessmentText.previous}
          </Link>
        )}
        {view.next === null ? null : (
          <Link
            className="flex min-h-11 items-center text-brand underline"
            to={`${base}/isi/${String(view.next)}`}
          >
            {assessmentText.next}
          </Link>
        )}
      </nav>
      <IndicatorMap base={base} current={view.no} levels={view.standing.levels} />
    </>
  );
}
