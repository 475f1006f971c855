import { useEffect } from 'react';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { useSection } from '~/i18n';
import { useHydrated } from '~/ui';
import { formErrorKey, type FormErrors } from './accountForms';
import { accountFormWords } from './accountFormWords';

export interface FormMessages<Values extends FieldValues> {
  /** What is wrong with a field, in the reader's language. */
  of(field: Path<Values>): string | undefined;
  /** For the summary above a form that was sent and refused. */
  readonly summary: readonly { readonly id: string; readonly message: string }[];
}

/**
 * @param fields a constant list; the order of the summary
 *
 * Joins what the browser found while typing with what the action refused. The server's HTML shows the action's errors
 * as they are; once scripts run they live in the form, where correcting the field removes them.
 */
export function useFormMessages<Values extends FieldValues, Output extends FieldValues>(
  form: UseFormReturn<Values, unknown, Output>,
  fields: readonly { readonly field: Path<Values>; readonly id: string }[],
  refused: FormErrors | undefined,
): FormMessages<Values> {
  const formText = useSection(accountFormWords);
  const hydrated = useHydrated();
  const { setError, formState } = form;

  useEffect(() => {
    for (const { field } of fields) {
      const error = refused?.[field];
      if (error) setError(field, { type: 'server', message: error });
    }
  }, [fields, refused, setError]);

  const of = (field: Path<Values>) => {
    const found = form.getFieldState(field, formState).error?.message;
    const error = hydrated ? formErrorKey(found) : (formErrorKey(found) ?? refused?.[field]);
    return error ? formText.error[error] : undefined;
  };
  const sent = refused !== undefined || formState.submitCount > 0;
  const summary = sent
    ? fields.flatMap(({ field, id }) => {
        const message = of(field);
        return message ? [{ id, message }] : [];
      })
    : [];
  return { of, summary };
}
