import { Link } from '@remix-run/react';
import type { Ref } from 'react';
import { useFormat, useSection, useText } from '~/i18n';
import { Alert } from '~/ui';
import type { IndicatorView } from './assessment.read.server';
import { assessmentWords } from './assessmentWords';
import { EarlierLevel } from './earlierLevel';

/** What this indicator is, and how much it weighs. */
export function IndicatorIntro(props: {
  view: IndicatorView;
  isDemo: boolean;
  heading?: Ref<HTMLHeadingElement>;
}) {
  const { view, heading } = props;
  const text = useText();
  const assessmentText = useSection(assessmentWords);
  const format = useFormat();
  return (
    <header className="mb-2 print:mb-4">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h1 ref={heading} tabIndex={-1} className="text-xl outline-none sm:text-2xl">
          {view.name}
        </h1>
        <p className="text-sm text-muted">
          {assessmentText.indicatorOf({ no: format.number(view.no), total: format.number(view.total) })} ·{' '}
          <span className="max-sm:hidden">{view.aspectName} · </span>
          {assessmentText.weightOf({ weight: format.number(view.weight / 100) })}
          {view.earlierAnswer === null ? null : (
            <>
              {' '}
              · <EarlierLevel {...view.earlierAnswer} />
            </>
          )}
          {/* A phone has no line to spare for it; elsewhere it stands above. */}
          {props.isDemo ? <span className="font-medium text-accent sm:hidden"> · {text.demo}</span> : null}
        </p>
      </div>
      <p className="max-w-6xl leading-snug max-sm:hidden print:block">{view.explanation}</p>
      {/* On a phone the levels come first: what is judged unfolds. */}
      <details className="text-sm text-muted sm:hidden print:hidden">
        <summary className="min-h-6 py-0.5 font-medium text-brand">{assessmentText.aboutIndicator}</summary>
        <p className="text-base text-ink">{view.explanation}</p>
        <p>
          {text.aspect}: {view.aspectName}
        </p>
      </details>
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
    </header>
  );
}
