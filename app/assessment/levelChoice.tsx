/** The levels of one indicator as a radio group: criterion, examples of evidence, and what each does to the index. */
import type { UseFormRegisterReturn } from 'react-hook-form';
import { useFormat, useSection } from '~/i18n';
import { Badge, LevelMark } from '~/ui';
import type { IndicatorView } from './assessment.read.server';
import { assessmentWords } from './assessmentWords';

export function LevelChoice(props: {
  view: Pick<IndicatorView, 'choices' | 'earlier' | 'no'>;
  /** What react-hook-form registers; only the name where the form is read. */
  field: Partial<UseFormRegisterReturn<'level'>> & { readonly name: 'level' };
  chosen: string;
  error: string | undefined;
  disabled?: boolean;
}) {
  const { view, field, chosen, error, disabled = false } = props;
  const assessmentText = useSection(assessmentWords);
  const format = useFormat();
  return (
    <fieldset
      className="space-y-2"
      aria-describedby={error ? 'level-error' : 'level-hint'}
      disabled={disabled}
    >
      <legend className="text-lg font-semibold">{assessmentText.chooseLevel}</legend>
      <p id="level-hint" className="text-sm text-muted">
        {assessmentText.chooseLevelHint}
      </p>
      {error ? (
        <p id="level-error" className="font-medium text-danger">
          ⚠ {error}
        </p>
      ) : null}
      <ol className="space-y-2">
        {view.choices.map((choice) => {
          const value = String(choice.value);
          const id = `level-${String(choice.level)}`;
          return (
            <li
              key={value}
              className="rounded-xl border border-line bg-surface has-checked:border-brand has-checked:bg-brand-soft has-checked:shadow-[inset_4px_0_0] has-checked:shadow-brand"
            >
              <label htmlFor={id} className="flex items-start gap-3 p-3 sm:p-4">
                <input
                  id={id}
                  type="radio"
                  value={value}
                  defaultChecked={chosen === value}
                  className="mt-2 size-5 shrink-0 accent-brand"
                  {...field}
                />
                <LevelMark level={choice.level} />
                <span className="min-w-0 flex-1">
                  <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                    <span className="font-semibold">{choice.name}</span>
                    {view.earlier?.level === choice.value ? (
                      <Badge>
                        {assessmentText.lastYear({
                          year: String(view.earlier.year),
                          level: format.number(choice.level),
                        })}
                      </Badge>
                    ) : null}
                  </span>
                  <span className="block">{choice.criterion}</span>
                  <span className="mt-1 block text-sm text-muted">
                    {assessmentText.indexWith({
                      figure: format.figure(choice.index),
                      predicate: choice.predicate,
                    })}
                  </span>
                </span>
              </label>
              <details className="px-4 pb-3 sm:pl-24">
                <summary className="min-h-8 py-1 text-sm font-medium text-brand">
                  {assessmentText.expectedEvidence}
                  <span className="sr-only">
                    {' '}
                    – {assessmentText.levelShort({ level: String(choice.level) })}
                  </span>
                </summary>
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
    </fieldset>
  );
}
