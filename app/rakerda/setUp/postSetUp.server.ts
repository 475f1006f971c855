/** Takes the set-up form: judges it, creates the Rakerda, or gives everything back as it was typed. */
import type { Locale } from '~/instrument';
import type { Services } from '~/server/context';
import type { Actor } from '~/policy';
import { listAgenciesOf } from '../queries.server';
import { findSource, sourceFacts } from './copySource.server';
import {
  emptyRakerdaForm,
  type RakerdaErrors,
  rakerdaErrors,
  rakerdaSchema,
  readRakerdaForm,
} from './rakerdaForm';
import { setUpRakerda } from './setUp.server';
import { isFormKey } from './setUpPage.server';

export async function postSetUp(
  services: Pick<Services, 'db' | 'feed' | 'instruments'>,
  actor: Actor,
  form: FormData,
  sent: { readonly requestId: string; readonly locale: Locale },
) {
  const { db } = services;
  const values = readRakerdaForm(form, emptyRakerdaForm(new Date(), []));
  const key = form.get('formKey');
  const formKey = typeof key === 'string' && isFormKey(key) ? key : null;
  const refuse = async (errors: RakerdaErrors) => {
    const source = values.copyFrom === '' ? null : await findSource(db, actor, values.copyFrom);
    return {
      kind: 'refused' as const,
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
  const result = await setUpRakerda(services, actor, parsed.data, { ...sent, formKey });
  return result.kind === 'invalid' ? refuse(result.errors) : result;
}
