/** What the set-up page shows before and after a form was sent. */
import { randomUUID } from 'node:crypto';
import type { Locale } from '~/instrument';
import type { Services } from '~/server/context';
import type { Actor } from '~/policy';
import { listAgenciesOf, listInstrumentChoices, listProvinces } from '../queries.server';
import { words } from '../words';
import { copiedValues, findSource, listEarlier, sourceFacts } from './copySource.server';
import { emptyRakerdaForm, type RakerdaFormValues, readRakerdaForm } from './rakerdaForm';

/**
 * The form as the address asks for it: empty, filled from an earlier Rakerda (`?salin=…`), or with everything typed so
 * far (the step that fetches the list of agencies).
 */
export async function readSetUpPage(
  { db, instruments }: Pick<Services, 'db' | 'instruments'>,
  actor: Actor,
  params: URLSearchParams,
  locale: Locale,
) {
  const today = new Date();
  const choices = await listInstrumentChoices(db, instruments, locale);
  const values = await valuesFor();
  const source = typeof values.copyFrom === 'string' ? await findSource(db, actor, values.copyFrom) : null;
  const formKey = params.get('formKey');
  return {
    title: words[locale].form.title,
    values: source ? values : { ...values, copyFrom: '' },
    instruments: choices,
    provinces: await listProvinces(db),
    agencies: await listAgenciesOf(db, values.provinceCode),
    ...(await listEarlier(db, actor)),
    source: source ? await sourceFacts(db, source) : null,
    formKey: formKey !== null && isFormKey(formKey) ? formKey : randomUUID(),
  };

  async function valuesFor(): Promise<RakerdaFormValues> {
    const wished = params.get('salin');
    const from = wished === null ? null : await findSource(db, actor, wished);
    if (from) return copiedValues(db, from, choices, today);
    const first = choices[0];
    const typed = readRakerdaForm(params, emptyRakerdaForm(today, first ? [first.value] : []));
    // Whoever asked for the list without scripts means to choose from it.
    return params.has('langkah') ? { ...typed, scope: 'chosen' } : typed;
  }
}

/** Whether it looks like the key of a form. */
export function isFormKey(value: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}
