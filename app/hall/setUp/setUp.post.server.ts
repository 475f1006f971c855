/** Takes the set-up form: judges it, creates the Rakerda, or gives everything back as it was typed. */
import type { Scope } from '~/accounts/requestScope.server';
import { judge, textIn } from '~/text';
import { type AgencyChoice, listAgenciesOf, listTopicChoices, offeredTargets } from './setUpChoices.server';
import { findSource, type SourceFacts, sourceFacts } from './copySource.server';
import {
  emptyRakerdaForm,
  RAKERDA_ERRORS,
  type RakerdaErrors,
  type RakerdaFormValues,
  rakerdaSchemaFor,
  readRakerdaForm,
  ticksIn,
} from './rakerdaForm';
import { setUpRakerda } from './setUpRakerda.server';
import { type ExtraAgencies, listExtra } from './countryAgencies.server';
import { isFormKey, readSearch } from './setUp.read.server';

export type PostedSetUp =
  | { readonly kind: 'created'; readonly id: string }
  | { readonly kind: 'refused'; readonly refusal: SetUpRefusal };

/** What the page shows again. */
export interface SetUpRefusal {
  readonly values: RakerdaFormValues;
  readonly errors: RakerdaErrors;
  readonly agencies: readonly AgencyChoice[];
  readonly extra: ExtraAgencies;
  readonly source: SourceFacts | null;
  readonly formKey?: string;
}

export async function postSetUp(scope: Scope, form: FormData): Promise<PostedSetUp> {
  const { db } = scope;
  const values = readRakerdaForm(form, emptyRakerdaForm(new Date(), []));
  const key = textIn(form, 'formKey');
  const formKey = isFormKey(key) ? key : null;
  const refuse = async (errors: RakerdaErrors): Promise<PostedSetUp> => {
    const source = values.copyFrom === '' ? null : await findSource(scope, values.copyFrom);
    return {
      kind: 'refused',
      refusal: {
        values,
        errors,
        agencies: await listAgenciesOf(db, values.provinceCode),
        extra: await listExtra(db, ticksIn(values.extraCodes), readSearch(form)),
        source: source ? await sourceFacts(db, source) : null,
        ...(formKey === null ? {} : { formKey }),
      },
    };
  };
  const offered = offeredTargets(await listTopicChoices(scope));
  const schema = rakerdaSchemaFor({ offered, locale: scope.locale });
  const judged = judge(schema, values, RAKERDA_ERRORS, 'required');
  if (!judged.ok) return refuse(judged.errors);
  const result = await setUpRakerda(scope, judged.input, formKey);
  return result.kind === 'invalid' ? refuse(result.errors) : result;
}
