/** Fills the form with rises: the cheapest road to the agency's target, or steps of a plan. Nothing that was typed is lost. */
import { shownLevel } from '~/instrument';
import type { LinkedRise } from './commitment';
import { type CommitmentValues, NO_VALUES } from './commitmentForm';
import type { CommitmentFormData } from './commitmentForm.read.server';
import type { commitmentWords } from './commitmentWords';

export function planValues(
  form: Pick<CommitmentFormData, 'plan' | 'aspects' | 'unit'>,
  values: CommitmentValues,
  section: (typeof commitmentWords)['id'],
): CommitmentValues {
  return form.plan.kind === 'reached' ? filledWith(form, form.plan.rises, values, section) : values;
}

/**
 * A new promise of the steps that the planner named: `12:4,15:3`, stored levels. What cannot be promised from where the
 * agency stands now is left out; null where nothing is left.
 */
export function valuesOfSteps(
  form: Pick<CommitmentFormData, 'aspects' | 'unit' | 'instrumentCode'>,
  steps: string,
  section: (typeof commitmentWords)['id'],
): CommitmentValues | null {
  const open = new Map(
    form.aspects.flatMap((aspect) => aspect.indicators.map((one) => [one.no, one.open] as const)),
  );
  const asked = new Map(
    steps.split(',').flatMap((step): (readonly [number, number])[] => {
      const [, no, level] = /^(\d{1,4}):(\d{1,4})$/.exec(step) ?? [];
      return open.get(Number(no))?.includes(Number(level)) ? [[Number(no), Number(level)]] : [];
    }),
  );
  if (asked.size === 0) return null;
  const rises = [...asked].map(([no, toLevel]) => ({ no, toLevel }));
  return filledWith(form, rises, { ...NO_VALUES, instrumentCode: form.instrumentCode }, section);
}

function filledWith(
  form: Pick<CommitmentFormData, 'aspects' | 'unit'>,
  linked: readonly LinkedRise[],
  values: CommitmentValues,
  section: (typeof commitmentWords)['id'],
): CommitmentValues {
  const names = new Map(
    form.aspects.flatMap((aspect) => aspect.indicators.map(({ no, name }) => [no, name] as const)),
  );
  const rises = linked.map(({ no, toLevel }) =>
    section.form.planRise({
      no: String(no),
      name: names.get(no) ?? '',
      level: String(shownLevel(form, toLevel)),
    }),
  );
  const what = section.form.planWhat({ rises: rises.join('; ') });
  return {
    ...values,
    // A long plan makes a sentence longer than the field; then the linked indicators say it.
    what: values.what.trim() !== '' || what.length > 1000 ? values.what : what,
    levels: {
      ...values.levels,
      ...Object.fromEntries(linked.map(({ no, toLevel }) => [String(no), String(toLevel)])),
    },
  };
}
