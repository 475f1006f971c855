import { Link } from '@remix-run/react';
import type { Ref } from 'react';
import { useFormat, useSection } from '~/i18n';
import { Alert } from '~/ui';
import type { IndicatorView } from './assessment.read.server';
import { assessmentWords } from './assessmentWords';
import { EarlierLevel } from './earlierLevel';

/** What this indicator is, how much it weighs, and where its criteria come from. */
export function IndicatorIntro({
  view,
  heading,
}: {
  view: IndicatorView;
  heading?: Ref<HTMLHeadingElement>;
}) {
  const assessmentText = useSection(assessmentWords);
  const format = useFormat();
  return (
    <header className="mb-4 space-y-2">
      <p className="text-sm text-muted">
        {assessmentText.indicatorOf({ no: format.number(view.no), total: format.number(view.total) })} ·{' '}
        {view.aspectName} · {assessmentText.weightOf({ weight: format.number(view.weight / 100) })}
      </p>
      <h1 ref={heading} tabIndex={-1} className="text-2xl outline-none sm:text-3xl">
        {view.name}
      </h1>
      <p className="max-w-prose">{view.explanation}</p>
      {view.headNote === null ? null : (
        <Alert tone="warning" title={assessmentText.headNote}>
          <p className="max-w-prose break-words whitespace-pre-line">{view.headNote}</p>
        </Alert>
      )}
      {view.isTakenOver ? (
        <Alert title={assessmentText.takenOver}>
          <p className="max-w-prose">
            {assessmentText.takenOverHint}{' '}
            <Link to="../../ambil-alih" relative="path" className="text-brand underline">
              {assessmentText.takeOverTitle}
            </Link>
            .
          </p>
        </Alert>
      ) : null}
      {view.earlierAnswer === null ? null : (
        <p className="text-sm">
          <EarlierLevel {...view.earlierAnswer} />
        </p>
      )}
      <details className="text-sm text-muted">
        <summary className="min-h-8 py-1 font-medium text-brand">{assessmentText.source}</summary>
        <p className="max-w-prose">
          {view.source.citation}.{' '}
          {view.source.confidence === 'generic' ? assessmentText.sourceGeneric : assessmentText.sourceSourced}
          . {assessmentText.sourceRule}
        </p>
      </details>
    </header>
  );
}
