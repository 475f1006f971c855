/** Takes the set-up form: judges it, creates the Rakerda, or gives everything back as it was typed. */
import type { Scope } from '~/accounts/requestScope.server';
import { type AgencyChoice, listAgenciesOf } from './setUpChoices.server';
import { findSource, type SourceFacts, sourceFacts } from './copySource.server';
import {
  emptyRakerdaForm,
  type RakerdaErrors,
  rakerdaErrors,
  type RakerdaFormValues,
  rakerdaSchema,
  readRakerdaForm,
} from './rakerdaForm';
import { setUpRakerda } from './setUpRakerda.server';
import { isFormKey } from './setUp.read.server';

export type PostedSetUp =
  | { readonly kind: 'created'; readonly id: string }
  | { readonly kind: 'refused'; readonly refusal: SetUpRefusal };

/** What the page shows again. */
export interface SetUpRefusal {
  readonly values: RakerdaFormValues;
  readonly errors: RakerdaErrors;
  readonly agencies: readonly AgencyChoice[];
  readonly source: SourceFacts | null;
  readonly formKey?: string;
}

export async function postSetUp(scope: Scope, form: FormData): Promise<PostedSetUp> {
  const { db } = scope;
  const values = readRakerdaForm(form, emptyRakerdaForm(new Date(), []));
  const key = form.get('formKey');
  const formKey = typeof key === 'string' && isFormKey(key) ? key : null;
  const refuse = async (errors: RakerdaErrors): Promise<PostedSetUp> => {
    const source = values.copyFrom === '' ? null : await findSource(scope, values.copyFrom);
    return {
      kind: 'refused',
      refusal: {
        values,
        errors,
        agencies: await listAgenciesOf(db, values.provinceCode),
        source: source ? await sourceFacts(db, source) : null,
        ...(formKey === null ? {} : { formKey }),
      },
    };
  };
  const parsed = rakerdaSchema.safeParse(values);
  if (!parsed.success) return refuse(rakerdaErrors(parsed.error));
  const result = await setUpRakerda(scope, parsed.data, formKey);
  return result.kind === 'invalid' ? refuse(result.errors) : result;
}
