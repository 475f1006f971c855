/** The levels of one indicator as a radio group: criterion, examples of evidence, and what each does to the index. */
import { useFormat, useSection } from '~/i18n';
import { LevelMark } from '~/ui';
import type { IndicatorView } from './assessment.read.server';
import { assessmentWords } from './assessmentWords';
import type { FieldProps } from './useAnswerFields';

export function LevelChoice(props: {
  view: Pick<IndicatorView, 'choices' | 'earlier' | 'no' | 'source'>;
  /** Only the name where the form is read. */
  field: Pick<FieldProps<'level'>, 'name'> & Partial<FieldProps>;
  chosen: string;
  error: string | undefined;
  disabled?: boolean;
}) {
  const { view, field, chosen, error, disabled = false } = props;
  const assessmentText = useSection(assessmentWords);
  const format = useFormat();
  return (
    <fieldset
      className="min-w-0 space-y-1"
      aria-describedby={error ? 'level-error' : 'level-hint'}
      disabled={disabled}
    >
      <legend className="float-left mr-3 text-lg leading-snug font-semibold">
        {assessmentText.chooseLevel}
      </legend>
      <p id="level-hint" className="pt-1 text-sm leading-snug text-muted max-sm:sr-only">
        {assessmentText.chooseLevelHint}
      </p>
      {error ? (
        <p id="level-error" className="font-medium text-danger">
          ⚠ {error}
        </p>
      ) : null}
      <ol className="clear-left space-y-1">
        {view.choices.map((choice) => {
          const value = String(choice.value);
          const id = `level-${String(choice.level)}`;
          return (
            <li
              key={value}
              className="group rounded-xl border border-line bg-surface has-checked:border-brand has-checked:bg-brand-soft has-checked:shadow-[inset_4px_0_0] has-checked:shadow-brand forced-colors:has-checked:outline-4 forced-colors:has-checked:-outline-offset-4 print:break-inside-avoid"
            >
              <label
                htmlFor={id}
                className="grid grid-cols-[auto_auto_1fr] items-start gap-x-3 px-3 pt-0.5 sm:px-4"
              >
                <input
                  id={id}
                  type="radio"
                  value={value}
                  defaultChecked={chosen === value}
                  aria-describedby={choice.note ? `${id}-note` : undefined}
                  className="mt-1.5 size-5 accent-brand"
                  {...field}
                />
                <LevelMark level={choice.level} />
                <span className="block min-w-0">
                  <span className="flex min-w-0 flex-wrap items-center gap-x-3">
                    <span className="font-semibold">{choice.name}</span>
                    {view.earlier?.level === choice.value ? (
                      <span className="text-sm text-muted max-sm:hidden">
                        {assessmentText.lastYear({
                          year: String(view.earlier.year),
                          level: format.number(choice.level),
                        })}
                      </span>
                    ) : null}
                    <span className="text-sm text-muted sm:ml-auto">
                      {assessmentText.indexWith({
                        figure: format.figure(choice.index),
                        predicate: choice.predicate,
                      })}
                    </span>
                  </span>
                  {/* On a phone two lines of it, and all of it once it is chosen or its examples unfold. */}
                  <span className="block text-sm leading-snug group-has-checked:line-clamp-none group-has-[[open]]:line-clamp-none max-sm:line-clamp-2 print:line-clamp-none">
                    {choice.criterion}
                  </span>
                </span>
              </label>
              <details className="pr-3 pb-0.5 pl-[5.75rem] sm:pr-4 sm:pl-24">
                <summary className="min-h-6 py-0.5 text-sm leading-tight font-medium text-brand">
                  {choice.note ? assessmentText.evidenceAndNote : assessmentText.expectedEvidence}
                  <span className="sr-only">
                    {' '}
                    – {assessmentText.levelShort({ level: String(choice.level) })}
                  </span>
                </summary>
                {choice.note ? (
                  <p id={`${id}-note`} className="pb-1 text-sm text-muted">
                    {choice.note}
                  </p>
                ) : null}
                <ul className="list-disc pl-5 text-sm">
                  {choice.evidence.map((item) => (
                    <li key={item}>{item}</li>
                  ))}
                </ul>
              </details>
            </li>
          );
        })}
        <li>
          <label htmlFor="level-0" className="flex min-h-11 items-center gap-3 px-3 sm:px-4">
            <input
              id="level-0"
              type="radio"
              value=""
              defaultChecked={chosen === ''}
              className="size-5 shrink-0 accent-brand"
              {...field}
            />
            <span className="text-muted">{assessmentText.notAnswered}</span>
          </label>
        </li>
      </ol>
      <details className="text-sm text-muted">
        <summary className="min-h-6 py-0.5 font-medium text-brand">{assessmentText.source}</summary>
        <p className="max-w-prose">
          {view.source.citation}.{' '}
          {view.source.confidence === 'generic' ? assessmentText.sourceGeneric : assessmentText.sourceSourced}
          . {assessmentText.sourceRule}
        </p>
      </details>
    </fieldset>
  );
}
