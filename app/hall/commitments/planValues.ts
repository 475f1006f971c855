/** Fills the form with the cheapest road to the agency's target. Nothing that was typed is lost. */
import type { CommitmentValues } from './commitmentForm';
import type { CommitmentFormData } from './commitmentForm.read.server';
import type { commitmentWords } from './commitmentWords';

export function planValues(
  form: Pick<CommitmentFormData, 'plan' | 'aspects' | 'unit'>,
  values: CommitmentValues,
  section: (typeof commitmentWords)['id'],
): CommitmentValues {
  if (form.plan.kind !== 'reached') return values;
  const names = new Map(
    form.aspects.flatMap((aspect) => aspect.indicators.map(({ no, name }) => [no, name] as const)),
  );
  const rises = form.plan.rises.map(({ no, toLevel }) =>
    section.form.planRise({ no: String(no), name: names.get(no) ?? '', level: String(toLevel / form.unit) }),
  );
  const what = section.form.planWhat({ rises: rises.join('; ') });
  return {
    ...values,
    // A long plan makes a sentence longer than the field; then the linked indicators say it.
    what: values.what.trim() !== '' || what.length > 1000 ? values.what : what,
    levels: {
      ...values.levels,
      ...Object.fromEntries(form.plan.rises.map(({ no, toLevel }) => [String(no), String(toLevel)])),
    },
  };
}
